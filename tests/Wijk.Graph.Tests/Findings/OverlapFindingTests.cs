using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Findings;

public class OverlapFindingTests
{
    private readonly GraphBuilder graph = new();
    private readonly string youth;
    private readonly string east;
    private readonly string sport;
    private readonly string care;
    private readonly string catchAll;

    public OverlapFindingTests()
    {
        youth = graph.Node(NodeKind.TargetGroup, "jongeren");
        east = graph.Area("Oost");
        sport = graph.Node(NodeKind.Domain, "Sport");
        care = graph.Node(NodeKind.Domain, "Zorg");
        catchAll = graph.Node(NodeKind.Domain, "Algemeen", ("catchAll", true));
    }

    [Fact]
    public void Two_agencies_from_different_domains_for_one_group_in_one_area_overlap()
    {
        Offer("Club", sport);
        Offer("GGD", care);
        var cell = Ask().Cells.Should().ContainSingle().Subject;
        cell.IsOverlapping.Should().BeTrue();
        cell.PairCount.Should().Be(1);
        cell.Severity.Should().Be(1);
        cell.EffectiveDomainCount.Should().BeApproximately(2, 1e-12);
    }

    [Fact]
    public void Agencies_from_one_domain_crowd_a_cell_without_overlap()
    {
        Offer("Club", sport);
        Offer("Vereniging", sport);
        var cell = Ask().Cells.Should().ContainSingle().Subject;
        cell.IsOverlapping.Should().BeFalse();
        cell.Reason.Nl.Should().Contain("2 van de 2 staan onder Sport");
    }

    [Fact]
    public void Agencies_whose_domains_differ_but_meet_do_not_cross()
    {
        Offer("Club", sport);
        Offer("GGD", care);
        graph.Relate(RelationKind.InDomain, Keys.Of(NodeKind.Measure, GraphBuilder.Namespace, "werk van GGD"), sport);
        var cell = Ask().Cells.Should().ContainSingle().Subject;
        (cell.IsOverlapping, cell.WhollyDifferentPairCount).Should().Be((false, 0));
        cell.Reason.Nl.Should().Contain("2 van de 2 staan onder Sport.");
    }

    [Fact]
    public void A_pair_says_how_many_of_its_measures_cross_and_the_cell_how_many_pairs_are_wholly_different()
    {
        Offer("Club", sport);
        var ggd = Offer("GGD", care);
        graph.Target(graph.Measure("sport van GGD", sport, ggd), youth, east);
        Offer("School", catchAll);
        var cell = Ask().Cells.Single();
        var pair = cell.Pairs.Should().ContainSingle().Subject;
        DomainWords.Of(pair).Should().Be(new Words("1 van 2 paren maatregelen komt uit verschillende domeinen.", "1 of 2 pairs of measures comes from different domains."));
        (cell.PairCount, cell.WhollyDifferentPairCount).Should().Be((1, 0));
        cell.Reason.En.Should().Contain("1 pair comes from different domains (Sport, Zorg); it also works in the same domain.");
        Offer("Zorggroep", care);
        (Ask().PairCount, Ask().WhollyDifferentPairCount).Should().Be((3, 1), "the club and the care group share nothing; the GGD's sport crosses its care");
        Ask().Cells.Single().Reason.En.Should().Contain("3 pairs come from different domains (Sport, Zorg); 1 of them is wholly different and shares no domain at all.");
    }

    [Fact]
    public void Three_who_share_two_by_two_are_crowded_without_one_domain_in_common()
    {
        var third = graph.Node(NodeKind.Domain, "Jeugd");
        foreach (var (name, one, other) in new[] { ("Club", sport, care), ("GGD", care, third), ("School", third, sport) })
        {
            Offer(name, one);
            graph.Relate(RelationKind.InDomain, Keys.Of(NodeKind.Measure, GraphBuilder.Namespace, "werk van " + name), other);
        }

        Ask().Cells.Single().Reason.En.Should().Contain("3 of the 3 share a domain two by two (Jeugd, Sport, Zorg).");
    }

