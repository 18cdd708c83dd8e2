using Wijk.Graph.Analysis.Connectivity;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Centrality;

/// <summary>How often a node lies on the shortest paths between others.</summary>
public static class Betweenness
{
    /// <summary>Raw betweenness: the sum over unordered pairs of other nodes of the share of their shortest paths that pass the node.</summary>
    /// <remarks>
    /// Σ σ(s, t | v) / σ(s, t) over s &lt; t, both other than v, with σ the number of shortest paths, counted in edges; weights do not matter, as in <see cref="Weighted"/> they do.
    /// Pairs without a path add nothing. Source: Brandes (2001), doi:10.1080/0022250X.2001.9990249.
    /// O(nodes × edges) time on all cores, O(nodes) memory per block; see <see cref="PathDependencies"/>.
    /// </remarks>
    /// <param name="network">The network.</param>
    /// <param name="cancellationToken">Stops the work between two sources.</param>
    /// <returns>One value per node, 0 to (n − 1)(n − 2) / 2. Divide by that maximum to compare networks of different size.</returns>
    public static double[] Of(Network network, CancellationToken cancellationToken = default) =>
        // Sources that are taken together stand near each other.
        OverAll(network, PathDependencies.LaneCount, () => new PathDependencies(network).AddFrom, cancellationToken);

    /// <summary>The same with the length of a path being the sum of the lengths of its edges.</summary>
    /// <remarks>
    /// Two paths are as long when they differ by less than 1 in 10^10, as rounding makes them. Source: Brandes (2001), doi:10.1080/0022250X.2001.9990249, with the search of Dijkstra (1959),
    /// doi:10.1007/BF01386390. O(nodes × edges × log(nodes)) time on all cores; see <see cref="WeightedPathDependencies"/>.
    /// </remarks>
    /// <param name="network">The network; self-loops do not matter.</param>
    /// <param name="length">What the weight of an edge says of its length.</param>
    /// <param name="cancellationToken">Stops the work between two sources.</param>
    /// <returns>One value per node, 0 to (n − 1)(n − 2) / 2.</returns>
    public static double[] Weighted(Network network, EdgeLength length = EdgeLength.OneOverWeight, CancellationToken cancellationToken = default)
    {
        var lengths = new double[network.Weights().Length];
        for (var entry = 0; entry < lengths.Length; entry++) lengths[entry] = length == EdgeLength.Weight ? network.Weights()[entry] : 1.0 / network.Weights()[entry];
        return OverAll(network, 1, () =>
        {
            var worker = new WeightedPathDependencies(network, lengths);
            return (source, sums) => worker.AddFrom(source[0], sums);
        }, cancellationToken);
    }

    private static double[] OverAll(Network network, int together, Func<AddDependencies> newWorker, CancellationToken cancellationToken)
    {
        // The next sources, which stand near each other, stay together; what is handed out goes to each part in turn.
        var order = BreadthFirstOrder.Of(network);
        ReadOnlyMemory<int>[] parts = [.. Enumerable.Range(0, SourceSums.PartCount).Select(part => order.Where((_, place) => place / together % SourceSums.PartCount == part).ToArray())];
        var betweenness = new double[network.NodeCount];
        foreach (var sum in SourceSums.Of(network.NodeCount, parts, together, Environment.ProcessorCount, newWorker, cancellationToken))
        {
            for (var node = 0; node < betweenness.Length; node++) betweenness[node] += sum[node];
        }

        // Every pair was counted from both its ends.
        for (var node = 0; node < betweenness.Length; node++) betweenness[node] /= 2;
        return betweenness;
    }
}

/// <summary>What the weight of an edge says of its length.</summary>
public enum EdgeLength
{
    /// <summary>The weight says how strong the edge is: 1 / weight is its length, so that stronger ties make shorter paths (Newman (2001), doi:10.1103/PhysRevE.64.016132).</summary>
    OneOverWeight,

    /// <summary>The weight is the length.</summary>
    Weight,
}
