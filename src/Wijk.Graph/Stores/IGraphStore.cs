using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores;

/// <summary>Keeps the graph: the one interface between Wijk and a database.</summary>
/// <remarks>
/// A store starts at version 0, empty. Every committed change set raises the version by one, and stands complete in the log.
/// Safe for use by several threads and by several processes at once.
/// </remarks>
public interface IGraphStore : IAsyncDisposable
{
    /// <summary>Where the writers of this process take turns; <see cref="CommitAsync"/> enters it for a write that did not.</summary>
    WriteQueue Queue { get; }

    /// <summary>The scenarios that people saved, beside the graph.</summary>
    IScenarioShelf Scenarios { get; }

    /// <summary>Why nothing can be written now, as far as that is seen without writing; null when nothing is in the way.</summary>
    Words? WriteObstacle => null;

    /// <summary>The newest version. Cheap: it is asked several times a second.</summary>
    Task<GraphVersion> ReadVersionAsync(CancellationToken cancellationToken);

    /// <summary>Everything, as it stands at one version.</summary>
    Task<GraphContents> ReadContentsAsync(CancellationToken cancellationToken);

    /// <summary>A part of the graph, as it stands at one version: equal to <see cref="GraphSlice.Of"/> of everything.</summary>
    /// <exception cref="UnknownSliceAreaException">The slice names an area that is not there.</exception>
    Task<GraphContents> ReadSliceAsync(GraphSlice slice, CancellationToken cancellationToken);

    /// <summary>Commits all of a change set or nothing.</summary>
    /// <remarks>
    /// When another writer was first it is checked and written again, until the deadline. One that puts only what stands there already, whenever
    /// that was recorded, makes no version and is not logged.
    /// </remarks>
    /// <param name="changeSet">The change set.</param>
    /// <param name="deadline">By when it must be done, waiting included.</param>
    /// <returns>The version in which its effect is visible; for an id that was committed before, that earlier version.</returns>
    /// <exception cref="VersionConflictException">The store is not at the version the change set expects.</exception>
    /// <exception cref="ChangesRefusedException">A change breaks the vocabulary or refers to nothing.</exception>
    /// <exception cref="ChangeSetTooLargeException">It is larger than the store commits at once; see <see cref="CommitLargeAsync"/>.</exception>
    /// <exception cref="WriteFailedException">The deadline passed; it says whether the change was made.</exception>
    /// <exception cref="OperationCanceledException">Whoever asked no longer wants it.</exception>
    Task<CommitResult> CommitAsync(ChangeSet changeSet, WriteDeadline deadline);

    /// <summary>Commits a change set of any size, all or nothing; other writers may have to wait for it to end.</summary>
    /// <remarks>It has no deadline: it waits for its turn as long as that takes, tells how far it is, and stops when it is cancelled.</remarks>
    /// <param name="changeSet">The change set.</param>
    /// <param name="progress">Hears how many of its changes were written.</param>
    /// <param name="cancellationToken">Stops it; what was not committed by then never will be.</param>
    /// <inheritdoc cref="CommitAsync" path="/returns"/>
    /// <exception cref="VersionConflictException">The store is not at the version the change set expects.</exception>
    /// <exception cref="ChangesRefusedException">A change breaks the vocabulary or refers to nothing.</exception>
    Task<CommitResult> CommitLargeAsync(ChangeSet changeSet, IProgress<long>? progress, CancellationToken cancellationToken);

    /// <summary>The newest committed change set whose id starts with a text; null when there is none.</summary>
    Task<LoggedChangeSet?> FindChangeSetAsync(string idPrefix, CancellationToken cancellationToken);

    /// <summary>The records that were removed and not brought back.</summary>
    /// <returns>The source of the change set that removed a record, by the record's key.</returns>
    Task<IReadOnlyDictionary<string, string>> ReadRemovalsAsync(CancellationToken cancellationToken);

    /// <summary>The committed change sets after a version, oldest first.</summary>
    IAsyncEnumerable<LoggedChangeSet> ReadLogAsync(long afterVersion, CancellationToken cancellationToken);

    /// <summary>What <see cref="PruneLogAsync"/> would take from the log of before a moment; changes nothing.</summary>
    /// <param name="before">Up to the first change set that was recorded then or later.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<LogPruning> WeighLogAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Takes from the log up to a version each change that a later one up to that version replaced.</summary>
    /// <remarks>
    /// Each change set keeps its version, id, source and time, and of each record stays what was last said up to that version. So the log still leads to the
    /// same graph at that version and at each after it, from wherever one starts. It can be cut off at any moment and done again.
    /// </remarks>
    /// <param name="upTo">The version.</param>
    /// <param name="progress">Hears up to which version it has come.</param>
    /// <param name="cancellationToken">Stops it; what was taken by then stays taken.</param>
    Task PruneLogAsync(long upTo, IProgress<long>? progress, CancellationToken cancellationToken);

    /// <summary>The clusters that were kept after a version, oldest first: bookkeeping, no part of the graph.</summary>
    Task<ImmutableArray<KeptClusters>> ReadClustersAsync(long afterVersion, CancellationToken cancellationToken);

    /// <summary>Keeps the clusters that were found at a version; makes no version and is not logged.</summary>
    /// <remarks>What was kept of that version already stays. Of the newest <see cref="KeptClusters.MostKept"/> they are kept, older ones go.</remarks>
    Task KeepClustersAsync(KeptClusters clusters, CancellationToken cancellationToken);

    /// <summary>Fills an empty store with contents and log of another, keeping version and times.</summary>
    /// <param name="contents">Everything it is to hold.</param>
    /// <param name="log">The change sets that led there, oldest first; may be empty, or only the newest of them.</param>
    /// <param name="progress">Hears how many records and changes were written.</param>
    /// <param name="cancellationToken">Stops it; the store stays empty.</param>
    /// <exception cref="StoreNotEmptyException">The store holds something.</exception>
    /// <exception cref="ChangesRefusedException">A record breaks the vocabulary or refers to nothing.</exception>
    Task LoadAsync(GraphContents contents, IReadOnlyList<LoggedChangeSet> log, IProgress<long>? progress, CancellationToken cancellationToken);
}

/// <summary>Short forms of what every store can do.</summary>
public static class GraphStoreExtensions
{
    /// <summary>Commits a change set by the <see cref="WriteDeadline.Usual">usual deadline</see>.</summary>
    /// <inheritdoc cref="IGraphStore.CommitAsync"/>
    public static async Task<CommitResult> CommitAsync(this IGraphStore store, ChangeSet changeSet, CancellationToken cancellationToken)
    {
        using var deadline = new WriteDeadline(TimeProvider.System, cancellationToken);
        return await store.CommitAsync(changeSet, deadline).ConfigureAwait(false);
    }
}
