namespace Wijk.Graph.Stores;

/// <summary>Keeps the graph: the one interface between Wijk and a database.</summary>
/// <remarks>
/// A store starts at version 0, empty. Every committed change set raises the version by one, and stands complete in the log.
/// Safe for use by several threads and by several processes at once.
/// </remarks>
public interface IGraphStore : IAsyncDisposable
{
    /// <summary>The newest version. Cheap: it is asked several times a second.</summary>
    Task<GraphVersion> ReadVersionAsync(CancellationToken cancellationToken);

    /// <summary>Everything, as it stands at one version.</summary>
    Task<GraphContents> ReadContentsAsync(CancellationToken cancellationToken);

    /// <summary>Commits all of a change set or nothing.</summary>
    /// <returns>The version in which its effect is visible; for an id that was committed before, that earlier version.</returns>
    /// <exception cref="VersionConflictException">The store is not at the version the change set expects.</exception>
    /// <exception cref="ChangesRefusedException">A change breaks the vocabulary or refers to nothing.</exception>
    Task<CommitResult> CommitAsync(ChangeSet changeSet, CancellationToken cancellationToken);

    /// <summary>The committed change sets after a version, oldest first.</summary>
    IAsyncEnumerable<LoggedChangeSet> ReadLogAsync(long afterVersion, CancellationToken cancellationToken);

    /// <summary>Fills an empty store with contents and log of another, keeping version and times.</summary>
    /// <exception cref="StoreNotEmptyException">The store holds something.</exception>
    /// <exception cref="ChangesRefusedException">A record breaks the vocabulary or refers to nothing.</exception>
    Task LoadAsync(GraphContents contents, IReadOnlyList<LoggedChangeSet> log, CancellationToken cancellationToken);
}
