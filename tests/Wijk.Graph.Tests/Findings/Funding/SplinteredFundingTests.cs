using CsCheck;
using Wijk.Graph.Findings.Funding;
using Wijk.Graph.Model;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Findings.Funding;

public class SplinteredFundingTests
{
    private readonly GraphBuilder graph = new();

    [Fact]
    public async Task The_sample_has_one_service_that_is_paid_from_three_pots()
    {
        var answer = (await Cities.VoorbeeldwijkAsync()).Ask(new SplinteredFundingQuestion());
        var table = answer.Projects.Should().ContainSingle().Subject;
        (table.Title, table.IsByTitle, table.Pots.Length, table.Figures.ApplicationCount, table.Figures.AccountingCount)
            .Should().Be(("Eettafel De Voorbeeldlepel", false, 3, 3, 3));
        table.Pots.Select(pot => (answer.View.Graph.Node(pot.Scheme!.Value).Name, pot.Amount))
            .Should().BeEquivalentTo([("Regeling Meedoen Voorbeeldstad", (decimal?)12_000), ("Wijkbudget Voorbeeldwijk", 6_000), ("Leefbaarheidsregeling", 6_000)]);
        table.Figures.EffectivePots.Should().BeApproximately(Math.Pow(2, 1.5), 1e-12);
        table.OneDoor.Should().Be(new OneDoor(48, 16)); // 3 × (8 + 8) now, 1 × (8 + 8) if one.
        table.Reason.En.Should().Contain("3 applications and 3 accounts for one project. Could this be one?").And.NotContain("read from the title");
        table.NextStep.En.Should().Contain("If an application takes 8 hours and an account 8 hours (an assumption), that saves 32 hours.")
            .And.EndWith("one can apply to Regeling Meedoen Voorbeeldstad until 1 September 2026.");

        // Meedoen, Wijkbudget and Leefbaar, and one each of the municipality, the fund and the district of which the scheme is not known.
        // The 12 grants of 2026 are each for another pot or project; straatvoetbal was refused.
        (answer.Figures.PotCount, answer.Figures.AccountingCount, answer.Figures.RefusedCount, answer.Figures.Granted).Should().Be((6, 12, 1, 146_950m));
        answer.Figures.OneOffShare.Should().Be(8.0 / 12); // The kitchen, the homework class, the drop-in and the money desk come again.
        answer.Recipients.Should().BeEquivalentTo(new { PaidCount = 4, OnePotCount = 2, ThreeOrMorePotsCount = 1, SeveralFundersCount = 2, InitiativeCount = 4 });
    }

    [Fact]
    public async Task Welfare_in_the_sample_has_its_pots_and_one_door()
    {
        var answer = (await Cities.VoorbeeldwijkAsync()).Ask(new SplinteredFundingQuestion { Runner = "Welzijn Voorbeeldwijk", HoursPerApplication = 20, HoursPerAccount = 5 });
        var welfare = answer.Runners.Single();
        (welfare.Figures.PotCount, welfare.Figures.ApplicationCount, welfare.Figures.SmallPotCount, welfare.Figures.Granted).Should().Be((3, 4, 2, 30_500m));
        welfare.OneDoor.Should().Be(new OneDoor(100, 50)); // Four accounts of 25 hours; two of them go.
    }

    [Fact]
    public async Task Below_its_name_a_project_or_runner_is_told_without_it_and_the_reason_says_all()
    {
        var answer = (await Cities.VoorbeeldwijkAsync()).Ask(new SplinteredFundingQuestion());
        var project = answer.Projects.Single();
        project.Name.Nl.Should().Be("“Eettafel De Voorbeeldlepel” van Welzijn Voorbeeldwijk");
        project.Summary.Nl.Should().StartWith("3 potjes van 3 betalers in 2026 (").And.EndWith("3 aanvragen en 3 verantwoordingen voor één project. Kan dit er één zijn?").And.NotContain("Voorbeeldlepel");
        project.Reason.Should().Be(Words.Join([project.Headline, .. project.Details]));
        var runner = answer.Runners[0];
        runner.Summary.Nl.Should().Be("Geld uit 3 potjes van 3 betalers in 2026: 4 aanvragen en 4 verantwoordingen.");
        runner.Reason.Should().Be(Words.Join([runner.Headline, .. runner.Details]));
        answer.Whole.Should().HaveCount(3).And.OnlyContain(sentence => answer.Reason.En.Contains(sentence.En, StringComparison.Ordinal));
    }

