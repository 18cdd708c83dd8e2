using System.Diagnostics;
using Wijk.Graph.Generate;
using Wijk.Graph.Model;
using Wijk.Graph.Stores.Sqlite;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Commands;

/// <summary>Backup, restore and copy, killed at random moments of their work.</summary>
public sealed class KilledCommandTests : IAsyncLifetime
{
    private const int NodeCount = 3_000;

    private static readonly int Kills = LongRun.Portion(3, of: 20);

    private readonly TempFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Data => folder.File("data");

    public async ValueTask InitializeAsync()
    {
        await using var store = await SqliteStore.OpenAsync(Data, Cancel);
        var (nodes, relations) = SyntheticCity.Make(NodeCount, seed: 1);
        await store.CommitLargeAsync(
            new() { Id = "city", Source = "test", RecordedAt = DateTimeOffset.UnixEpoch, Changes = [.. nodes.Select(Change.Put), .. relations.Select(Change.Put)] },
            progress: null,
            Cancel);
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_backup_that_was_killed_leaves_the_one_before_it_whole()
    {
        string[] backup = ["backup", folder.File("backup"), "--data", Data];
        await KillAsync(await MeasureAsync(_ => backup), (_, _) => backup, async kill =>
        {
            (await WijkCommand.RunAsync("restore", folder.File("backup"), "--data", folder.File($"restored{kill}"))).Well();
            await IsWholeAsync(folder.File($"restored{kill}"));
        });
    }

    [Fact]
    public async Task A_restore_that_was_killed_left_all_or_nothing_and_can_be_done_again()
    {
        (await WijkCommand.RunAsync("backup", folder.File("backup"), "--data", Data)).Well();
        await AllOrNothingAsync(target => ["restore", folder.File("backup"), "--data", target]);
    }

    [Fact]
    public async Task A_copy_that_was_killed_left_all_or_nothing_and_can_be_done_again() =>
        await AllOrNothingAsync(target => ["copy", "--from", $"sqlite:{Data}", "--to", $"sqlite:{target}"]);

    private async Task AllOrNothingAsync(Func<string, string[]> command) =>
        await KillAsync(await MeasureAsync(command), (kill, _) => command(Target(kill)), async kill =>
        {
            var again = await WijkCommand.RunAsync([.. command(Target(kill)), "-l", "en"]);
            if (again.ExitCode != 0) again.Errors.Should().Contain("holds a graph already (version 1)", "it had been done when it was killed");
            await IsWholeAsync(Target(kill));
        });

    private string Target(int kill) => folder.File($"target{kill}");

    private async Task<TimeSpan> MeasureAsync(Func<string, string[]> command)
    {
        var time = Stopwatch.StartNew();
        await using var whole = WijkProcess.Start(command(folder.File("whole")));
        (await whole.EndAsync()).Well();
        return time.Elapsed;
    }

    // At a random moment in each slice of the second half: in the first the process starts and reads.
    private static async Task KillAsync(TimeSpan whole, Func<int, TimeSpan, string[]> command, Func<int, Task> check)
    {
        var random = new Random(23);
        for (var kill = 0; kill < Kills; kill++)
        {
            var moment = whole * (0.5 + (0.5 * (kill + random.NextDouble()) / Kills));
            await using (var killed = WijkProcess.Start(command(kill, moment)))
            {
                await Task.Delay(moment, Cancel);
                killed.Kill();
                await killed.EndAsync();
            }

            await check(kill);
        }
    }

    private async Task IsWholeAsync(string data)
    {
        (await WijkCommand.RunAsync("verify", "--data", data, "-l", "en")).Well().Should().Contain("All is well.");
        (await WijkCommand.RunAsync("export", "--data", data)).Well().Should().Be((await WijkCommand.RunAsync("export", "--data", Data)).Well());
    }
}