    [Fact]
    public void Domains_are_compared_on_the_level_that_is_asked_for()
    {
        var (football, swimming, other) = (Part("voetbal", sport), Part("zwemmen", sport), graph.Node(NodeKind.Domain, "elders", ("catchAll", true)));
        graph.Relate(RelationKind.PartOf, football, other);
        Offer("Club", football);
        Offer("Bad", swimming);
        Ask().PairCount.Should().Be(0, "both are sport, and a catch-all is no whole");
        var cell = graph.Snapshot().Ask(new OverlapQuestion { Level = 1 }).Cells.Single();
        cell.Reason.En.Should().Contain("1 pair comes from different domains (voetbal, zwemmen).");
        Offer("Sportbond", sport);
        graph.Snapshot().Ask(new OverlapQuestion { Level = 1 }).PairCount.Should().Be(3, "what lies less deep counts as itself");
        graph.Snapshot().Ask(new OverlapQuestion { Level = OverlapQuestion.DeepestLevel }).PairCount.Should().Be(3);
        ((Action)(() => _ = new OverlapQuestion { Level = -1 })).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Domains_of_one_name_are_one_and_a_circle_of_domains_ends()
    {
        var again = Part("Sport, nog eens", sport);
        graph.Relate(RelationKind.PartOf, sport, again);
        Offer("Club", sport);
        Offer("Vereniging", again);
        Ask().PairCount.Should().Be(1, "in a circle each is its own top");
        var contents = graph.Contents();
        var renamed = contents.Nodes.Select(node => node.Key == again ? node with { Attributes = node.Attributes.With("name", "Sport") } : node);
        GraphSnapshot.Of(contents with { Nodes = [.. renamed] }).Ask(new OverlapQuestion()).PairCount.Should().Be(0);
    }

    [Fact]
    public void A_catch_all_makes_no_difference_between_domains()
    {
        Offer("Club", sport);
        Offer("Fonds", catchAll);
        var cell = Ask().Cells.Should().ContainSingle().Subject;
        cell.IsOverlapping.Should().BeFalse();
        cell.Agencies.Should().HaveCount(2, "the measures in a catch-all stay active");
    }

    [Fact]
    public void Half_a_year_in_common_weighs_half()
    {
        Offer("Club", sport, "2025-01", "2025-12");
        Offer("GGD", care, "2025-01-01", "2025-07-02"); // 183 of 365 days
        graph.Snapshot().Ask(new OverlapQuestion { AsOf = new(2025, 3, 1) }).Cells.Single().Severity.Should().BeApproximately(183.0 / 365, 1e-12);
    }

    [Fact]
    public void An_unknown_end_counts_as_simultaneous_and_is_said()
    {
        Offer("Club", sport, "2024");
        Offer("GGD", care, "2025", "2025");
        var cell = graph.Snapshot().Ask(new OverlapQuestion { AsOf = new(2025, 6, 1) }).Cells.Single();
        cell.IsOverlapping.Should().BeTrue();
        cell.OpenPeriodCount.Should().Be(1);
        cell.Reason.Nl.Should().Contain("Begin of eind onbekend bij 1 van 2");
    }

    [Fact]
    public void Where_nobody_asked_coordination_is_unknown_and_no_share_is_given()
    {
        Offer("Club", sport);
        Offer("GGD", care);
        var cell = Ask().Cells.Single();
        (cell.Coordination.Coordinated, cell.Coordination.NotCoordinated, cell.Coordination.Unknown).Should().Be((0, 0, 1));
        cell.Coordination.Share.Should().BeNull();
        cell.Reason.En.Should().Contain("we do not know: nobody asked").And.NotContain("uncoordinated");
    }

    [Fact]
    public void Coordination_starts_at_level_three_and_its_share_is_of_the_known_pairs()
    {
        var (club, ggd, school) = (Offer("Club", sport), Offer("GGD", care), Offer("School", sport));
        graph.Tie(club, ggd, 3);
        graph.Tie(ggd, school, 2);
        var coordination = Ask().Cells.Single().Coordination;
        (coordination.Coordinated, coordination.NotCoordinated, coordination.Unknown).Should().Be((1, 1, 1));
        coordination.Share.Should().Be(0.5);
    }

    [Fact]
    public void Where_reports_differ_the_lowest_level_counts_and_professionals_speak_for_their_agency()
    {
        var (club, ggd) = (Offer("Club", sport), Offer("GGD", care));
        graph.Tie(club, ggd, 4, "Club");
        graph.Tie(club, ggd, 1, "GGD");
        Ask().Cells.Single().Coordination.NotCoordinated.Should().Be(1);
        graph.Tie(graph.Professional("jongerenwerker", club), ggd, 3);
        Ask().Cells.Single().Coordination.Coordinated.Should().Be(1, "an agency's level is the highest of its own and its professionals'");
    }

    [Fact]
    public void A_funder_and_an_initiative_stand_beside_and_make_no_pair()
    {
        var club = Offer("Club", sport);
        graph.Relate(RelationKind.Funds, graph.Agency("Stadsdeel"), Keys.Of(NodeKind.Measure, GraphBuilder.Namespace, "werk van Club"),
            ("amount", 100m), ("currency", "EUR"), ("year", 2025), ("ordinal", 1));
        graph.Target(graph.Node(NodeKind.Initiative, "Buurttuin"), youth, east);
        Ask().Cells.Should().BeEmpty("only one agency runs something here");
        Offer("GGD", care);
        var cell = Ask().Cells.Single();
        cell.Agencies.Select(agency => Name(agency.Actor)).Should().BeEquivalentTo("Club", "GGD");
        cell.Funders.Select(Name).Should().Equal("Stadsdeel");
        cell.Initiatives.Select(Name).Should().Equal("Buurttuin");
        cell.Granted.Should().ContainSingle().Which.Should().Be(KeyValuePair.Create("EUR", 100m));
        club.Should().NotBeNull();
    }

    [Fact]
    public void The_activity_lens_finds_who_does_the_same_in_the_same_place_without_a_group()
    {
        graph.Target(graph.Measure("a", sport, graph.Agency("Club")), null, east);
        graph.Target(graph.Measure("b", sport, graph.Agency("School")), null, east);
        Ask().Cells.Should().BeEmpty();
        Ask(OverlapLens.Activity).Cells.Single().PairCount.Should().Be(1);
    }

    [Fact]
    public void A_targeting_without_group_or_area_is_counted_in_coverage()
    {
        graph.Target(graph.Measure("a", sport, graph.Agency("Club")), youth, null);
        graph.Target(graph.Measure("b", sport, graph.Agency("School")), null, east);
        var answer = Ask();
        answer.Coverage.Single(item => item.What.En.Contains("target group", StringComparison.Ordinal)).Should().Match<Coverage>(item => item.Known == 1 && item.Total == 2);
        answer.Reason.En.Should().StartWith("Of no work do we know who does it, for whom and where", "what is not seen follows as coverage");
    }

    [Fact]
    public void An_area_takes_its_parts_along_and_an_unknown_one_is_refused()
    {
        var street = graph.Area("Straat", east);
        graph.Target(graph.Measure("a", sport, graph.Agency("Club")), youth, street);
        graph.Target(graph.Measure("b", care, graph.Agency("GGD")), youth, street);
        graph.Snapshot().Ask(new OverlapQuestion { Area = "oost" }).Cells.Should().ContainSingle();
        var ask = () => graph.Snapshot().Ask(new OverlapQuestion { Area = "West" });
        ask.Should().Throw<UnknownAreaException>().WithMessage("*'West'*");
    }

    [Fact]
    public void Barriers_say_who_has_an_offer_and_which_nobody_addresses()
    {
        Offer("Club", sport);
        Offer("GGD", care);
        var (open, addressed) = (graph.Node(NodeKind.Barrier, "geen plek"), graph.Node(NodeKind.Barrier, "geld"));
        foreach (var barrier in new[] { open, addressed })
        {
            graph.Relate(RelationKind.For, barrier, youth);
            graph.Relate(RelationKind.In, barrier, east);
        }

        graph.Relate(RelationKind.Addresses, graph.Node(NodeKind.LeveragePoint, "regel"), open);
        graph.Relate(RelationKind.Addresses, graph.Measure("fonds", null), addressed);
        var answer = Ask();
        answer.Barriers.Select(barrier => (Name(barrier.Barrier), barrier.Offers.Length)).Should().Equal(("geen plek", 0), ("geld", 1));
        answer.Cells.Single().Reason.Nl.Should().Contain("Zonder aanbod: geen plek");
    }

    [Fact]
    public void On_a_day_only_what_held_then_counts()
    {
        Offer("Club", sport, "2024", "2024");
        Offer("GGD", care, "2025", "2025");
        foreach (var day in new[] { new DateOnly(2024, 6, 1), new DateOnly(2025, 6, 1) })
            graph.Snapshot().Ask(new OverlapQuestion { AsOf = day }).Cells.Should().BeEmpty("only one of them was there");
    }

    [Fact]
    public void The_same_question_to_the_same_snapshot_is_answered_once()
    {
        Offer("Club", sport);
        var snapshot = graph.Snapshot();
        snapshot.Ask(new OverlapQuestion()).Should().BeSameAs(snapshot.Ask(new OverlapQuestion()));
    }

    private string Part(string name, string whole)
    {
        var domain = graph.Node(NodeKind.Domain, name);
        graph.Relate(RelationKind.PartOf, domain, whole);
        return domain;
    }

    private string Offer(string name, string domain, string? from = null, string? to = null)
    {
        var agency = graph.Agency(name);
        graph.Target(graph.Measure("werk van " + name, domain, agency), youth, east, from, to);
        return agency;
    }

    private OverlapAnswer Ask(OverlapLens lens = OverlapLens.Group) => graph.Snapshot().Ask(new OverlapQuestion { Lens = lens });

    private string Name(int node) => Snapshot.Node(node).Name;

    private GraphSnapshot Snapshot => graph.Snapshot();
}
