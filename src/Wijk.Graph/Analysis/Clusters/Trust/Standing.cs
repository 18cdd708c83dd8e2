using Wijk.Graph.Analysis.Chance;

namespace Wijk.Graph.Analysis.Clusters.Trust;

/// <summary>Which clusters hold together more than the best that chance makes of as many ties.</summary>
/// <param name="Score">s, as <see cref="Cohesion"/> has it.</param>
/// <param name="ChanceMean">The best s of a cluster of similar size in a random network, on average.</param>
/// <param name="Percentile">The share of random networks whose best cluster of similar size has a lower s, 0 to 1.</param>
/// <param name="Q">The false discovery rate at which it stands, over all clusters of two or more.</param>
public readonly record struct ClusterStanding(double Score, double ChanceMean, double Percentile, double Q)
{
    /// <summary>Whether it is more than chance.</summary>
    public bool Stands { get; init; }
}

/// <summary>Holds the clusters that seeded runs agree on against clusters that the same call finds in random networks.</summary>
/// <remarks>
/// p of a cluster in a run: how likely the best cluster of similar size (half to twice) of a random network has an s as high, after <see cref="ChanceScores"/>.
/// A consensus cluster has the median p of the clusters that most of it is in. Corrected over the clusters after Benjamini and Hochberg. Four times as many
/// networks are drawn until all is clear: at the looks before the last q must be at most .01 in all, and otherwise at most .04 in the end, so that all looks
/// together wrong no more than .05. A cluster that many random networks beat is clear too (Besag and Clifford 1991, doi:10.1093/biomet/78.2.301).
/// </remarks>
internal static class Standing
{
    private const double EarlyLevel = 0.01, LastLevel = TrustParameters.Level - EarlyLevel;
    private const int Growth = 4;

    /// <summary>Judges each cluster; those of one node have a q of 1.</summary>
    public static (ClusterStanding[] Clusters, ChanceClusters Chance) Of(
        NetworkLayers layers, SeededRuns runs, LeidenResult consensus, LeidenParameters leiden, TrustParameters parameters,
        IProgress<TrustProgress>? progress, CancellationToken cancellationToken)
    {
        var (chance, within) = (new ChanceClusters(), new InRuns(runs, consensus, parameters.ThreadCount));
        var looks = Looks(layers, parameters);
        var stood = new bool[consensus.CommunityCount];
        for (var look = 0; ; look++)
        {
            chance.Draw(layers, leiden, looks[look] - chance.Count, parameters, progress, looks[^1], cancellationToken);
            var level = looks.Length == 1 ? TrustParameters.Level : look + 1 == looks.Length ? LastLevel : EarlyLevel / (looks.Length - 1);
            var found = Judge(within, chance, level);
            for (var cluster = 0; cluster < found.Length; cluster++) found[cluster] = found[cluster] with { Stands = stood[cluster] |= found[cluster].Stands };
            if (look + 1 == looks.Length || IsClear(found, chance.Count)) return (found, chance);
        }
    }

    // After how many random networks there is a look.
    private static int[] Looks(NetworkLayers layers, TrustParameters parameters)
    {
        var (first, most) = parameters.RandomCounts(layers.NodeCount + layers.Size);
        var looks = new List<int>();
        for (var count = (long)first; count < most; count *= Growth) looks.Add((int)count);
        return [.. looks, most];
    }

    private static bool IsClear(ClusterStanding[] clusters, int count) =>
        clusters.All(cluster => cluster.Stands || cluster.Q >= 1 || (1 - cluster.Percentile) * count >= Hopeless(count) - 0.5);

    /// <summary>With so many random networks that do as well, more of them change nothing: of a cluster with a p of .04 that comes up less than once in a hundred times.</summary>
    public static int Hopeless(int count) => count < 15 ? 4 : count < 40 ? 5 : 10;

    private static ClusterStanding[] Judge(InRuns within, ChanceClusters chance, double level)
    {
        var best = new Dictionary<int, ChanceScores>();
        var (tested, clusters) = (new List<int>(), new ClusterStanding[within.ClusterCount]);
        var pValues = new List<double>();
        for (var cluster = 0; cluster < clusters.Length; cluster++)
        {
            clusters[cluster] = new(0, 0, 0, 1);
            if (within.SizeOf(cluster) < 2) continue;
            var (score, scores, p) = within.Median(cluster, size => best.TryGetValue(size, out var known) ? known : best[size] = new(chance.Best(size)));
            clusters[cluster] = new(score, scores?.Mean ?? 0, scores is null ? 0 : 1 - ((double)scores.Reaching(score) / chance.Count), 1);
            tested.Add(cluster);
            pValues.Add(p);
        }

        foreach (var (i, q) in BenjaminiHochberg.Adjust(pValues.ToArray()).Index()) clusters[tested[i]] = clusters[tested[i]] with { Q = q, Stands = q <= level };
        return clusters;
    }

    // For each consensus cluster the clusters of the runs that most of it is in.
    private sealed class InRuns
    {
        private readonly int[] sizes;
        private readonly (int Size, double Score)[][] found;

        public InRuns(SeededRuns runs, LeidenResult consensus, int threadCount)
        {
            var clusters = new Grouping();
            clusters.Sort(consensus.CommunityOf.AsSpan(), consensus.CommunityCount);
            sizes = [.. Enumerable.Range(0, clusters.Count).Select(cluster => clusters.Of(cluster).Length)];
            found = [.. sizes.Select(_ => new (int, double)[runs.Runs.Length])];
            Threads.Share(threadCount, runs.Runs.Length, (_, number) =>
            {
                var run = runs.Runs[number];
                var (cohesion, counts) = (Cohesion.Of(runs.Network, run.CommunityOf.AsSpan(), run.CommunityCount), new int[run.CommunityCount]);
                for (var cluster = 0; cluster < sizes.Length; cluster++)
                {
                    var most = MostOf(clusters.Of(cluster), run.CommunityOf.AsSpan(), counts);
                    found[cluster][number] = (cohesion.Sizes[most], cohesion.ScoreOf(most));
                }
            });
        }

        public int ClusterCount => sizes.Length;

        public int SizeOf(int cluster) => sizes[cluster];

        public (double Score, ChanceScores? Chance, double P) Median(int cluster, Func<int, ChanceScores> best)
        {
            var judged = found[cluster].Select(one =>
            {
                if (one.Size < 2) return (one.Score, Chance: null, P: 1.0);
                var chance = best(one.Size);
                return (one.Score, Chance: (ChanceScores?)chance, P: chance.P(one.Score));
            }).OrderBy(one => one.P).ThenBy(one => one.Score).ToArray();
            return judged[judged.Length / 2];
        }

        // The lowest of the communities that most of some nodes are in; counts are 0 before and after.
        private static int MostOf(ReadOnlySpan<int> nodes, ReadOnlySpan<int> communityOf, int[] counts)
        {
            var most = communityOf[nodes[0]];
            foreach (var node in nodes)
            {
                var community = communityOf[node];
                counts[community]++;
                if (counts[community] > counts[most] || (counts[community] == counts[most] && community < most)) most = community;
            }

            foreach (var node in nodes) counts[communityOf[node]] = 0;
            return most;
        }
    }
}