    [Fact]
    public void Instalments_are_one_pot_and_a_refusal_is_none()
    {
        var (club, district, scheme) = (graph.Agency("Club"), District("West"), Scheme("Buurtgeld"));
        var work = Work("Zomerfeest in het park", club, scheme);
        Grant(district, work, 600);
        Grant(district, work, 400, ordinal: 2);
        Grant(district, Work("Winterfeest", club, scheme), 0);
        var runner = Ask(new() { Runner = "club" }).Runners.Single();
        (runner.Figures.PotCount, runner.Figures.AccountingCount, runner.Figures.ApplicationCount, runner.Figures.Granted).Should().Be((1, 1, 2, 1_000m));
        runner.Reason.En.Should().Contain("2 applications, of which 1 was refused or withdrawn, and 1 account.");
    }

    [Fact]
    public void One_title_at_two_funders_is_one_project_whatever_its_case_and_accents()
    {
        var club = graph.Agency("Club");
        Grant(District("West"), Work("Café voor de buurt", club, Scheme("A")), 5_000);
        Grant(District("Oost"), Work("cafe voor de buurt", club, Scheme("B")), 3_000);
        Grant(District("Zuid"), Work("CAFÉ voor de buurt", graph.Agency("Other club"), Scheme("C")), 1_000);
        var project = Ask().Projects.Should().ContainSingle().Subject;
        (project.Pots.Length, project.IsByTitle, project.IsGeneralTitle).Should().Be((2, true, true));
        project.Reason.En.Should().Contain("The title is short or occurs more often: ask first whether it is one project.");
    }

    [Fact]
    public void A_short_title_comes_after_one_that_tells_more()
    {
        var club = graph.Agency("Club");
        var (various, cooking) = (Work("Diverse projecten", club, Scheme("A")), Work("Samen koken met de buurt", club, Scheme("B")));
        Grant(District("West"), various, 5_000);
        Grant(District("Oost"), Work("diverse projecten", club, Scheme("C")), 5_000);
        Grant(District("Zuid"), Work("DIVERSE projecten", club, Scheme("D")), 5_000);
        Grant(District("Noord"), cooking, 5_000);
        Grant(District("Centrum"), Work("samen koken met de buurt", club, Scheme("E")), 5_000);
        Ask().Projects.Select(project => project.Title.ToLowerInvariant()).Should().Equal("samen koken met de buurt", "diverse projecten");
    }

    [Fact]
    public void Without_a_known_scheme_all_that_a_funder_gives_is_one_pot()
    {
        var (club, district) = (graph.Agency("Club"), District("West"));
        Grant(district, graph.Measure("Koor", null, club), 100);
        Grant(district, graph.Measure("Soep", null, club), 100);
        var answer = Ask(new() { Runner = "Club" });
        (answer.Runners[0].Figures.PotCount, answer.Runners[0].Figures.AccountingCount).Should().Be((1, 2));
        answer.Reason.En.Should().Contain("Of one funder we do not know the scheme");
        Coverage(answer, "scheme").Should().Be((0, 2));
    }

    [Fact]
    public void A_scheme_that_another_house_runs_is_not_what_a_funder_pays_from()
    {
        var (club, fund, city, department) = (graph.Agency("Club"), graph.Agency("Fonds"), Municipality("Gemeente"), graph.Agency("Afdeling"));
        graph.Relate(RelationKind.PartOf, department, city);
        var scheme = Scheme("Meedoen");
        graph.Relate(RelationKind.Runs, city, scheme);
        var work = Work("Koor", club, scheme);
        Grant(fund, work, 100);
        Grant(department, work, 100);
        var pots = Ask(new() { Runner = "Club" }).Runners[0].Pots;
        pots.Select(pot => pot.Scheme is not null).Should().BeEquivalentTo([true, false]);
    }

