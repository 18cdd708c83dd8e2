using Wijk.Graph.Findings.AskList;

namespace Wijk.GraphQL.Tests.Questions.AskList;

public sealed class AskListTests(SampleServer server) : IClassFixture<SampleServer>
{
    private const string Day = $"asOf: \"{SampleServer.AsOf}\"";

    [Fact]
    public async Task The_answer_is_that_of_the_finding()
    {
        var expected = server.Ask(new AskListQuestion { Budget = 3, Level = 2 });
        var answer = (await server.DataAsync(
            $"{{ askList({Day}, budget: 3, level: 2) {{ budget level sheetCount lineCount pairCount unknownPairCount fLow fHigh fHighIfAllTied reason {{ nl en }} nextStep {{ nl }} }} }}"))["askList"]!;
        int Number(string name) => answer[name]!.GetValue<int>();
        (Number("budget"), Number("level"), Number("sheetCount"), Number("lineCount")).Should().Be((3, 2, expected.Sheets.Length, expected.LineCount));
        (Number("pairCount"), Number("unknownPairCount")).Should().Be(((int)expected.Bounds!.PairCount, (int)expected.Bounds.UnknownPairCount));
        answer["fHigh"]!.GetValue<double>().Should().Be(expected.Bounds.Connectivity.Fragmentation.High);
        answer["fHighIfAllTied"]!.GetValue<double>().Should().Be(expected.FragmentationIfAllTied!.Value).And.BeLessThan(answer["fHigh"]!.GetValue<double>());
        (answer["reason"]!["nl"]!.GetValue<string>(), answer["reason"]!["en"]!.GetValue<string>()).Should().Be((expected.Reason.Nl, expected.Reason.En));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    public async Task Walking_through_the_sheets_gives_each_once_in_order_and_each_can_be_asked_for_by_its_id(int size)
    {
        var expected = server.Ask(new AskListQuestion { Budget = 4 }).Sheets;
        var found = await server.WalkAsync($"askList({Day}, budget: 4)", "sheets", "id respondent { key } lines { about { key } sharedPlaceCount cells { nl } }", size);
        found.Select(sheet => $"{sheet["respondent"]!["key"]} {string.Join(' ', sheet["lines"]!.AsArray().Select(line => $"{line!["about"]!["key"]} {line["sharedPlaceCount"]}"))}")
            .Should().Equal(expected.Select(sheet => $"{Key(sheet.Respondent)} {string.Join(' ', sheet.Lines.Select(line => $"{Key(line.About)} {line.SharedPlaceCount}"))}"));
        (await server.DataAsync($$"""{ node(id: {{found[0]["id"]!.ToJsonString()}}) { ... on AskSheet { respondent { key } } } }"""))["node"]!["respondent"]!["key"]!.GetValue<string>()
            .Should().Be(Key(expected[0].Respondent));
    }

    [Theory]
    [InlineData("budget: 0")]
    [InlineData("budget: 101")]
    [InlineData("level: 6")]
    public async Task What_cannot_be_asked_is_refused(string wrong) =>
        (await server.AskAsync($"{{ askList({wrong}) {{ sheetCount }} }}"))["errors"]!.AsArray().Should().ContainSingle()
            .Which!["extensions"]!["code"]!.GetValue<string>().Should().Be("INVALID_ARGUMENT");

    private string Key(int number) => server.Then.Node(number).Key;
}
