using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Findings;

/// <summary>Cells on a level of the trees of areas and groups: what is meant for a part is meant for its whole.</summary>
public class CellLevelTests
{
    private readonly GraphBuilder graph = new();
    private readonly string[] domains;
    private readonly string district, north, south, youth, boys, girls;

    public CellLevelTests()
    {
        domains = [.. new[] { "Sport", "Zorg" }.Select(name => graph.Node(NodeKind.Domain, name))];
        district = graph.Node(NodeKind.Area, "Wijk", ("level", "wijk"));
        (north, south) = (graph.Node(NodeKind.Area, "Noordbuurt", ("level", "buurt")), graph.Node(NodeKind.Area, "Zuidbuurt", ("level", "buurt")));
        foreach (var part in new[] { north, south }) graph.Relate(RelationKind.PartOf, part, district);
        youth = graph.Node(NodeKind.TargetGroup, "jongeren");
        (boys, girls) = (graph.Node(NodeKind.TargetGroup, "jongens"), graph.Node(NodeKind.TargetGroup, "meisjes"));
        foreach (var part in new[] { boys, girls }) graph.Relate(RelationKind.PartOf, part, youth);
        Offer("Club", 0, boys, north);
        Offer("GGD", 1, girls, south);
    }

    [Fact]
    public void Two_who_meet_nowhere_meet_in_the_whole()
    {
        Ask(new()).Cells.Should().BeEmpty();
        Ask(new() { AreaLevel = "wijk" }).Cells.Should().BeEmpty("their groups differ");
        var cell = Ask(new() { AreaLevel = "wijk", GroupLevel = 0 }).Cells.Should().ContainSingle().Which;
        (cell.Title.Nl, cell.PairCount, cell.Targetings.Length).Should().Be(("jongeren in Wijk", 1, 2));
    }

    [Fact]
    public void Who_works_in_a_part_is_among_those_whose_work_is_known_in_the_whole()
    {
        Offer("Politie", 1, boys, district);
        Offer("School", 0, boys, district);
        var cell = Ask(new()).Cells.Should().ContainSingle().Which;
        cell.AgenciesInAreaCount.Should().Be(4, "Club and GGD work in its parts");
        cell.Reason.En.Should().Contain("; in Wijk we know of the work of 4 organisations.");
    }

    [Fact]
    public void What_names_the_whole_itself_counts_for_it()
    {
        Offer("Politie", 1, youth, district);
        Ask(new() { AreaLevel = "wijk", GroupLevel = 0 }).Cells.Single().Agencies.Should().HaveCount(3);
    }

    [Fact]
    public void What_lies_in_no_area_of_the_level_makes_no_cell() =>
        Ask(new() { AreaLevel = "gemeente", GroupLevel = 0 }).CellCount.Should().Be(0);

    [Theory]
    [InlineData(null, null, "top")]
    [InlineData("wijk", null, "top,wijk")]
    [InlineData("wijk", 0, "top,wijk,top")]
    [InlineData(null, 1, "top,,1")]
    public void The_key_of_a_cell_says_its_levels_and_finds_the_question_again(string? areaLevel, int? groupLevel, string levels)
    {
        Offer("Politie", 1, boys, north);
        var question = new OverlapQuestion { AreaLevel = areaLevel, GroupLevel = groupLevel };
        var key = AnswerKeys.OfCell(Ask(question).Cells[0]);
        Keys.PartsOf(key)![1].Should().Be(levels);
        AnswerKeys.OverlapOf(key).Should().Be(question);
    }

    [Theory]
    [InlineData("top,province")]
    [InlineData("top,wijk,-1")]
    [InlineData("top,wijk,top,more")]
    public void Levels_that_are_none_are_no_question(string levels) =>
        AnswerKeys.OverlapOf(Keys.Compose(AnswerKeys.Cell, "overlap", ["group", levels, "targetgroup:test:jongeren", Keys.Absent, "area:test:Wijk"])).Should().BeNull();

    private OverlapAnswer Ask(OverlapQuestion question) => graph.Snapshot().Ask(question);

    private void Offer(string name, int domain, string group, string area) =>
        graph.Target(graph.Measure("werk van " + name, domains[domain], graph.Agency(name)), group, area);
}
