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

    /// <summary>The stability of the groups that were found, each in the part of the network it was found in.</summary>
    /// <param name="parts">The parts and their groups.</param>
    /// <param name="layers">The whole network.</param>
    /// <param name="vary">The same nodes with what is left when some sources and respondents are left out; null to vary the computation only.</param>
    /// <param name="leiden">The call that finds clusters.</param>
    /// <param name="parameters">The seed, and how many networks.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>For each part the stability of each of its groups.</returns>
    internal static Stability[][] Of(
        IReadOnlyList<LookedInto> parts, NetworkLayers layers, Func<int, NetworkLayers>? vary, LeidenParameters leiden, TrustParameters parameters,
        CancellationToken cancellationToken)
    {
        var calls = new SameCall[parameters.ThreadCount];
        for (var thread = 0; thread < calls.Length; thread++) calls[thread] = new(leiden);
        var indices = new double?[parts.Count][][];
        for (var part = 0; part < parts.Count; part++) indices[part] = new double?[parameters.ResampleCount][];
        if (vary is null) Rewire();
        else Threads.Share(parameters.ThreadCount, parts.Count == 0 ? 0 : parameters.ResampleCount, (thread, sample) => Leave(calls[thread], vary(sample), sample));
        return Array.ConvertAll(indices, samples => Enumerable.Range(0, samples[0].Length)
            .Select(group => new Stability(samples.Select(sample => sample[group]).OfType<double>().DefaultIfEmpty().Average(), vary is null)).ToArray());

        // One part after the other, so that a thread keeps what it needs to deal its ties.
        void Rewire()
        {
            var ties = new (int Part, RandomTies Ties)?[parameters.ThreadCount];
            Threads.Share(parameters.ThreadCount, parts.Count * parameters.ResampleCount, (thread, number) =>
            {
                var (part, sample) = Math.DivRem(number, parameters.ResampleCount);
                if (ties[thread]?.Part != part) ties[thread] = (part, new(parts[part].Layers));
                var random = SeededRandom.Sequence(parameters.Seed, -1_000_000 - sample);
                var network = ties[thread]!.Value.Ties.Draw(ref random, RewiredEnds);
                indices[part][sample] = IndicesOf(calls[thread], parts[part], network, (int)random.NextBits());
            });
        }

        // Parts that were looked into equally deep have no nodes in common.
        void Leave(SameCall call, NetworkLayers left, int sample)
        {
            var random = SeededRandom.Sequence(parameters.Seed, -1_000_000 - sample);
            var seed = (int)random.NextBits();
            foreach (var depth in parts.Index().GroupBy(part => part.Item.Depth))
            {
                (int Index, LookedInto Item)[] there = [.. depth];
                var within = there is [{ Item.Depth: 1 }] ? [left] : left.Within([.. there.Select(part => part.Item.Nodes)]);
                foreach (var ((part, into), own) in there.Zip(within)) indices[part][sample] = IndicesOf(call, into, own.Join(), seed);
            }
        }

        double?[] IndicesOf(SameCall call, LookedInto part, Network network, int seed)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return BestIndices(part.Groups, network, call.Divide(network, seed, cancellationToken), part.Layers.NodeCount);
        }
    }

    // Null for a group of which none of the nodes has a tie there.
    private static double?[] BestIndices(List<TrustedGroup> groups, Network network, LeidenResult found, int nodeCount)
    {
        var (isIn, sizes, shared) = (new bool[nodeCount], new int[found.CommunityCount], new int[found.CommunityCount]);
        foreach (var group in groups)
        {
            foreach (var node in group.Nodes) isIn[node] = true;
        }

        for (var node = 0; node < nodeCount; node++) sizes[found.CommunityOf[node]] += isIn[node] && network.Degree(node) > 0 ? 1 : 0;
        return [.. groups.Select(BestIndex)];

        double? BestIndex(TrustedGroup group)
        {
            var (present, best) = (0, 0.0);
            foreach (var node in group.Nodes)
            {
                if (network.Degree(node) == 0) continue;
                present++;
                shared[found.CommunityOf[node]]++;
            }

            foreach (var node in group.Nodes)
            {
                var community = found.CommunityOf[node];
                if (shared[community] > 0) best = Math.Max(best, (double)shared[community] / (present + sizes[community] - shared[community]));
                shared[community] = 0;
            }

            return present == 0 ? null : best;
        }
    }
}
