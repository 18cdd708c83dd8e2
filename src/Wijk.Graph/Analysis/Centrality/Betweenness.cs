using Wijk.Graph.Analysis.Connectivity;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Centrality;

/// <summary>How often a node lies on the shortest paths between others.</summary>
public static class Betweenness
{
    // Fixed, and not the number of cores: each block is summed apart and the blocks are added in order, so that the result is
    // the same to the last bit on any machine.
    private const int BlockCount = 16;

    /// <summary>Raw betweenness: the sum over unordered pairs of other nodes of the share of their shortest paths that pass the node.</summary>
    /// <remarks>
    /// Σ σ(s, t | v) / σ(s, t) over s &lt; t, both other than v, with σ the number of shortest paths, counted in edges; weights do not matter.
    /// Pairs without a path add nothing. Source: Brandes (2001), doi:10.1080/0022250X.2001.9990249.
    /// O(nodes × edges) time on all cores, O(nodes) memory per block; see <see cref="PathDependencies"/>.
    /// </remarks>
    /// <param name="network">The network.</param>
    /// <param name="cancellationToken">Stops the work between two sources.</param>
    /// <returns>One value per node, 0 to (n − 1)(n − 2) / 2. Divide by that maximum to compare networks of different size.</returns>
    public static double[] Of(Network network, CancellationToken cancellationToken = default)
    {
        // Sources that are taken together stand near each other.
        var (sources, sums) = (BreadthFirstOrder.Of(network), new double[BlockCount][]);
        var workers = new PathDependencies?[Environment.ProcessorCount];
        Threads.Share(workers.Length, BlockCount, (thread, block) =>
            sums[block] = SumOfBlock(workers[thread] ??= new(network), sources, network.NodeCount, block, cancellationToken));

        var betweenness = new double[network.NodeCount];
        foreach (var sum in sums)
        {
            for (var node = 0; node < betweenness.Length; node++) betweenness[node] += sum[node];
        }

        // Every pair was counted from both its ends.
        for (var node = 0; node < betweenness.Length; node++) betweenness[node] /= 2;
        return betweenness;
    }

    private static double[] SumOfBlock(PathDependencies worker, int[] sources, int nodeCount, int block, CancellationToken cancellationToken)
    {
        var sum = new double[nodeCount];
        for (var first = block * PathDependencies.LaneCount; first < sources.Length; first += BlockCount * PathDependencies.LaneCount)
        {
            cancellationToken.ThrowIfCancellationRequested();
            worker.AddFrom(sources.AsSpan(first..Math.Min(first + PathDependencies.LaneCount, sources.Length)), sum);
        }

        return sum;
    }
}