    [Fact]
    public void Other_currencies_and_unknown_amounts_are_counted_and_never_added_up()
    {
        var club = graph.Agency("Club");
        Grant(District("West"), Work("Koor", club, Scheme("A")), 100);
        Grant(District("Oost"), Work("Soep", club, Scheme("B")), 200);
        Grant(District("Zuid"), Work("Bal", club, Scheme("C")), 900, currency: "USD");
        Grant(District("Noord"), Work("Kaas", club, Scheme("D")), null);
        var answer = Ask();
        (answer.Currency, answer.Figures.PotCount, answer.Figures.Granted, answer.Figures.Largest).Should().Be(("EUR", 4, 300m, 200m));
        (Coverage(answer, "amount is known"), Coverage(answer, "other currencies")).Should().Be(((3, 4), (2, 3)));
    }

    [Fact]
    public void It_is_about_the_year_of_the_day_and_says_how_much_is_without_a_year()
    {
        var club = graph.Agency("Club");
        Grant(District("West"), Work("Koor", club, Scheme("A")), 100, year: 2025);
        Grant(District("Oost"), Work("Soep", club, Scheme("B")), 200, year: null);
        var answer = Ask(new() { AsOf = new(2026, 5, 1) });
        (answer.Year, answer.Figures.Granted).Should().Be((2026, 200m));
        Coverage(answer, "the year is known").Should().Be((0, 1));
        Ask(new() { AsOf = new(2025, 5, 1) }).Figures.Granted.Should().Be(300m);
    }

    [Fact]
    public void Money_that_fills_a_scheme_is_no_grant_for_work()
    {
        Grant(Municipality("Gemeente"), Scheme("Buurtgeld"), 50_000);
        Ask().Reason.En.Should().StartWith("Of 2026 we know no application and no grant here");
    }

    [Fact]
    public void Few_private_persons_are_not_counted_and_none_is_listed()
    {
        var (district, scheme) = (District("West"), Scheme("Buurtgeld"));
        for (var i = 1; i <= 4; i++) AddPrivate(i);
        Ask().Recipients.InitiativeCount.Should().BeNull("a count of four private persons may point at one");
        AddPrivate(5);
        var answer = Ask();
        answer.Recipients.InitiativeCount.Should().Be(5);
        (answer.Runners.IsEmpty, answer.LargestGrant!.Runners.IsEmpty, answer.Figures.PotCount).Should().Be((true, true, 1));
        answer.Reason.En.Should().NotContain("Bewoner").And.NotContain("Jan");

        void AddPrivate(int number)
        {
            var initiative = graph.Node(NodeKind.Initiative, $"Bewoner {number}", ("title", "Feest van Jan"));
            graph.Relate(RelationKind.PartOf, initiative, scheme);
            Grant(district, initiative, 500);
        }
    }

    [Fact]
    public void Titles_that_are_nearly_the_same_are_candidates_and_counted_nowhere()
    {
        var club = graph.Agency("Club");
        graph.Area("Oost");
        graph.Area("West");
        Grant(District("West"), Work("Breed Maatjes West", club, Scheme("A")), 100);
        Grant(District("Oost"), Work("Breed Maatjes Oost", club, Scheme("B")), 100);
        var answer = Ask();
        answer.Projects.Should().BeEmpty();
        var near = answer.Candidates.Should().ContainSingle().Subject;
        near.OwnWords.Should().BeEquivalentTo("west", "oost");
        near.Reason.En.Should().Contain("Only the place differs: ‘oost’, ‘west’.").And.Contain("Whether they are one project we do not know.");
        answer.NextStep.En.Should().Be("Ask Club whether this is one project.");
    }

    [Fact]
    public void A_title_without_a_place_is_said_to_have_none()
    {
        var club = graph.Agency("Club");
        graph.Area("Oost");
        Grant(District("West"), Work("Breed Maatjes", club, Scheme("A")), 100);
        Grant(District("Oost district"), Work("Breed Maatjes Oost", club, Scheme("B")), 100);
        Ask().Candidates.Single().Differing.Should().Be(new Words("Alleen de plaats verschilt: (geen plaats), ‘oost’.", "Only the place differs: (no place), ‘oost’."));
    }

