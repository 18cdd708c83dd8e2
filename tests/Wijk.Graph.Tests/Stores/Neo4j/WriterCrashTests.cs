using System.Diagnostics;
using System.Globalization;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Neo4j;
using Wijk.Testing;
using Wijk.Testing.Killed;

namespace Wijk.Graph.Tests.Stores.Neo4j;

/// <summary>A Wijk is killed in the middle of large change sets, and another one goes on.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class WriterCrashTests
{
    private const int Kills = 10;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_large_change_set_is_there_whole_or_not_at_all_whenever_its_writer_is_killed()
    {
        await using var server = await Neo4jServer.StartOwnAsync(gds: false);
        var random = new Random(12);
        var hits = new Dictionary<string, int> { ["before it began"] = 0, ["while it was applied"] = 0, ["after it was visible"] = 0 };
        await using (var store = await Neo4jStore.OpenAsync(server.Settings(), TimeProvider.System, Cancel))
        {
            await WriteAsync(server, seed: 0, killAfter: null);
            var duration = await WriteAsync(server, seed: 1, killAfter: null);
            for (var kill = 0; kill < Kills; kill++)
            {
                var seed = kill + 2;
                var before = await store.ReadContentsAsync(Cancel);
                await WriteAsync(server, seed, duration * ((kill + random.NextDouble()) / Kills));
                var (version, isApplying) = await Staging.StateAsync(server);
                // The first time the lease runs out by itself.
                if (hits["while it was applied"] > 0) await Staging.EndLeaseAsync(server);
                var hit = isApplying ? "while it was applied" : version > seed ? "after it was visible" : "before it began";
                hits[hit]++;
                TestContext.Current.TestOutputHelper?.WriteLine($"kill {kill}: {hit}");

                var found = await store.ReadContentsAsync(Cancel);
                var isThere = found.Version.Number == seed + 1;
                isThere.Should().Be(isApplying || version > seed, $"what began is finished, and nothing else (kill {kill})");
                var log = await store.ReadLogAsync(0, Cancel).ToListAsync(Cancel);
                log.Select(entry => entry.Version.Number).Should().Equal(Enumerable.Range(1, isThere ? seed + 1 : seed).Select(number => (long)number));
                (await Replay.ExportAsync(found)).Should().Equal(await Replay.ExportAsync(isThere ? Replay.Of(log) : before), $"kill {kill}");

                (await store.CommitLargeAsync(CityChanges.Of(seed), null, Cancel)).Should().Be(new CommitResult(seed + 1, !isThere));
            }

            TestContext.Current.TestOutputHelper?.WriteLine($"{duration.TotalSeconds:0.0} s undisturbed; {string.Join(", ", hits.Select(hit => $"{hit.Value} {hit.Key}"))}");
            await Staging.AgeAsync(server);
            await store.CommitLargeAsync(CityChanges.Of(Kills + 2), null, Cancel);
            (await Staging.CountAsync(server)).Should().Be(0, "what was left behind is thrown away");
        }

        await server.StopAsync();
        var (exitCode, output) = await server.RunAdminAsync("database", "check", "neo4j");
        exitCode.Should().Be(0, output);
    }

    /// <summary>Has another process write a city.</summary>
    /// <returns>How long it took after it started to write.</returns>
    private static async Task<TimeSpan> WriteAsync(Neo4jServer server, int seed, TimeSpan? killAfter)
    {
        string[] arguments = [typeof(CityWriter).Assembly.Location, server.Url.AbsoluteUri, server.User, server.Password, seed.ToString(CultureInfo.InvariantCulture)];
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments) { RedirectStandardOutput = true };
        using var writer = Process.Start(start)!;
        (await writer.StandardOutput.ReadLineAsync(Cancel)).Should().Be(CityWriter.Started);
        var started = Stopwatch.GetTimestamp();
        if (killAfter is { } moment)
        {
            await Task.Delay(moment, Cancel);
            writer.Kill();
        }

        await writer.WaitForExitAsync(Cancel);
        return Stopwatch.GetElapsedTime(started);
    }
}
