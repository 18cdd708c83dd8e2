using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings.Defragment;

/// <summary>Whose mandate it takes to move a barrier.</summary>
internal static class Mandates
{
    /// <summary>The agencies and professionals who must agree before a leverage point of a barrier can move, ascending.</summary>
    public static IEnumerable<int> For(GraphSnapshot graph, int barrier) => graph.Incoming(RelationKind.Addresses).Neighbors(barrier).ToArray()
        .Where(node => graph.Node(node).Kind == NodeKind.LeveragePoint)
        .SelectMany(point => graph.Outgoing(RelationKind.NeedsMandateOf).Neighbors(point).ToArray())
        .Distinct()
        .Order();
}
