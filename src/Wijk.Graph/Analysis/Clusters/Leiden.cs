using System.Runtime.InteropServices;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Clusters;

/// <summary>Divides a network into communities that are connected inside, with many edges within and few between.</summary>
/// <remarks>
/// The Leiden algorithm: move nodes, refine each community into well-connected parts, make each part one node, and repeat until nothing
/// moves. Source: Traag, Waltman and Van Eck (2019), doi:10.1038/s41598-019-41695-z. One iteration takes about O(edges) time; memory is
/// about twice the network. Single-threaded, so that a seed fixes the result.
/// </remarks>
public static class Leiden
{
    /// <summary>Finds communities.</summary>
    /// <param name="network">The network; weights count, self-loops as weight that stays inside. Isolated nodes stay alone.</param>
    /// <param name="parameters">What to maximise, and how long.</param>
    /// <param name="cancellationToken">Stops the work between two phases.</param>
    public static LeidenResult Run(Network network, LeidenParameters parameters, CancellationToken cancellationToken = default)
    {
        var level = LeidenLevel.Of(network, parameters);
        var run = new LeidenIteration(network.NodeCount, parameters, cancellationToken);
        var communityOf = new int[network.NodeCount];
        for (var node = 0; node < communityOf.Length; node++) communityOf[node] = node;

        var (iterations, hasConverged) = (0, false);
        while (!hasConverged && iterations < parameters.MaxIterations)
        {
            hasConverged = !run.Improve(level, communityOf);
            iterations++;
        }

        var communityCount = ConnectedParts.Separate(network, communityOf);
        var quality = parameters.QualityFunction == QualityFunction.Cpm
            ? ConstantPotts.Of(network, communityOf, parameters.Resolution)
            : Modularity.Of(network, communityOf, parameters.Resolution);
        return new(ImmutableCollectionsMarshal.AsImmutableArray(communityOf), communityCount, quality, iterations, hasConverged);
    }
}
