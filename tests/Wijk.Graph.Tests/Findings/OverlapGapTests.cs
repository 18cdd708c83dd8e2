using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Findings;

/// <summary>A gap is only told where the data could have shown an offer.</summary>
public class OverlapGapTests
{
    private readonly GraphBuilder graph = new();
    private readonly string city, east, west, south, youth, elderly;

    public OverlapGapTests()
    {
        city = graph.Area("Stad");
        (east, west, south) = (graph.Area("Oost", city), graph.Area("West", city), graph.Area("Zuid", city));
        (youth, elderly) = (graph.Node(NodeKind.TargetGroup, "jongeren"), graph.Node(NodeKind.TargetGroup, "ouderen"));
        foreach (var (i, area) in new[] { east, west, south }.Index())
        {
            foreach (var name in new[] { "a", "b", "c", "d", "e" }) Offer($"{name}{i}", elderly, area);
        }

        Offer("c", youth, east);
        Offer("d", youth, east);
        Offer("e", youth, west);
    }

    [Fact]
    public void A_group_with_nothing_comes_before_one_with_a_single_offer_and_each_says_how_well_the_data_tags()
    {
        Ask().Gaps.Select(gap => gap.Reason.En).Should().Equal(
            "For jongeren we know of no offer in Zuid. In 2 of 2 other areas there is an offer. 5 of 5 targetings in Zuid name a target group.",
            "For jongeren we know of one offer in West: e. In 1 of 2 other areas there is an offer. 6 of 6 targetings in West name a target group.");
        Ask().GapsNotSeen.Should().BeNull();
    }

    [Fact]
    public void Where_too_little_of_the_work_says_for_whom_it_is_nothing_is_said_of_gaps()
    {
        foreach (var name in new[] { "u", "v", "w", "x", "y", "z" }) Offer(name, null, south);
        var answer = Ask();
        answer.Gaps.Should().OnlyContain(gap => answer.View.Graph.Node(gap.Area).Name != "Zuid");
        answer.GapsNotSeen!.Nl.Should().StartWith("Van 1 gebied kunnen we niet zeggen wat er ontbreekt");
    }

    [Fact]
    public void Work_for_a_wider_group_or_in_a_larger_area_reaches_the_group_in_the_area()
    {
        var everybody = graph.Node(NodeKind.TargetGroup, "iedereen");
        graph.Relate(RelationKind.PartOf, youth, everybody);
        Offer("f", everybody, south);
        Offer("g", youth, city);
        Ask().Gaps.Should().NotContain(gap => Name(gap.Group) == "jongeren" && Name(gap.Area) == "Zuid", "two offers reach them");
    }

    [Fact]
    public void Work_for_a_part_of_the_group_or_in_a_part_of_the_area_is_an_offer_there_too()
    {
        var indebted = graph.Node(NodeKind.TargetGroup, "jongeren met schulden");
        graph.Relate(RelationKind.PartOf, indebted, youth);
        Offer("f", indebted, south);
        Offer("g", elderly, city);
        Ask().Gaps.Select(gap => gap.Reason.En).Where(reason => reason.StartsWith("For jongeren we", StringComparison.Ordinal)).Should().Equal(
            "For jongeren we know of one offer in West: e. In 3 of 3 other areas there is an offer. 6 of 6 targetings in West name a target group.",
            "For jongeren we know of one offer in Zuid: f. In 3 of 3 other areas there is an offer. 6 of 6 targetings in Zuid name a target group.");
    }

    [Fact]
    public void Work_in_the_whole_of_a_city_reaches_its_parts_also_when_only_those_are_looked_at()
    {
        foreach (var (name, group) in new[] { ("Noord", elderly), ("Midden", youth), ("Buiten", youth) })
        {
            var wijk = graph.Node(NodeKind.Area, name, ("level", "wijk"));
            graph.Relate(RelationKind.PartOf, wijk, city);
            foreach (var place in new[] { 1, 2, 3, 4, 5 }) Offer($"in {name} {place}", group, wijk);
        }

        Offer("f", youth, city);
        graph.Snapshot().Ask(new OverlapQuestion { AreaLevel = "wijk" }).Gaps.Select(gap => gap.Reason.En).Should().Equal(
            "For jongeren we know of one offer in Noord: f. In 2 of 2 other areas there is an offer. 5 of 5 targetings in Noord name a target group.");
    }

    [Fact]
    public void A_muted_group_is_no_gap()
    {
        var muted = graph.Node(NodeKind.TargetGroup, "alle bewoners", ("muted", "coördinator"));
        Offer("h", muted, east);
        Offer("i", muted, west);
        Ask().Gaps.Should().NotContain(gap => Name(gap.Group) == "alle bewoners");
    }

    [Fact]
    public async Task Of_Amsterdam_nothing_can_be_said_since_its_grants_hardly_say_for_whom_they_are()
    {
        var answer = (await Cities.AmsterdamAsync()).Ask(new OverlapQuestion());
        answer.Gaps.Should().BeEmpty();
        answer.UntaggedAreaCount.Should().Be(7, "in no stadsdeel half of the targetings name a group");
    }

    [Fact]
    public async Task Of_Baltimore_nothing_can_be_said_since_its_areas_are_those_of_addresses()
    {
        var answer = (await Cities.BaltimoreAsync()).Ask(new OverlapQuestion());
        answer.Gaps.Should().BeEmpty();
        answer.GapsNotSeen.Should().NotBeNull();
    }

    private OverlapAnswer Ask() => graph.Snapshot().Ask(new OverlapQuestion());

    private string Name(int node) => graph.Snapshot().Node(node).Name;

    private void Offer(string name, string? group, string area) => graph.Target(graph.Measure(name, null, graph.Agency("van " + name)), group, area);
}
