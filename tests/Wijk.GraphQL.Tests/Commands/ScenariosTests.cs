using System.Text.RegularExpressions;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Defragment;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Commands;

/// <summary><c>analyse scenario</c>, <c>scenarios</c> and <c>keep</c>: what would change, what is saved, and what is kept of a plan.</summary>
public sealed partial class ScenariosTests(FilledFolders folders, SampleServer sample) : IClassFixture<SampleServer>, IDisposable
{
    private const string Club = "measure:voorbeeldwijk:kookclub-2025";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Pairs_and_lists_are_given_one_after_the_other_or_again()
    {
        var data = await folders.SampleAsync();
        var one = (await WijkCommand.RunAsync("analyse", "scenario", "--stop", Club, "initiative:voorbeeldwijk:leeskring", "--link", "welzijn", "x", "--data", data)).Well();
        one.Should().Contain("Geen instantie of bewonersinitiatief of professional heeft op deze dag de sleutel of naam 'welzijn'").And.Contain("Er is niets doorgerekend.");
        var (together, apart) = (
            await WijkCommand.RunAsync("analyse", "scenario", "--stop", Club, "initiative:voorbeeldwijk:leeskring", "--data", data),
            await WijkCommand.RunAsync("analyse", "scenario", "--stop", Club, "--stop", "initiative:voorbeeldwijk:leeskring", "--data", data));
        together.Well().Should().Be(apart.Well()).And.Contain("Spreek eerst af wie er is voor Ouderen in Parkbuurt: als ‘Kookclub Samen aan Tafel Twee’, Leeskring De Voorbeeldbladzij stoppen");
        (await WijkCommand.RunAsync("analyse", "scenario", "--merge", Club, "--data", data)).ExitCode.Should().NotBe(0, "one alone is no pair");
    }

    [Fact]
    public async Task The_answer_as_JSON_is_that_of_GraphQL() =>
        (await WijkCommand.RunAsync("analyse", "scenario", "--stop", Club, "--link", "wijkverbinder", "agency:voorbeeldwijk:politie", "--json", "--data", await folders.SampleAsync())).Well()
            .Should().Contain("\"withoutOffer\"").And.NotContain("\"errors\"");

    [Fact]
    public async Task A_scenario_is_saved_listed_shown_compared_and_removed()
    {
        var data = FilledFolders.Copy(await folders.SampleAsync(), folder.File("data"));
        (await Run("list")).Well().Should().Contain("Er is geen scenario bewaard");
        var (one, other) = (IdIn((await Run("save", "kookclub stopt", "--stop", Club)).Errors), IdIn((await Run("save", "verbinder gaat", "--leave", "wijkverbinder")).Errors));
        (await Run("list")).Well().Should().Contain(one).And.Contain(other).And.Contain("kookclub stopt");
        (await Run("show", one)).Well().Should().StartWith("Spreek eerst af wie er is voor Ouderen in Parkbuurt");
        (await Run("compare", one, other)).Well().Should().StartWith("Alleen als ‘Kookclub Samen aan Tafel Twee’ stopt").And.Contain("Alleen als wijkverbinder weggaat");
        (await Run("remove", one)).ExitCode.Should().Be(0);
        (await Run("show", one)).Refusal().Should().Contain($"Er is geen bewaard scenario '{one}'");
        (await Run("save", "leeg")).Refusal().Should().Contain("er is niets om te bewaren");

        Task<Ended> Run(params string[] arguments) => WijkCommand.RunAsync(["scenarios", .. arguments, "--data", data]);
    }

    [Fact]
    public async Task What_is_kept_of_a_plan_stands_in_the_register()
    {
        var data = FilledFolders.Copy(await folders.SampleAsync(), folder.File("kept"));
        var answer = sample.Ask(new DefragmentQuestion());
        var kept = await WijkCommand.RunAsync("keep", AnswerKeys.OfPlan(answer, answer.Plans[0]), "--types", "table", "askList", "--data", data);
        kept.ExitCode.Should().Be(0, kept.Errors);
        kept.Errors.Should().Contain("2 voorstellen staan in het register");
        (await WijkCommand.RunAsync("analyse", "register", "--as-of", "2099-01-01", "--data", data)).Well().Should().Contain("2 tafels meegegeven").And.Contain("1 vragenlijst meegegeven");
        (await WijkCommand.RunAsync("keep", "niets", "--types", "table", "--data", data)).Refusal().Should().Contain("Er is geen plan met de sleutel 'niets'");
    }

    private static string IdIn(string told) => Id().Match(told).Groups["id"].Value;

    [GeneratedRegex("scenarios show (?<id>[a-z0-9]{12})")]
    private static partial Regex Id();
}
