using System.Collections.Immutable;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Clusters.Trust;

/// <summary>How sure it is that the members of a cluster belong together.</summary>
public enum StabilityLabel
{
    /// <summary>It comes back whoever is left out: .85 or more.</summary>
    Core,

    /// <summary>It mostly comes back: .60 or more, or it was not possible to leave anybody out.</summary>
    Likely,

    /// <summary>Below .60: it does not come back often enough.</summary>
    Unsure,
}

/// <summary>How well a cluster comes back in networks that were made a little different.</summary>
/// <param name="Mean">The highest Jaccard index with a cluster of each such network, over the nodes that are in a cluster and still have a tie there, on average; 0 to 1.</param>
/// <param name="OfComputation">Whether sources and respondents were too few to leave out, so that only seeds and a tenth of the ties were varied: the stability of a computation.</param>
public sealed record Stability(double Mean, bool OfComputation)
{
    // A tie stays when neither of its ends moves: .949² = .9.
    private const double RewiredEnds = 0.051;

    /// <summary>What it comes to. Bounds: Hennig (2007), doi:10.1016/j.csda.2006.11.025, and its R package fpc.</summary>
    public StabilityLabel Label => Mean < 0.6 ? StabilityLabel.Unsure : Mean >= 0.85 && !OfComputation ? StabilityLabel.Core : StabilityLabel.Likely;

    /// <summary>The stability of some clusters.</summary>
    /// <param name="clusters">The nodes of each.</param>
    /// <param name="layers">The network they were found in.</param>
    /// <param name="vary">The same nodes with what is left when some sources and respondents are left out; null to vary the computation only.</param>
    /// <param name="leiden">The call that finds clusters.</param>
    /// <param name="parameters">The seed, and how many networks.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    internal static ImmutableArray<Stability> Of(
        IReadOnlyList<ImmutableArray<int>> clusters, NetworkLayers layers, Func<int, NetworkLayers>? vary, LeidenParameters leiden, TrustParameters parameters,
        CancellationToken cancellationToken)
    {
        if (clusters.Count == 0) return [];
        var isIn = new bool[layers.NodeCount];
        foreach (var node in clusters.SelectMany(cluster => cluster)) isIn[node] = true;
        var indices = new double?[parameters.ResampleCount][];
        Threads.Run(Math.Min(parameters.ThreadCount, indices.Length), part =>
        {
            var rewire = new RandomTies(layers);
            for (var sample = part; sample < indices.Length; sample += parameters.ThreadCount)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var random = SeededRandom.Sequence(parameters.Seed, -1_000_000 - sample);
                var network = vary?.Invoke(sample).Join() ?? rewire.Draw(ref random, RewiredEnds);
                var found = SameCall.Divide(network, leiden, (int)random.NextBits(), cancellationToken);
                var sizes = Sizes(network, found, isIn);
                indices[sample] = [.. clusters.Select(cluster => BestIndex(network, found, cluster.AsSpan(), sizes))];
            }
        });
        return [.. Enumerable.Range(0, clusters.Count).Select(cluster =>
            new Stability(indices.Select(sample => sample[cluster]).OfType<double>().DefaultIfEmpty().Average(), vary is null))];
    }

    private static int[] Sizes(Network network, LeidenResult found, bool[] isIn)
    {
        var sizes = new int[found.CommunityCount];
        for (var node = 0; node < isIn.Length; node++) sizes[found.CommunityOf[node]] += isIn[node] && network.Degree(node) > 0 ? 1 : 0;
        return sizes;
    }

    // Null when none of the nodes has a tie there.
    private static double? BestIndex(Network network, LeidenResult found, ReadOnlySpan<int> cluster, int[] sizes)
    {
        var (shared, present) = (new Dictionary<int, int>(), 0);
        foreach (var node in cluster)
        {
            if (network.Degree(node) == 0) continue;
            present++;
            shared[found.CommunityOf[node]] = shared.GetValueOrDefault(found.CommunityOf[node]) + 1;
        }

        return present == 0 ? null : shared.Max(one => (double)one.Value / (present + sizes[one.Key] - one.Value));
    }
}
