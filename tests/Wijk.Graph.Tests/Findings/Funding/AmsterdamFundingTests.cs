using System.Text.Json;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Funding;
using Wijk.Graph.Model;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Findings.Funding;

/// <summary>Amsterdam's figures are those of tests/Oracles/AmsterdamFunding.cs, which reads the raw file and knows nothing of Wijk.</summary>
public class AmsterdamFundingTests
{
    private static readonly JsonElement Expected = JsonDocument.Parse(
        File.ReadAllBytes(Path.Combine(SharedData.Root, "tests", "Wijk.Graph.Tests", "Findings", "Funding", "amsterdam.json"))).RootElement;

    [Fact]
    public async Task Recipients_and_totals_are_those_computed_independently()
    {
        var answer = await AskAsync(new());
        var who = answer.Recipients;
        (who.AskedCount, who.PaidCount, who.SeveralFundersCount, who.AskedSeveralFundersCount, who.OnePotCount, who.ThreeOrMorePotsCount)
            .Should().Be((Of("asked"), Of("paid"), Of("severalFunders"), Of("askedSeveralFunders"), Of("onePot"), Of("threeOrMorePots")));
        var figures = answer.Figures;
        (figures.PotCount, figures.RefusedCount, figures.AccountingCount, figures.OneOffCount, figures.SmallPotCount)
            .Should().Be((Of("pots"), Of("refused"), Of("accounts"), Of("oneOffAccounts"), Of("smallPots")));
        (figures.Granted, figures.Largest, answer.LargestGrant!.Amount).Should().Be((AmountOf("granted"), AmountOf("largest"), AmountOf("largest")));
        (answer.Year, answer.Currency, who.InitiativeCount).Should().Be((2016, "EUR", 444));
    }

    [Fact]
    public async Task The_most_pots_are_those_of_one_organisation_whose_money_is_nearly_all_from_one()
    {
        var answer = await AskAsync(new());
        var most = answer.Runners.Single(runner => runner.Runner == answer.Recipients.MostPots);
        answer.View.Graph.Node(most.Runner).Name.Should().Be(Expected.GetProperty("mostPotsOf").GetString());
        most.Figures.PotCount.Should().Be(Of("mostPots"));
        most.Figures.EffectivePots.Should().BeApproximately(Expected.GetProperty("effectivePotsOfMost").GetDouble(), 1e-9);
        answer.Reason.En.Should()
            .Contain("Stichting Cordaan had the most pots: 22; the largest gave 91% of the money.").And.NotContain("equal size");
    }

    [Fact]
    public async Task The_same_project_at_several_departments_is_found()
    {
        var answer = await AskAsync(new());
        answer.Projects.Should().HaveCount(Of("splitProjects"));
        answer.OfSeveralFunders.Should().HaveCount(Of("projectsOfSeveralFunders"));
        answer.OfSeveralFunders.Sum(project => project.GrantedCount).Should().Be(Of("grantsOfThose"));
        answer.OfSeveralFunders.Sum(project => project.Figures.AccountingCount).Should().Be(Of("accountsOfThose"));
        var first = answer.Projects[0];
        answer.View.Graph.Node(first.Runners.Single()).Name.Should().Be("Stichting Burennetwerk Amsterdam");
        first.Funders.Should().HaveCount(Of("burennetwerkFunders"));
        first.Reason.En.Should().Contain("5 applications and 5 accounts under one title. Could this be one? That it is one project is read from the title.");
    }

    [Fact]
    public async Task Hours_are_of_projects_that_are_clearly_one_and_the_others_are_to_be_asked_first()
    {
        var answer = await AskAsync(new());
        answer.Projects.Count(project => project.IsClearlyOne).Should().Be(Of("clearProjects"));
        answer.ClearlyOfSeveralFunders.Should().HaveCount(Of("clearOfSeveralFunders"));
        answer.HoursSaved.Should().Be((Of("accountsOfClear") - Of("clearOfSeveralFunders")) * 16);
        var (all, several, grants) = (Of("clearProjects"), Of("clearOfSeveralFunders"), Of("grantsOfClear"));
        answer.Reason.Nl.Should().Contain(
            $"{all} projecten kregen in 2016 geld uit meer dan één potje, volgens de titels; {several} daarvan van twee of meer betalers ({grants} toekenningen). ").And.Contain(
            $"Bij {Of("splitProjects") - all} andere projecten met een korte of vaker gebruikte titel moet u eerst vragen of het één project is.");
    }

