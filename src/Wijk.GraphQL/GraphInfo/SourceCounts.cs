using System.Runtime.CompilerServices;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.GraphQL.GraphInfo;

/// <summary>What one source brought.</summary>
internal sealed record SourceCount(string Name, int NodeCount, int RelationCount);

/// <summary>Counts what each source brought; once for each snapshot.</summary>
internal static class SourceCounts
{
    private static readonly ConditionalWeakTable<GraphSnapshot, SourceCount[]> Known = new();

    /// <summary>The sources of a snapshot, by name.</summary>
    public static IReadOnlyList<SourceCount> Of(GraphSnapshot snapshot) => Known.GetValue(snapshot, Count);

    private static SourceCount[] Count(GraphSnapshot snapshot)
    {
        var nodes = CountBySource(Enumerable.Range(0, snapshot.NodeCount).Select(snapshot.Node));
        var relations = CountBySource(Enumerable.Range(0, snapshot.RelationCount).Select(snapshot.Relation));
        return [.. nodes.Keys.Union(relations.Keys).Order(StringComparer.Ordinal)
            .Select(name => new SourceCount(name, nodes.GetValueOrDefault(name), relations.GetValueOrDefault(name)))];
    }

    private static Dictionary<string, int> CountBySource(IEnumerable<GraphRecord> records) =>
        records.CountBy(record => record.Origin).ToDictionary();
}
