using System.Diagnostics;
using System.Text.Json.Nodes;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Commands;

[Collection(ProcessTests.Name)]
public sealed class KilledImportTests
{
    private const int Kills = 20;

    [Fact]
    public async Task After_a_kill_at_any_moment_the_database_holds_all_of_an_import_or_nothing()
    {
        var subsidies = FilledFolders.Subsidies;
        using var folder = new TempFolder();
        var whole = Stopwatch.StartNew();
        (await WijkProcess.RunAsync("import", subsidies, "--data", folder.File("whole"))).Well();
        whole.Stop();

        var random = new Random(11);
        for (var kill = 0; kill < Kills; kill++)
        {
            // Spread over the whole of an import, at a random moment in each part.
            var moment = whole.Elapsed * ((kill + random.NextDouble()) / Kills);
            var data = folder.File($"killed{kill}");
            await using (var import = WijkProcess.Start("import", subsidies, "--data", data))
            {
                await Task.Delay(moment, TestContext.Current.CancellationToken);
                import.Kill();
                await import.EndAsync();
            }

            await HoldsAllOrNothingAsync(data, moment);
        }

        (await WijkProcess.RunAsync("import", subsidies, "--data", folder.File("killed10"))).Well();
        (await ExportAsync(folder.File("killed10")))!["version"]!.GetValue<long>().Should().Be(1, "a normal import completes it");
    }

    private static async Task HoldsAllOrNothingAsync(string data, TimeSpan moment)
    {
        if (await ExportAsync(data) is not { } export) return;
        export["version"]!.GetValue<long>().Should().Be(1, $"it was killed after {moment}");
        export["nodes"]!.AsArray().Should().HaveCount(5323);
        export["relations"]!.AsArray().Should().HaveCount(13141);
    }

    /// <summary>All that is in a folder, at version 1 or later; null when a new process says that there is nothing yet, at version 0.</summary>
    private static async Task<JsonNode?> ExportAsync(string data)
    {
        var ended = await WijkProcess.RunAsync("export", "--data", data, "-l", "en");
        if (ended.ExitCode == 0) return JsonNode.Parse(ended.Output);
        ended.Refusal().Should().Contain("There is nothing in");
        return null;
    }
}