    [Fact]
    public void Hours_of_a_short_title_are_not_added_up_before_it_is_asked_whether_it_is_one_project()
    {
        var club = graph.Agency("Club");
        foreach (var (place, funder) in new[] { "West", "Oost" }.Index())
        {
            Grant(District(funder), Work(place == 0 ? "Samen koken met de buurt" : "samen koken met de buurt", club, Scheme($"A{place}")), 20_000);
            Grant(District(funder + " 2"), Work(place == 0 ? "Diverse projecten" : "diverse projecten", club, Scheme($"B{place}")), 20_000);
        }

        var answer = Ask();
        (answer.HoursSaved, answer.Runners.Single().OneDoor.HoursSaved).Should().Be((16, 16));
        answer.Reason.En.Should().Contain("1 project got money from more than one pot in 2026, by their titles, from two or more funders (2 grants). "
            + "Suppose one application and one account.").And.Contain("Of 1 other project with a short or common title, ask first whether it is one project.");
        answer.Runners.Single().Reason.Nl.Should().Contain("1 project kreeg volgens de titels geld uit meer dan één potje: “samen koken met de buurt”. Bij 1 ander project");
    }

    [Fact]
    public void Of_small_pots_only_those_under_the_amount_are_to_be_joined()
    {
        var club = graph.Agency("Club");
        foreach (var (place, amount) in new[] { 1_000_000m, 40_000, 30_000, 9_000, 8_000 }.Index()) Grant(District($"D{place}"), Work($"Werk {place}", club, Scheme($"S{place}")), amount);
        var runner = Ask().Runners.Single();
        runner.Reason.En.Should().Contain("4 pots are small (2 under EUR 10,000, 2 under 5% of all the money).");
        runner.NextStep.En.Should().Be("Ask Club and the funders of the 2 pots under EUR 10,000 whether these can go together, with one account.");
    }

    [Fact]
    public void Who_two_departments_and_a_district_pay_for_the_same_domain_is_paid_apart()
    {
        var (care, work, city) = (graph.Agency("Zorg"), graph.Agency("Werk"), Municipality("Gemeente"));
        foreach (var department in new[] { care, work }) graph.Relate(RelationKind.PartOf, department, city);
        var domain = graph.Node(NodeKind.Domain, "Welzijn");
        var west = District("West");
        foreach (var name in new[] { "A", "B", "C", "D" })
        {
            var runner = graph.Agency(name);
            foreach (var (funder, place) in new[] { (care, 0), (work, 1), (west, 2) })
            {
                // D does something else for the district.
                var measure = graph.Measure($"{name} {place}", name == "D" && funder == west ? null : domain, runner);
                Grant(funder, measure, 1_000);
            }
        }

        var apart = Ask().PaidApart.Should().ContainSingle().Subject;
        apart.Runners.Select(runner => (apart.View.Graph.Node(runner.Runner).Name, runner.DoesTheSame))
            .Should().Equal(("A", true), ("B", true), ("C", true), ("D", false));
        apart.Reason.En.Should().Be("3 organisations were each paid apart in 2026 by Werk, by Zorg and by one or more districts. "
            + "Each got money for Welzijn from a department and from a district (EUR 9,000 in all): A, B, C. They paid 1 other organisation apart too: D.");
        apart.NextStep.Nl.Should().Be("Zet Werk, Zorg en West met deze organisaties aan tafel: kan het per organisatie in één opdracht, met één verantwoording?");
    }

    [Fact]
    public void Where_nobody_is_known_by_that_name_or_key_the_answer_says_so()
    {
        Grant(District("West"), Work("Koor", graph.Agency("Club"), Scheme("A")), 100);
        Ask(new() { Runner = "niemand" }).Reason.En.Should().StartWith("Of 'niemand' we know no application or money in 2026");
        Ask(new() { Project = "measure:test:niets" }).Reason.En.Should().StartWith("Of 'measure:test:niets' we know no application or money in 2026");
        Ask(new() { Project = "measure:test:Koor" }).Reason.En.Should().StartWith("“Koor” of Club got money from 1 pot in 2026 (West).");
    }

