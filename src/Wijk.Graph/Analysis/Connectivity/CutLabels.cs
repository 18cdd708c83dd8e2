using System.Numerics;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Connectivity;

/// <summary>Tells at once of most sets of edges that nothing falls apart without them.</summary>
/// <remarks>
/// Each edge outside a spanning forest has a label of 64 random bits, and each edge of the forest the exclusive or of those that go round it. The labels of the
/// edges between a part and the rest then cancel out, so a set of edges with independent labels holds no such cut. Labels may also cancel out by chance:
/// then a search is made in vain, and nothing is told wrongly. Source: Pritchard and Thurimella (2011), doi:10.1145/2000807.2000814.
/// </remarks>
internal sealed class CutLabels
{
    private const int BitCount = 64;

    private readonly int[] parent;
    private readonly ulong[] label;

    /// <summary>Labels the edges of a network, O(nodes + edges).</summary>
    public CutLabels(Network network)
    {
        (parent, label) = (new int[network.NodeCount], new ulong[network.NodeCount]);
        parent.AsSpan().Fill(-1);
        var order = BreadthFirstOrder.Of(network);
        var place = new int[order.Length];
        for (var at = 0; at < order.Length; at++) place[order[at]] = at;
        foreach (var node in order)
        {
            foreach (var neighbor in network.Neighbors(node))
            {
                if (place[neighbor] > place[node] && parent[neighbor] < 0) parent[neighbor] = node;
            }
        }

        for (var node = 0; node < parent.Length; node++)
        {
            foreach (var neighbor in network.Neighbors(node))
            {
                if (parent[node] != neighbor && parent[neighbor] != node) label[node] ^= RandomBits(node, neighbor);
            }
        }

        // From the farthest back: the edge from a node to its parent is gone round by what leaves the subtree of the node.
        for (var at = order.Length - 1; at >= 0; at--)
        {
            if (parent[order[at]] >= 0) label[parent[order[at]]] ^= label[order[at]];
        }
    }

    /// <summary>At most so many parts more there are without some edges; nearly always exactly so many, when they are far fewer than 64.</summary>
    /// <param name="edges">Different edges of the network.</param>
    public int MostPartsMore(IReadOnlyCollection<(int A, int B)> edges)
    {
        if (edges.Count > BitCount) return edges.Count;
        Span<ulong> basis = stackalloc ulong[BitCount];
        basis.Clear();
        var dependent = 0;
        foreach (var (a, b) in edges)
        {
            var left = LabelOf(a, b);
            while (left != 0 && basis[BitOperations.Log2(left)] is var held and not 0) left ^= held;
            if (left == 0) dependent++;
            else basis[BitOperations.Log2(left)] = left;
        }

        return dependent;
    }

    private ulong LabelOf(int a, int b) => parent[a] == b ? label[a] : parent[b] == a ? label[b] : RandomBits(a, b);

    private static ulong RandomBits(int a, int b) => new SeededRandom(((long)Math.Min(a, b) << 32) | (uint)Math.Max(a, b)).NextBits();
}
