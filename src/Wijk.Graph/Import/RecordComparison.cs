using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import;

/// <summary>Compares the records that passed the checks with the graph, and decides on each.</summary>
internal sealed class RecordComparison
{
    private readonly Dictionary<string, string> originOfNode;
    private readonly IReadOnlyDictionary<string, GraphRecord> graph;
    private readonly IReadOnlyDictionary<string, string> removedBy;
    private readonly Dictionary<string, string> targetingsCutBy = new(StringComparer.Ordinal);
    private readonly List<NotOverwritten> notOverwritten = [];

    /// <summary>Compares records with the graph.</summary>
    /// <param name="records">The records.</param>
    /// <param name="graph">What the graph holds, by key.</param>
    /// <param name="removedBy">Who removed a record, by its key.</param>
    public RecordComparison(
        RecordChecks records, IReadOnlyDictionary<string, GraphRecord> graph, IReadOnlyDictionary<string, string> removedBy)
    {
        (this.graph, this.removedBy) = (graph, removedBy);
        originOfNode = records.Nodes.ToDictionary(node => node.Key, node => node.Origin, StringComparer.Ordinal);
        foreach (var relation in records.Relations.Where(relation => relation.IdentifiesTargeting()))
        {
            if (RemoverOfEnd(relation.To) is { } remover) targetingsCutBy.TryAdd(relation.From, remover);
        }

        Nodes = [.. records.Nodes.Select(node => Decide(node, RemoverOf(node.Key, node.Origin)))];
        Relations = [.. records.Relations.Select(relation => Decide(
            relation, RemoverOf(relation.Key, relation.Origin) ?? RemoverOfEnd(relation.From) ?? RemoverOfEnd(relation.To)))];
    }

    /// <summary>What to do with each node.</summary>
    public ImmutableArray<(GraphRecord Record, Verdict Verdict)> Nodes { get; }

    /// <summary>What to do with each relation.</summary>
    public ImmutableArray<(GraphRecord Record, Verdict Verdict)> Relations { get; }

    /// <summary>What is left as others made it, ordered by key.</summary>
    public IReadOnlyList<NotOverwritten> NotOverwritten => [.. notOverwritten.OrderBy(record => record.Key, StringComparer.Ordinal)];

    /// <summary>The records to write, recorded at a time.</summary>
    public IEnumerable<Change> Changes(DateTimeOffset now) =>
        from decision in Nodes.Concat(Relations)
        where decision.Verdict is Verdict.Added or Verdict.Changed
        select Change.Put(decision.Record with { RecordedAt = now });

    private (GraphRecord Record, Verdict Verdict) Decide(GraphRecord incoming, string? remover)
    {
        var existing = graph.GetValueOrDefault(incoming.Key);
        var verdict = remover is null ? Ownership.Of(existing, incoming) : Verdict.NotOverwritten;
        if (verdict == Verdict.NotOverwritten) notOverwritten.Add(new(incoming.Key, remover ?? existing!.Origin));
        return (incoming, verdict);
    }

    // Removing a record is changing it: what somebody else removed does not come back, nor does what cannot be there without it.
    private string? RemoverOf(string key, string? origin)
    {
        if (graph.ContainsKey(key)) return null;
        return removedBy.TryGetValue(key, out var remover) && remover != origin ? remover : targetingsCutBy.GetValueOrDefault(key);
    }

    private string? RemoverOfEnd(string node) => RemoverOf(node, originOfNode.GetValueOrDefault(node));
}
