using Wijk.Graph.Findings.Fragmentation;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Findings;

public class FragmentationFindingTests
{
    private readonly GraphBuilder graph = new();

    [Fact]
    public void Without_recorded_collaboration_there_is_no_F_and_the_reason_is_said()
    {
        Agencies(4);
        var answer = Ask();
        (answer.Fragmentation, answer.DistanceWeightedFragmentation(), answer.Silos).Should().Be((null, null, null));
        answer.Components.Should().BeEmpty();
        answer.Reason.En.Should().StartWith("No collaboration is recorded: 0 of 6 pairs asked.");
        answer.Reason.Nl.Should().StartWith("Er is geen samenwerking vastgelegd: 0 van 6 paren gevraagd.");
    }

    [Fact]
    public void Only_who_was_asked_takes_part()
    {
        var agencies = Agencies(5);
        graph.Tie(agencies[0], agencies[1], 3);
        graph.Tie(agencies[2], agencies[3], 1);
        var answer = Ask();
        answer.Members.Should().HaveCount(4, "of the fifth nobody asked anything");
        answer.Fragmentation.Should().BeApproximately(2.0 / 3, 1e-12, "8 of the 12 ordered pairs are cut");
    }

    [Fact]
    public void Asked_and_no_contact_makes_a_member_without_a_tie()
    {
        var agencies = Agencies(2);
        graph.Tie(agencies[0], agencies[1], 0);
        var answer = Ask();
        (answer.AskedPairCount, answer.TieCount, answer.Fragmentation).Should().Be((1, 0, 1.0));
    }

    [Fact]
    public void A_higher_level_leaves_fewer_ties()
    {
        var agencies = Agencies(3);
        graph.Tie(agencies[0], agencies[1], 3);
        graph.Tie(agencies[1], agencies[2], 2);
        Ask(1).TieCount.Should().Be(2);
        Ask(3).TieCount.Should().Be(1);
    }

    [Fact]
    public void Contradicting_reports_count_at_the_lowest_level_and_are_counted()
    {
        var agencies = Agencies(2);
        graph.Tie(agencies[0], agencies[1], 4, "a");
        graph.Tie(agencies[0], agencies[1], 2, "b");
        (Ask(2).TieCount, Ask(3).TieCount, Ask().ContradictingPairCount).Should().Be((1, 0, 1));
    }

    [Fact]
    public void A_connection_that_one_person_carries_hangs_on_that_person()
    {
        var agencies = Agencies(4); // 0-1 and 2-3 are tied; only the person ties 1 with 2
        graph.Tie(agencies[0], agencies[1], 3);
        graph.Tie(agencies[2], agencies[3], 3);
        var person = graph.Professional("opbouwwerker", agencies[1]);
        graph.Tie(person, agencies[2], 3);
        var answer = Ask();
        answer.Components.Should().ContainSingle();
        var bridge = answer.PersonBridges.Should().ContainSingle().Subject;
        Key(bridge.Person).Should().Be(person);
        bridge.CutOff.Select(Key).Should().HaveCount(2).And.BeSubsetOf(agencies);

        graph.Tie(agencies[1], agencies[2], 1);
        Ask().PersonBridges.Should().BeEmpty("the agencies now have a tie of their own");
    }

    [Fact]
    public void A_person_without_agency_is_a_member_but_never_in_a_list_of_values()
    {
        var agencies = Agencies(2);
        var person = graph.Professional("vrijwilliger");
        graph.Tie(person, agencies[0], 2);
        graph.Tie(person, agencies[1], 2);
        var answer = Ask();
        answer.Members.Should().HaveCount(3);
        answer.Betweenness().Should().BeEmpty("the only one in between is a person");
        Key(answer.PersonBridges.Single().Person).Should().Be(person);
    }

