using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Neo4j;
using Wijk.Graph.Tests.Stores.Neo4j.QueryApi;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Stores.Neo4j;

/// <summary>Whole graphs are read while another store writes.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class ReadingUnderWritesTests
{
    private const int Records = 400;

    private static readonly int Commits = LongRun.Portion(30, of: 100);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_read_is_always_the_graph_at_one_version()
    {
        var server = await Neo4jServer.SharedAsync();
        await server.EmptyAsync();
        await using var writer = await Neo4jStore.OpenAsync(server.Settings(), TimeProvider.System, Cancel);
        var script = new RandomFaults(5, rate: 0.2);
        await using var proxy = new FaultyServer(server.Url, script.Next);
        await using var straight = await Neo4jStore.OpenAsync(server.Settings(), TimeProvider.System, Cancel);
        await writer.CommitAsync(new RandomChanges(7, Records).Base, Cancel);

        using var done = new CancellationTokenSource();
        var reading = Task.WhenAll(
            ReadAsync(straight, done.Token),
            Task.Run(async () =>
            {
                await using var faulty = await OpenAsync(server, proxy);
                return await ReadAsync(faulty, done.Token);
            }));
        await WriteAsync(writer);
        await done.CancelAsync();
        var read = (await reading).SelectMany(some => some).ToList();
        var log = await writer.ReadLogAsync(0, Cancel).ToListAsync(Cancel);
        log.Should().HaveCount(Commits + 1);

        TestContext.Current.TestOutputHelper?.WriteLine($"{read.Count} reads of {read.Select(entry => entry.Version).Distinct().Count()} versions");
        read.Should().HaveCountGreaterThanOrEqualTo(Commits * 3 / 10);
        var replay = new Replay();
        foreach (var changeSet in log)
        {
            replay.Play(changeSet);
            var atVersion = read.Where(entry => entry.Version == changeSet.Version).ToList();
            if (atVersion.Count == 0) continue;
            var expected = Digest(await Replay.ExportAsync(replay.Contents));
            foreach (var entry in atVersion) entry.Digest.Should().Be(expected, $"version {entry.Version.Number}");
        }
    }

    // Writes as fast as it can: nodes and relations come, change and go, in small, in large and in staged change sets.
    private static async Task WriteAsync(Neo4jStore writer)
    {
        var changes = new RandomChanges(7, Records);
        for (var number = 1; number <= Commits; number++)
        {
            if (number % 3 == 0)
            {
                var present = (await writer.ReadContentsAsync(Cancel)) is var now ? now.Nodes.Select(node => node.Key).Concat(now.Relations.Select(relation => relation.Key)).ToHashSet() : [];
                var removal = changes.Next($"{number}", share: 0.4, removals: true);
                await writer.CommitAsync(removal with { Changes = [.. removal.Changes.Where(change => change.Record is not null || present.Contains(change.Key))] }, Cancel);
            }
            else if (number % 10 == 1)
            {
                await writer.CommitLargeAsync(changes.Next($"{number}", share: 0.7, removals: false), null, Cancel);
            }
            else
            {
                await writer.CommitAsync(changes.Next($"{number}", number % 2 == 0 ? 0.7 : 0.01, removals: false), Cancel);
            }
        }
    }

    private static async Task<List<(GraphVersion Version, string Digest)>> ReadAsync(Neo4jStore store, CancellationToken stop)
    {
        var read = new List<(GraphVersion, string)>();
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var contents = await store.ReadContentsAsync(Cancel);
                read.Add((contents.Version, Digest(await Replay.ExportAsync(contents))));
            }
            catch (StoreUnavailableException problem) when (problem.Message.Contains("too many tries", StringComparison.Ordinal))
            {
                // The one fault that stops a read at once.
            }
        }

        return read;
    }

    private static async Task<Neo4jStore> OpenAsync(Neo4jServer server, FaultyServer proxy)
    {
        while (true)
        {
            try
            {
                return await Neo4jStore.OpenAsync(server.Settings() with { Url = proxy.Url }, new SkippingClock(), Cancel);
            }
            catch (StoreUnavailableException)
            {
                // A fault that no repeat mends.
            }
        }
    }

    private static string Digest(byte[] export) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(export));
}
