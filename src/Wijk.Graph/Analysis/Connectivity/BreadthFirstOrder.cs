using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Connectivity;

/// <summary>The nodes of a network from near to far, so that those that stand near each other come after each other.</summary>
internal static class BreadthFirstOrder
{
    /// <summary>All nodes: each component from its lowest node on, by distance from it. O(nodes + edges).</summary>
    public static int[] Of(Network network)
    {
        var (order, isFound, tail) = (new int[network.NodeCount], new bool[network.NodeCount], 0);
        for (var start = 0; start < order.Length; start++)
        {
            if (isFound[start]) continue;
            (order[tail], isFound[start]) = (start, true);
            for (var head = tail++; head < tail; head++)
            {
                foreach (var neighbor in network.Neighbors(order[head]))
                {
                    if (isFound[neighbor]) continue;
                    (order[tail++], isFound[neighbor]) = (neighbor, true);
                }
            }
        }

        return order;
    }
}
