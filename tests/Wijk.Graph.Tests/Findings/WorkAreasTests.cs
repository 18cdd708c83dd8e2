using Wijk.Graph.Findings;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Findings;

public sealed class WorkAreasTests
{
    [Fact]
    public void Areas_with_work_and_what_they_are_part_of_are_offered_below_each_other_by_name()
    {
        var builder = new GraphBuilder();
        var city = builder.Area("Stad");
        var (west, east) = (builder.Area("West", city), builder.Area("Oost", city));
        Work(builder, builder.Area("Zuidbuurt", east), builder.Area("Noordbuurt", east), west, builder.Area("Elders"));
        builder.Area("Zonder werk", city);
        WorkAreas.Of(GraphView.Of(builder.Snapshot())).All.Select(area => new string('.', area.Depth) + area.Asked)
            .Should().Equal("Elders", "Stad", ".Oost", "..Noordbuurt", "..Zuidbuurt", ".West");
    }

    [Fact]
    public void Whatever_is_offered_means_that_area_alone()
    {
        var builder = new GraphBuilder();
        Work(builder, builder.Node(NodeKind.Area, "Dam", ("code", "A1")), builder.Node(NodeKind.Area, "DAM", ("code", "A2")), builder.Node(NodeKind.Area, "A2"),
            builder.Node(NodeKind.Area, "Plein"));
        var view = GraphView.Of(builder.Snapshot());
        var areas = WorkAreas.Of(view).All;
        areas.Should().HaveCount(4);
        areas.Single(area => area.Name == "Plein").Asked.Should().Be("Plein");
        foreach (var area in areas) view.Graph.Node(AreaScope.Of(view, area.Asked)!.Root).Key.Should().Be(area.Key);
    }

    [Fact]
    public void Areas_that_are_part_of_each_other_in_a_circle_are_offered_once()
    {
        var builder = new GraphBuilder();
        var (a, b) = (builder.Area("A"), builder.Area("B"));
        builder.Relate(RelationKind.PartOf, a, b);
        builder.Relate(RelationKind.PartOf, b, a);
        Work(builder, a);
        WorkAreas.Of(GraphView.Of(builder.Snapshot())).All.Select(area => area.Name).Should().BeEquivalentTo("A", "B");
    }

    [Fact]
    public void Levels_are_those_of_areas_with_work_and_what_they_are_part_of_the_largest_first()
    {
        var builder = new GraphBuilder();
        var (city, quarter) = (builder.Node(NodeKind.Area, "Stad", ("level", "gemeente")), builder.Node(NodeKind.Area, "Buurt", ("level", "buurt")));
        builder.Node(NodeKind.Area, "Niemand werkt hier", ("level", "wijk"));
        builder.Relate(RelationKind.PartOf, quarter, city);
        Work(builder, quarter, builder.Area("Zonder niveau"));
        WorkAreas.Of(GraphView.Of(builder.Snapshot())).Levels.Should().Equal("gemeente", "buurt");
    }

    [Fact]
    public async Task Each_area_of_the_sample_that_is_offered_has_something_to_look_at()
    {
        var view = GraphView.Of(await Cities.VoorbeeldwijkAsync());
        var worked = view.Graph.NumbersOf(NodeKind.Targeting).SelectMany(targeting => view.Graph.Outgoing(RelationKind.In).Neighbors(targeting).ToArray()).ToHashSet();
        foreach (var area in WorkAreas.Of(view).All) AreaScope.Of(view, area.Asked)!.Areas.Should().Contain(one => worked.Contains(one));
    }

    private static void Work(GraphBuilder builder, params string[] areas)
    {
        foreach (var area in areas) builder.Target(builder.Measure("Werk in " + area, null, builder.Agency("Wie in " + area)), null, area);
    }
}
