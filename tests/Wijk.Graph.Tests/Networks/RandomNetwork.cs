using CsCheck;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Tests.Networks;

/// <summary>Random networks for laws.</summary>
public static class RandomNetwork
{
    /// <summary>Up to 14 nodes, sparse to dense, with weights that are exact in binary, repeats and self-loops among them.</summary>
    public static Gen<Network> Small { get; } = OfSize(1, 14, 30);

    /// <summary>Up to 60 nodes.</summary>
    public static Gen<Network> Medium { get; } = OfSize(2, 60, 150);

    /// <summary>A network of the literature's shape "path": 0 – 1 – 2 – …</summary>
    public static Network Path(int nodeCount)
    {
        var edges = new Edge[nodeCount - 1];
        for (var node = 0; node < edges.Length; node++) edges[node] = new(node, node + 1);
        return Network.Of(nodeCount, edges);
    }

    /// <summary>Node 0 in the middle of the others.</summary>
    public static Network Star(int nodeCount) =>
        Network.Of(nodeCount, [.. Enumerable.Range(1, nodeCount - 1).Select(leaf => new Edge(0, leaf))]);

    /// <summary>The edges of a network, each once.</summary>
    public static IEnumerable<(int A, int B)> EdgesOf(Network network)
    {
        for (var node = 0; node < network.NodeCount; node++)
        {
            foreach (var neighbor in network.Neighbors(node).ToArray())
            {
                if (neighbor > node) yield return (node, neighbor);
            }
        }
    }

    private static Gen<Network> OfSize(int fewest, int most, int mostEdges) =>
        from nodeCount in Gen.Int[fewest, most]
        from edges in Gen.Select(Gen.Int[0, nodeCount - 1], Gen.Int[0, nodeCount - 1], Gen.Int[1, 8]).Array[0, mostEdges]
        select Network.Of(nodeCount, [.. edges.Select(edge => new Edge(edge.Item1, edge.Item2, edge.Item3 / 4f))]);
}
