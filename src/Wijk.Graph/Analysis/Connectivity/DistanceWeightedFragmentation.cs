using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Connectivity;

/// <summary>How far a network has fallen apart, counting long detours as partly apart.</summary>
public static class DistanceWeightedFragmentation
{
    /// <summary>One minus the mean closeness of node pairs, where closeness is one over the number of steps between them.</summary>
    /// <remarks>
    /// 1 − Σ 1/d(i, j) / n(n − 1) over ordered pairs i ≠ j, with d the fewest edges between them and 1/d = 0 where there is no path.
    /// Source: Borgatti (2006), doi:10.1007/s10588-006-7084-x. Weights do not matter.
    /// A breadth-first search from every node, 512 at once, on all cores: O(nodes × edges), some ten seconds at 10^5 nodes. Pairs are counted per
    /// distance and added last, so the result is exact to one rounding per distance and the same for any number of cores.
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
        var countedCount = counted.IsEmpty ? network.NodeCount : counted.Count(true);
        if (countedCount < 2) return null;
        var isCounted = counted.ToArray();
        int[] sources = [.. BreadthFirstOrder.Of(network).Where(node => isCounted.Length == 0 || isCounted[node])];
        var closeness = 0.0;
        var pairsAtDistance = PairsAtDistance(network, isCounted, sources, cancellationToken);
        for (var distance = pairsAtDistance.Length - 1; distance > 0; distance--) closeness += (double)pairsAtDistance[distance] / distance;
        return 1 - (closeness / ((double)countedCount * (countedCount - 1)));
    }

    private static long[] PairsAtDistance(Network network, bool[] isCounted, int[] sources, CancellationToken cancellationToken)
    {
        var batchCount = (sources.Length + DistanceCounts.SourceCount - 1) / DistanceCounts.SourceCount;
        var workers = new DistanceCounts?[Environment.ProcessorCount];
        Threads.Share(workers.Length, batchCount, (thread, batch) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            var first = batch * DistanceCounts.SourceCount;
            (workers[thread] ??= new(network, isCounted)).AddFrom(sources.AsSpan(first..Math.Min(first + DistanceCounts.SourceCount, sources.Length)));
        });

        var pairs = new long[network.NodeCount];
        foreach (var worker in workers)
        {
            for (var distance = 0; distance < pairs.Length && worker is not null; distance++) pairs[distance] += worker.PairsAtDistance[distance];
        }

        return pairs;
    }
}
