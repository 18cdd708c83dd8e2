namespace Wijk.Graph.Networks;

/// <summary>The edges of a network, and the network that some of its nodes make among themselves.</summary>
public static class NetworkParts
{
    /// <summary>Every edge once, the lower end first, by its ends; self-loops left out.</summary>
    public static Edge[] Edges(this Network network)
    {
        var (edges, count) = (new Edge[network.EdgeCount], 0);
        for (var node = 0; node < network.NodeCount; node++)
        {
            var neighbors = network.Neighbors(node);
            var weights = network.Weights(node);
            for (var entry = 0; entry < neighbors.Length; entry++)
            {
                if (neighbors[entry] > node) edges[count++] = new(node, neighbors[entry], weights[entry]);
            }
        }

        return edges;
    }

    /// <summary>The edges among some nodes: node i is the i-th of them. Self-loops are left out.</summary>
    /// <param name="network">The network.</param>
    /// <param name="nodes">The nodes, each once.</param>
    public static Network Among(this Network network, ReadOnlySpan<int> nodes)
    {
        var place = new int[network.NodeCount];
        place.AsSpan().Fill(-1);
        for (var i = 0; i < nodes.Length; i++) place[nodes[i]] = i;
        return Network.Of(nodes.Length,
            [.. network.Edges().Where(edge => place[edge.A] >= 0 && place[edge.B] >= 0).Select(edge => edge with { A = place[edge.A], B = place[edge.B] })]);
    }
}
