using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Clusters.Trust;

/// <summary>How much more the clusters of a division hold together than the ties of their nodes alone would give.</summary>
/// <remarks>
/// s = (w − E)/√E, with w the weight inside a cluster and E = K²/4m that which chance puts there: K the strength of its nodes, m the weight of all ties.
/// Unlike modularity it does not grow with size alone, so that clusters of similar size can be compared.
/// </remarks>
internal sealed class Cohesion
{
    private readonly double[] inside;
    private readonly double[] strengths;
    private readonly int[] sizes;
    private readonly double total;

    private Cohesion(double[] inside, double[] strengths, int[] sizes) => (this.inside, this.strengths, this.sizes, total) = (inside, strengths, sizes, strengths.Sum());

    /// <summary>How many nodes each cluster has.</summary>
    public ReadOnlySpan<int> Sizes => sizes;

    /// <summary>Measures a division.</summary>
    public static Cohesion Of(Network network, ReadOnlySpan<int> clusterOf, int clusterCount)
    {
        var (inside, strengths, sizes) = (new double[clusterCount], new double[clusterCount], new int[clusterCount]);
        for (var node = 0; node < network.NodeCount; node++)
        {
            var neighbors = network.Neighbors(node);
            var weights = network.Weights(node);
            var (cluster, all, here) = (clusterOf[node], 2.0 * network.SelfWeight(node), 2.0 * network.SelfWeight(node));
            for (var entry = 0; entry < neighbors.Length; entry++)
            {
                all += weights[entry];
                if (clusterOf[neighbors[entry]] == cluster) here += weights[entry];
            }

            inside[cluster] += here / 2;
            strengths[cluster] += all;
            sizes[cluster]++;
        }

        return new(inside, strengths, sizes);
    }

    /// <summary>A cluster's s; 0 when it has no ties.</summary>
    public double ScoreOf(int cluster)
    {
        if (strengths[cluster] == 0) return 0;
        var expected = strengths[cluster] * strengths[cluster] / (2 * total);
        return (inside[cluster] - expected) / Math.Sqrt(expected);
    }

    /// <summary>The weight that leaves a cluster, as a share of what chance would have leave it, K(2m − K)/2m; null when chance would have none leave.</summary>
    public double? ShareLeaving(int cluster)
    {
        var expected = strengths[cluster] * (total - strengths[cluster]) / total;
        return expected > 0 ? (strengths[cluster] - (2 * inside[cluster])) / expected : null;
    }
}
