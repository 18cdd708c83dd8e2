using System.Collections.Immutable;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.Testing;

/// <summary>A real store whose connection a test can cut and restore, since no real one is lost on demand.</summary>
public sealed class InterruptibleStore(IGraphStore store) : IGraphStore
{
    /// <summary>Whether it answers; a store that does not throws.</summary>
    public bool IsAvailable { get; set; } = true;

    /// <summary>Whether it keeps silent: what is asked or committed then waits until it is cancelled.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Whether looking in its log fails as nobody foresaw: with an exception that is not the store's own.</summary>
    public bool IsBroken { get; set; }

    /// <summary>How many changes it commits at once; more are refused.</summary>
    public int MostChanges { get; set; } = int.MaxValue;

    /// <summary>The store behind it; another stands there after a backup was put back.</summary>
    public IGraphStore Behind { get; set; } = store;

    public WriteQueue Queue => Behind.Queue;

    public IScenarioShelf Scenarios => Store.Scenarios;

    public Words? WriteObstacle => Behind.WriteObstacle;

    private IGraphStore Store => IsAvailable ? Behind : throw new StoreUnavailableException("The test cut the connection to the store.");

    public async Task<GraphVersion> ReadVersionAsync(CancellationToken cancellationToken)
    {
        if (IsSilent) await Task.Delay(Timeout.Infinite, cancellationToken);
        return await Store.ReadVersionAsync(cancellationToken);
    }

    public async Task<GraphContents> ReadContentsAsync(CancellationToken cancellationToken) => await Store.ReadContentsAsync(cancellationToken);

    public async Task<GraphContents> ReadSliceAsync(GraphSlice slice, CancellationToken cancellationToken) =>
        await Store.ReadSliceAsync(slice, cancellationToken);

    public async Task<CommitResult> CommitAsync(ChangeSet changeSet, WriteDeadline deadline) =>
        changeSet.Changes.Length <= MostChanges
            ? await Store.CommitAsync(changeSet, deadline)
            : throw new ChangeSetTooLargeException(new("wijzigingen", "changes"), changeSet.Changes.Length, MostChanges);

    public async Task<CommitResult> CommitLargeAsync(ChangeSet changeSet, IProgress<long>? progress, CancellationToken cancellationToken) =>
        await Store.CommitLargeAsync(changeSet, progress, cancellationToken);

    public async Task<LoggedChangeSet?> FindChangeSetAsync(string idPrefix, CancellationToken cancellationToken) =>
        IsBroken ? throw new InvalidOperationException("A secret of the inside.") : await Store.FindChangeSetAsync(idPrefix, cancellationToken);

    public async Task<IReadOnlyDictionary<string, string>> ReadRemovalsAsync(CancellationToken cancellationToken) =>
        await Store.ReadRemovalsAsync(cancellationToken);

    public IAsyncEnumerable<LoggedChangeSet> ReadLogAsync(long afterVersion, CancellationToken cancellationToken) =>
        Store.ReadLogAsync(afterVersion, cancellationToken);

    public async Task<LogPruning> WeighLogAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        await Store.WeighLogAsync(before, cancellationToken);

    public async Task PruneLogAsync(long upTo, IProgress<long>? progress, CancellationToken cancellationToken) =>
        await Store.PruneLogAsync(upTo, progress, cancellationToken);

    public async Task<ImmutableArray<KeptClusters>> ReadClustersAsync(long afterVersion, CancellationToken cancellationToken) =>
        await Store.ReadClustersAsync(afterVersion, cancellationToken);

    public async Task KeepClustersAsync(KeptClusters clusters, CancellationToken cancellationToken) => await Store.KeepClustersAsync(clusters, cancellationToken);

    public async Task LoadAsync(
        GraphContents contents, IReadOnlyList<LoggedChangeSet> log, IProgress<long>? progress, CancellationToken cancellationToken) =>
        await Store.LoadAsync(contents, log, progress, cancellationToken);

    public ValueTask DisposeAsync() => Behind.DisposeAsync();
}
