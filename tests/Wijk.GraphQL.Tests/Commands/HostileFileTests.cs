using System.Text;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Commands;

/// <summary>Each as a process of its own that gets 230 MB of heap, and so less than 300 MB in all: what needs more does not end well.</summary>
public sealed class HostileFileTests : IDisposable
{
    private static readonly (string, string)[] LittleMemory = [("DOTNET_GCHeapHardLimit", "E600000")];

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Agency.csv", "pipe", "Agency.csv: the file is empty; * A pipe or a device is not read: save what comes out of it as a file first. *")]
    [InlineData("zero.csv", "zeros", "zero.csv: the file is empty; * A pipe or a device is not read*")]
    [InlineData("cell.xlsx", "endless cell", "cell.xlsx *xl/worksheets/sheet1.xml*: there is a value of more than 1000000 characters, *")]
    [InlineData("runs.xlsx", "endless runs", "runs.xlsx *xl/worksheets/sheet1.xml* row 2: cell B2 has more than 1000000 characters, *")]
    [InlineData("cdata.xlsx", "endless cdata", "cdata.xlsx *xl/worksheets/sheet1.xml*: it holds CDATA, which is not read; save it again.")]
    [InlineData("attribute.xlsx", "endless attribute", "attribute.xlsx *xl/worksheets/sheet1.xml*: there is a value of more than 1000000 characters, *")]
    [InlineData("wide.xlsx", "first and last cell", "wide.xlsx *xl/worksheets/sheet1.xml* row 1048576: the sheet runs up to XFD1048576, which is more than 50000000 cells; *")]
    [InlineData("bomb.xlsx", "zip bomb", "bomb.xlsx *xl/worksheets/sheet1.xml*: unpacked it has more than 1073741824 bytes, *")]
    [InlineData("Agency.csv", "million columns", "Agency.csv row 1: there are more than 16384 columns, the most that are read; *")]
    [InlineData("Agency.csv", "million values", "Agency.csv row 3: there are more than 16384 columns, *")]
    [InlineData("Agency.json", "million names", "Agency.json row 1: there are more than 16384 columns, *")]
    public async Task A_hostile_file_is_refused_in_one_sentence(string name, string kind, string sentence)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && kind is "pipe" or "zeros", "Windows has no such files.");
        Make(kind, folder.File(name));
        (await RunAsync("import", folder.File(name), "--data", Data)).Refusal().Should().Match(sentence);
        Directory.Exists(Data).Should().BeFalse("nothing was written");
    }

    [Fact]
    public async Task A_pipe_in_a_folder_is_named()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such files.");
        Directory.CreateDirectory(folder.File("in"));
        HostileFiles.Pipe(folder.File("in/Agency.csv"));
        foreach (var arguments in (string[][])[["import", folder.File("in")], ["import", folder.File("in"), "--mapping", "wijk"]])
            (await RunAsync([.. arguments, "--data", Data])).Refusal().Should().StartWith("Agency.csv: the file is empty;").And.Contain("A pipe or a device is not read");
    }

    [Fact]
    public async Task A_mapping_or_a_backup_that_never_ends_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such files.");
        HostileFiles.Pipe(folder.File("pipe"));
        foreach (var endless in (string[])["/dev/zero", folder.File("pipe")])
        {
            (await RunAsync("import", Cities.SampleFolder, "--mapping", endless, "--data", Data)).Refusal().Should().Contain("or a pipe or a device; give a JSON file.");
            (await RunAsync("restore", endless, "--data", Data)).Refusal().Should().Contain("is empty, or is a pipe or a device; name the file that 'backup' wrote.");
        }
    }

    [Fact]
    public async Task Rows_that_hold_nothing_cost_nothing()
    {
        HostileFiles.MillionEmptyRows(folder.File("rows.xlsx"));
        (await RunAsync("import", folder.File("rows.xlsx"), "--data", Data)).Well().Should().MatchRegex(@"rows\.xlsx \[Agency\] +1 ");
        (await RunAsync("export", "--data", Data)).Well().Should().Contain("\"name\":\"An agency\"");
    }

    [Theory]
    [InlineData("Agency.csv", "id,name\na,A\nb,\u00EDx", "ED A0 BD", "Agency.csv row 3: there is half a character here *")]
    [InlineData("a.json", """{"wijk":1,"version":1,"recordedAt":"2026-01-01T00:00:00.000Z","nodes":[{"key":"agency:t:a","kind":"Agency","source":"\ud800"}],"relations":[]}""", "", "*a.json * row 1: 'agency:t:a': source: * holds half a character; *")]
    public async Task Half_a_character_is_refused(string name, string text, string bytes, string sentence)
    {
        byte[] contents = [.. Encoding.UTF8.GetBytes(text), .. Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal))];
        await File.WriteAllBytesAsync(folder.File(name), contents, TestContext.Current.CancellationToken);
        (await RunAsync("import", folder.File(name), "--data", Data)).Refusal().Should().Match(sentence);
        Directory.Exists(Data).Should().BeFalse("nothing was written");
    }

    [Theory]
    [InlineData("Agency.json", """[{"id":"a","name":"A"},{"id":"b","name":"\ud83d"}]""")]
    [InlineData("Agency.ndjson", """
        {"id":"a","name":"A"}
        {"id":"b","\udc00":"B"}
        """)]
    public async Task Half_a_character_in_a_row_refuses_that_row(string name, string text)
    {
        await File.WriteAllTextAsync(folder.File(name), text, TestContext.Current.CancellationToken);
        var ended = await RunAsync("import", folder.File(name), "--data", Data);
        ended.ExitCode.Should().Be(1);
        ended.Output.Should().Contain($"{name} row 2: ").And.Contain("half a character").And.Contain("Nothing was written, because rows were refused (1).");
    }

    [Theory]
    [InlineData("\u001b[2J\u001b]0;owned\u0007", "[U+001B][2J[U+001B]]0;owned[U+0007]")]
    [InlineData("\u009b31m\u0090", "[U+009B]31m[U+0090]")]
    [InlineData("\u202etxt.\u2066x", "[U+202E]txt.[U+2066]x")]
    [InlineData("Well\rBad ", "Well[U+000D]Bad")]
    public async Task What_a_file_holds_cannot_act_on_the_terminal(string hostile, string shown)
    {
        string[] files =
        [
            $"id,name\na,{hostile}\n", // a value that is refused
            $"id,{hostile}\na,A\n", // a heading
            $"id,name,type\na,A,\"{hostile}\"\n", // a value out of a list
        ];
        for (var number = 0; number < files.Length; number++)
        {
            var (name, data) = ($"in{number}", folder.File($"data{number}"));
            Directory.CreateDirectory(folder.File(name));
            await File.WriteAllTextAsync(Path.Combine(folder.File(name), "Agency.csv"), files[number], TestContext.Current.CancellationToken);
            IsHarmless(await WijkCommand.RunAsync("import", folder.File(name), "--data", data, "-l", "en"));
        }

        var named = await WijkCommand.RunAsync("import", $"{hostile}.csv", "--data", Data, "-l", "en");
        IsHarmless(named).Should().Contain(shown);
        IsHarmless(await WijkCommand.RunAsync($"--{hostile}"));
    }

    private static string IsHarmless(Ended ended)
    {
        ended.ExitCode.Should().Be(1);
        var printed = ended.Output + ended.Errors;
        printed.Where(letter => (char.IsControl(letter) && letter != '\n') || letter is '\u202e' or '\u2066').Should().BeEmpty(printed);
        return printed;
    }

    private string Data => folder.File("data");

    private static Task<Ended> RunAsync(params string[] arguments) => WijkProcess.RunWithAsync(LittleMemory, [.. arguments, "-l", "en"]);

    private static void Make(string kind, string file)
    {
        Action<string> make = kind switch
        {
            "pipe" => HostileFiles.Pipe,
            "zeros" => HostileFiles.Zeros,
            "endless cell" => HostileFiles.EndlessCell,
            "endless runs" => HostileFiles.EndlessRuns,
            "endless cdata" => HostileFiles.EndlessCData,
            "endless attribute" => HostileFiles.EndlessAttribute,
            "first and last cell" => HostileFiles.FirstAndLastCell,
            "zip bomb" => HostileFiles.ZipBomb,
            "million columns" => HostileFiles.MillionColumns,
            "million values" => HostileFiles.MillionValues,
            "million names" => HostileFiles.MillionNames,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
        make(file);
    }
}
