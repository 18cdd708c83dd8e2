using System.Text;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Commands;

public sealed class RefusedRowsTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("mend")]
    [InlineData("mend.csv")]
    [InlineData("mend.xlsx")]
    public async Task Refused_rows_come_back_as_they_came_with_their_reason_and_once_mended_complete_the_rest(string target)
    {
        await WriteAsync("in/Activiteiten.csv", "Organisatie;Activiteit;Voor wie;Waar;Van;Budget;Eigen nr\nDe Linde;Koffie;ouderen;Oost;2025;4500;1\nDe Linde;Soos;ouderen;Oost;ooit;veel;2\nGGD;Prik;jongeren;Oost;2025;;3\n");
        var refused = await WijkCommand.RunAsync("import", folder.File("in"), "--data", Data, "--skip-refused", "--refused", folder.File(target));
        refused.Well().Should().Contain("Rijen: 3 gelezen = 2 gebruikt + 1 geweigerd + 0 overgeslagen.");
        refused.Errors.Should().Contain("1 geweigerde rijen staan met hun reden in");

        // The row is mended where it came back: in the file itself, or in what a spreadsheet would save of it.
        var file = target == "mend" ? folder.File("mend/Activiteiten.csv") : folder.File(target);
        var written = target.EndsWith(".xlsx", StringComparison.Ordinal) ? await FirstSheetAsync(file) : await File.ReadAllTextAsync(file, Stop);
        written.Should().Contain("De Linde;Soos;ouderen;Oost;ooit;veel;2;").And.Contain("'ooit': Van moet een datum zijn").And.Contain("'veel': Budget moet een getal zijn");
        await WriteAsync("again/Activiteiten.csv", written.Replace(";ooit;veel;", ";2026;100;", StringComparison.Ordinal));
        (await WijkCommand.RunAsync("import", folder.File("again"), "--data", Data, "-l", "en")).Well().Should().Contain("Rows: 1 read = 1 used + 0 refused + 0 skipped.").And.NotContain("No longer in the file");

        var whole = folder.File("whole");
        await WriteAsync("all/Activiteiten.csv", "Organisatie;Activiteit;Voor wie;Waar;Van;Budget;Eigen nr\nDe Linde;Koffie;ouderen;Oost;2025;4500;1\nDe Linde;Soos;ouderen;Oost;2026;100;2\nGGD;Prik;jongeren;Oost;2025;;3\n");
        (await WijkCommand.RunAsync("import", folder.File("all"), "--data", whole)).Well();
        (await RecordsAsync(Data)).Should().Be(await RecordsAsync(whole), "in two rounds or in one, it is the same graph");
    }

    [Fact]
    public async Task A_cause_is_told_once_and_what_follows_from_it_is_counted_under_it()
    {
        await WriteAsync("in/Agency.csv", "id,name,type\nggd,GGD,shop\npomp,De Pomp,care\n");
        await WriteAsync("in/Measure.csv", "id,name\na,A\nb,B\n");
        await WriteAsync("in/RUNS.csv", "from,to\nggd,a\nggd,b\npomp,a\n");
        var ended = await WijkCommand.RunAsync("import", folder.File("in"), "--data", Data, "-l", "en");
        ended.Output.Should().Contain("Refused rows (1)").And.Contain("- Agency.csv row 2: 'shop': type must be one of")
            .And.Contain("Because of this 2 other rows are refused too (RUNS.csv: 2, 3).").And.Contain("rows were refused (3)");
    }

    [Fact]
    public async Task Rows_of_several_tables_do_not_fit_one_CSV_file()
    {
        await WriteAsync("in/Agency.csv", "id,name,type\nggd,GGD,shop\n");
        await WriteAsync("in/Measure.csv", "id,name,type\na,A,shop\n");
        (await WijkCommand.RunAsync("import", folder.File("in"), "--data", Data, "--refused", folder.File("mend.csv"), "-l", "en")).Errors
            .Should().Contain("rows of 2 tables were refused, and a CSV file holds one; name an .xlsx file or a folder.");
        (await WijkCommand.RunAsync("check", folder.File("in"), "--data", Data, "--refused", folder.File("mend"))).ExitCode.Should().Be(1);
        Directory.GetFiles(folder.File("mend")).Select(Path.GetFileName).Should().BeEquivalentTo("Agency.csv", "Measure.csv");
    }

    [Theory]
    [InlineData("in/Agency.csv")]
    [InlineData("in")]
    [InlineData("in/mend.xlsx")]
    public async Task Refused_rows_never_take_the_place_of_what_was_read(string target)
    {
        await WriteAsync("in/Agency.csv", "id,name,type\nggd,GGD,shop\n");
        foreach (var input in (string[])["in", "in/Agency.csv"])
        {
            if (input != "in" && target == "in/mend.xlsx") continue;
            (await WijkCommand.RunAsync("import", folder.File(input), "--data", Data, "--refused", folder.File(target), "-l", "en")).Refusal().Should().Contain("it is not overwritten");
        }

        (await File.ReadAllTextAsync(folder.File("in/Agency.csv"), Stop)).Should().Contain("shop");
    }

    [Fact]
    public async Task An_encoding_that_was_guessed_can_be_chosen()
    {
        Directory.CreateDirectory(folder.File("in"));
        await File.WriteAllBytesAsync(folder.File("in/Agency.csv"), [.. "id,name\na,Caf"u8, 0x8E, .. "\n"u8], Stop);
        (await WijkCommand.RunAsync("check", folder.File("in"), "--data", Data, "-l", "en")).Well().Should().Contain("the encoding was guessed: Mac Roman").And.Contain("--encoding windows-1252");
        (await WijkCommand.RunAsync("import", folder.File("in"), "--data", Data, "--encoding", "macintosh")).Well().Should().NotContain("geraden");
        (await WijkCommand.RunAsync("export", "--data", Data)).Well().Should().Contain("\"name\":\"Café\"");
        (await WijkCommand.RunAsync("import", folder.File("in"), "--data", Data, "--encoding", "ebcdic")).ExitCode.Should().Be(1);
    }

    private string Data => folder.File("data");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<string> RecordsAsync(string data)
    {
        var export = System.Text.Json.Nodes.JsonNode.Parse((await WijkCommand.RunAsync("export", "--data", data)).Well())!;
        return string.Join('\n', export["nodes"]!.AsArray().Concat(export["relations"]!.AsArray()).Select(record =>
        {
            record!.AsObject().Remove("recordedAt");
            return record.ToJsonString();
        }));
    }

    private static async Task<string> FirstSheetAsync(string file)
    {
        await using var stream = File.OpenRead(file);
        var text = new StringBuilder();
        foreach (IDictionary<string, object?> row in MiniExcelLibs.MiniExcel.Query(stream, useHeaderRow: false)) text.AppendJoin(';', row.Values.Select(value => $"{value}".Contains(';', StringComparison.Ordinal) ? $"\"{$"{value}".Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : $"{value}")).Append('\n');
        return text.ToString();
    }

    private async Task WriteAsync(string name, string contents)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.File(name))!);
        await File.WriteAllTextAsync(folder.File(name), contents, Stop);
    }
}
