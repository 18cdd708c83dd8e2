using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Clusters.Trust;

/// <summary>The one call by which clusters are found in the network and in all that it is compared with.</summary>
/// <remarks>
/// Many networks are divided at once, so each on one thread. Memory serves again, so that each thread has a call of its own. Above
/// <see cref="TrustParameters.VeryLarge"/> one iteration is made: where there are clusters a second gains less than .001 of modularity, in half as much time again.
/// </remarks>
internal sealed class SameCall(LeidenParameters leiden)
{
    private readonly LeidenIteration memory = new(1);

    /// <summary>Divides a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <param name="times">How much the resolution is of the usual.</param>
    public LeidenResult Divide(Network network, int seed, CancellationToken cancellationToken, double times = 1)
    {
        var once = leiden with { Seed = seed, ThreadCount = 1, Resolution = leiden.Resolution * times };
        return Leiden.RunIn(memory, network, network.NodeCount + network.EdgeCount > TrustParameters.VeryLarge ? once with { MaxIterations = 1 } : once, [], null, cancellationToken);
    }
}
