using System.Data;
using System.Globalization;
using System.Text.Json.Nodes;
using MiniExcelLibs;
using Wijk.Graph.Findings.AskList;
using Wijk.Graph.Import.Rounds;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Commands;

/// <summary>
/// A round from its list to its answers, through the program itself, with somebody who plays five organisations: one answers all, one half, one contradicts the first, one confirms it,
/// and one does not answer. What the round then says is counted here from what was filled in.
/// </summary>
public sealed class AskTests(FilledFolders folders) : IDisposable
{
    private const string Name = "Eerste ronde";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_round_is_started_printed_filled_in_by_five_and_read_back()
    {
        var data = FilledFolders.Copy(await folders.SampleAsync(), folder.File("data"));
        (await Ask("list")).Well().Should().Contain("Er is nog geen ronde");
        var list = await JsonAsync("askList", "--budget", "5");
        (await Ask("start", Name, "--budget", "5")).Errors.Should().Contain($"Ronde ‘{Name}’ is begonnen: 5 lijsten met samen {list["lineCount"]} vragen");
        (await Ask("start", Name, "--budget", "5")).Refusal().Should().Contain("Er is al een vragenronde ‘Eerste ronde’");
        (await Ask("list")).Well().Should().Contain("inquiry:rounds:Eerste ronde");
        var before = await RoundAsync(asked: 5, answered: 0);
        Reason(before).Should().StartWith("Of the 5 that were asked in this round nobody has answered yet. ");
        before["without"]!.ToJsonString().Should().Be(before["now"]!.ToJsonString());

        // Printed: a page for each, naming all on its list.
        (await Ask("sheets", Name, "--format", "html", "--out", folder.File("lists.html"))).ExitCode.Should().Be(0);
        var printed = await File.ReadAllTextAsync(folder.File("lists.html"), TestContext.Current.CancellationToken);
        printed.Split("<article class=\"invitation sheet\">").Should().HaveCount(6);
        (await Ask("sheets", Name, "--format", "xlsx", "--each", "--out", folder.File("lists"))).Errors.Should().Contain("5 lijsten geschreven");
        List[] lists = [.. Directory.EnumerateFiles(folder.File("lists")).Order(StringComparer.Ordinal).Select(List.Open)];
        lists.Should().HaveCount(5);
        foreach (var other in lists.SelectMany(one => one.Others)) printed.Should().Contain(System.Net.WebUtility.HtmlEncode(other.Name));
        lists.Sum(one => one.Others.Length).Should().Be(list["lineCount"]!.GetValue<int>());

        // One answers half of its list.
        var (all, half, differs, confirms) = (lists[0], lists[1], lists[2], lists[3]);
        var told = new Dictionary<(string, string), List<int>>();
        foreach (var (other, place) in half.Others.Take(half.Others.Length / 2).Select((other, place) => (other, place))) half.Answer(other.Key, place % 2, told);
        await ReadAsync(half, "1 die gevraagd zijn");
        var first = await RoundAsync(asked: 5, answered: 1);
        Reason(first).Should().StartWith($"Of the 5 that were asked in this round 1 has answered (20%), {half.Others.Length / 2} of the {list["lineCount"]} questions. The answers are about {Pairs(told.Count)}: ");
        MustBeAsTold(first);

        // One answers all of it, and names two that are not on it; of them one contradicts, one confirms, and both leave the rest empty.
        foreach (var (other, place) in all.Others.Select((other, place) => (other, place))) all.Answer(other.Key, place % 6, told);
        all.Answer(differs.Who, 3, told);
        all.Answer(confirms.Who, 2, told);
        differs.Answer(all.Who, 1, told);
        confirms.Answer(all.Who, 2, told);
        foreach (var one in new[] { all, differs, confirms }) await ReadAsync(one, "1 die gevraagd zijn");
        var last = await RoundAsync(asked: 5, answered: 4);
        last["responseRate"]!.GetValue<double>().Should().Be(0.8);
        Reason(last).Should().StartWith("Of the 5 that were asked in this round 4 have answered (80%), ").And.Contain("On 1 pair the answers differ, and then the lowest level counts: ").And.Contain(" (1, 3).");
        last["nextStep"]!["en"]!.GetValue<string>().Should().Be($"Ask whether the list has arrived at: {lists[4].Name}.");
        MustBeAsTold(last);

        // The same again changes nothing, all in one file or each in its own.
        var version = last["version"]!.GetValue<int>();
        foreach (var one in new[] { all, half, differs, confirms }) (await Ask("read", one.Path)).Well().Should().Contain($"Alles stond er al; de versie blijft {version}.");

        void MustBeAsTold(JsonNode round)
        {
            var pairs = round["pairs"]!["edges"]!.AsArray().Select(edge => edge!["node"]!).ToDictionary(
                pair => Pair(pair["a"]!["key"]!.GetValue<string>(), pair["b"]!["key"]!.GetValue<string>()), pair => (Level: pair["level"]!.GetValue<int>(), Agreement: pair["agreement"]!.GetValue<string>()));
            pairs.Keys.Should().BeEquivalentTo(told.Keys);
            foreach (var (pair, levels) in told)
                pairs[pair].Should().Be((levels.Min(), levels.Distinct().Count() > 1 ? "CONTRADICTING" : levels.Count > 1 ? "CONFIRMED" : "ONE_SIDED"));
            // None of them was known before, so each adds one; and F cannot be above what the ties that were told leave apart.
            var (known, without) = (round["now"]!["knownPairCount"]!.GetValue<int>(), round["without"]!["knownPairCount"]!.GetValue<int>());
            without.Should().Be(list["pairCount"]!.GetValue<int>() - list["unknownPairCount"]!.GetValue<int>());
            known.Should().BeLessThanOrEqualTo(without + told.Count).And.BeGreaterThanOrEqualTo(without + told.Keys.Count(pair => lists.Any(one => one.Others.Any(other => Pair(one.Who, other.Key) == pair))));
            round["without"]!["fHigh"]!.GetValue<double>().Should().Be(list["fHigh"]!.GetValue<double>());
            round["now"]!["fHigh"]!.GetValue<double>().Should().BeLessThanOrEqualTo(list["fHigh"]!.GetValue<double>());
        }

        async Task ReadAsync(List one, string who)
        {
            one.Save();
            (await Ask("read", one.Path)).Well().Should().Contain(who).And.Contain("Geschreven als versie");
        }

        async Task<JsonNode> RoundAsync(int asked, int answered)
        {
            var round = await JsonAsync("round");
            (round["respondentCount"]!.GetValue<int>(), round["answeredCount"]!.GetValue<int>()).Should().Be((asked, answered));
            return round;
        }

        async Task<JsonNode> JsonAsync(params string[] question) =>
            JsonNode.Parse((await WijkCommand.RunAsync(["analyse", .. question, "--first", "100", "--json", "--data", data])).Well())!["data"]![question[0]]!;

        Task<Ended> Ask(params string[] arguments) => WijkCommand.RunAsync(["ask", .. arguments, "--data", data]);
    }

