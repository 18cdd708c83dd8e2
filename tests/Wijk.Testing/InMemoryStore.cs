using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.Testing;

/// <summary>A store that keeps the graph in memory and follows the rules of <see cref="IGraphStore"/>.</summary>
public sealed class InMemoryStore : IGraphStore
{
    private readonly Lock gate = new();
    private readonly List<LoggedChangeSet> log = [];
    private SortedDictionary<string, GraphRecord> records = new(StringComparer.Ordinal);
    private GraphVersion version = new(0, DateTimeOffset.UnixEpoch);

    /// <summary>Whether it answers; a store that does not throws.</summary>
    public bool IsAvailable { get; set; } = true;

    public Task<GraphVersion> ReadVersionAsync(CancellationToken cancellationToken) => Answer(() => version);

    public Task<GraphContents> ReadContentsAsync(CancellationToken cancellationToken) => Answer(
        () => new GraphContents(version, [.. records.Values.OfType<Node>()], [.. records.Values.OfType<Relation>()]));

    public Task<CommitResult> CommitAsync(ChangeSet changeSet, CancellationToken cancellationToken) => Answer(() => Commit(changeSet));

    public async IAsyncEnumerable<LoggedChangeSet> ReadLogAsync(long afterVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var entry in await Answer(() => log.Where(entry => entry.Version.Number > afterVersion).ToArray())) yield return entry;
    }

    public Task LoadAsync(GraphContents contents, IReadOnlyList<LoggedChangeSet> log, CancellationToken cancellationToken) => Answer(() =>
    {
        if (version.Number > 0) throw new StoreNotEmptyException("The store in memory", version.Number);
        foreach (var record in contents.Nodes.Concat<GraphRecord>(contents.Relations)) records.Add(record.Key, record);
        this.log.AddRange(log);
        version = contents.Version;
        return version;
    });

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<T> Answer<T>(Func<T> read)
    {
        try
        {
            if (!IsAvailable) throw new StoreUnavailableException("The store in memory is closed.");
            lock (gate) return Task.FromResult(read());
        }
        catch (StoreException exception)
        {
            return Task.FromException<T>(exception);
        }
    }

    private CommitResult Commit(ChangeSet changeSet)
    {
        if (log.Find(entry => entry.Id == changeSet.Id) is { } earlier) return new(earlier.Version.Number, WasApplied: false);
        if (changeSet.ExpectedVersion is { } expected && expected != version.Number) throw new VersionConflictException(expected, version.Number);
        var next = new SortedDictionary<string, GraphRecord>(records, StringComparer.Ordinal);
        foreach (var (key, record) in changeSet.Changes)
        {
            if (record is null) next.Remove(key);
            else next[key] = record;
        }

        var refused = changeSet.Changes.SelectMany((change, index) => Problems(change, next).Select(problem => new RefusedChange(index, change.Key, problem)));
        if (refused.ToImmutableArray() is { Length: > 0 } all) throw new ChangesRefusedException(all);
        records = next;
        version = new(version.Number + 1, changeSet.RecordedAt);
        log.Add(new(version, changeSet.Id, changeSet.Source, [.. changeSet.Changes.OrderBy(change => change.Key, StringComparer.Ordinal)]));
        return new(version.Number, WasApplied: true);
    }

    private static IEnumerable<Problem> Problems(Change change, SortedDictionary<string, GraphRecord> next) => change.Record switch
    {
        Node node => RecordRules.ProblemsOf(node),
        Relation relation => RecordRules.ProblemsOf(relation, key => (next.GetValueOrDefault(key) as Node)?.Kind),
        _ => next.Values.OfType<Relation>().Where(relation => relation.From == change.Key || relation.To == change.Key)
            .Select(relation => new Problem("key", $"'{change.Key}' is still joined by '{relation.Key}'; remove that too.")).Take(1),
    };
}
