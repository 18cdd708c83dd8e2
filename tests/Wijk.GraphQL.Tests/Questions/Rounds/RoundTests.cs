using System.Text.Json.Nodes;
using Wijk.Graph.Findings.AskList;
using Wijk.Graph.Import.Rounds;
using Wijk.Graph.Views;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Questions.Rounds;

public sealed class RoundTests
{
    private const string Day = $"asOf: \"{SampleServer.AsOf}\"";

    [Fact]
    public async Task A_round_is_started_once_and_its_answers_are_told_as_the_finding_tells_them()
    {
        await using var server = await TestServer.StartWithAsync(await Cities.VoorbeeldwijkAsync());
        var start = $$"""mutation { startRound(name: "Voorjaar", budget: 3, {{Day}}, sentOn: "2026-06-01") { wasApplied errors { message { en } } query { round({{Day}}) { inquiry { key } respondentCount answeredCount responseRate respondents(first: 10) { edges { node { id respondent { key } lineCount listed { key } sent answered } } } } } } }""";
        var started = (await server.DataAsync(start))["startRound"]!;
        (started["wasApplied"]!.GetValue<bool>(), started["errors"]!.AsArray().Count).Should().Be((true, 0));
        var round = started["query"]!["round"]!;
        (round["respondentCount"]!.GetValue<int>(), round["answeredCount"]!.GetValue<int>(), round["responseRate"]!.GetValue<double>()).Should().Be((3, 0, 0));
        (await server.DataAsync(start))["startRound"]!["wasApplied"]!.GetValue<bool>().Should().BeFalse("it was started already");
        Why(await server.AskAsync("""mutation { startRound(name: "Voorjaar", budget: 2) { wasApplied } }""")).Should().StartWith("name: There is a round of questions “Voorjaar” already");

        var respondents = SampleServer.Nodes(round["respondents"]).ToArray();
        respondents.Should().OnlyContain(asked => asked["sent"]!.GetValue<string>() == "2026-06-01" && asked["answered"] == null);
        var list = new AskListQuestion { Budget = 3, AsOf = new(2026, 6, 1) }.Ask(GraphView.Of(await Cities.VoorbeeldwijkAsync()), new(2026, 6, 1), TestContext.Current.CancellationToken);
        respondents.Select(asked => $"{asked["respondent"]!["key"]}: {string.Join(' ', asked["listed"]!.AsArray().Select(other => other!["key"]))}").Should().BeEquivalentTo(list.Sheets.Select(sheet =>
            $"{list.View.Graph.Node(sheet.Respondent).Key}: {string.Join(' ', sheet.Lines.Select(line => list.View.Graph.Node(line.About).Key))}"));

        // An answer may come over GraphQL as well.
        var (who, about) = (respondents[0]["respondent"]!["key"]!.GetValue<string>(), respondents[0]["listed"]![0]!["key"]!.GetValue<string>());
        var name = (await server.DataAsync("query($id: ID!) { node(id: $id) { ... on Item { name } } }", new { id = who }))["node"]!["name"]!.GetValue<string>();
        await server.DataAsync("mutation($changes: [ChangeInput!]!) { applyChanges(input: { idempotencyKey: \"answer\", changes: $changes }) { wasApplied } }", new
        {
            changes = new object[]
            {
                new { putRelation = new { kind = "COLLABORATES", from = who, to = about, attributes = new { level = 0, basis = "ASKED", inquiry = "inquiry:rounds:Voorjaar", reportedBy = name } } },
            },
        });
        var answered = (await server.DataAsync($$"""{ round({{Day}}) { answeredCount answeredLineCount now { knownPairCount } without { knownPairCount } pairs(first: 5) { totalCount edges { node { id a { key } b { key } level levels agreement } } } evidence(first: 100) { totalCount } } }"""))["round"]!;
        (answered["answeredCount"]!.GetValue<int>(), answered["answeredLineCount"]!.GetValue<int>()).Should().Be((1, 1));
        (answered["now"]!["knownPairCount"]!.GetValue<int>() - answered["without"]!["knownPairCount"]!.GetValue<int>()).Should().Be(1);
        var pair = SampleServer.Nodes(answered["pairs"]).Single();
        (pair["level"]!.GetValue<int>(), pair["agreement"]!.GetValue<string>()).Should().Be((0, "ONE_SIDED"));
        new[] { pair["a"]!["key"]!.GetValue<string>(), pair["b"]!["key"]!.GetValue<string>() }.Should().BeEquivalentTo([who, about]);
        foreach (var id in new[] { pair["id"]!, respondents[0]["id"]! })
            (await server.DataAsync($$"""{ node(id: {{id.ToJsonString()}}) { id __typename } }"""))["node"]!["id"]!.GetValue<string>().Should().Be(id.GetValue<string>());
    }

