using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>Some of the changes of a load, written in one transaction.</summary>
internal sealed record LoadBatch
{
    private const int RecordsAtATime = 5_000;

    private Node[] Nodes { get; init; } = [];

    private Relation[] Relations { get; init; } = [];

    private string[] RemovedRelations { get; init; } = [];

    private string[] RemovedNodes { get; init; } = [];

    private (string Key, LoggedChangeSet By)[] Removed { get; init; } = [];

    private string[] Returning { get; init; } = [];

    /// <summary>The changes to records; tombstones are none.</summary>
    public IEnumerable<Change> Changes =>
        [.. Nodes.Select(Change.Put), .. Relations.Select(Change.Put), .. RemovedRelations.Concat(RemovedNodes).Select(Change.Remove)];

    /// <summary>The same without some records.</summary>
    public LoadBatch Without(IReadOnlySet<string> keys) => keys.Count == 0 ? this : this with
    {
        Nodes = [.. Nodes.Where(node => !keys.Contains(node.Key))],
        Relations = [.. Relations.Where(relation => !keys.Contains(relation.Key))],
        RemovedRelations = [.. RemovedRelations.Where(key => !keys.Contains(key))],
        RemovedNodes = [.. RemovedNodes.Where(key => !keys.Contains(key))],
    };

    /// <summary>The two halves of a batch of two changes or more.</summary>
    public IEnumerable<LoadBatch> Halves()
    {
        var first = Changes.Take(ChangeCount / 2).Select(change => change.Key).ToHashSet(StringComparer.Ordinal);
        yield return Without(Changes.Select(change => change.Key).Where(key => !first.Contains(key)).ToHashSet(StringComparer.Ordinal));
        yield return Without(first);
    }

    /// <summary>How many changes it holds.</summary>
    public int ChangeCount => Nodes.Length + Relations.Length + RemovedRelations.Length + RemovedNodes.Length;

    /// <summary>The batches in their order: nodes come before the relations to them, and go after.</summary>
    /// <param name="changes">All changes.</param>
    /// <param name="log">The change sets that say who removed what.</param>
    /// <param name="gone">What has a tombstone, by key.</param>
    public static IEnumerable<LoadBatch> Of(
        IReadOnlyCollection<Change> changes, IEnumerable<LoggedChangeSet> log, IReadOnlyDictionary<string, string> gone)
    {
        foreach (var nodes in changes.Select(change => change.Record).OfType<Node>().Chunk(RecordsAtATime)) yield return new() { Nodes = nodes };
        foreach (var relations in changes.Select(change => change.Record).OfType<Relation>().Chunk(RecordsAtATime))
            yield return new() { Relations = relations };
        var removed = changes.Where(change => change.Record is null).Select(change => change.Key).ToLookup(key => Keys.NodeKindOf(key) is not null);
        foreach (var keys in removed[false].Chunk(RecordsAtATime)) yield return new() { RemovedRelations = keys };
        foreach (var keys in removed[true].Chunk(RecordsAtATime)) yield return new() { RemovedNodes = keys };
        foreach (var keys in RemovedBy(log).Chunk(RecordsAtATime)) yield return new() { Removed = keys };
        if (gone.Count == 0) yield break;
        var returning = changes.Where(change => change.Record is not null && gone.ContainsKey(change.Key)).Select(change => change.Key);
        foreach (var keys in returning.Chunk(RecordsAtATime)) yield return new() { Returning = keys };
    }

    /// <summary>The parameters of <c>apply.cypher</c>.</summary>
    /// <param name="load">The load it is of.</param>
    /// <param name="owner">Who applies it.</param>
    /// <param name="lease">How long nobody else may take it over, in milliseconds.</param>
    /// <param name="mayHold">Whether the database may hold a record already: then what it lacks now is taken away.</param>
    public object Parameters(string load, string owner, long lease, Func<string, bool> mayHold) => new
    {
        load,
        owner,
        lease,
        nodes = RecordRows.Of(Nodes, mayHold),
        relations = RecordRows.Of(Relations, mayHold),
        removedRelations = RecordRows.OfRelationKeys(RemovedRelations),
        removedNodes = RemovedNodes,
        returning = Returning,
        removed = Removed.Select(removed => new
        {
            key = removed.Key,
            version = removed.By.Version.Number,
            source = removed.By.Source,
            recordedAt = removed.By.Version.RecordedAt.ToUnixTimeMilliseconds(),
        }),
    };

    private static IEnumerable<(string Key, LoggedChangeSet By)> RemovedBy(IEnumerable<LoggedChangeSet> log)
    {
        var removed = new Dictionary<string, LoggedChangeSet>(StringComparer.Ordinal);
        foreach (var changeSet in log)
        {
            foreach (var change in changeSet.Changes)
            {
                if (change.Record is null) removed[change.Key] = changeSet;
                else if (removed.Count > 0) removed.Remove(change.Key);
            }
        }

        return removed.Select(entry => (entry.Key, entry.Value));
    }
}
