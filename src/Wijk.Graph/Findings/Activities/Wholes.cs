using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings.Activities;

/// <summary>What a node is part of, at any height.</summary>
internal static class Wholes
{
    /// <summary>The node itself, 0 steps up, and everything it is part of, nearest first and each once, with the fewest steps to it.</summary>
    /// <remarks>What is, in a circle, part of itself is met once.</remarks>
    public static IReadOnlyList<(int Node, int Steps)> Of(GraphSnapshot snapshot, int node)
    {
        var partOf = snapshot.Outgoing(RelationKind.PartOf);
        List<(int Node, int Steps)> found = [(node, 0)];
        for (var next = 0; next < found.Count; next++)
        {
            foreach (var whole in partOf.Neighbors(found[next].Node))
            {
                // A handful at most, so a list is searched faster than a set is made.
                if (found.TrueForAll(known => known.Node != whole)) found.Add((whole, found[next].Steps + 1));
            }
        }

        return found;
    }
}