    [Fact]
    public async Task Lists_that_were_filled_in_are_read_back_all_or_nothing()
    {
        await using var server = await TestServer.StartWithAsync(await Cities.VoorbeeldwijkAsync());
        var round = (await server.DataAsync($$"""mutation { startRound(name: "Voorjaar", budget: 1, {{Day}}) { query { round({{Day}}) { respondents(first: 1) { edges { node { respondent { key name } listed { key name } } } } } } } }"""))["startRound"]!["query"]!["round"]!;
        var asked = SampleServer.Nodes(round["respondents"]).Single();
        var (who, others) = (asked["respondent"]!, asked["listed"]!.AsArray().Select(other => other!).ToArray());
        string List(params string[] levels) => string.Join('\n', levels.Select((level, place) => $"{who["name"]};{others[place]["name"]};{level};inquiry:rounds:Voorjaar;{who["key"]};{others[place]["key"]}")
            .Prepend(string.Join(';', AnswerForm.Columns.Select(column => column.En))));

        // One line that cannot be right, and nothing is written.
        var refused = await ReadAsync(List("3", "7", ""));
        (refused["wasApplied"]!.GetValue<bool>(), refused["answerCount"]!.GetValue<int>(), refused["query"]!["round"]!["answeredLineCount"]!.GetValue<int>()).Should().Be((false, 1, 0));
        var error = refused["errors"]!.AsArray().Should().ContainSingle().Subject!;
        (error["file"]!.GetValue<string>(), error["row"]!.GetValue<int>(), error["column"]!["en"]!.GetValue<string>(), error["value"]!.GetValue<string>()).Should().Be(("lists.csv", 3, AnswerForm.Level.En, "7"));
        error["message"]!["en"]!.GetValue<string>().Should().Be("an answer is a whole figure from 0 to 5; correct it, or leave the cell empty when it is not known.");

        var read = await ReadAsync(List("3", "0", ""));
        (read["wasApplied"]!.GetValue<bool>(), read["answerCount"]!.GetValue<int>(), read["emptyCount"]!.GetValue<int>(), read["errors"]!.AsArray().Count).Should().Be((true, 2, 1, 0));
        read["respondents"]!.AsArray().Select(key => key!.GetValue<string>()).Should().Equal(who["key"]!.GetValue<string>());
        (read["query"]!["round"]!["answeredLineCount"]!.GetValue<int>(), read["query"]!["round"]!["without"]!["knownPairCount"]!.GetValue<int>() + 2).Should().Be((2, read["query"]!["round"]!["now"]!["knownPairCount"]!.GetValue<int>()));
        (await ReadAsync(List("3", "0", "")))["wasApplied"]!.GetValue<bool>().Should().BeFalse("it says nothing new");

        // What is no list at all is told too, and what is no file is refused.
        (await ReadAsync("name\nsomebody"))["errors"]![0]!["message"]!["en"]!.GetValue<string>().Should().Contain("holds no list of a round of questions");
        Why(await server.AskAsync("mutation { readRound(files: [{ name: \"lists.csv\", content: \"%\" }]) { version } }")).Should().Be("files: the content of 'lists.csv' is not base64; encode the bytes of the file as base64.");
        Why(await server.AskAsync("mutation { readRound(files: []) { version } }")).Should().StartWith("files: give 1 to 50 files");

        async Task<JsonNode> ReadAsync(string list) => (await server.DataAsync(
            $$"""mutation($content: String!) { readRound(files: [{ name: "lists.csv", content: $content }], answeredOn: "2026-06-01") { version wasApplied answerCount emptyCount respondents notFound { value } errors { file row column { en } value message { en } } query { round({{Day}}) { answeredLineCount now { knownPairCount distanceWeightedFLow distanceWeightedFHigh } without { knownPairCount } } } } }""",
            new { content = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(list)) }))["readRound"]!;
    }

    [Theory]
    [InlineData("""name: "  " """, "name: Give the round a name")]
    [InlineData("""name: "x", area: "Nergens" """, "area: ")]
    [InlineData("""name: "x", budget: 0 """, "budget: ")]
    public async Task What_cannot_be_started_is_refused(string arguments, string why)
    {
        await using var server = await TestServer.StartWithAsync(await Cities.VoorbeeldwijkAsync());
        Why(await server.AskAsync($"mutation {{ startRound({arguments}) {{ wasApplied }} }}")).Should().StartWith(why);
    }

    [Fact]
    public async Task Where_there_is_nobody_to_ask_no_round_starts()
    {
        await using var server = await TestServer.StartWithAsync(new GraphBuilder().Snapshot());
        Why(await server.AskAsync("""mutation { startRound(name: "x") { wasApplied } }""")).Should().StartWith("No round was started. There is nobody to ask here");
        (await server.DataAsync("{ round { inquiry { key } respondentCount responseRate now { pairCount } reason { en } } }"))["round"]!.ToJsonString()
            .Should().StartWith("""{"inquiry":null,"respondentCount":0,"responseRate":null,"now":null,"reason":{"en":"No round of questions was held yet.""");
    }

    private static string Why(JsonNode answer) => answer["errors"]!.AsArray().Should().ContainSingle().Which!["extensions"]!["why"]!["en"]!.GetValue<string>();
}
