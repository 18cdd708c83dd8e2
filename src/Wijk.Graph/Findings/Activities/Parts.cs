using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings.Activities;

/// <summary>What is part of a node, at any height.</summary>
internal static class Parts
{
    /// <summary>The numbers of the node itself and of everything that is part of it, in no order.</summary>
    public static HashSet<int> Of(GraphSnapshot snapshot, int node)
    {
        var parts = new HashSet<int> { node };
        var waiting = new Stack<int>(parts);
        while (waiting.TryPop(out var whole))
        {
            foreach (var part in snapshot.Incoming(RelationKind.PartOf).Neighbors(whole))
            {
                if (parts.Add(part)) waiting.Push(part);
            }
        }

        return parts;
    }
}
