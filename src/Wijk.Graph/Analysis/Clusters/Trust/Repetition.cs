using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Clusters.Trust;

/// <summary>Whether clusters say more than that their nodes have one trait in common.</summary>
/// <remarks>
/// The null model keeps the trait: only ties among those who have it are dealt anew. A cluster is more when, after <see cref="ChanceScores"/>, chance gives one
/// of similar size as strong with a p of at most .01 in the first networks, or .04 in all of them. Where it is all who have the trait it is the trait.
/// The networks are drawn once for all clusters, so that it is not for several threads.
/// </remarks>
internal sealed class Repetition
{
    private const int RandomCount = 99;
    private const double FirstLevel = 0.01, LastLevel = TrustParameters.Level - FirstLevel;

    private readonly NetworkLayers within;
    private readonly Network network;
    private readonly int[] holders;
    private readonly LeidenParameters leiden;
    private readonly TrustParameters parameters;
    private readonly ChanceClusters chance = new();

    /// <summary>Of one trait.</summary>
    /// <param name="layers">The whole network.</param>
    /// <param name="holders">Who has the trait, ascending.</param>
    /// <param name="leiden">The call that finds clusters.</param>
    /// <param name="parameters">The seed, and how many threads.</param>
    public Repetition(NetworkLayers layers, int[] holders, LeidenParameters leiden, TrustParameters parameters)
    {
        (this.holders, this.leiden, this.parameters) = (holders, leiden, parameters);
        within = layers.Within([.. holders]);
        network = within.Join();
    }

    /// <summary>Whether a cluster among those who have the trait holds together more than chance.</summary>
    /// <param name="cluster">The nodes of the cluster, in the whole network.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public bool IsMore(IReadOnlyCollection<int> cluster, CancellationToken cancellationToken)
    {
        var (isIn, inside) = (new int[network.NodeCount], cluster.ToHashSet());
        for (var i = 0; i < holders.Length; i++) isIn[i] = inside.Contains(holders[i]) ? 1 : 0;
        var size = isIn.Sum();

        // A crowded place has a node of its own: it goes where most of its nodes are.
        for (var place = holders.Length; place < isIn.Length; place++)
        {
            var there = 0;
            foreach (var node in network.Neighbors(place)) there += isIn[node];
            isIn[place] = 2 * there > network.Degree(place) ? 1 : 0;
        }

        if (network.EdgeCount == 0 || size == holders.Length) return false;
        var score = Cohesion.Of(network, isIn, 2).ScoreOf(1);
        var (firstCount, most) = parameters.RandomCounts(within.NodeCount + within.Size);
        var first = ScoresOf(firstCount);
        if (first.P(score) <= FirstLevel) return true;
        return first.Reaching(score) < Standing.Hopeless(firstCount) && ScoresOf(Math.Min(most, RandomCount)).P(score) <= LastLevel;

        ChanceScores ScoresOf(int count)
        {
            if (chance.Count < count) chance.Draw(within, leiden, count - chance.Count, parameters, null, count, cancellationToken);
            return new(chance.Best(size).Take(count));
        }
    }
}
