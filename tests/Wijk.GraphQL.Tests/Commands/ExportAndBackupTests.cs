using System.Text;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Commands;

public sealed class ExportAndBackupTests(FilledFolders folders) : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_export_that_is_imported_in_an_empty_folder_gives_the_same_bytes(bool isSample)
    {
        var data = isSample ? await folders.SampleAsync() : await folders.AmsterdamAsync();
        var first = await ExportAsync(data, "first.json");
        (await WijkCommand.RunAsync("import", folder.File("first.json"), "--data", folder.File("copy"))).Well();
        (await ExportAsync(folder.File("copy"), "second.json")).Should().Equal(first);

        var screen = (await WijkCommand.RunAsync("export", "--data", data)).Well();
        Encoding.UTF8.GetBytes(screen + "\n").Should().Equal(first);
    }

    [Fact]
    public async Task A_backup_restores_the_same_graph_and_only_in_an_empty_folder()
    {
        var data = await folders.SampleAsync();
        (await WijkCommand.RunAsync("backup", folder.File("backup"), "--data", data)).Well();
        (await WijkCommand.RunAsync("restore", folder.File("backup"), "--data", folder.File("copy"))).Well();
        var restored = await ExportAsync(folder.File("copy"), "copy.json");
        restored.Should().Equal(await ExportAsync(data, "data.json"));

        (await WijkCommand.RunAsync("restore", folder.File("backup"), "--data", folder.File("copy"))).Refusal().Should().Contain("bevat al gegevens");
        (await ExportAsync(folder.File("copy"), "copy.json")).Should().Equal(restored);
    }

    [Fact]
    public async Task A_backup_that_is_absent_or_not_whole_restores_nothing()
    {
        (await WijkCommand.RunAsync("backup", folder.File("backup"), "--data", await folders.SampleAsync())).Well();
        var bytes = await File.ReadAllBytesAsync(folder.File("backup"), TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(folder.File("half"), bytes[..(bytes.Length / 2)], TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.File("letter"), "dear reader", TestContext.Current.CancellationToken);

        foreach (var (name, sentence) in ((string, string)[])[("gone", "There is no file"), ("half", "half: "), ("letter", "letter: ")])
            (await WijkCommand.RunAsync("restore", folder.File(name), "--data", folder.File("data"), "-l", "en")).Refusal().Should().Contain(sentence);
        Directory.Exists(folder.File("data")).Should().BeFalse("nothing was written");
    }

    [Fact]
    public async Task Files_for_the_bulk_loader_go_to_a_folder_that_holds_nothing()
    {
        var data = await folders.SampleAsync();
        string[] export = ["export", "--format", "neo4j-admin", "--data", data, "-l", "en"];
        (await WijkCommand.RunAsync(export)).Refusal().Should().Contain("name with --out a folder");
        (await WijkCommand.RunAsync([.. export, "--out", folder.File("out")])).Well();
        Directory.GetFiles(folder.File("out")).Select(Path.GetFileName).Should().Contain(["import.args", "README.txt", "Agency.csv", "RUNS.csv", "WijkGraph.csv"]);
        (await WijkCommand.RunAsync([.. export, "--out", folder.File("out")])).Refusal().Should().Contain("already holds files");
    }

    [Theory]
    [InlineData("export", "--out")]
    [InlineData("backup")]
    public async Task A_file_that_cannot_be_written_is_one_sentence(params string[] command)
    {
        var target = Path.Combine(folder.File("no"), "such", "folder");
        (await WijkCommand.RunAsync([.. command, target, "--data", await folders.SampleAsync()])).Refusal().Should().Contain(target);
    }

    [Theory]
    [InlineData("export")]
    [InlineData("backup", "file")]
    [InlineData("analyse", "overlap")]
    public async Task Where_nothing_is_yet_the_first_step_is_told_and_nothing_is_made(params string[] command)
    {
        (await WijkCommand.RunAsync([.. command, "--data", folder.File("data")])).Refusal().Should().Contain("lees eerst gegevens in met 'import'");
        (await WijkCommand.RunAsync([.. command, "--data", folder.File("data"), "-l", "en"])).Refusal().Should().Contain("import data first");
        Directory.Exists(folder.File("data")).Should().BeFalse();
    }

    private async Task<byte[]> ExportAsync(string data, string name)
    {
        (await WijkCommand.RunAsync("export", "--format", "json", "--out", folder.File(name), "--data", data)).Well();
        return await File.ReadAllBytesAsync(folder.File(name), TestContext.Current.CancellationToken);
    }
}
