using Wijk.Graph.Findings.AskList;
using Wijk.Graph.Model;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Pages;

/// <summary>Whom to ask about whom, the rounds, the sheets to print, and the sheet for a meeting.</summary>
public sealed class AskPageTests(SampleServer sample) : IClassFixture<SampleServer>
{
    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task The_page_names_whom_to_ask_about_whom_and_how_to_begin(string language)
    {
        using var client = new HttpClient { BaseAddress = sample.Address };
        var answer = sample.Ask(new AskListQuestion { Budget = 3 });
        var (status, html) = await client.PageAsync($"/ask?budget=3&asOf={SampleServer.AsOf}", language);
        var (text, spoken) = (PageReading.Seen(html), language == "en" ? Language.En : Language.Nl);
        status.Should().Be(200);
        text.Should().Contain(answer.Opening.In(spoken)).And.Contain(answer.NextStep.In(spoken)).And.Contain("wijk ask start");
        foreach (var node in answer.Sheets.SelectMany(sheet => sheet.Lines.Select(line => line.About).Append(sheet.Respondent))) text.Should().Contain(answer.View.Graph.Node(node).Name);
        PageReading.Links(html, "/ask/sheets").Should().ContainSingle().Which.Address.Should().Contain("budget=3");
        text.Should().Contain(language == "en" ? "No round was held yet." : "Er is nog geen ronde gehouden.");
    }

    [Fact]
    public async Task The_sheets_can_be_seen_before_a_round_starts_each_with_all_levels_and_names()
    {
        using var client = new HttpClient { BaseAddress = sample.Address };
        var answer = sample.Ask(new AskListQuestion { Budget = 2 });
        var (_, html) = await client.PageAsync($"/ask/sheets?budget=2&asOf={SampleServer.AsOf}");
        var sheets = html.Split("<article class=\"invitation sheet\">")[1..];
        sheets.Should().HaveCount(2);
        foreach (var (sheet, found) in sheets.Zip(answer.Sheets))
        {
            foreach (var level in SheetWords.Levels) PageReading.Seen(sheet).Should().Contain(level.Nl);
            foreach (var line in found.Lines) PageReading.Seen(sheet).Should().Contain(answer.View.Graph.Node(line.About).Name);
        }
    }

    [Fact]
    public async Task A_round_has_its_page_with_who_was_asked_what_was_answered_and_what_that_changes()
    {
        await using var own = await TestServer.StartWithAsync(await Cities.VoorbeeldwijkAsync());
        await own.DataAsync("""mutation { startRound(name: "Voorjaar", area: "Stationsbuurt", budget: 2, mayName: true) { wasApplied } }""");
        const string address = "/ask/inquiry%3Arounds%3AVoorjaar";
        PageReading.Links((await own.Client.PageAsync("/ask")).Html, "/ask/").Should().Contain(link => link.Address.StartsWith(address, StringComparison.Ordinal) && link.Text == "Voorjaar");
        var (status, html) = await own.Client.PageAsync(address, "en");
        (status, PageReading.Title(html)).Should().Be((200, "Voorjaar"));
        PageReading.Seen(html).Should().Contain("Of the 2 that were asked in this round nobody has answered yet.").And.Contain("Round of questions in Stationsbuurt").And.NotContain("What was answered");

        var asked = SampleServer.Nodes((await own.DataAsync("{ round { respondents(first: 5) { edges { node { respondent { ... on Agency { key name } ... on Initiative { key name } } listed { key } } } } } }"))["round"]!["respondents"]).First();
        var (who, name) = (asked["respondent"]!["key"]!.GetValue<string>(), asked["respondent"]!["name"]!.GetValue<string>());
        foreach (var (other, level) in asked["listed"]!.AsArray().Take(2).Select((other, place) => (other!["key"]!.GetValue<string>(), 3 * place)))
        {
            await own.DataAsync("mutation($key: String!, $changes: [ChangeInput!]!) { applyChanges(input: { idempotencyKey: $key, changes: $changes }) { wasApplied } }", new
            {
                key = other,
                changes = new object[] { new { putRelation = new { kind = "COLLABORATES", from = who, to = other, attributes = new { level, basis = "ASKED", inquiry = "inquiry:rounds:Voorjaar", reportedBy = name } } } },
            });
        }

        var seen = PageReading.Seen((await own.Client.PageAsync(address)).Html);
        seen.Should().Contain("Van de 2 die in deze ronde zijn gevraagd, heeft er 1 geantwoord (50%)").And.Contain("Wat er is geantwoord").And.Contain("0 (geen contact)").And.Contain("3 (stemmen af)").And.Contain("één zegt het");
        seen.Should().Contain("Zonder deze ronde");
        var (_, sheets) = await own.Client.PageAsync(address + "/sheets");
        sheets.Split("<article class=\"invitation sheet\">").Should().HaveCount(3);
        PageReading.Seen(sheets).Should().Contain("anderen kunnen dat zien");
        PageReading.Seen((await own.Client.PageAsync(address + "/workshop")).Html).Should().Contain(name).And.Contain("wie ontbreekt?");
    }

    [Fact]
    public async Task A_combination_has_a_sheet_for_a_meeting()
    {
        using var client = new HttpClient { BaseAddress = sample.Address };
        var cell = PageReading.Links((await client.PageAsync("/overlap")).Html, "/overlap/cell").First();
        var (_, html) = await client.PageAsync(cell.Address);
        var link = PageReading.Links(html, "/overlap/").Single(link => link.Address.Contains("/workshop", StringComparison.Ordinal));
        var (status, poster) = await client.PageAsync(link.Address);
        status.Should().Be(200);
        poster.Should().Contain("class=\"tower\"");
    }

    [Theory]
    [InlineData("/ask/nergens")]
    [InlineData("/ask/nergens/sheets")]
    [InlineData("/ask/nergens/workshop")]
    public async Task A_round_that_is_not_there_is_told(string path)
    {
        using var client = new HttpClient { BaseAddress = sample.Address };
        var (status, html) = await client.PageAsync(path);
        status.Should().Be(404);
        PageReading.Seen(html).Should().Contain("Er is geen vragenronde met de sleutel of naam 'nergens'");
    }

    [Fact]
    public void All_who_are_asked_and_asked_about_stand_around_the_sheet_once_as_far_as_there_is_room()
    {
        var builder = new GraphBuilder();
        for (var number = 1; number <= 40; number++) builder.Agency($"Organisatie {number:00}");
        foreach (var budget in new[] { 1, 2, 5 })
        {
            var answer = builder.Snapshot().Ask(new AskListQuestion { Budget = budget });
            int[] all = [.. answer.Sheets.Select(sheet => sheet.Respondent).Concat(answer.Sheets.SelectMany(sheet => sheet.Lines).Select(line => line.About)).Distinct()];
            var poster = Wijk.GraphQL.Pages.AskList.WorkshopModel.Of(answer);
            poster.Cards.Select(card => card.Actor).Should().OnlyHaveUniqueItems().And.BeSubsetOf(all);
            (poster.Cards.Length + poster.LeftOutCount).Should().Be(all.Length);
            poster.Sides.SelectMany(side => side).Where(card => card is not null).Should().Equal(poster.Cards);
            poster.Sides.SelectMany(side => side).Count(card => card is null).Should().Be(Wijk.GraphQL.Pages.AskList.WorkshopModel.EmptyCount);
        }
    }
}