    [Fact]
    public void An_isolated_initiative_says_whether_it_was_asked()
    {
        var agency = graph.Agency("a");
        var (asked, silent, supported) = (Initiative("gevraagd"), Initiative("stil"), Initiative("gesteund"));
        graph.Tie(agency, asked, 0);
        graph.Relate(RelationKind.Supports, agency, supported);
        Ask().IsolatedInitiatives.Select(isolated => (Key(isolated.Initiative), isolated.WasAsked)).Should().BeEquivalentTo([(asked, true), (silent, false)]);
    }

    [Fact]
    public void Ties_inside_domains_point_to_silos()
    {
        // Two domains of five, every pair inside tied and one tie between: (1 - 20) / 21.
        var groups = new[] { "Sport", "Zorg" }.Select(name =>
        {
            var domain = graph.Node(NodeKind.Domain, name);
            var agencies = Enumerable.Range(0, 5).Select(i => graph.Agency($"{name} {i}")).ToArray();
            foreach (var agency in agencies) graph.Relate(RelationKind.InDomain, agency, domain);
            for (var i = 0; i < 5; i++)
            {
                for (var j = i + 1; j < 5; j++) graph.Tie(agencies[i], agencies[j], 2);
            }

            return agencies;
        }).ToArray();
        graph.Tie(groups[0][0], groups[1][0], 2);
        var silos = Ask().Silos!;
        silos.Index.Should().BeApproximately(-19.0 / 21, 1e-12);
        silos.Expected.Should().BeGreaterThan(silos.Index);
        silos.PValue.Should().BeLessThan(0.05);
        // Of 45 pairs 20 are of one domain, so of 21 ties chance puts 21 * 20 / 45 inside.
        silos.ExpectedInternalCount.Should().BeApproximately(21 * 20 / 45.0, 1e-9);
        Ask().Reason.En.Should().Contain("20 stay inside the domain (E-I -0.90). If ties took no notice of domains it would be about 9; that points to silos: more than chance gives.");
    }

    [Fact]
    public void What_nobody_asked_leaves_figures_open_over_all_who_are_active()
    {
        var agencies = Agencies(10);
        graph.Tie(agencies[0], agencies[1], 3);
        var answer = Ask();
        (answer.Fragmentation, answer.Bounds!.Listed.Length, answer.Bounds.UnknownPairCount).Should().Be((0.0, 10, 44L));
        answer.Bounds.Connectivity.Fragmentation.Low.Should().Be(0, "all may know each other");
        answer.Bounds.Connectivity.Fragmentation.High.Should().BeApproximately(44 / 45.0, 1e-12, "or only those two");
        answer.Reason.En.Should().Contain("For all 10 together we cannot say how fragmented it is: 44 pairs not known.");
    }

    [Fact]
    public void Once_nearly_all_was_asked_the_bounds_are_told_and_who_is_a_cut_point_for_certain()
    {
        // A star whose leaves do not know each other, but for two of whom nobody asked.
        var agencies = Agencies(6);
        foreach (var leaf in agencies[1..]) graph.Tie(agencies[0], leaf, 2);
        for (var i = 1; i < 6; i++)
        {
            for (var j = i + 1; j < 6; j++)
            {
                if ((i, j) != (1, 2)) graph.Tie(agencies[i], agencies[j], 0);
            }
        }

        var answer = Ask();
        answer.ArticulationPoints.Should().ContainSingle().Which.IsCertain.Should().BeTrue();
        answer.Bridges.Where(bridge => bridge.IsCertain).Should().HaveCount(3, "the two of whom nobody asked may have another way");
        answer.Reason.En.Should().Contain("For all 6 together F is 0%, however the 1 pair we do not know turns out.").And.Contain("even if all of whom we do not know it know each other");
    }

