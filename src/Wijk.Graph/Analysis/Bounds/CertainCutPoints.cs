using System.Collections.Immutable;
using Wijk.Graph.Analysis.Connectivity;

namespace Wijk.Graph.Analysis.Bounds;

/// <summary>The nodes and ties that are cut points whatever the pairs that are not known turn out to be.</summary>
/// <param name="Nodes">Nodes without which two others that are known to have a path have none, also with every unknown pair tied; ascending.</param>
/// <param name="Bridges">Known ties without which their ends have no path, also with every unknown pair tied; by their ends.</param>
public sealed record CertainCutPoints(ImmutableArray<int> Nodes, ImmutableArray<(int A, int B)> Bridges)
{
    /// <summary>Finds them.</summary>
    /// <remarks>
    /// A node is one when, of the parts that the whole falls into without it, at least two hold a node that is known to be tied to it: then a known path joins
    /// them through it, and with more unknown pairs apart they only stay apart. O(nodes + known pairs · log).
    /// </remarks>
    public static CertainCutPoints Of(PartlyKnownNetwork known)
    {
        var whole = known.AllUnknownTied;
        var search = new DepthFirstSearch(whole.Skeleton);
        var nodes = search.Separations.GroupBy(separation => separation.Parent, separation => separation.Child)
            .Where(node => PartsTiedTo(known, search, node.Key, [.. node]) > 1)
            .Select(node => node.Key)
            .Order();
        var bridges = search.Bridges.Select(found => (A: Math.Min(found.Parent, found.Child), B: Math.Max(found.Parent, found.Child)))
            .Where(bridge => whole.HasListedEnd(bridge.A, bridge.B) && known.Tied.Neighbors(bridge.A).BinarySearch(bridge.B) >= 0)
            .Order();
        return new([.. nodes], [.. bridges]);
    }

    // The subtrees of a node that have no other way out are parts of their own; all else is one part more.
    private static int PartsTiedTo(PartlyKnownNetwork known, DepthFirstSearch search, int node, int[] separated)
    {
        var tied = known.Tied.Neighbors(node).ToArray();
        var holding = separated.Select(child => tied.Count(other => search.IsBelow(other, child))).ToArray();
        return holding.Count(count => count > 0) + (holding.Sum() < tied.Length ? 1 : 0);
    }
}
