using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Findings;

/// <summary>Sentences stay true when there is none, one, some or all of something.</summary>
public class OverlapSentenceTests
{
    private readonly GraphBuilder graph = new();
    private readonly string youth;
    private readonly string east;
    private readonly string sport;
    private readonly string care;

    public OverlapSentenceTests()
    {
        (youth, east) = (graph.Node(NodeKind.TargetGroup, "jongeren"), graph.Area("Oost"));
        (sport, care) = (graph.Node(NodeKind.Domain, "Sport"), graph.Node(NodeKind.Domain, "Zorg"));
    }

    [Fact]
    public void Work_that_nobody_is_known_to_do_is_not_called_work_without_a_place()
    {
        graph.Target(graph.Measure("van niemand", sport), youth, east);
        var reason = Ask().Reason;
        reason.Nl.Should().Contain("Van geen enkel werk weten we wie het doet, voor wie én waar");
        reason.En.Should().Contain("Of no work do we know who does it, for whom and where");
    }

    [Fact]
    public void Initiatives_alone_make_no_cell_with_organisations()
    {
        graph.Target(graph.Node(NodeKind.Initiative, "Buurttuin"), youth, east);
        var answer = Ask();
        (answer.CellCount, answer.Cells.Length).Should().Be((1, 0));
        answer.Reason.Nl.Should().Contain("Nergens vonden we twee of meer organisaties");
    }

    [Fact]
    public void An_empty_graph_has_an_answer()
    {
        var answer = new GraphBuilder().Snapshot().Ask(new OverlapQuestion());
        answer.Cells.Should().BeEmpty();
        answer.AgencyPairs().Should().BeEmpty();
        answer.Reason.Nl.Should().StartWith("Van geen enkel werk");
    }

    [Fact]
    public void One_combination_is_told_in_the_singular()
    {
        Offer("Club", sport);
        Offer("GGD", care);
        var answer = Ask();
        answer.Reason.Nl.Should().Contain("1 combinatie van doelgroep en gebied met twee of meer organisaties in dezelfde tijd; daar treffen verschillende domeinen elkaar.");
        answer.Cells[0].Reason.Nl.Should().Contain("1 paar komt uit verschillende domeinen").And.NotContain("1 paren");
        answer.NextStep.Nl.Should().Be("Begin met jongeren in Oost: leg de lijst voor aan wie erop staan en vraag met wie zij afstemmen.");
    }

    [Theory]
    [InlineData(0, "Aan dit paar is gevraagd of zij afstemmen: dat doen zij niet.", "Begin met jongeren in Oost: breng bij elkaar wie nog niet afstemt.")]
    [InlineData(2, "Aan dit paar is gevraagd of zij afstemmen: dat doen zij niet.", "Begin met jongeren in Oost: breng bij elkaar wie nog niet afstemt.")]
    [InlineData(3, "Er is gemeld dat deze twee afstemmen.", "Overal is afstemming gemeld")]
    public void Where_all_was_asked_the_answer_asks_nothing_more(int level, string said, string next)
    {
        graph.Tie(Offer("Club", sport), Offer("GGD", care), level);
        var answer = Ask();
        answer.Cells[0].Reason.Nl.Should().Contain(said).And.NotContain("dubbel werk");
        answer.NextStep.Nl.Should().Contain(next);
    }

    [Fact]
    public void What_stands_on_record_is_told_as_such_and_never_as_asked()
    {
        var (club, ggd, school) = (Offer("Club", sport), Offer("GGD", care), Offer("School", sport));
        graph.Relate(RelationKind.Collaborates, club, ggd, ("level", 3), ("reportedBy", "convenant"));
        var cell = Ask().Cells[0];
        (cell.Coordination.Asked, cell.Coordination.Recorded, cell.Coordination.Known, cell.Coordination.Unknown).Should().Be((0, 1, 1, 2));
        cell.Reason.Nl.Should().Contain("Van 1 paar staat vast in test dat zij afstemmen; dat is niet gevraagd. Dit is geen bewijs van dubbel werk.").And.NotContain("is gevraagd of");
        cell.Reason.En.Should().Contain("Of 1 pair it is on record in test that they coordinate; nobody asked them.");
        graph.Tie(ggd, school, 2);
        graph.Relate(RelationKind.Collaborates, club, school, ("level", 1), ("basis", "observed"), ("reportedBy", "rondgang"));
        var answer = Ask();
        answer.Cells[0].Reason.En.Should().Contain("Whether they coordinate was asked for 1 of 3 pairs: 0 do, 1 do not. Of 1 pair it is on record in test that they coordinate; "
            + "nobody asked them. Of 1 pair a contact is on record in test, but not that they coordinate; nobody asked them.");
        answer.NextStep.En.Should().Be("Start with jongeren in Oost: bring together those who do not coordinate yet.", "not everyone was asked");
        answer.Coverage.TakeLast(2).Select(item => (item.Known, item.Total)).Should().Equal((1, 3), (2, 3));
    }

    [Fact]
    public void A_register_without_a_level_leaves_coordination_unknown()
    {
        graph.Relate(RelationKind.Collaborates, Offer("Club", sport), Offer("GGD", care), ("reportedBy", "convenant"));
        Ask().Cells[0].Reason.En.Should().Contain("Whether they coordinate we do not know: nobody asked.");
    }