    [Fact]
    public async Task A_wrong_figure_is_refused_by_file_sheet_row_and_value_and_nothing_is_written()
    {
        var data = FilledFolders.Copy(await folders.SampleAsync(), folder.File("wrong"));
        (await WijkCommand.RunAsync("ask", "start", Name, "--budget", "2", "--data", data)).ExitCode.Should().Be(0);
        (await WijkCommand.RunAsync("ask", "sheets", Name, "--format", "xlsx", "--out", folder.File("all.xlsx"), "--data", data)).ExitCode.Should().Be(0);
        var list = List.Open(folder.File("all.xlsx"));
        list.Fill(0, "2");
        list.Fill(1, "acht");
        list.Save();
        var ended = await WijkCommand.RunAsync("ask", "read", list.Path, "--data", data);
        ended.ExitCode.Should().Be(1);
        ended.Output.Should().Contain("all.xlsx [Vragen] rij 3: 'acht': een antwoord is een heel cijfer van 0 tot en met 5").And.Contain("Er is niets geschreven, want er zijn regels geweigerd (1).");
        (await WijkCommand.RunAsync("analyse", "round", "--data", data)).Well().Should().StartWith("Van de 2 die in deze ronde zijn gevraagd, heeft nog niemand geantwoord.");
        list.Fill(1, "");
        list.FillName("Stichting Nergens", "1");
        list.Save();
        (await WijkCommand.RunAsync("ask", "read", list.Path, "--data", data)).Well().Should().Contain("'Stichting Nergens': deze organisatie kennen we niet").And.Contain("1 antwoord gelezen");
    }

    [Theory]
    [InlineData("sheets", "nergens", "--format", "html")]
    [InlineData("workshop", "nergens")]
    public async Task A_round_that_is_not_there_is_told(params string[] arguments) =>
        (await WijkCommand.RunAsync(["ask", .. arguments, "--data", await folders.SampleAsync()])).Refusal().Should().Contain("Er is geen vragenronde met de sleutel of naam 'nergens'");

