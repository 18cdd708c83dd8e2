using Wijk.Graph.Analysis.Plan;
using Wijk.Graph.Findings;
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
        plan.Table.Counts.Of(TableCriterion.Perspectives).Should().BeGreaterThanOrEqualTo(3);
        plan.Table.Missing.Select(sentence => sentence.Nl).Should().SatisfyRespectively(
            sides => sides.Should().StartWith("Welke domeinen fysiek zijn en welke sociaal, is hier niet vastgelegd"),
            others => others.Should().StartWith("Het gaat ook over ").And.Contain("van hen zit niemand aan tafel"));
        plan.Table.NotSeated.Should().BeEquivalentTo(plan.Cells[0].Agencies.Select(agency => agency.Actor).Except(plan.Table.Seats.Select(seat => seat.Organisation)));
        plan.Links.Links.Should().BeEmpty("no tie is known, so no link adds more than another");
        plan.NextStep.Nl.Should().Contain("Of zij elkaar kennen, weten we niet");
    }

    [Fact]
    public async Task In_Baltimore_no_residents_are_known_and_the_table_says_whom_to_ask()
    {
        var plan = (await Cities.BaltimoreAsync()).Ask(new DefragmentQuestion()).Plans[0];
        plan.Table.Seats.Should().HaveCount(5);
        int[] organisations = [.. plan.Table.Seats.Select(seat => seat.Organisation)];
        var overlaps = plan.Cells[0].Pairs.Where(pair => organisations.Contains(pair.A) && organisations.Contains(pair.B)).ToArray();
        plan.Table.Counts.Overlaps.Should().Be(overlaps.Length);
        overlaps.SelectMany(pair => new[] { pair.A, pair.B }).Should().Contain(organisations, "each of the five has something to settle with another");
        plan.Table.Missing.Select(sentence => sentence.En).Should().Contain(sentence => sentence.StartsWith("Residents are missing"));
    }

    [Fact]
    public void A_person_is_told_by_their_role_and_never_by_name()
    {
        var (people, area) = (graph.Node(NodeKind.TargetGroup, "ouderen"), graph.Node(NodeKind.Area, "buurt"));
        var care = graph.Agency("zorg");
        foreach (var (agency, domain) in new[] { (care, graph.Node(NodeKind.Domain, "zorg")), (graph.Agency("wonen"), graph.Node(NodeKind.Domain, "wonen")) })
            graph.Target(graph.Measure($"werk van {agency}", domain, agency), people, area);
        graph.Relate(RelationKind.WorksFor, graph.Node(NodeKind.Professional, "Vera Voorbeeld", ("role", "verpleegkundige")), care);
        var plan = graph.Snapshot().Ask(new DefragmentQuestion()).Plans.Single();
        foreach (var words in new[] { plan.Reason, plan.NextStep }.Concat(plan.Table.Seats.Select(seat => TableWords.NameOf(plan.View, seat))))
            $"{words.Nl} {words.En}".Should().NotContain("Vera");
    }

    [Fact]
    public async Task Whoever_must_be_there_is_and_whoever_may_not_be_is_not()
    {
        var view = await Cities.VoorbeeldwijkAsync();
        var plain = view.Ask(new DefragmentQuestion()).Plans[0];
        var wished = view.Ask(new DefragmentQuestion { Include = ["Stadsdeel Voorbeeld-Oost"], Exclude = ["wijkverbinder"] }).Plans[0];
        Names(plain).Should().Contain("wijkverbinder").And.NotContain("gebiedsmakelaar (Stadsdeel Voorbeeld-Oost)");
        Names(wished).Should().NotContain("wijkverbinder").And.Contain("gebiedsmakelaar (Stadsdeel Voorbeeld-Oost)");
        var joined = wished.Table.Seats.Single(seat => seat.IsAskedFor);
        TableWords.BringsOf(wished.Table, joined).En.Should().Contain("asked to join");
        wished.Table.IsProven.Should().BeTrue();
    }

    [Fact]
    public async Task Whatever_comes_first_in_the_order_no_table_has_more_of_and_the_order_is_told()
    {
        var view = await Cities.VoorbeeldwijkAsync();
        var plain = view.Ask(new DefragmentQuestion()).Plans[0].Table;
        foreach (var first in TableParameters.UsualOrder)
        {
            var answer = view.Ask(new DefragmentQuestion { Order = [first] });
            answer.Question.Order.Should().HaveCount(TableParameters.UsualOrder.Length).And.StartWith(first, "what is not named follows");
            var table = answer.Plans[0].Table;
            if (first == TableCriterion.FewestOrganisations) table.Counts.Of(first).Should().BeLessThanOrEqualTo(plain.Counts.Of(first));
            else table.Counts.Of(first).Should().BeGreaterThanOrEqualTo(plain.Counts.Of(first));
            TableWords.ChoiceOf(table).En.Should().Contain("First " + TableWords.NameOf(first).En);
        }
    }

    [Fact]
    public async Task A_table_that_cannot_be_set_as_it_was_asked_says_why()
    {
        var view = await Cities.VoorbeeldwijkAsync();
        foreach (var (question, why) in new (DefragmentQuestion, string)[]
        {
            (new() { Include = ["Nergens"] }, "No agency or residents' initiative or professional has the key or name 'Nergens'"),
            (new() { Include = ["wijkverbinder"], Exclude = ["wijkverbinder"] }, "'wijkverbinder' must be there and may not"),
            (new() { Seats = 3, Include = ["wijkverbinder", "budgetcoach", "wijkagent", "huismeester"] }, "4 who must be there do not fit in 3 seats"),
        })
        {
            var answer = view.Ask(question);
            answer.Plans.Should().BeEmpty();
            answer.Reason.En.Should().Contain(why);
        }
    }

    [Fact]
    public async Task A_plan_with_wishes_is_found_again_by_its_key_and_the_key_of_one_without_is_as_it_was()
    {
        var view = await Cities.VoorbeeldwijkAsync();
        foreach (var question in new[] { new DefragmentQuestion(), new DefragmentQuestion { Include = ["wijkverbinder"], Exclude = ["wijkagent"], Order = [TableCriterion.Ties] } })
        {
            var answer = view.Ask(question);
            var key = AnswerKeys.OfPlan(answer, answer.Plans[0]);
            AnswerKeys.DefragmentOf(key).Should().Be(question);
            key.Contains("wijkverbinder", StringComparison.Ordinal).Should().Be(question.Include.Count > 0);
        }
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
