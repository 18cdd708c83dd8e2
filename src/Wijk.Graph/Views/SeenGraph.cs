using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Views;

/// <summary>What a reader sees of a graph.</summary>
internal static class SeenGraph
{
    private static readonly RelationKind[] Defining = [RelationKind.Of, RelationKind.For, RelationKind.In];

    /// <summary>The graph as if it never had what is hidden.</summary>
    /// <remarks>
    /// A relation with a hidden end is not there, nor a targeting of which the measure, group or area is hidden: without that it would say
    /// something else, such as that the work is for everybody.
    /// </remarks>
    public static GraphSnapshot Of(GraphSnapshot graph, RecordFilter sees)
    {
        var maimed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var relation in Defining.SelectMany(graph.NumbersOf))
        {
            var from = graph.Node(graph.From(relation));
            if (from.Kind == NodeKind.Targeting && (sees(graph.Relation(relation)) is null || sees(graph.Node(graph.To(relation))) is null)) maimed.Add(from.Key);
        }

        return graph.Filtered(record => record is Node { Kind: NodeKind.Targeting } && maimed.Contains(record.Key) ? null : sees(record));
    }
}