    [Fact]
    public void A_person_without_agency_does_not_make_more_than_all_pairs_asked()
    {
        var agencies = Agencies(2);
        var person = graph.Node(NodeKind.Professional, "Anna Bakker", ("role", "vrijwilliger"));
        graph.Tie(person, agencies[0], 2);
        graph.Tie(person, agencies[1], 2);
        var answer = Ask();
        answer.Coverage.Select(item => (item.Known, item.Total)).Should().Equal((2, 2), (0, 1));
        answer.Reason.Nl.Should().Contain("Van 1 paar zijn er 0 gevraagd").And.Contain("2 van 2 organisaties en initiatieven")
            .And.Contain("en 1 professional zonder organisatie").And.NotContain("Bakker");
        answer.Reason.En.Should().Contain("There is 1 connection that hangs on one person; if that person leaves, 1 party is cut off.").And.NotContain("Bakker");
    }

    [Fact]
    public void A_professional_of_two_agencies_speaks_for_both_and_carries_both_ties()
    {
        var agencies = Agencies(3);
        graph.Tie(graph.Professional("wijkverpleegkundige", agencies[0], agencies[1]), agencies[2], 3);
        var answer = Ask();
        (answer.Members.Length, answer.TieCount).Should().Be((3, 2));
        answer.PersonBridges.Should().ContainSingle().Which.CutOff.Should().HaveCount(2, "without the nurse all three stand apart");
    }

    [Fact]
    public void An_initiative_tied_to_somebody_from_elsewhere_does_not_stand_alone()
    {
        var (east, initiative) = (graph.Area("Oost"), Initiative("Buurttuin"));
        graph.Target(initiative, null, east);
        graph.Tie(initiative, graph.Agency("van elders"), 2);
        graph.Snapshot().Ask(new FragmentationQuestion { Area = "Oost" }).IsolatedInitiatives.Should().BeEmpty();
        var answer = graph.Snapshot().Ask(new FragmentationQuestion { Area = "Oost", Level = 3 });
        answer.IsolatedInitiatives.Should().ContainSingle().Which.WasAsked.Should().BeTrue();
        answer.Reason.Nl.Should().Contain("1 bewonersinitiatief is gevraagd en heeft op dit niveau geen contact en geen steun.").And.NotContain("staat alleen")
            .And.Contain("Er is geen samenwerking vastgelegd tussen wie in Oost werkt");
    }

    [Fact]
    public void When_all_was_asked_nothing_more_is_asked_and_no_contact_is_told_as_such()
    {
        var agencies = Agencies(2);
        graph.Tie(agencies[0], agencies[1], 2);
        Ask().NextStep.Nl.Should().StartWith("Alle paren zijn gevraagd.");
        Ask().Reason.Nl.Should().Contain("Van 1 paar is er 1 gevraagd").And.Contain("Alle 2 zijn, soms langs een omweg, met elkaar verbonden");
        Ask(3).Reason.Nl.Should().Contain("Niemand van hen heeft contact met een ander (niveau 3, stemmen af, of hoger): F is 1.");
    }

    [Fact]
    public void Pairs_that_were_not_asked_are_said_to_count_as_no_contact()
    {
        var agencies = Agencies(4);
        graph.Tie(agencies[0], agencies[1], 2);
        graph.Tie(agencies[2], agencies[3], 2);
        Ask().Reason.Nl.Should().Contain("Het netwerk valt in 2 delen uiteen, het grootste met 2: 67% van de paren heeft geen enkele weg naar elkaar")
            .And.Contain("Paren die niet gevraagd zijn, tellen hierin als: geen contact.");
    }

    [Fact]
    public void What_stands_on_record_makes_the_network_and_is_never_called_asked()
    {
        var agencies = Agencies(4);
        Record(agencies[0], agencies[1], 3);
        var answer = Ask();
        (answer.Fragmentation, answer.AskedPairCount, answer.RecordedPairCount).Should().Be((0.0, 0, 1));
        answer.Reason.Nl.Should().StartWith("Van 6 paren zijn er 0 gevraagd en van 1 staat contact vast in test; wat hieronder staat gaat over de 2 van 4");
        answer.Reason.En.Should().StartWith("Of 6 pairs 0 were asked and 1 is on record in test; what follows");
        answer.NextStep.Nl.Should().Be("Vraag de paren die nog niet gevraagd zijn.", "of 5 of the 6 we know nothing");
        answer.Coverage.Select(item => (item.Known, item.Total)).Should().Equal((2, 4), (0, 6), (1, 6));
        graph.Tie(agencies[0], agencies[2], 1);
        Record(agencies[1], agencies[2], null);
        Ask().Reason.En.Should().StartWith("Of 6 pairs 1 was asked and 2 are on record in test;");
    }

