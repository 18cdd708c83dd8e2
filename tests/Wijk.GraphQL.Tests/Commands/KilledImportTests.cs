using System.Diagnostics;
using System.Text.Json.Nodes;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Commands;

public sealed class KilledImportTests
{
    private static readonly int Kills = LongRun.Portion(4, of: 20);
    private static readonly int KillsBeforeWriting = LongRun.Portion(1, of: 6);
    private const string Writing = "opslaan 0";

    [Fact]
    public async Task After_a_kill_at_any_moment_the_database_holds_all_of_an_import_or_nothing()
    {
        using var folder = new TempFolder();
        var (reading, writing) = await MeasureAsync(folder.File("whole"));
        var random = new Random(11);
        for (var kill = 0; kill < Kills; kill++)
        {
            // Most fall while it writes, the shortest part; at a random moment in each slice of it.
            var isWhileWriting = kill >= KillsBeforeWriting;
            var moment = isWhileWriting
                ? writing * ((kill - KillsBeforeWriting + random.NextDouble()) / (Kills - KillsBeforeWriting))
                : reading * ((kill + random.NextDouble()) / KillsBeforeWriting);
            var data = folder.File($"killed{kill}");
            await using (var import = WijkProcess.Start("import", FilledFolders.Subsidies, "--data", data))
            {
                if (isWhileWriting) await import.LineAsync(Writing);
                await Task.Delay(moment, TestContext.Current.CancellationToken);
                import.Kill();
                await import.EndAsync();
            }

            await HoldsAllOrNothingAsync(data, moment);
        }

        (await WijkCommand.RunAsync("import", FilledFolders.Subsidies, "--data", folder.File($"killed{Kills / 2}"))).Well();
        (await ExportAsync(folder.File($"killed{Kills / 2}")))!["version"]!.GetValue<long>().Should().Be(1, "a normal import completes it");
    }

    /// <summary>How long a whole import takes until it writes, and from there to its end.</summary>
    private static async Task<(TimeSpan Reading, TimeSpan Writing)> MeasureAsync(string data)
    {
        var time = Stopwatch.StartNew();
        await using var import = WijkProcess.Start("import", FilledFolders.Subsidies, "--data", data);
        await import.LineAsync(Writing);
        var reading = time.Elapsed;
        (await import.EndAsync()).Well();
        return (reading, time.Elapsed - reading);
    }

    private static async Task HoldsAllOrNothingAsync(string data, TimeSpan moment)
    {
        if (await ExportAsync(data) is not { } export) return;
        export["version"]!.GetValue<long>().Should().Be(1, $"it was killed after {moment}");
        export["nodes"]!.AsArray().Should().HaveCount(5322);
        export["relations"]!.AsArray().Should().HaveCount(13138);
    }

    /// <summary>All that is in a folder, at version 1 or later; null when a new process says that there is nothing yet, at version 0.</summary>
    private static async Task<JsonNode?> ExportAsync(string data)
    {
        var ended = await WijkCommand.RunAsync("export", "--data", data, "-l", "en");
        if (ended.ExitCode == 0) return JsonNode.Parse(ended.Output);
        ended.Refusal().Should().Contain("There is nothing in");
        return null;
    }
}
