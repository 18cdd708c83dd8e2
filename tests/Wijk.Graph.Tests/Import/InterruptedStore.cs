using System.Collections.Immutable;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.Graph.Tests.Import;

/// <summary>A store into which somebody else writes just before a commit: a fault that a real store cannot make on demand.</summary>
internal sealed class InterruptedStore(GraphContents contents) : IGraphStore
{
    private readonly List<LoggedChangeSet> log = [];

    public GraphContents Contents { get; private set; } = contents;

    /// <summary>What others still write, one before each commit.</summary>
    public Queue<Change> Others { get; } = new();

    public WriteQueue Queue { get; } = new();

    public IScenarioShelf Scenarios => throw new NotSupportedException("No import saves a scenario.");

    public Task<GraphVersion> ReadVersionAsync(CancellationToken cancellationToken) => Task.FromResult(Contents.Version);

    public Task<GraphContents> ReadContentsAsync(CancellationToken cancellationToken) => Task.FromResult(Contents);

    public Task<GraphContents> ReadSliceAsync(GraphSlice slice, CancellationToken cancellationToken) => Task.FromResult(slice.Of(Contents));

    public Task<CommitResult> CommitAsync(ChangeSet changeSet, WriteDeadline deadline)
    {
        if (Others.TryDequeue(out var change)) Write("coordinator", changeSet.RecordedAt, change);
        if (changeSet.ExpectedVersion is { } expected && expected != Contents.Version.Number)
            throw new VersionConflictException(expected, Contents.Version.Number);
        Write(changeSet.Source, changeSet.RecordedAt, [.. changeSet.Changes]);
        return Task.FromResult(new CommitResult(Contents.Version.Number, true));
    }

    public async Task<CommitResult> CommitLargeAsync(ChangeSet changeSet, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var result = await CommitAsync(changeSet, new WriteDeadline(TimeProvider.System, cancellationToken));
        progress?.Report(changeSet.Changes.Length);
        return result;
    }

    public Task<LoggedChangeSet?> FindChangeSetAsync(string idPrefix, CancellationToken cancellationToken) =>
        Task.FromResult(log.LastOrDefault(logged => logged.Id.StartsWith(idPrefix, StringComparison.Ordinal)));

    public Task<IReadOnlyDictionary<string, string>> ReadRemovalsAsync(CancellationToken cancellationToken)
    {
        var removedBy = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (logged, change) in log.SelectMany(logged => logged.Changes.Select(change => (logged, change))))
        {
            if (change.Record is null) removedBy[change.Key] = logged.Source;
            else removedBy.Remove(change.Key);
        }

        return Task.FromResult<IReadOnlyDictionary<string, string>>(removedBy);
    }

    public async IAsyncEnumerable<LoggedChangeSet> ReadLogAsync(
        long afterVersion, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var logged in log.Where(logged => logged.Version.Number > afterVersion)) yield return logged;
    }

    public Task<LogPruning> WeighLogAsync(DateTimeOffset before, CancellationToken cancellationToken) => throw new NotSupportedException("No import prunes.");

    public Task PruneLogAsync(long upTo, IProgress<long>? progress, CancellationToken cancellationToken) => throw new NotSupportedException("No import prunes.");

    public Task<ImmutableArray<KeptClusters>> ReadClustersAsync(long afterVersion, CancellationToken cancellationToken) => Task.FromResult(ImmutableArray<KeptClusters>.Empty);

    public Task KeepClustersAsync(KeptClusters clusters, CancellationToken cancellationToken) => throw new NotSupportedException("No import keeps clusters.");

    public Task LoadAsync(GraphContents contents, IReadOnlyList<LoggedChangeSet> log, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        if (Others.TryDequeue(out var change)) Write("coordinator", contents.Version.RecordedAt, change);
        if (Contents.Version.Number > 0) throw new StoreNotEmptyException("The store", Contents.Version.Number);
        Contents = contents;
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public void Write(string source, DateTimeOffset at, params Change[] changes)
    {
        Contents = ImportExamples.Commit(Contents, at, changes);
        log.Add(new(Contents.Version, "", source, [.. changes]));
    }
}