    [Fact]
    public async Task Work_that_has_ended_is_no_contact_on_record()
    {
        var answer = (await Cities.VoorbeeldwijkAsync()).Ask(new FragmentationQuestion());
        answer.Coverage[^1].What.En.Should().Be("targetings that held on 1 June 2026");
        answer.Reason.En.Should().StartWith("Of 378 pairs 29 were asked; what follows is about the 20 of 28 organisations");
        answer.Reason.Nl.Should().StartWith("Van 378 paren zijn er 29 gevraagd; wat hieronder staat gaat over de 20 van 28 organisaties");
    }

    [Fact]
    public void When_the_contact_of_all_is_on_record_nobody_is_called_asked()
    {
        var agencies = Agencies(2);
        Record(agencies[0], agencies[1], 3);
        Ask().NextStep.Nl.Should().Be("Van alle paren is het contact bekend. Vraag bewoners of zij merken dat er wordt samengewerkt.");
    }

    [Fact]
    public void What_is_on_record_of_somebody_without_an_organisation_is_no_pair_of_organisations()
    {
        var agencies = Agencies(3);
        graph.Tie(agencies[0], agencies[1], 3);
        Record(agencies[0], graph.Professional("huisarts"), 3);
        var answer = Ask();
        answer.RecordedPairCount.Should().Be(1);
        answer.Reason.En.Should().StartWith("Of 3 pairs 1 was asked; what follows is about the 2 of 3 organisations");
    }

    [Fact]
    public void A_register_that_says_no_level_says_nothing_of_coordination()
    {
        var agencies = Agencies(3);
        graph.Tie(agencies[0], agencies[1], 3);
        Record(agencies[1], agencies[2], null);
        (Ask(2).TieCount, Ask(2).RecordedPairCount, Ask(2).Members.Length).Should().Be((2, 1, 3));
        (Ask(3).TieCount, Ask(3).RecordedPairCount, Ask(3).Members.Length).Should().Be((1, 0, 2));
    }

    [Fact]
    public void An_initiative_that_only_stands_in_a_register_was_not_asked()
    {
        Record(Initiative("stil"), graph.Agency("a"), 1);
        Ask().IsolatedInitiatives.Should().BeEmpty();
        Ask(2).IsolatedInitiatives.Should().ContainSingle().Which.WasAsked.Should().BeFalse();
        Ask(2).Reason.En.Should().Contain("Of 1 residents' initiative no tie or support at this level is known, money at most; it was not asked.");
    }

    [Fact]
    public void An_empty_graph_has_an_answer()
    {
        var answer = Ask();
        (answer.Fragmentation, answer.ActorCount).Should().Be((null, 0));
        answer.Betweenness().Should().BeEmpty();
        answer.Reason.Nl.Should().StartWith("Er is geen samenwerking vastgelegd: 0 van 0 paren gevraagd.");
    }

    private string[] Agencies(int count) => [.. Enumerable.Range(0, count).Select(i => graph.Agency("agency " + i))];

    private string Initiative(string name) => graph.Node(NodeKind.Initiative, name);

    private void Record(string a, string b, int? level) => graph.Relate(RelationKind.Collaborates, a, b, ("level", level), ("reportedBy", "convenant"));

    private FragmentationAnswer Ask(int level = 1) => graph.Snapshot().Ask(new FragmentationQuestion { Level = level });

    private string Key(int node)
    {
        GraphSnapshot snapshot = graph.Snapshot();
        return snapshot.Node(node).Key;
    }
}
