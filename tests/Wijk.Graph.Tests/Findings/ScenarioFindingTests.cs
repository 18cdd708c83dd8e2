using Wijk.Graph.Findings.Fragmentation;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Findings.Scenarios;
using Wijk.Graph.Model;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Findings;

public class ScenarioFindingTests
{
    private const string Voorbeeldwijk = "voorbeeldwijk:";

    private readonly GraphBuilder graph = new();

    [Fact]
    public async Task In_Voorbeeldwijk_the_physical_side_is_cut_off_when_the_connector_leaves()
    {
        var answer = (await Cities.VoorbeeldwijkAsync()).Ask(new ScenarioQuestion { Leave = ["wijkverbinder"] });
        answer.Reason.Nl.Should().StartWith("Spreek eerst af wie de contacten overneemt van wijkverbinder: als wijkverbinder weggaat, raken 7 partijen los van 10 andere (Gemeente Voorbeeldstad");
        var effect = answer.Effect!;
        effect.CutOff.Should().ContainSingle().Which.Members.Should().HaveCount(7);

        // On the napkin of the sample: 10, 7, 2 and 1 are left of the 20 who stay. Before, 17 of them are joined, through her.
        effect.MemberCount.Should().Be(20);
        effect.After.Fragmentation.Should().BeApproximately(1 - (((10 * 9) + (7 * 6) + (2 * 1)) / (20.0 * 19)), 1e-12);
        effect.Before.Fragmentation.Should().BeApproximately(1 - (((17 * 16) + (2 * 1)) / (20.0 * 19)), 1e-12);
        effect.BackUps.Should().HaveCount(3).And.OnlyContain(found => found.KnownCount == 2 && found.ContactCount == 4);
    }

    [Fact]
    public async Task In_Voorbeeldwijk_the_elderly_of_the_Parkbuurt_keep_nothing_when_the_cooking_club_stops()
    {
        var answer = (await Cities.VoorbeeldwijkAsync()).Ask(new ScenarioQuestion { Stop = [Key("measure", "kookclub-2025")] });
        answer.Reason.En.Should().StartWith("First agree who will be there for Ouderen in Parkbuurt: if ‘Kookclub Samen aan Tafel Twee’ stops, no offer that we know of is left there.");
        answer.Effect!.WithoutOffer.Should().ContainSingle().Which.Title.Nl.Should().Be("Ouderen in Parkbuurt");
        answer.Effect.Before.OfferedCount.Should().Be(answer.Effect.After.OfferedCount + 1);
        answer.NextStep.En.Should().StartWith("Talk with Welzijn Voorbeeldwijk about who takes over");
    }

    [Fact]
    public async Task In_Voorbeeldwijk_two_measures_for_the_elderly_that_become_one_take_nothing_away_and_one_crossing_pair_is_gone()
    {
        var effect = (await Cities.VoorbeeldwijkAsync()).Ask(new ScenarioQuestion { Merge = [new(Key("measure", "valpreventie"), Key("measure", "woonbezoek"))] }).Effect!;
        effect.Loses.Should().BeFalse();
        (effect.Before.CrossingPairCount - effect.After.CrossingPairCount).Should().Be(1, "housing and care do one thing together");
        effect.After.OfferedCount.Should().Be(effect.Before.OfferedCount);
    }

    [Fact]
    public async Task In_Voorbeeldwijk_a_contact_that_one_person_carries_goes_when_that_person_leaves()
    {
        var view = await Cities.VoorbeeldwijkAsync();
        var answer = view.Ask(new ScenarioQuestion { Leave = ["jongerenwerker"] });
        answer.Effect!.LostTies.Select(pair => (answer.View.Graph.Node(pair.A).Name, answer.View.Graph.Node(pair.B).Name))
            .Should().Equal(("Budgetloket Voorbeeldstad", "Jongerenwerk De Voorbeeldhoek"));
        answer.Reason.En.Should().StartWith("First see to it that others take over the contact between Budgetloket Voorbeeldstad and Jongerenwerk De Voorbeeldhoek: if jongerenwerker leaves,");
        answer.NextStep.En.Should().StartWith("Nobody is known who could take over the contacts of jongerenwerker: ask Jongerenwerk De Voorbeeldhoek who will.");
    }

    [Fact]
    public async Task In_Voorbeeldwijk_measures_without_a_payer_are_assumed_to_stop_and_a_service_with_two_pots_left_goes_on()
    {
        var answer = (await Cities.VoorbeeldwijkAsync()).Ask(new ScenarioQuestion { FundingEnds = [Key("agency", "gemeente")] });
        var names = answer.Effect!.Stopping.Select(work => answer.View.Graph.Node(work).Key).ToArray();
        names.Should().BeEquivalentTo(
            Key("measure", "eettafel-meedoen"), Key("measure", "geldspreekuur"), Key("measure", "huiswerkklas"), Key("measure", "jongereninloop"), Key("measure", "kookclub-2025"));
        answer.Effect.EndedGrants.Should().HaveCount(5);
        answer.Reason.En.Should().Contain("we assume that they stop").And.Contain("no longer pays after 1 June 2026");
    }

