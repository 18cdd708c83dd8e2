using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Defragment;
using Wijk.GraphQL.Tests.Pages;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Commands;

/// <summary><c>analyse defragment --plan</c> and <c>--format html</c>: one plan, its invitation, and the list as a page for a file.</summary>
public sealed class DefragmentFormsTests(FilledFolders folders, SampleServer sample) : IClassFixture<SampleServer>, IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("nl", "Uitnodiging: Ouderen in Havenbuurt", "Datum en tijd:")]
    [InlineData("en", "Invitation: Ouderen in Havenbuurt", "Date and time:")]
    public async Task A_plan_as_a_page_is_its_invitation_which_needs_nothing_beside_it(string language, string title, string date)
    {
        var file = folder.File(language + ".html");
        (await AnalyseAsync("--plan", Key, "--format", "html", "-l", language, "--out", file)).Well();
        var html = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        PageReading.Title(html).Should().Be(title);
        PageReading.Seen(html).Should().Contain(date);
        html.Should().Contain("@page").And.EndWith("</html>", "it is whole");
        html.Should().NotContain("<script").And.NotContain("<form").And.NotContain("href=\"/").And.NotContain("<link rel=\"stylesheet\"");
    }

    [Fact]
    public async Task The_key_stands_below_each_plan_and_finds_that_plan_alone()
    {
        (await AnalyseAsync()).Well().Should().Contain(Key);
        (await AnalyseAsync("--plan", Key)).Well().Should().Contain("Ouderen in Havenbuurt").And.Contain("wijkverbinder").And.NotContain("Jongeren in Molenbuurt");
    }

    [Fact]
    public async Task The_list_is_a_page_too() =>
        (await AnalyseAsync("--format", "html")).Well().Should().Contain("Wie brengen we bij elkaar?").And.Contain("Jongeren in Molenbuurt").And.NotContain("<form").And.NotContain("href=\"/");

    [Fact]
    public async Task What_is_not_there_and_what_does_not_go_together_is_refused()
    {
        (await AnalyseAsync("--plan", "niets", "--format", "html", "--out", folder.File("a.html"))).Refusal().Should().Contain("is geen sleutel van een plan");
        (await AnalyseAsync("--plan", Key + "x")).Refusal().Should().Contain("niemand om bij elkaar te roepen");
        File.Exists(folder.File("a.html")).Should().BeFalse("nothing is half-written");
        (await AnalyseAsync("--json", "--plan", Key)).Refusal().Should().Contain("--json");
    }

    private string Key
    {
        get
        {
            var answer = sample.Ask(new DefragmentQuestion());
            return AnswerKeys.OfPlan(answer, answer.Plans[0]);
        }
    }

    private async Task<Ended> AnalyseAsync(params string[] arguments) =>
        await WijkCommand.RunAsync(["analyse", "defragment", .. arguments, "--data", await folders.SampleAsync()]);
}
