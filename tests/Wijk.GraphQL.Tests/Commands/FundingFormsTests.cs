using Wijk.Graph.Findings.Funding;
using Wijk.GraphQL.Tests.Pages;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Commands;

/// <summary><c>analyse funding --format html</c>: a page for a file, of all or of one.</summary>
public sealed class FundingFormsTests(FilledFolders folders, SampleServer sample) : IClassFixture<SampleServer>, IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("nl", "Eén voordeur", "Alle potjes")]
    [InlineData("en", "One door", "All pots")]
    public async Task One_organisation_or_project_is_a_page_that_needs_nothing_beside_it(string language, string kicker, string pots)
    {
        var project = sample.Ask(new SplinteredFundingQuestion()).Projects[0];
        foreach (var (asked, name) in new[] { (new[] { "--runner", "Welzijn Voorbeeldwijk" }, "Welzijn Voorbeeldwijk"), (["--project", sample.Whole.Node(project.Works[0]).Key], project.Title) })
        {
            var file = folder.File(asked[0] + ".html");
            (await AnalyseAsync([.. asked, "--format", "html", "-l", language, "--out", file])).Well();
            var html = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            PageReading.Seen(html).Should().Contain(kicker).And.Contain(pots).And.Contain(name);
            html.Should().Contain("@page").And.EndWith("</html>", "it is whole");
            html.Should().NotContain("<script").And.NotContain("<form").And.NotContain("href=\"/").And.NotContain("<link rel=\"stylesheet\"");
        }
    }

    [Fact]
    public async Task All_of_it_is_a_page_too() =>
        (await AnalyseAsync("--format", "html")).Well().Should().Contain("Wat wordt uit meer potjes betaald?").And.Contain("Eettafel De Voorbeeldlepel").And.NotContain("<form");

    [Fact]
    public async Task What_is_not_there_and_what_does_not_go_together_is_refused()
    {
        (await AnalyseAsync("--runner", "Niemand", "--format", "html", "--out", folder.File("a.html"))).Refusal().Should().Contain("Niemand");
        File.Exists(folder.File("a.html")).Should().BeFalse("nothing is half-written");
        (await AnalyseAsync("--out", folder.File("a.txt"))).Refusal().Should().Contain("--format html");
        (await AnalyseAsync("--json", "--format", "html")).Refusal().Should().Contain("--json");
    }

    private async Task<Ended> AnalyseAsync(params string[] arguments) =>
        await WijkCommand.RunAsync(["analyse", "funding", .. arguments, "--data", await folders.SampleAsync()]);
}
