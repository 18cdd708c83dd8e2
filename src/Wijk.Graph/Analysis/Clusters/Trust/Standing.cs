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
/// p of a cluster in a run: the share of random networks whose best cluster of similar size (half to twice) has an s as high, the network itself counted
/// among them. A consensus cluster has the median p of the clusters that most of it is in. Corrected over the clusters after Benjamini and Hochberg.
/// Drawing stops after the first portion when all is clear: then q must be at most .01, and otherwise at most .04 in the end, so that both looks
/// together wrong no more than .05.
/// </remarks>
internal static class Standing
{
    private const double FirstLevel = 0.01, LastLevel = TrustParameters.Level - FirstLevel;

    // With so many random networks that do as well, more of them change nothing.
    private const int Hopeless = 10;

    /// <summary>Judges each cluster; those of one node have a q of 1.</summary>
    public static (ClusterStanding[] Clusters, ChanceClusters Chance) Of(
        NetworkLayers layers, SeededRuns runs, LeidenResult consensus, LeidenParameters leiden, TrustParameters parameters,
        IProgress<TrustProgress>? progress, CancellationToken cancellationToken)
    {
        var chance = new ChanceClusters();
        var most = MostRandom(layers, parameters);
        var first = Math.Min(parameters.FirstRandomCount, most);
        var within = new InRuns(runs, consensus);
        chance.Draw(layers, leiden, first, parameters, progress, most, cancellationToken);
        var found = Judge(within, chance, most > first ? FirstLevel : TrustParameters.Level);
        if (most == first || IsClear(found, chance.Count)) return (found, chance);
        chance.Draw(layers, leiden, most - first, parameters, progress, most, cancellationToken);
        var last = Judge(within, chance, LastLevel);
        for (var cluster = 0; cluster < last.Length; cluster++) last[cluster] = last[cluster] with { Stands = last[cluster].Stands || found[cluster].Stands };
        return (last, chance);
    }

    private static int MostRandom(NetworkLayers layers, TrustParameters parameters) =>
        (int)Math.Clamp(parameters.MostDrawn / Math.Max(1L, layers.NodeCount + layers.Size), Math.Min(39, parameters.RandomCount), parameters.RandomCount);

    private static bool IsClear(ClusterStanding[] clusters, int count) =>
        clusters.All(cluster => cluster.Stands || cluster.Q >= 1 || (1 - cluster.Percentile) * count >= Hopeless);

    private static ClusterStanding[] Judge(InRuns within, ChanceClusters chance, double level)
    {
        var best = new Dictionary<int, double[]>();
        var (tested, clusters) = (new List<int>(), new ClusterStanding[within.ClusterCount]);
        var pValues = new List<double>();
        for (var cluster = 0; cluster < clusters.Length; cluster++)
        {
            clusters[cluster] = new(0, 0, 0, 1);
            if (within.SizeOf(cluster) < 2) continue;
            var (score, mean, p) = within.Median(cluster, size => best.TryGetValue(size, out var known) ? known : best[size] = [.. chance.Best(size).Order()]);
            clusters[cluster] = new(score, mean, Math.Clamp((1 - p) * (chance.Count + 1) / chance.Count, 0, 1), 1);
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

        public InRuns(SeededRuns runs, LeidenResult consensus)
        {
            sizes = new int[consensus.CommunityCount];
            foreach (var cluster in consensus.CommunityOf) sizes[cluster]++;
            found = [.. sizes.Select(_ => new (int, double)[runs.Runs.Length])];
            var counts = new Dictionary<(int Cluster, int Community), int>();
            foreach (var (number, run) in runs.Runs.Index())
            {
                var cohesion = Cohesion.Of(runs.Network, run.CommunityOf.AsSpan(), run.CommunityCount);
                counts.Clear();
                for (var node = 0; node < consensus.CommunityOf.Length; node++)
                {
                    var place = (consensus.CommunityOf[node], run.CommunityOf[node]);
                    counts[place] = counts.GetValueOrDefault(place) + 1;
                }

                var most = new (int Count, int Community)[sizes.Length];
                foreach (var ((cluster, community), count) in counts)
                {
                    if (count > most[cluster].Count || (count == most[cluster].Count && community < most[cluster].Community)) most[cluster] = (count, community);
                }

                for (var cluster = 0; cluster < sizes.Length; cluster++)
                    found[cluster][number] = (cohesion.Sizes[most[cluster].Community], cohesion.ScoreOf(most[cluster].Community));
            }
        }

        public int ClusterCount => sizes.Length;

        public int SizeOf(int cluster) => sizes[cluster];

        public (double Score, double Mean, double P) Median(int cluster, Func<int, double[]> best)
        {
            var judged = found[cluster].Select(one =>
            {
                if (one.Size < 2) return (one.Score, Mean: 0.0, P: 1.0);
                var sorted = best(one.Size);
                return (one.Score, Mean: sorted.Where(double.IsFinite).DefaultIfEmpty().Average(), P: (1.0 + AtLeast(sorted, one.Score)) / (1 + sorted.Length));
            }).OrderBy(one => one.P).ThenBy(one => one.Score).ToArray();
            return judged[judged.Length / 2];
        }

        // Scores that only rounding tells apart are equal.
        private static int AtLeast(double[] sorted, double score)
        {
            var place = Array.BinarySearch(sorted, score - (1e-9 * Math.Max(1, Math.Abs(score))));
            return sorted.Length - (place < 0 ? ~place : place);
        }
    }
}