    [Fact]
    public async Task Figures_before_are_those_of_the_questions_on_overlap_and_fragmentation()
    {
        var view = await Cities.VoorbeeldwijkAsync();
        var effect = view.Ask(new ScenarioQuestion { Link = [new(Key("agency", "welzijn"), Key("agency", "woonstichting"))] }).Effect!;
        var (overlap, fragmentation) = (view.Ask(new OverlapQuestion()), view.Ask(new FragmentationQuestion()));
        (effect.Before.OverlappingCount, effect.Before.CrossingPairCount).Should().Be((overlap.OverlappingCount, overlap.PairCount));
        effect.MemberCount.Should().Be(fragmentation.Members.Length, "nobody goes");
        effect.Before.Fragmentation.Should().Be(fragmentation.Fragmentation);
        effect.Before.DistanceWeightedFragmentation.Should().BeApproximately(fragmentation.DistanceWeightedFragmentation()!.Value, 1e-12);
    }

    [Fact]
    public async Task A_link_brings_together_and_takes_nothing_away_and_its_opposite_undoes_it()
    {
        var view = await Cities.VoorbeeldwijkAsync();
        var (one, other) = (Key("agency", "welzijn"), Key("agency", "woonstichting"));
        var linked = view.Ask(new ScenarioQuestion { Link = [new(one, other)] }).Effect!;
        linked.Loses.Should().BeFalse();
        linked.After.DistanceWeightedFragmentation.Should().BeLessThan(linked.Before.DistanceWeightedFragmentation!.Value);
        linked.After.Coordination.Coordinated.Should().Be(linked.Before.Coordination.Coordinated + 1);
        var unlinked = view.Ask(new ScenarioQuestion { Unlink = [new(one, other)] }).Effect!;
        unlinked.After.Should().Be(unlinked.Before, "they were asked before, and have no contact");
    }

    [Fact]
    public async Task Where_nobody_was_asked_fragmentation_is_not_told_and_the_reason_is()
    {
        var view = await Cities.AmsterdamAsync();
        var cell = view.Ask(new OverlapQuestion { Area = "Oost" }).Cells[0];
        var answer = view.Ask(new ScenarioQuestion { Area = "Oost", Stop = [cell.View.Graph.Node(cell.Measures[0]).Key] });
        (answer.Effect!.Before.Fragmentation, answer.Effect.After.Fragmentation).Should().Be((null, null));
        answer.Reason.Nl.Should().Contain("Hoe versnipperd de samenwerking is, weten we niet: niemand is gevraagd wie met wie contact heeft.");
        answer.Effect.FewerOffers.Concat(answer.Effect.WithoutOffer).Should().Contain(offer => offer.Group == cell.Place.Group && offer.Area == cell.Place.Area);
    }

    [Fact]
    public void What_only_somebody_who_leaves_runs_stops_and_what_two_run_goes_on()
    {
        var (group, area, one, other) = (graph.Node(NodeKind.TargetGroup, "ouderen"), graph.Area("buurt"), graph.Agency("een"), graph.Agency("twee"));
        var (alone, together) = (graph.Measure("alleen", null, one), graph.Measure("samen", null, one, other));
        graph.Target(alone, group, area);
        graph.Target(together, group, area);
        var answer = graph.Snapshot().Ask(new ScenarioQuestion { Leave = ["een"] });
        answer.Effect!.Stopping.Select(work => answer.View.Graph.Node(work).Key).Should().Equal(alone);
        var fewer = answer.Effect.FewerOffers.Should().ContainSingle().Subject;
        (answer.View.Graph.Node(fewer.Lost.Single()).Key, answer.View.Graph.Node(fewer.Left.Single()).Key).Should().Be((alone, together));
    }

    [Fact]
    public void A_group_that_keeps_only_something_for_a_wider_group_is_told_so()
    {
        var (wide, area) = (graph.Node(NodeKind.TargetGroup, "jongeren"), graph.Area("buurt"));
        var narrow = graph.Node(NodeKind.TargetGroup, "jongeren met schulden");
        graph.Relate(RelationKind.PartOf, narrow, wide);
        var (stops, stays) = (graph.Measure("schuldhulp", null, graph.Agency("een")), graph.Measure("inloop", null, graph.Agency("twee")));
        graph.Target(stops, narrow, area);
        graph.Target(stays, wide, area);
        var lost = graph.Snapshot().Ask(new ScenarioQuestion { Stop = [stops] }).Effect!.WithoutOffer.Should().ContainSingle().Subject;
        lost.View.Graph.Node(lost.Wider.Single()).Key.Should().Be(stays);
        lost.Reason.En.Should().EndWith("all that stays is for a wider group or a larger area: ‘inloop’.");
    }

