using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Clusters.Trust;

/// <summary>Divisions of one network, each with a seed of its own, and what they agree on.</summary>
internal sealed class SeededRuns
{
    private const int NodesPerPortion = 4096;

    private SeededRuns(Network network, LeidenResult[] runs, int threadCount) => (Network, Runs, Together) = (network, runs, TogetherIn(network, runs, threadCount));

    /// <summary>What was divided.</summary>
    public Network Network { get; }

    /// <summary>The divisions.</summary>
    public LeidenResult[] Runs { get; }

    /// <summary>In which share of the runs the ends of each entry of the network's rows are in one cluster, 0 to 1.</summary>
    public float[] Together { get; }

    /// <summary>Divides a network again and again.</summary>
    public static SeededRuns Of(Network network, LeidenParameters leiden, TrustParameters parameters, CancellationToken cancellationToken)
    {
        var runs = new LeidenResult[parameters.RunCount];
        Threads.Run(Math.Min(parameters.ThreadCount, runs.Length), part =>
        {
            var call = new SameCall(leiden);
            for (var run = part; run < runs.Length; run += parameters.ThreadCount)
            {
                cancellationToken.ThrowIfCancellationRequested();
                runs[run] = call.Divide(network, (int)SeededRandom.Sequence(parameters.Seed, -1 - run).NextBits(), cancellationToken);
            }
        });
        return new(network, runs, parameters.ThreadCount);
    }

    /// <summary>The division that the runs agree on most: ties count for as much as the runs that keep their ends together.</summary>
    /// <remarks>
    /// Co-membership on the ties that exist, then one run on the network weighted by it. Source: Tabatabaee, Wedell, Park and Warnow (2025),
    /// FastEnsemble, doi:10.1371/journal.pcsy.0000069. O(runs × ties).
    /// </remarks>
    public LeidenResult Consensus(LeidenParameters leiden, int seed, CancellationToken cancellationToken)
    {
        var weights = new float[Together.Length];
        for (var entry = 0; entry < weights.Length; entry++) weights[entry] = Network.Weights()[entry] * Together[entry];
        return new SameCall(leiden).Divide(Network.Reweighted(weights), seed, cancellationToken);
    }

    /// <summary>How far the runs disagree on a node: the weight of its ties that a run now keeps together and now cuts, 0 (never) to 1 (a coin for each).</summary>
    /// <remarks>Mean over ties, by weight, of 4p(1 − p), with p the share of runs in which the ends are together.</remarks>
    public double AmbiguityOf(int node)
    {
        var (sum, all) = (0.0, 0.0);
        for (var entry = Network.Offsets[node]; entry < Network.Offsets[node + 1]; entry++)
        {
            sum += Network.Weights()[entry] * 4 * Together[entry] * (1 - Together[entry]);
            all += Network.Weights()[entry];
        }

        return all == 0 ? 0 : sum / all;
    }

    private static float[] TogetherIn(Network network, LeidenResult[] runs, int threadCount)
    {
        var together = new float[network.Neighbors().Length];
        var (offsets, neighbors, _) = network.Rows;
        Threads.Share(threadCount, (network.NodeCount + NodesPerPortion - 1) / NodesPerPortion, (_, portion) =>
        {
            var (first, end) = (portion * NodesPerPortion, Math.Min((portion + 1) * NodesPerPortion, network.NodeCount));
            foreach (var run in runs)
            {
                var communityOf = run.CommunityOf.AsSpan();
                for (var node = first; node < end; node++)
                {
                    var community = communityOf[node];
                    for (var entry = offsets[node]; entry < offsets[node + 1]; entry++) together[entry] += community == communityOf[neighbors[entry]] ? 1 : 0;
                }
            }

            foreach (ref var count in together.AsSpan(offsets[first]..offsets[end])) count /= runs.Length;
        });
        return together;
    }
}
