using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Views;

public sealed class EndedAreaTests
{
    private readonly GraphBuilder graph = new();
    private readonly DateOnly day = new(2019, 6, 1);

    [Theory]
    [InlineData(RelationKind.PartOf)]
    [InlineData(RelationKind.Succeeds)]
    public void What_names_an_area_that_ended_counts_in_the_one_that_replaced_it(RelationKind how)
    {
        var (bedum, hogeland) = (graph.Area("Bedum"), graph.Area("Het Hogeland"));
        graph.Relate(how, how == RelationKind.PartOf ? bedum : hogeland, how == RelationKind.PartOf ? hogeland : bedum);
        Work("a", bedum);
        Work("b", hogeland);
        var answer = Ended(bedum).Ask(new OverlapQuestion { AsOf = day, Area = "Het Hogeland" });
        answer.Cells.Should().ContainSingle().Which.Agencies.Should().HaveCount(2);
        answer.Reason.En.Should().Contain("1 targeting names Bedum, an area that ended on 31 December 2018; we count it under Het Hogeland, which replaced it.");
        answer.View.EndedAreas.Should().ContainSingle().Which.NamedByCount.Should().Be(1);
    }

    [Fact]
    public void Where_two_areas_replaced_one_we_say_that_we_do_not_know_which()
    {
        var (old, a, b) = (graph.Area("Oud"), graph.Area("A"), graph.Area("B"));
        graph.Relate(RelationKind.Succeeds, a, old);
        graph.Relate(RelationKind.Succeeds, b, old);
        Work("a", old);
        var answer = Ended(old).Ask(new OverlapQuestion { AsOf = day });
        answer.Reason.En.Should().Contain("what replaced it we do not know");
        answer.View.EndedAreas.Single().Replacement.Should().BeNull();
    }

    [Fact]
    public void Who_asks_for_an_area_that_ended_hears_when_and_what_replaced_it()
    {
        var (bedum, hogeland) = (graph.Area("Bedum"), graph.Area("Het Hogeland"));
        graph.Relate(RelationKind.PartOf, bedum, hogeland);
        var ask = () => Ended(bedum).Ask(new OverlapQuestion { AsOf = day, Area = "Bedum" });
        ask.Should().Throw<UnknownAreaException>().Which.Why.Nl.Should()
            .Be("Het gebied Bedum hield op op 31-12-2018; vraag naar Het Hogeland, dat ervoor in de plaats kwam, of kies een dag tot en met die dag.");
    }

    private void Work(string name, string area) =>
        graph.Target(graph.Measure("werk van " + name, null, graph.Agency(name)), Group, area, "2017", "2020");

    private string Group => graph.Contents().Nodes.FirstOrDefault(node => node.Kind == NodeKind.TargetGroup)?.Key ?? graph.Node(NodeKind.TargetGroup, "jongeren");

    private GraphSnapshot Ended(string area)
    {
        var contents = graph.Contents();
        return GraphSnapshot.Of(contents with
        {
            Nodes = [.. contents.Nodes.Select(node => node.Key == area ? node with { ValidTo = PartialDate.OfYear(2018) } : node)],
        });
    }
}
