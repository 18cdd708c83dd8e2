using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Commands;

public sealed class BrokenInputTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("gone.csv", null, "gone.csv: there is no such file or folder; check the name.")]
    [InlineData("empty.csv", "", "empty.csv: the file is empty; * Check that it was saved or downloaded completely.")]
    [InlineData("binary.csv", "a\0b\u0001\0", "binary.csv: the file holds zero bytes, which no text has; give a CSV, *")]
    [InlineData("broken.json", "[{\"a\": 1},", "broken.json row 1: the file is not valid JSON (*); correct it there, or export it again.")]
    [InlineData("cut.json", "{\"wijk\":1,\"version\":1,\"nodes\":[", "cut.json: this is not complete JSON (line 1): * Choose a JSON export that Wijk wrote, or make it again.")]
    [InlineData("broken.xlsx", "not a workbook", "broken.xlsx: the file cannot be read as a workbook (*); save it again as .xlsx, or as CSV.")]
    [InlineData("other.csv", "a,b\n1,2\n", "*none of 360giving, * wijk fits other.csv *; name one with --mapping*")]
    [InlineData("Agency.csv", "colour\nred\n", "Agency.csv row 1: the column 'id' or 'name' is missing; add it. *")]
    public async Task A_file_that_cannot_be_read_is_one_sentence(string name, string? contents, string sentence)
    {
        if (contents is not null) await WriteAsync(name, contents);
        var ended = await WijkCommand.RunAsync("import", folder.File(name), "--data", Data, "-l", "en");
        ended.Refusal().Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Should().Match(sentence);
        Directory.Exists(Data).Should().BeFalse("nothing was written");
    }

    [Theory]
    [InlineData("Agency.csv row 3: the row has 1 values and the heading line has 2; *", "Agency.csv", "id,name\na,A\nb\n")]
    [InlineData("RUNS.csv row 2: 'Agency:b': from: there is no row with id 'b' in the sheet Agency; add it there or correct the id. *", "RUNS.csv", "from,to\nAgency:b,m\n", "Agency.csv", "id,name\na,A\n", "Measure.csv", "id,name,type\nm,M,project\n")]
    [InlineData("Agency.csv row 3: 'agency:wijk:b': * name is 'C' here and 'B' there. *", "Agency.csv", "id,name\nb,B\nb,C\na,A\n")]
    [InlineData("Agency.csv row 3: '2024-13-45': validFrom must be a date that exists, with its year, such as 1-9-2025, Sept 2025, autumn 2025 or 2025.", "Agency.csv", "id,name,validFrom\na,A,2024\nb,B,2024-13-45\n")]
    [InlineData("Agency.csv row 3: 'shop': type must be one of municipality, *", "Agency.csv", "id,name,type\na,A,care\nb,B,shop\n")]
    public async Task A_row_that_cannot_be_right_is_named_and_nothing_is_written_unless_it_may_be_skipped(string remark, params string[] files)
    {
        foreach (var file in files.Chunk(2)) await WriteAsync(Path.Combine("in", file[0]), file[1]);
        var refused = await WijkCommand.RunAsync("import", folder.File("in"), "--data", Data, "-l", "en");
        refused.ExitCode.Should().Be(1);
        refused.Output.Should().Match($"*Refused rows (1)*- {remark}*Nothing was written, because rows were refused (1). *--skip-refused.*");
        Directory.Exists(Data).Should().BeFalse("nothing was written");

        (await WijkCommand.RunAsync("import", folder.File("in"), "--data", Data, "--skip-refused")).Well().Should().Contain("Geschreven als versie 1.");
        (await WijkCommand.RunAsync("export", "--data", Data)).Well().Should().Contain("\"agency:wijk:a\"");
    }

    private string Data => folder.File("data");

    private async Task WriteAsync(string name, string contents)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.File(name))!);
        await File.WriteAllTextAsync(folder.File(name), contents, TestContext.Current.CancellationToken);
    }
}
