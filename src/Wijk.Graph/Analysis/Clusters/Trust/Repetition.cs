namespace Wijk.Graph.Analysis.Clusters.Trust;

/// <summary>Whether a cluster says more than that its nodes have one trait in common.</summary>
public static class Repetition
{
    private const int RandomCount = 99;

    /// <summary>How likely those who have a trait would make so strong a cluster by chance.</summary>
    /// <remarks>
    /// The null model keeps the trait: only ties among those who have it are dealt anew. p is the share of such networks whose best cluster of similar size
    /// has an s as high, the network itself counted among them; 1 when the cluster is all of them, since then it is the trait.
    /// </remarks>
    /// <param name="layers">The whole network.</param>
    /// <param name="holders">Who has the trait, ascending.</param>
    /// <param name="cluster">The nodes of the cluster.</param>
    /// <param name="leiden">The call that finds clusters.</param>
    /// <param name="parameters">The seed, and how many threads.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static double Of(
        NetworkLayers layers, ReadOnlySpan<int> holders, IReadOnlyCollection<int> cluster, LeidenParameters leiden, TrustParameters parameters, CancellationToken cancellationToken = default)
    {
        var within = layers.Within(holders);
        var (network, inside) = (within.Join(), cluster.ToHashSet());
        var isIn = new int[network.NodeCount];
        for (var i = 0; i < holders.Length; i++) isIn[i] = inside.Contains(holders[i]) ? 1 : 0;
        var size = isIn.Sum();

        // A crowded place has a node of its own: it goes where most of its nodes are.
        for (var place = holders.Length; place < isIn.Length; place++)
        {
            var there = 0;
            foreach (var node in network.Neighbors(place)) there += isIn[node];
            isIn[place] = 2 * there > network.Degree(place) ? 1 : 0;
        }

        var cohesion = Cohesion.Of(network, isIn, 2);
        if (network.EdgeCount == 0 || size == holders.Length) return 1;
        var (score, chance) = (cohesion.ScoreOf(1), new ChanceClusters());
        chance.Draw(within, leiden, RandomCount, parameters, null, RandomCount, cancellationToken);
        return (1.0 + chance.Best(size).Count(best => best >= score - 1e-9)) / (RandomCount + 1);
    }
}