    [Fact]
    public async Task A_sheet_for_a_meeting_has_a_card_for_everybody_in_the_round_and_some_for_who_is_missing()
    {
        var data = FilledFolders.Copy(await folders.SampleAsync(), folder.File("poster"));
        (await WijkCommand.RunAsync("ask", "start", Name, "--area", "Stationsbuurt", "--budget", "2", "--data", data)).ExitCode.Should().Be(0);
        var html = (await WijkCommand.RunAsync("ask", "workshop", Name, "--data", data)).Well();
        var list = (await WijkCommand.RunAsync("ask", "sheets", Name, "--format", "csv", "--data", data)).Well().Split('\n').Skip(1).Select(line => line.Trim('\r').Split(';')).Where(line => line.Length == 6).ToArray();
        string[] names = [.. list.Select(line => line[0]).Concat(list.Where(line => line[5].Length > 0).Select(line => line[1])).Distinct()];
        names.Should().HaveCountGreaterThan(5);
        foreach (var name in names) html.Should().Contain($"<strong>{System.Net.WebUtility.HtmlEncode(name)}</strong>");
        html.Split("<li class=\"empty\">").Should().HaveCount(5);
    }

    private static (string, string) Pair(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);

    private static string Pairs(int count) => count == 1 ? "1 pair" : $"{count} pairs";

    private static string Reason(JsonNode round) => round["reason"]!["en"]!.GetValue<string>();

    // A list as an organisation opens it.
    private sealed class List(string path, DataTable questions, DataTable explanation)
    {
        public string Path => path;

        public string Name => (string)questions.Rows[0][AnswerForm.Who.Nl];

        public string Who => (string)questions.Rows[0][AnswerForm.WhoKey.Nl];

        public (string Name, string Key)[] Others => [.. questions.Rows.Cast<DataRow>().Where(row => Text(row, AnswerForm.AboutKey.Nl).Length > 0).Select(row => (Text(row, AnswerForm.About.Nl), Text(row, AnswerForm.AboutKey.Nl)))];

        public static List Open(string path)
        {
            MiniExcel.GetSheetNames(path).Should().Equal("Vragen", "Uitleg");
            var (questions, explanation) = (Table(path, "Vragen"), Table(path, "Uitleg"));
            explanation.Rows.Should().HaveCount(SheetWords.Levels.Length);
            questions.Columns.Cast<DataColumn>().Select(column => column.ColumnName).Should().Equal(AnswerForm.Columns.Select(column => column.Nl));
            return new(path, questions, explanation);
        }

        // On its line, or as a name beside the list.
        public void Answer(string key, int level, Dictionary<(string, string), List<int>> told)
        {
            var row = questions.Rows.Cast<DataRow>().FirstOrDefault(row => Text(row, AnswerForm.AboutKey.Nl) == key) ?? questions.Rows.Cast<DataRow>().First(row => Text(row, AnswerForm.About.Nl) == AnswerForm.WhoElse.Nl);
            if (Text(row, AnswerForm.AboutKey.Nl).Length == 0) (row[AnswerForm.About.Nl], row[AnswerForm.AboutKey.Nl]) = ("", key);
            row[AnswerForm.Level.Nl] = level.ToString(CultureInfo.InvariantCulture);
            if (!told.TryGetValue(Pair(Who, key), out var levels)) told.Add(Pair(Who, key), levels = []);
            levels.Add(level);
        }

        public void Fill(int row, string figure) => questions.Rows[row][AnswerForm.Level.Nl] = figure;

        public void FillName(string name, string figure)
        {
            var row = questions.Rows.Cast<DataRow>().First(row => Text(row, AnswerForm.About.Nl) == AnswerForm.WhoElse.Nl);
            (row[AnswerForm.About.Nl], row[AnswerForm.Level.Nl]) = (name, figure);
        }

        public void Save() => MiniExcel.SaveAs(path, new Dictionary<string, object> { ["Vragen"] = questions, ["Uitleg"] = explanation }, overwriteFile: true);

        private static DataTable Table(string path, string sheet)
        {
            IDictionary<string, object?>[] rows = [.. MiniExcel.Query(path, useHeaderRow: true, sheetName: sheet).Cast<IDictionary<string, object?>>()];
            var table = new DataTable { Locale = CultureInfo.InvariantCulture };
            foreach (var column in rows[0].Keys) table.Columns.Add(column, typeof(string));
            foreach (var row in rows) table.Rows.Add([.. row.Values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")]);
            return table;
        }

        private static string Text(DataRow row, string column) => Convert.ToString(row[column], CultureInfo.InvariantCulture) ?? "";
    }
}
