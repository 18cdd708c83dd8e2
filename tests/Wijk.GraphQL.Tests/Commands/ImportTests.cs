using System.Text.Json.Nodes;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Commands;

public sealed class ImportTests(FilledFolders folders)
{
    [Fact]
    public async Task The_report_counts_what_was_read_and_a_second_import_changes_nothing()
    {
        using var folder = new TempFolder();
        var first = (await WijkCommand.RunAsync("import", FilledFolders.Subsidies, "--data", folder.Path, "-l", "en")).Well();
        Words(first).Should().Contain("amsterdam-subsidies-2016.json utf-8 2691").And.Contain("nodes 5322 0 0").And.Contain("relations 13138 0 0")
            .And.Contain("7 rows repeat an earlier row exactly").And.Contain("Written as version 1.");
        var second = (await WijkCommand.RunAsync("import", FilledFolders.Subsidies, "--data", folder.Path, "-l", "en")).Well();
        Words(second).Should().Contain("nodes 0 0 5322").And.Contain("relations 0 0 13138").And.Contain("the version stays 1");
    }

    [Fact]
    public async Task Subsidies_and_areas_complete_each_other_in_either_order_once_titles_were_read_with_all_areas_known()
    {
        var areas = SharedData.Path("amsterdam-gebieden");
        using var folder = new TempFolder();
        var (areasFirst, areasLast) = (folder.File("areas-first"), FilledFolders.Copy(await folders.AmsterdamAsync(), folder.File("areas-last")));
        (await WijkCommand.RunAsync("import", areas, "--data", areasFirst)).Well();
        (await WijkCommand.RunAsync("import", FilledFolders.Subsidies, "--data", areasFirst)).Well();
        (await WijkCommand.RunAsync("import", areas, "--data", areasLast)).Well();
        (await WijkCommand.RunAsync("import", FilledFolders.Subsidies, "--data", areasLast)).Well();

        var (first, last) = (await RecordsAsync(areasFirst), await RecordsAsync(areasLast));
        first.Should().HaveCount(19546 + 98 * 3 + 8, "98 times a title names a place, of which 8 a group too");
        last.Should().Equal(first);
    }

    [Fact]
    public async Task A_check_says_what_an_import_would_do_and_writes_nothing()
    {
        using var folder = new TempFolder();
        var report = (await WijkCommand.RunAsync("check", FilledFolders.Subsidies, "--data", folder.File("data"), "-l", "en")).Well();
        Words(report).Should().Contain("nodes 5322 0 0").And.Contain("nothing was written");
        Directory.Exists(folder.File("data")).Should().BeFalse();

        var sample = FilledFolders.Copy(await folders.SampleAsync(), folder.File("sample"));
        (await WijkCommand.RunAsync("check", FilledFolders.Subsidies, "--data", sample)).Well().Should().Contain("er is niets geschreven");
        (await ExportAsync(sample)).Should().Be(await ExportAsync(await folders.SampleAsync()));
    }

    [Fact]
    public async Task Baltimore_needs_a_namespace_and_then_every_row_is_counted()
    {
        var directory = SharedData.Path("baltimore-bahc");
        using var folder = new TempFolder();
        (await WijkCommand.RunAsync("import", directory, "--data", folder.File("data"))).Refusal().Should().Contain("--namespace");
        Directory.Exists(folder.File("data")).Should().BeFalse();

        var report = (await WijkCommand.RunAsync("import", directory, "--namespace", "baltimore", "--data", folder.File("data"), "-l", "en")).Well();
        Words(report).Should().Contain("organizations.csv utf-8 748").And.Contain("locations.csv utf-8 1482").And.Contain("services.csv utf-8 1876");
    }

    [Fact]
    public async Task An_interrupted_import_ends_with_130_and_leaves_nothing_half()
    {
        using var folder = new TempFolder();
        await using var import = WijkProcess.Start("import", FilledFolders.Subsidies, "--data", folder.File("data"), "-l", "en");
        await import.LineAsync("comparing");
        await import.SignalAsync("INT");
        var ended = await import.EndAsync();
        ended.ExitCode.Should().Be(130, ended.Output + ended.Errors);
        ended.Errors.Should().Contain("Cancelled; nothing was half-written.");
        (await WijkCommand.RunAsync("export", "--data", folder.File("data"), "-l", "en")).Refusal().Should().Contain("There is nothing in");
    }

    /// <summary>The words of a report, without the lines and blanks of its tables.</summary>
    private static string Words(string report) => string.Join(' ', report.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<string> ExportAsync(string folder) => (await WijkCommand.RunAsync("export", "--data", folder)).Well();

    private static async Task<string[]> RecordsAsync(string folder)
    {
        var export = JsonNode.Parse(await ExportAsync(folder))!;
        return [.. export["nodes"]!.AsArray().Concat(export["relations"]!.AsArray()).Select(record =>
        {
            record!.AsObject().Remove("recordedAt");
            return record.ToJsonString();
        })];
    }
}
