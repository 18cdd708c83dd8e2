using System.Diagnostics;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Neo4j;
using Wijk.Graph.Tests.Stores.Neo4j.QueryApi;
using Wijk.Testing;
using Wijk.Testing.Killed;

namespace Wijk.Graph.Tests.Stores.Neo4j;

/// <summary>Neo4j is killed in the middle of large change sets.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class ServerCrashTests
{
    private const int Kills = 10;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_large_change_set_is_there_whole_or_not_at_all_whenever_the_server_is_killed()
    {
        await using var server = await Neo4jServer.StartOwnAsync(gds: false);
        var random = new Random(11);
        var hits = new Dictionary<string, int> { ["before it began"] = 0, ["while it was applied"] = 0, ["after it was visible"] = 0 };
        var duration = await WriteUndisturbedAsync(server);
        for (var kill = 1; kill <= Kills; kill++)
        {
            // One moment in each tenth of the time it takes, in a random order of the tenths for both sorts of clients.
            var moment = duration * ((kill * 3 % Kills + random.NextDouble()) / Kills);
            var hit = await CommitAndKillAsync(server, kill, moment, clientGivesUp: kill % 2 == 0);
            hits[hit]++;
            TestContext.Current.TestOutputHelper?.WriteLine($"killed after {moment.TotalSeconds:0.0} s, {hit}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{duration.TotalSeconds:0.0} s undisturbed; {string.Join(", ", hits.Select(hit => $"{hit.Value} {hit.Key}"))}");
        await using (var store = await Neo4jStore.OpenAsync(server.Settings(), TimeProvider.System, Cancel))
        {
            await Staging.AgeAsync(server);
            await store.CommitLargeAsync(CityChanges.Of(Kills + 1), null, Cancel);
            (await Staging.CountAsync(server)).Should().Be(0, "what was left behind is thrown away");
            var log = await store.ReadLogAsync(0, Cancel).ToListAsync(Cancel);
            log.Select(entry => entry.Id).Should().Equal(Enumerable.Range(0, Kills + 2).Select(seed => $"city {seed}"));
            log.Select(entry => entry.Version.Number).Should().Equal(Enumerable.Range(1, Kills + 2).Select(version => (long)version));
            (await Replay.ExportAsync(await store.ReadContentsAsync(Cancel))).Should().Equal(await Replay.ExportAsync(Replay.Of(log)));
        }

        await server.StopAsync();
        var (exitCode, output) = await server.RunAdminAsync("database", "check", "neo4j");
        exitCode.Should().Be(0, output);
    }

    private static async Task<TimeSpan> WriteUndisturbedAsync(Neo4jServer server)
    {
        await using var store = await Neo4jStore.OpenAsync(server.Settings(), TimeProvider.System, Cancel);
        var started = Stopwatch.GetTimestamp();
        await store.CommitLargeAsync(CityChanges.Of(0), null, Cancel);
        return Stopwatch.GetElapsedTime(started);
    }

    // Where the kill hit. Equal moments do not hit equal places: what is asked here holds for all of them.
    private static async Task<string> CommitAndKillAsync(Neo4jServer server, int seed, TimeSpan moment, bool clientGivesUp)
    {
        var changeSet = CityChanges.Of(seed);
        await using var writer = await Neo4jStore.OpenAsync(server.Settings(), clientGivesUp ? new SkippingClock() : TimeProvider.System, Cancel);
        var before = await writer.ReadContentsAsync(Cancel);
        var replay = await ReplayAsync(writer);
        var logged = new LoggedChangeSet(new(seed + 1, changeSet.RecordedAt), changeSet.Id, changeSet.Source, changeSet.Changes);
        replay.Play(logged);

        var writing = Task.Run(() => writer.CommitLargeAsync(changeSet, null, CancellationToken.None), Cancel);
        await Task.Delay(moment, Cancel);
        await server.KillAsync();
        if (clientGivesUp) await writing.ContinueWith(_ => { }, Cancel, TaskContinuationOptions.None, TaskScheduler.Default);
        await server.StartAgainAsync();
        var (version, isApplying) = await Staging.StateAsync(server);

        CommitResult? told = null;
        try
        {
            told = await writing;
        }
        catch (StoreUnavailableException)
        {
            // It gave up: the change set is there or not.
        }

        // The time of the writer that is gone has run out long since, when a server takes its usual time to start.
        await Staging.EndLeaseAsync(server);
        await using var store = await Neo4jStore.OpenAsync(server.Settings(), TimeProvider.System, Cancel);
        var found = await store.ReadContentsAsync(Cancel);
        (await store.ReadVersionAsync(Cancel)).Should().Be(found.Version);
        var log = await store.ReadLogAsync(0, Cancel).ToListAsync(Cancel);
        log[^1].Version.Should().Be(found.Version);
        var isThere = found.Version.Number > before.Version.Number;
        (await Replay.ExportAsync(found)).Should().Equal(await Replay.ExportAsync(isThere ? replay.Contents : before), $"kill {seed}");
        if (told is not null) (told, isThere).Should().Be((new CommitResult(seed + 1, true), true));
        if (isApplying) isThere.Should().BeTrue("what began is finished by whoever comes next");

        (await store.CommitLargeAsync(changeSet, null, Cancel)).Should().Be(new CommitResult(seed + 1, !isThere));
        (await store.CommitLargeAsync(changeSet, null, Cancel)).Should().Be(new CommitResult(seed + 1, false));
        (await Replay.ExportAsync(await store.ReadContentsAsync(Cancel))).Should().Equal(await Replay.ExportAsync(replay.Contents), $"kill {seed}");
        return isApplying ? "while it was applied" : version > before.Version.Number ? "after it was visible" : "before it began";
    }

    private static async Task<Replay> ReplayAsync(Neo4jStore store)
    {
        var replay = new Replay();
        await foreach (var changeSet in store.ReadLogAsync(0, Cancel)) replay.Play(changeSet);
        return replay;
    }
}
