using System.Collections.Immutable;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Views;

/// <summary>What one source brought.</summary>
/// <param name="Name">The namespace of an import, or the name given with a change.</param>
/// <param name="NodeCount">Nodes it brought, also those it inferred.</param>
/// <param name="RelationCount">Relations it brought, also those it inferred.</param>
public sealed record SourceCount(string Name, int NodeCount, int RelationCount);

/// <summary>What each source brought to what a view shows.</summary>
public sealed class SourceCounts
{
    private SourceCounts(GraphSnapshot graph)
    {
        var nodes = BySource(Enumerable.Range(0, graph.NodeCount).Select(graph.Node));
        var relations = BySource(Enumerable.Range(0, graph.RelationCount).Select(graph.Relation));
        All = [.. nodes.Keys.Union(relations.Keys).Order(StringComparer.Ordinal)
            .Select(name => new SourceCount(name, nodes.GetValueOrDefault(name).Count, relations.GetValueOrDefault(name).Count))];
        LastRecordedAt = nodes.Values.Concat(relations.Values).Select(source => source.Last).DefaultIfEmpty().Max();
    }

    /// <summary>When a record was last added or changed; the default where there is none.</summary>
    public DateTimeOffset LastRecordedAt { get; }

    /// <summary>The sources, by name.</summary>
    public ImmutableArray<SourceCount> All { get; }

    /// <summary>The sources of a view; counted once.</summary>
    public static SourceCounts Of(GraphView view) => view.Index(static view => new SourceCounts(view.Graph));

    private static Dictionary<string, (int Count, DateTimeOffset Last)> BySource(IEnumerable<GraphRecord> records) => records
        .AggregateBy(record => record.Origin, (Count: 0, Last: default(DateTimeOffset)), (seen, record) => (seen.Count + 1, record.RecordedAt > seen.Last ? record.RecordedAt : seen.Last))
        .ToDictionary();
}
