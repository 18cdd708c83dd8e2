using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Clusters.Trust;

/// <summary>The one call by which clusters are found in the network and in all that it is compared with.</summary>
internal static class SameCall
{
    /// <summary>Divides a network; many are divided at once, so each on one thread.</summary>
    public static LeidenResult Divide(Network network, LeidenParameters leiden, int seed, CancellationToken cancellationToken) =>
        Leiden.Run(network, leiden with { Seed = seed, ThreadCount = 1 }, cancellationToken: cancellationToken);
}
