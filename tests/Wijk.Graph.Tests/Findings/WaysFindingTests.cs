using Wijk.Graph.Findings.Ways;
using Wijk.Graph.Model;
using Wijk.Graph.Tests.Sample;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Findings;

public class WaysFindingTests
{
    private readonly GraphBuilder graph = new();
    private readonly string garden;
    private readonly string district;

    public WaysFindingTests()
    {
        garden = graph.Node(NodeKind.Initiative, "Buurttuin");
        district = graph.Node(NodeKind.Agency, "Stadsdeel", ("type", "district"));
    }

    [Fact]
    public void Three_ways_are_told_the_shortest_first_and_a_tie_by_key()
    {
        var (house, school, fund) = (graph.Agency("Buurthuis"), graph.Agency("School"), graph.Agency("Fonds"));
        graph.Relate(RelationKind.Supports, house, garden);
        graph.Tie(house, district, 2);
        graph.Tie(garden, school, 1);
        graph.Tie(school, district, 1);
        var worker = graph.Professional("wijkverbinder", fund);
        graph.Tie(worker, school, 3);
        graph.Relate(RelationKind.Funds, fund, graph.Measure("werk", null), ("amount", 100m), ("year", 2025), ("ordinal", 1));
        var found = Ask(garden).Initiatives.Single();
        found.Ways.Select(way => way.StepCount).Should().Equal(2, 2, 3);
        found.Reason.Nl.Should().Be("Buurttuin: 3 wegen naar wie betaalt of beslist. "
            + "Via Buurthuis, die u steunt, naar Stadsdeel (beslist), die contact heeft met Buurthuis. "
            + "Via School, die contact heeft met u, naar Stadsdeel (beslist), die contact heeft met School. "
            + "Via School, die contact heeft met u, via de wijkverbinder, die contact heeft met School, naar Fonds (geeft geld), waar de wijkverbinder werkt.");
        found.Reason.En.Should().Contain("Via Buurthuis, which supports you, to Stadsdeel (decides), which has contact with Buurthuis.")
            .And.Contain("via the wijkverbinder, who has contact with School, to Fonds (gives money), where the wijkverbinder works.");
        found.NextStep.En.Should().Be("Ask Buurthuis to introduce Buurttuin. A way is no promise.");
        Ask(garden).Evidence.Should().HaveCount(6).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void Two_who_take_part_in_one_trajectory_are_one_step_apart()
    {
        var together = graph.Node(NodeKind.Trajectory, "Groen samen");
        foreach (var member in new[] { garden, district }) graph.Relate(RelationKind.MemberOf, member, together);
        var found = Ask(garden).Initiatives.Single();
        found.Ways.Should().ContainSingle().Which.StepCount.Should().Be(1);
        found.Reason.En.Should().Contain("To Stadsdeel (decides), which takes part in Groen samen with you.");
        found.NextStep.En.Should().Be("Buurttuin knows Stadsdeel already: get in touch with them.");
    }

    [Fact]
    public void Money_that_was_granted_is_a_way_and_a_refusal_is_none()
    {
        var fund = graph.Agency("Fonds");
        graph.Relate(RelationKind.Funds, fund, garden, ("amount", 0m), ("year", 2025), ("ordinal", 1));
        Ask(garden).Initiatives.Single().Ways.Should().BeEmpty();
        graph.Relate(RelationKind.Funds, fund, garden, ("amount", 50m), ("year", 2025), ("ordinal", 2));
        Ask(garden).Reason.Nl.Should().Contain("Naar Fonds (geeft geld), die u geld geeft.");
    }

    [Fact]
    public void A_person_is_told_by_role_and_never_by_name()
    {
        var person = graph.Node(NodeKind.Professional, "Anna Bakker", ("role", "gebiedsmakelaar"));
        graph.Relate(RelationKind.WorksFor, person, district);
        graph.Relate(RelationKind.Supports, person, garden);
        Ask(garden).Reason.Nl.Should().Contain("Via de gebiedsmakelaar, die u steunt, naar Stadsdeel (beslist), waar de gebiedsmakelaar werkt.").And.NotContain("Bakker");
        Ask(garden).NextStep.Nl.Should().NotContain("Bakker");
    }

    [Fact]
    public void Contact_that_anybody_denies_is_no_step_and_what_is_not_asked_is_not_known()
    {
        graph.Tie(garden, district, 3, "a");
        graph.Tie(garden, district, 0, "b");
        var found = Ask().Initiatives.Single();
        (found.IsAlone, found.WasAsked, found.Ways.Length).Should().Be((true, true, 0));
        found.Reason.Nl.Should().Be("Buurttuin: we kennen geen weg naar wie betaalt of beslist. Het is gevraagd: er is geen contact en geen steun.");
        var other = graph.Node(NodeKind.Initiative, "Leeskring");
        Ask(other).Reason.En.Should().Contain("Of ties or support we know nothing: nobody asked.");
        Ask(other).NextStep.En.Should().Be("Ask Leeskring whom it knows, and record that.");
        Ask().Reason.Nl.Should().Contain("Van 2 bewonersinitiatieven staan er 2 alleen of ver weg; van 2 kennen we geen weg naar wie betaalt of beslist.");
    }

    [Fact]
    public void Where_no_way_is_known_those_who_work_near_are_to_be_asked()
    {
        var (youth, street) = (graph.Node(NodeKind.TargetGroup, "jongeren"), graph.Area("Straat"));
        graph.Target(garden, youth, street);
        graph.Target(graph.Measure("a", null, graph.Agency("Ander")), null, street);
        graph.Target(graph.Measure("b", null, graph.Agency("Zelfde")), youth, street);
        Ask(garden).NextStep.Nl.Should().EndWith("of zij het kennen: Zelfde, Ander.");
    }

    [Fact]
    public void An_initiative_that_is_not_there_is_named_and_none_at_all_is_said()
    {
        Ask("initiative:test:weg").Reason.En.Should().StartWith("We know no initiative with the key 'initiative:test:weg' here.");
        new GraphBuilder().Snapshot().Ask(new WaysQuestion()).Reason.Nl.Should().StartWith("We kennen hier geen bewonersinitiatieven.");
    }

    [Fact]
    public async Task In_the_sample_four_initiatives_have_no_way_and_the_others_know_somebody()
    {
        var snapshot = await Cities.VoorbeeldwijkAsync();
        var answer = snapshot.Ask(new WaysQuestion());
        answer.Initiatives.Select(found => answer.View.Graph.Node(found.Initiative).Key).Should().BeEquivalentTo(
            [.. VoorbeeldwijkStories.InitiativesNobodyAsked, .. VoorbeeldwijkStories.InitiativesWithoutContact, .. VoorbeeldwijkStories.PairWithoutSupport]);
        answer.Initiatives.Should().OnlyContain(found => found.Ways.IsEmpty);
        var house = snapshot.Ask(new WaysQuestion { Initiative = "initiative:voorbeeldwijk:huiskamer" }).Initiatives.Single();
        house.Ways.Should().HaveCount(3);
        house.Reason.En.Should().Contain("takes part in");
    }

    private WaysAnswer Ask(string? initiative = null) => graph.Snapshot().Ask(new WaysQuestion { Initiative = initiative });
}
