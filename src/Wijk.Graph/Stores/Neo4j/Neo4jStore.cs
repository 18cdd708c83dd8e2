using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Wijk.Graph.Model;
using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>Keeps the graph in a Neo4j database, 5.26 or later, over its Query API; decision 0008 says how it stands there.</summary>
/// <remarks>Several threads and processes may use one database; writers take turns. Times are kept to the millisecond.</remarks>
public sealed class Neo4jStore : IGraphStore
{
    private readonly QueryApiClient client;
    private readonly StagedLoads loads;
    private readonly Commits commits;
    private readonly LogReader log;

    private Neo4jStore(Neo4jSettings settings, TimeProvider clock)
    {
        Place = settings.Place;
        client = new(settings, clock);
        loads = new(client, clock);
        commits = new(client, loads, Queue);
        log = new(client);
        Scenarios = new ScenarioShelf(client);
    }

    /// <summary>The address of the database, for messages.</summary>
    public string Place { get; }

    /// <summary>Opens a database, and brings it up to date; an empty one becomes an empty graph.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be reached, is too old, or holds something else.</exception>
    /// <exception cref="StoreTooNewException">A newer Wijk made it.</exception>
    public static async Task<Neo4jStore> OpenAsync(Neo4jSettings settings, TimeProvider clock, CancellationToken cancellationToken)
    {
        var store = new Neo4jStore(settings, clock);
        try
        {
            await ServerVersion.CheckAsync(store.client, store.Place, cancellationToken).ConfigureAwait(false);
            await new Migrations(store.client, clock).ApplyAsync(store.Place, Migrations.Shipped, cancellationToken).ConfigureAwait(false);
            return store;
        }
        catch
        {
            await store.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public WriteQueue Queue { get; } = new();

    /// <inheritdoc/>
    public IScenarioShelf Scenarios { get; }

    /// <inheritdoc/>
    public async Task<GraphVersion> ReadVersionAsync(CancellationToken cancellationToken)
    {
        var state = await loads.ReadStateAsync(cancellationToken).ConfigureAwait(false);
        if (state.IsAbandoned) return await loads.WhenFreeAsync(cancellationToken).ConfigureAwait(false);
        return state.Fault is { } fault ? throw new StoreUnavailableException(fault) : state.Version;
    }

    /// <inheritdoc/>
    public Task<GraphContents> ReadContentsAsync(CancellationToken cancellationToken) =>
        new ContentsReader(client, log, loads).ReadAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<GraphContents> ReadSliceAsync(GraphSlice slice, CancellationToken cancellationToken) =>
        new SliceReader(client, log, loads).ReadAsync(slice, cancellationToken);

    /// <inheritdoc/>
    public Task<CommitResult> CommitAsync(ChangeSet changeSet, WriteDeadline deadline)
    {
        ThrowIfNameless(changeSet);
        return commits.CommitAsync(changeSet, deadline);
    }

    /// <inheritdoc/>
    public Task<CommitResult> CommitLargeAsync(ChangeSet changeSet, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        ThrowIfNameless(changeSet);
        return loads.CommitAsync(changeSet, progress, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<LoggedChangeSet?> FindChangeSetAsync(string idPrefix, CancellationToken cancellationToken) => log.FindAsync(idPrefix, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, string>> ReadRemovalsAsync(CancellationToken cancellationToken) => log.RemovalsAsync(cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<LoggedChangeSet> ReadLogAsync(
        long afterVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The caller has seen a version whose log may not be visible yet.
        await loads.SettleAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var changeSet in log.ReadAsync(afterVersion, cancellationToken).ConfigureAwait(false)) yield return changeSet;
    }

    /// <inheritdoc/>
    public async Task<LogPruning> WeighLogAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await loads.SettleAsync(cancellationToken).ConfigureAwait(false);
        return await new LogPruner(client).WeighAsync(before, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task PruneLogAsync(long upTo, IProgress<long>? progress, CancellationToken cancellationToken) =>
        new LogPruner(client).PruneAsync(upTo, progress, cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<KeptClusters>> ReadClustersAsync(long afterVersion, CancellationToken cancellationToken) =>
        new ClusterShelf(client).ReadAsync(afterVersion, cancellationToken);

    /// <inheritdoc/>
    public Task KeepClustersAsync(KeptClusters clusters, CancellationToken cancellationToken) => new ClusterShelf(client).KeepAsync(clusters, cancellationToken);

    /// <inheritdoc/>
    public async Task LoadAsync(
        GraphContents contents, IReadOnlyList<LoggedChangeSet> log, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        LoadRules.Check(contents, log);
        await loads.LoadAsync(contents, log, Place, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        client.Dispose();
        Queue.Dispose();
        return ValueTask.CompletedTask;
    }

    private static void ThrowIfNameless(ChangeSet changeSet)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(changeSet.Id);
        ArgumentException.ThrowIfNullOrWhiteSpace(changeSet.Source);
    }
}
