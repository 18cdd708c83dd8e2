using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Connectivity;

/// <summary>How far a network has fallen apart, counting long detours as partly apart.</summary>
public static class DistanceWeightedFragmentation
{
    /// <summary>One minus the mean closeness of node pairs, where closeness is one over the number of steps between them.</summary>
    /// <remarks>
    /// 1 − Σ 1/d(i, j) / n(n − 1) over ordered pairs i ≠ j, with d the fewest edges between them and 1/d = 0 where there is no path.
    /// Source: Borgatti (2006), doi:10.1007/s10588-006-7084-x. Weights do not matter.
    /// A breadth-first search from every node: O(nodes × edges), so minutes from about 10^5 nodes on. Pairs are counted per distance
    /// and added last, so the result is exact to one rounding per distance.
    /// </remarks>
    /// <returns>A ratio, 0 (every pair adjacent) to 1 (every node alone); null below two nodes, where there are no pairs.</returns>
    public static double? Of(Network network, CancellationToken cancellationToken = default) => Of(network, [], cancellationToken);

    /// <summary>The same over the pairs of some nodes only; a path between them may pass through others.</summary>
    /// <param name="network">The network.</param>
    /// <param name="counted">Whether each node counts, by number; empty when all do.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The same ratio; null below two nodes that count.</returns>
    public static double? Of(Network network, ReadOnlySpan<bool> counted, CancellationToken cancellationToken = default)
    {
        var (nodeCount, countedCount) = (network.NodeCount, counted.IsEmpty ? network.NodeCount : counted.Count(true));
        if (countedCount < 2) return null;
        var pairsAtDistance = new long[nodeCount];
        var (distances, queue) = (new int[nodeCount], new int[nodeCount]);
        distances.AsSpan().Fill(-1);
        for (var source = 0; source < nodeCount; source++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (counted.IsEmpty || counted[source]) CountFrom(network, source, counted, pairsAtDistance, distances, queue);
        }

        var closeness = 0.0;
        for (var distance = nodeCount - 1; distance > 0; distance--) closeness += (double)pairsAtDistance[distance] / distance;
        return 1 - (closeness / ((double)countedCount * (countedCount - 1)));
    }

    private static void CountFrom(Network network, int source, ReadOnlySpan<bool> counted, long[] pairsAtDistance, int[] distances, int[] queue)
    {
        var offsets = network.Offsets;
        var neighbors = network.Neighbors();
        var (head, tail) = (0, 1);
        (queue[0], distances[source]) = (source, 0);
        while (head < tail)
        {
            var node = queue[head++];
            var distance = distances[node] + 1;
            foreach (var neighbor in neighbors[offsets[node]..offsets[node + 1]])
            {
                if (distances[neighbor] >= 0) continue;
                distances[neighbor] = distance;
                if (counted.IsEmpty || counted[neighbor]) pairsAtDistance[distance]++;
                queue[tail++] = neighbor;
            }
        }

        foreach (var node in queue.AsSpan(..tail)) distances[node] = -1;
    }
}