    [Fact]
    public void A_value_out_of_bounds_is_refused()
    {
        FluentActions.Invoking(() => new SplinteredFundingQuestion { SmallPercent = 101 }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new SplinteredFundingQuestion { HoursPerAccount = -1 }).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Every_figure_in_the_schema_has_one_definition()
    {
        FundingMetrics.All.Select(metric => metric.Name).Should().OnlyHaveUniqueItems()
            .And.Contain(["potCount", "applicationCount", "refusedCount", "accountingCount", "smallPotCount", "oneOffShare", "effectivePots", "hoursSaved"]);
        FundingMetrics.All.Should().OnlyContain(metric => metric.Definition.Nl.Length > 0 && metric.Definition.En.Length > 0 && metric.Formula.Length > 0
            && metric.Version > 0);
    }

    [Fact]
    public void What_all_runners_get_is_what_is_granted() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 5]).Array[1, 25].Sample(grants =>
        {
            var city = new SplinteredFundingTests();
            var runners = Enumerable.Range(0, 4).Select(runner => city.graph.Agency($"Runner {runner}")).ToArray();
            var funders = Enumerable.Range(0, 4).Select(funder => city.District($"District {funder}")).ToArray();
            var schemes = Enumerable.Range(0, 3).Select(scheme => city.Scheme($"Scheme {scheme}")).ToArray();
            var works = new Dictionary<(int, int), string>();
            foreach (var ((runner, funder, scheme, amount), place) in grants.Select((grant, place) => (grant, place)))
            {
                if (!works.TryGetValue((runner, scheme), out var work))
                    works.Add((runner, scheme), work = city.Work($"Work {runner} {scheme}", runners[runner], schemes[scheme]));
                city.Grant(funders[funder], work, amount * 1_000, ordinal: place + 1);
            }

            var answer = city.Ask();
            var each = Enumerable.Range(0, 4).Select(runner => city.Ask(new() { Runner = $"Runner {runner}" }).Runners.SingleOrDefault()?.Figures).OfType<Graph.Analysis.Funding.FundingFigures>().ToArray();
            each.Sum(figures => figures.Granted).Should().Be(answer.Figures.Granted);
            each.Sum(figures => figures.ApplicationCount).Should().Be(answer.Figures.ApplicationCount);
            each.Sum(figures => figures.AccountingCount).Should().Be(answer.Figures.AccountingCount);
            each.Sum(figures => figures.SmallPotCount).Should().Be(answer.Figures.SmallPotCount);
        }, iter: 50);

    [Fact]
    public void An_area_has_the_money_for_work_there_and_a_project_is_told_whole()
    {
        var (club, here, there) = (graph.Agency("Club"), graph.Area("Oost"), graph.Area("West"));
        var (one, other) = (Work("Samen koken met de buurt", club, Scheme("A")), Work("samen koken met de buurt", club, Scheme("B")));
        graph.Target(one, null, here);
        graph.Target(other, null, there);
        Grant(District("Oost district"), one, 100);
        Grant(District("West district"), other, 300);
        var answer = Ask(new() { Area = "Oost" });
        (answer.Figures.Granted, answer.Areas.Single().Figures.Granted, answer.Areas.Single().SplitProjectCount).Should().Be((100m, 100m, 1));
        answer.Projects.Single().Figures.Granted.Should().Be(400m);
        answer.Reason.En.Should().Contain("(2 grants, outside this area too)").And.NotContain("had two or more funders").And.Contain("All pots together granted EUR 100 for work here");
        Ask(new() { Area = "Oost", Runner = "Club" }).Runners.Single().OneDoor.Should().Be(new OneDoor(16, 16), "here it has one account only");
        Ask().Areas.Should().HaveCount(2);
    }

    private SplinteredFundingAnswer Ask(SplinteredFundingQuestion? question = null) => graph.Snapshot().Ask(question ?? new());

    private string District(string name) => graph.Node(NodeKind.Agency, name, ("type", "district"));

    private string Municipality(string name) => graph.Node(NodeKind.Agency, name, ("type", "municipality"));

    private string Scheme(string name) => graph.Node(NodeKind.Measure, name, ("type", "scheme"));

    private string Work(string title, string runner, string scheme)
    {
        var work = graph.Measure(title, null, runner);
        graph.Relate(RelationKind.PartOf, work, scheme);
        return work;
    }

    private void Grant(string funder, string work, decimal? amount, int? year = 2026, int ordinal = 1, string currency = "EUR") =>
        graph.Relate(RelationKind.Funds, funder, work, ("amount", amount), ("currency", currency), ("year", (long?)year), ("ordinal", ordinal));

    private static (long Known, long Total) Coverage(SplinteredFundingAnswer answer, string words) =>
        answer.Coverage.Where(item => item.What.En.Contains(words, StringComparison.Ordinal)).Select(item => (item.Known, item.Total)).Single();
}
