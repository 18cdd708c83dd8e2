using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Findings.Defragment;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Findings;

public class DefragmentFindingTests
{
    private readonly GraphBuilder graph = new();

    [Fact]
    public async Task In_Voorbeeldwijk_one_begins_with_those_who_are_there_for_the_elderly_and_do_not_coordinate()
    {
        var plan = (await Cities.VoorbeeldwijkAsync()).Ask(new DefragmentQuestion()).Plans[0];
        plan.Title.Nl.Should().Be("Ouderen in Havenbuurt");
        plan.Cells.Should().ContainSingle().Which.Standing.Should().Be(CellStanding.NotCoordinated);

        // One from each of the three organisations, the residents who are there, and the one who knows those that do not know each other.
        Names(plan).Should().Equal(
            "sociaal werker (Welzijn Voorbeeldwijk)", "huismeester (Woonstichting De Voorbeelddijk)", "wijkverpleegkundige (Zorggroep De Voorbeeldhof)", "wijkverbinder",
            "Huiskamer van de Havenbuurt");
        plan.Table.MissingSides.Should().BeEmpty();
        plan.Table.IsProven.Should().BeTrue();
        plan.Table.Alternatives.Should().HaveCount(2);
        plan.Links.Links.Should().ContainSingle().Which.Reason.En.Should().Be(
            "Welzijn Voorbeeldwijk en Woonstichting De Voorbeelddijk: asked, and they have no contact. Wijkverbinder knows both and can introduce them.".Replace(" en ", " and "));
    }

    [Fact]
    public async Task In_Voorbeeldwijk_a_table_for_shame_about_money_has_the_mandate_and_says_that_the_physical_domain_is_missing()
    {
        var plan = (await Cities.VoorbeeldwijkAsync()).Ask(new DefragmentQuestion { Barrier = "schaamte over geld" }).Plans.Should().ContainSingle().Subject;
        plan.Origin.Should().Be(PlanOrigin.Barrier);
        plan.Table.MissingMandates.Should().BeEmpty("the budget desk is there, and a first missed bill is theirs to act on");
        plan.Table.MissingSides.Should().Equal(TableSide.Physical);
        plan.Table.Missing.Should().ContainSingle().Which.En.Should().StartWith("Nobody comes from the physical domain");
    }

    [Fact]
    public async Task Links_that_are_made_bring_those_together_of_whom_it_says_so()
    {
        foreach (var plan in (await Cities.VoorbeeldwijkAsync()).Ask(new DefragmentQuestion()).Plans.Where(plan => !plan.Links.Links.IsEmpty))
        {
            var (before, after) = (plan.Links.Before, plan.Links.After);
            after.DistanceWeightedFragmentation.Should().BeLessThan(before.DistanceWeightedFragmentation!.Value);
            after.Coordination.Coordinated.Should().BeGreaterThan(before.Coordination.Coordinated);
            after.Coordination.Total.Should().Be(before.Coordination.Total);
            foreach (var introducer in plan.Links.Links.SelectMany(link => link.Introducers.Select(introducer => (link, introducer))))
            {
                var ties = CollaborationTies.Of(plan.View);
                ties.AreTied(introducer.introducer, introducer.link.A).Should().BeTrue();
                ties.AreTied(introducer.introducer, introducer.link.B).Should().BeTrue();
            }
        }
    }

    [Fact]
    public async Task In_Amsterdam_the_table_spans_the_domains_and_says_what_is_not_recorded()
    {
        var plan = (await Cities.AmsterdamAsync()).Ask(new DefragmentQuestion()).Plans[0];
        plan.Title.Nl.Should().Be("jongeren in West");
        plan.Table.Counts.Of(Wijk.Graph.Analysis.Plan.TableCriterion.Perspectives).Should().BeGreaterThanOrEqualTo(3);
        plan.Table.Missing.Select(sentence => sentence.Nl).Should().ContainSingle().Which.Should().StartWith("Welke domeinen fysiek zijn en welke sociaal, is hier niet vastgelegd");
        plan.Links.Links.Should().BeEmpty("no tie is known, so no link adds more than another");
        plan.NextStep.Nl.Should().Contain("Of zij elkaar kennen, weten we niet");
    }

    [Fact]
    public async Task In_Baltimore_no_residents_are_known_and_the_table_says_whom_to_ask()
    {
        var plan = (await Cities.BaltimoreAsync()).Ask(new DefragmentQuestion()).Plans[0];
        plan.Table.Seats.Should().HaveCount(5);
        plan.Table.Counts.Overlaps.Should().Be(10, "five of which every pair meets from different domains can be found among nine with 24 such pairs");
        plan.Table.Missing.Select(sentence => sentence.En).Should().Contain(sentence => sentence.StartsWith("Residents are missing"));
    }

    [Fact]
    public void A_person_is_told_by_their_role_and_never_by_name()
    {
        var (people, area) = (graph.Node(NodeKind.TargetGroup, "ouderen"), graph.Node(NodeKind.Area, "buurt"));
        var care = graph.Agency("zorg");
        foreach (var (agency, domain) in new[] { (care, graph.Node(NodeKind.Domain, "zorg")), (graph.Agency("wonen"), graph.Node(NodeKind.Domain, "wonen")) })
            graph.Target(graph.Measure($"werk van {agency}", domain, agency), people, area);
        graph.Relate(RelationKind.WorksFor, graph.Node(NodeKind.Professional, "verpleegkundige", ("name", "Vera Voorbeeld"), ("role", "verpleegkundige")), care);
        var plan = graph.Snapshot().Ask(new DefragmentQuestion()).Plans.Single();
        foreach (var words in new[] { plan.Reason, plan.NextStep }.Concat(plan.Table.Seats.Select(seat => TableWords.NameOf(plan.View, seat))))
            $"{words.Nl} {words.En}".Should().NotContain("Vera");
    }

    [Fact]
    public void Where_nobody_overlaps_it_says_so_and_what_to_record()
    {
        var answer = graph.Snapshot().Ask(new DefragmentQuestion());
        answer.Plans.Should().BeEmpty();
        answer.Reason.En.Should().Contain("there is nothing now to call people together for");
        answer.NextStep.En.Should().StartWith("Ask who is there for whom");
    }

    [Fact]
    public void A_barrier_that_is_not_there_is_told()
    {
        var answer = graph.Snapshot().Ask(new DefragmentQuestion { Barrier = "barrier:x:y" });
        answer.Plans.Should().BeEmpty();
        answer.Reason.En.Should().Contain("No barrier has the key or name 'barrier:x:y'");
    }

    private static IEnumerable<string> Names(DefragmentPlan plan) => plan.Table.Seats.Select(seat => TableWords.NameOf(plan.View, seat).Nl);
}
