using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Neo4j;
using Wijk.Testing;
using Wijk.Testing.Killed;

namespace Wijk.Graph.Tests.Stores.Neo4j;

/// <summary>Large change sets one after the other, each of which may be cut off on its way, and what must hold after that.</summary>
internal sealed class CityHistory
{
    private readonly Neo4jServer server;
    private readonly int nodeCount;
    private readonly Replay replay = new();
    private int count;

    private CityHistory(Neo4jServer server, int nodeCount) => (this.server, this.nodeCount) = (server, nodeCount);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The seed of the change set that comes next.</summary>
    public int NextSeed => count;

    /// <summary>Empties a server and commits the first change set.</summary>
    public static async Task<CityHistory> StartAsync(Neo4jServer server, int nodeCount = CityChanges.NodeCount)
    {
        await server.EmptyAsync();
        var history = new CityHistory(server, nodeCount);
        await using var store = await Neo4jStore.OpenAsync(server.Settings(), TimeProvider.System, Cancel);
        await store.CommitLargeAsync(history.Next(), null, Cancel);
        return history;
    }

    /// <summary>Commits the next change set through a proxy, where it may be cut off.</summary>
    /// <returns>What its writer was told; null when it was told that the store is away.</returns>
    public async Task<CommitResult?> CommitAsync(Uri proxy, TimeProvider clock)
    {
        await using var store = await Neo4jStore.OpenAsync(server.Settings() with { Url = proxy }, clock, Cancel);
        try
        {
            return await store.CommitLargeAsync(CityChanges.Of(NextSeed, nodeCount), null, Cancel);
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }

    /// <summary>Checks that the next change set, whose writer has stopped, is there whole or not at all, and that it is there once when it is sent again.</summary>
    /// <param name="told">What its writer was told; null when it was told nothing.</param>
    /// <returns>Where it was cut off.</returns>
    public async Task<string> CheckAsync(CommitResult? told)
    {
        var before = replay.Contents;
        var changeSet = Next();
        var (version, isApplying) = await Staging.StateAsync(server);
        await Staging.EndLeaseAsync(server);
        await using var store = await Neo4jStore.OpenAsync(server.Settings(), TimeProvider.System, Cancel);
        var found = await store.ReadContentsAsync(Cancel);
        (await store.ReadVersionAsync(Cancel)).Should().Be(found.Version);
        var isThere = found.Version.Number == count;
        isThere.Should().Be(isApplying || version == count, "what began is finished by whoever comes next, and nothing else is");
        (await Replay.ExportAsync(found)).Should().Equal(await Replay.ExportAsync(isThere ? replay.Contents : before), changeSet.Id);
        (await store.ReadLogAsync(count - 1, Cancel).Select(entry => entry.Version).ToListAsync(Cancel)).Should().Equal(isThere ? [found.Version] : []);
        if (told is not null) (told, isThere).Should().Be((new CommitResult(count, true), true));

        (await store.CommitLargeAsync(changeSet, null, Cancel)).Should().Be(new CommitResult(count, !isThere));
        (await store.CommitLargeAsync(changeSet, null, Cancel)).Should().Be(new CommitResult(count, false));
        (await Replay.ExportAsync(await store.ReadContentsAsync(Cancel))).Should().Equal(await Replay.ExportAsync(replay.Contents), changeSet.Id);
        return isApplying ? "while it was applied" : isThere ? "after it was visible" : "before it began";
    }

    /// <summary>Commits one more, and checks that the log has each once and that nothing stays behind of what was cut off.</summary>
    public async Task CheckLogAsync()
    {
        await using var store = await Neo4jStore.OpenAsync(server.Settings(), TimeProvider.System, Cancel);
        await Staging.AgeAsync(server);
        await store.CommitLargeAsync(Next(), null, Cancel);
        (await Staging.CountAsync(server)).Should().Be(0, "what was left behind is thrown away");
        var log = await store.ReadLogAsync(0, Cancel).ToListAsync(Cancel);
        log.Select(entry => (entry.Id, entry.Version.Number)).Should().Equal(Enumerable.Range(0, count).Select(seed => ($"city {seed}", seed + 1L)));
        (await Replay.ExportAsync(await store.ReadContentsAsync(Cancel))).Should().Equal(await Replay.ExportAsync(Replay.Of(log)));
    }

    private ChangeSet Next()
    {
        var changeSet = CityChanges.Of(count++, nodeCount);
        replay.Play(new(new(count, changeSet.RecordedAt), changeSet.Id, changeSet.Source, changeSet.Changes));
        return changeSet;
    }
}