    [Fact]
    public void Reports_that_contradict_are_told_in_the_cell()
    {
        var (club, ggd) = (Offer("Club", sport), Offer("GGD", care));
        graph.Tie(club, ggd, 4, "Club");
        graph.Tie(club, ggd, 1, "GGD");
        var cell = Ask().Cells[0];
        cell.Coordination.Contradicting.Should().Be(1);
        cell.Reason.Nl.Should().Contain("Over dit paar spreken de meldingen elkaar tegen: vraag aan allebei of zij afstemmen.");
    }

    [Fact]
    public void Who_runs_one_measure_together_is_not_called_the_same_thing_twice()
    {
        graph.Target(graph.Measure("samen", sport, graph.Agency("Club"), graph.Agency("School")), youth, east);
        foreach (var lens in Enum.GetValues<OverlapLens>())
            Ask(lens).Cells.Single().Reason.Nl.Should().Contain("Het gaat om één maatregel, die zij samen uitvoeren.").And.NotContain("of zij hetzelfde doen");
    }

    [Fact]
    public void An_unknown_domain_is_told_also_where_others_overlap()
    {
        Offer("Club", sport);
        Offer("GGD", care);
        Offer("Onbekend", null);
        Ask().Cells.Single().Reason.Nl.Should().Contain("1 paar komt uit verschillende domeinen").And.Contain("Van 1 kennen we geen domein, of alleen een verzamelnaam.");
    }

    [Fact]
    public void Who_stopped_running_a_measure_before_another_began_does_not_meet_it()
    {
        var (old, measure) = (graph.Agency("Oud"), graph.Measure("loket", sport, graph.Agency("Nieuw")));
        graph.Relate(RelationKind.Runs, old, measure);
        graph.Target(measure, youth, east, "2024", "2025");
        Offer("GGD", care, "2025", "2025");
        var contents = graph.Contents();
        var relations = contents.Relations.Select(relation => relation.Kind == RelationKind.Runs && relation.From == old
            ? relation with { ValidTo = PartialDate.OfYear(2024) }
            : relation);
        var snapshot = Graph.Snapshots.GraphSnapshot.Of(contents with { Relations = [.. relations] });
        snapshot.Ask(new OverlapQuestion { AsOf = new(2025, 6, 1) }).Cells.Single().Agencies.Length.Should().Be(2, "the old one had stopped");
        snapshot.Ask(new OverlapQuestion { AsOf = new(2024, 6, 1) }).Cells.Single().Agencies.Length.Should().Be(2, "the other had not begun");
    }

    [Fact]
    public void Schemes_in_a_circle_are_each_met_once()
    {
        var club = Offer("Club", sport);
        Offer("GGD", care);
        var (a, b) = (graph.Node(NodeKind.Measure, "a", ("type", "scheme")), graph.Node(NodeKind.Measure, "b", ("type", "scheme")));
        graph.Relate(RelationKind.PartOf, Keys.Of(NodeKind.Measure, GraphBuilder.Namespace, "werk van Club"), a);
        graph.Relate(RelationKind.PartOf, a, b);
        graph.Relate(RelationKind.PartOf, b, a);
        Ask().Cells.Single().Schemes.Should().HaveCount(2);
        club.Should().NotBeNull();
    }

    [Fact]
    public void Sums_in_several_currencies_stay_apart_and_an_unknown_one_is_said()
    {
        Offer("Club", sport);
        Offer("GGD", care);
        var fund = graph.Agency("Fonds");
        foreach (var (currency, ordinal) in new[] { ("EUR", 1), ("USD", 2), (null, 3) })
        {
            graph.Relate(RelationKind.Funds, fund, Keys.Of(NodeKind.Measure, GraphBuilder.Namespace, "werk van Club"),
                ("amount", 100m * ordinal), ("currency", currency), ("year", 2025), ("ordinal", ordinal));
        }

        var answer = Ask();
        answer.Cells.Single().Reason.Nl.Should().Contain("300 (munt onbekend) toegekend voor het geheel, EUR 100 toegekend").And.Contain("USD 200");
        answer.Coverage.Should().NotContain(item => item.What.En.Contains("money", StringComparison.Ordinal), "several currencies cannot be added up");
    }

    [Fact]
    public void With_an_area_the_coverage_still_counts_work_without_one()
    {
        Offer("Club", sport);
        graph.Target(graph.Measure("ergens", sport, graph.Agency("School")), youth, null);
        var coverage = graph.Snapshot().Ask(new OverlapQuestion { Area = "Oost" }).Coverage;
        var areas = coverage.Single(item => item.What.En.Contains("name an area", StringComparison.Ordinal));
        (areas.Known, areas.Total).Should().Be((1, 2));
        areas.What.Nl.Should().Contain("alle gebieden samen");
    }

    private string Offer(string name, string? domain, string? from = null, string? to = null)
    {
        var agency = graph.Agency(name);
        graph.Target(graph.Measure("werk van " + name, domain, agency), youth, east, from, to);
        return agency;
    }

    private OverlapAnswer Ask(OverlapLens lens = OverlapLens.Group) => graph.Snapshot().Ask(new OverlapQuestion { Lens = lens });
}
