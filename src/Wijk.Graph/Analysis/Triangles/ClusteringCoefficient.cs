using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Triangles;

/// <summary>How often two who are both tied to a third are tied to each other.</summary>
/// <remarks>
/// Weights and self-loops do not matter. Of each node: Watts and Strogatz (1998), doi:10.1038/30918; of the whole, also called transitivity: Barrat and Weigt (2000), doi:10.1007/s100510050067.
/// It has no bounds that unasked pairs leave: a tie more may raise or lower it. Of the triples that are known there are bounds: <see cref="Bounds.ClosedTriples"/>.
/// </remarks>
public static class ClusteringCoefficient
{
    /// <summary>The coefficients of a network: O(edges^1.5) time on all cores, with the same result for any number of them.</summary>
    /// <param name="network">The network.</param>
    /// <param name="cancellationToken">Stops the work between two portions of the nodes.</param>
    public static Clustering Of(Network network, CancellationToken cancellationToken = default)
    {
        var (triangles, local) = (TriangleCounts.Of(network, cancellationToken), new double?[network.NodeCount]);
        var (closed, triples) = (0L, 0L);
        for (var node = 0; node < local.Length; node++)
        {
            var pairs = (long)network.Degree(node) * (network.Degree(node) - 1) / 2;
            closed += triangles[node];
            triples += pairs;
            if (pairs > 0) local[node] = (double)triangles[node] / pairs;
        }

        return new(triples, closed, local);
    }
}

/// <summary>How often two who are both tied to a third are tied to each other.</summary>
/// <param name="TripleCount">How often two are tied to the same third.</param>
/// <param name="ClosedCount">How often these two are tied to each other: three for each triangle.</param>
/// <param name="Local">By node: the share of the pairs of its neighbors that are tied, 0 to 1; null with fewer than two neighbors, where there are no pairs (networkx says 0, igraph not a number).</param>
public sealed record Clustering(long TripleCount, long ClosedCount, double?[] Local)
{
    /// <summary>The share of all of them, 0 to 1; null where nobody is tied to two others (networkx says 0, igraph not a number).</summary>
    public double? Global => TripleCount == 0 ? null : (double)ClosedCount / TripleCount;
}