    [Theory]
    [InlineData("West")]
    [InlineData("Zuidoost")]
    public async Task In_an_area_no_line_on_organisations_speaks_against_that_on_projects_which_are_told_whole(string area) =>
        (await AskAsync(new() { Area = area })).Reason.En.Should().NotContain("had two or more funders");

    [Fact]
    public async Task Nine_providers_are_paid_apart_and_seven_of_them_for_the_same_by_their_titles()
    {
        var apart = (await AskAsync(new())).PaidApart.Should().ContainSingle().Subject;
        apart.Departments.Select(department => apart.View.Graph.Node(department).Name).Should().Equal("Onderwijs, Jeugd en Zorg", "Participatie");
        (apart.Runners.Length, apart.Runners.Count(runner => runner.DoesTheSame), apart.Granted)
            .Should().Be((Of("paidApart"), Of("paidApartForTheSame"), AmountOf("grantedToThose")));
        apart.GrantedForTheSame.Should().Be(AmountOf("grantedForTheSame"));
        apart.Reason.Nl.Should().StartWith("7 organisaties werden in 2016 elk apart betaald").And
            .Contain($"volgens de titels geld voor ‘maatschappelijke dienstverlening’ van een afdeling én van een stadsdeel ({Phrasing.Amount(AmountOf("grantedForTheSame"), "EUR").Nl} samen voor werk met die woorden in de titel): "
                + "Combiwel Ondernemend Welzijn B.V., PuurZuid MaDi").And
            .Contain("Ook 2 andere organisaties werden door hen apart betaald").And
            .NotContain(Phrasing.Amount(AmountOf("grantedToThose"), "EUR").Nl, "most of that is for other work");
    }

    [Fact]
    public async Task Of_private_persons_nothing_is_named_and_no_title()
    {
        var answer = await AskAsync(new() { Area = "Noord" });
        answer.Projects.SelectMany(project => project.Runners).Concat(answer.Runners.Select(runner => runner.Runner))
            .Should().OnlyContain(runner => answer.View.Graph.Node(runner).Kind == NodeKind.Agency);
        var hidden = answer.View.Graph.Node(answer.View.Graph.NumbersOf(NodeKind.Initiative).First());
        foreach (var asked in new[] { hidden.Key, hidden.Name }) (await AskAsync(new() { Runner = asked })).Runners.Should().BeEmpty();
        answer.Areas.Single().InitiativeCount.Should().BeGreaterThanOrEqualTo(5);
    }

    [Fact]
    public async Task One_runner_is_told_by_name_whatever_its_case_and_accents()
    {
        var answer = await AskAsync(new() { Runner = "  stichting BURENNETWERK  amsterdam " });
        var runner = answer.Runners.Should().ContainSingle().Subject;
        (runner.Figures.PotCount, runner.Figures.ApplicationCount, answer.Projects.Length, answer.Candidates.Length).Should().Be((8, 9, 2, 1));
        answer.Reason.Nl.Should().StartWith("Stichting Burennetwerk Amsterdam kreeg in 2016 geld uit 8 potjes van 7 betalers: 9 aanvragen, waarvan 1 is afgewezen of ingetrokken, en 8 verantwoordingen.");
        answer.Candidates[0].Reason.En.Should().EndWith("Whether they are one project we do not know.");
    }

    private static int Of(string name) => Expected.GetProperty(name).GetInt32();

    private static decimal AmountOf(string name) => Expected.GetProperty(name).GetDecimal();

    private static async Task<SplinteredFundingAnswer> AskAsync(SplinteredFundingQuestion question) => (await Cities.AmsterdamAsync()).Ask(question);
}