    [Fact]
    public void A_barrier_that_loses_its_last_offer_comes_before_less_of_an_offer()
    {
        var (group, area, barrier) = (graph.Node(NodeKind.TargetGroup, "ouderen"), graph.Area("buurt"), graph.Node(NodeKind.Barrier, "drempels"));
        var (stops, stays) = (graph.Measure("weg", null, graph.Agency("een")), graph.Measure("blijft", null, graph.Agency("twee")));
        graph.Relate(RelationKind.Addresses, stops, barrier);
        graph.Target(stops, group, area);
        graph.Target(stays, group, area);
        graph.Snapshot().Ask(new ScenarioQuestion { Stop = [stops] }).Reason.En.Should()
            .StartWith("First agree who works on ‘drempels’: if ‘weg’ stops, nobody works on that any more, as far as we know. Ouderen in buurt keeps fewer offers: ‘blijft’ stays.");
    }

    [Fact]
    public void Two_grants_of_one_payer_stay_two_when_what_they_pay_becomes_one()
    {
        var (payer, one, other) = (graph.Agency("fonds"), graph.Measure("een", null), graph.Measure("twee", null));
        foreach (var measure in new[] { one, other }) graph.Relate(RelationKind.Funds, payer, measure, ("amount", 100m), ("year", 2026), ("ordinal", 1));
        var answer = graph.Snapshot().Ask(new ScenarioQuestion { Merge = [new(one, other)] });
        answer.Effect.Should().NotBeNull();
        graph.Snapshot().Ask(new ScenarioQuestion { Merge = [new(one, other)], FundingEnds = [payer] }).Effect!.EndedGrants.Should().HaveCount(2);
    }

    [Fact]
    public void What_is_not_there_is_named_twice_or_does_not_go_together_is_said_and_nothing_is_worked_out()
    {
        var (one, person) = (graph.Measure("een", null), graph.Professional("coach"));
        foreach (var (question, why) in new (ScenarioQuestion, string)[]
        {
            (new() { Stop = ["nergens"] }, "No measure or residents' initiative has the key or name 'nergens'"),
            (new() { Stop = [one], Merge = [new(graph.Measure("twee", null), one)] }, "'een' goes and is named once more"),
            (new() { Merge = [new(one, one)] }, "'een' and 'een' are not two of the same kind"),
            (new() { Leave = [person], Link = [new(person, graph.Agency("drie"))] }, "'coach' goes and is named once more"),
            (new() { FundingEnds = [one] }, "No money of or for 'een' is known that holds on this day"),
        })
        {
            var answer = graph.Snapshot().Ask(question);
            answer.Effect.Should().BeNull();
            answer.Problems.Select(problem => problem.En).Should().Contain(problem => problem.StartsWith(why));
            answer.Reason.En.Should().Contain("Nothing was worked out.");
        }
    }

    [Fact]
    public void A_person_is_found_by_role_and_never_by_name()
    {
        graph.Node(NodeKind.Professional, "Vera Voorbeeld", ("role", "verpleegkundige"));
        graph.Snapshot().Ask(new ScenarioQuestion { Leave = ["Vera Voorbeeld"] }).Problems.Should().ContainSingle();
        var answer = graph.Snapshot().Ask(new ScenarioQuestion { Leave = ["verpleegkundige"] });
        answer.Problems.Should().BeEmpty();
        $"{answer.Reason.Nl} {answer.NextStep.Nl} {answer.Title}".Should().NotContain("Vera").And.Contain("verpleegkundige");
    }

    [Fact]
    public void Equal_questions_are_equal_whatever_lists_they_were_made_of()
    {
        new ScenarioQuestion { Stop = ["a", "b"], Link = [new("a", "b")] }.Should().Be(new ScenarioQuestion { Stop = ["a", "b"], Link = [new("a", "b")] });
        new ScenarioQuestion { Stop = ["a", "b"] }.Should().NotBe(new ScenarioQuestion { Stop = ["b", "a"] });
        $"{new ScenarioQuestion { Stop = ["a"] }}".Should().NotBe($"{new ScenarioQuestion { Stop = ["b"] }}", "lists of an answer are told apart by what was asked");
    }

    private static string Key(string kind, string id) => $"{kind}:{Voorbeeldwijk}{id}";
}
