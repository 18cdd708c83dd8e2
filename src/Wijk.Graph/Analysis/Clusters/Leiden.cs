using System.Runtime.InteropServices;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Clusters;

/// <summary>Divides a network into communities that are connected inside, with many edges within and few between.</summary>
/// <remarks>
/// The Leiden algorithm: move nodes, refine each community into well-connected parts, make each part one node, and repeat until nothing
/// moves. Source: Traag, Waltman and Van Eck (2019), doi:10.1038/s41598-019-41695-z. One iteration takes about O(edges) time; memory is
/// about twice the network. A seed fixes the result, on any machine and with any number of threads.
/// </remarks>
public static class Leiden
{
    /// <summary>Finds communities.</summary>
    /// <param name="network">The network; weights count, self-loops as weight that stays inside. Isolated nodes stay alone.</param>
    /// <param name="parameters">What to maximise, and how long.</param>
    /// <param name="nodeSizes">How many nodes each stands for, 1 or more, for CPM and for the largest community; empty when each stands for itself.</param>
    /// <param name="progress">Told of every level.</param>
    /// <param name="cancellationToken">Stops the work between two sweeps.</param>
    /// <exception cref="ArgumentException">There is not one size for each node.</exception>
    public static LeidenResult Run(
        Network network,
        LeidenParameters parameters,
        ReadOnlySpan<int> nodeSizes = default,
        IProgress<LeidenProgress>? progress = null,
        CancellationToken cancellationToken = default) => RunIn(new(parameters.ThreadCount), network, parameters, nodeSizes, progress, cancellationToken);

    /// <summary>The same in memory that served before; it has the number of threads.</summary>
    internal static LeidenResult RunIn(
        LeidenIteration run, Network network, LeidenParameters parameters, ReadOnlySpan<int> nodeSizes, IProgress<LeidenProgress>? progress, CancellationToken cancellationToken)
    {
        var level = LeidenLevel.Of(network, parameters.QualityFunction == QualityFunction.Cpm, nodeSizes);
        var communityOf = new int[network.NodeCount];
        for (var node = 0; node < communityOf.Length; node++) communityOf[node] = node;
        run.Start(level, communityOf, LeidenAim.Of(level, parameters), parameters, progress, cancellationToken);
        var (iterations, hasConverged) = (0, false);
        while (!hasConverged && iterations < parameters.MaxIterations)
        {
            hasConverged = !run.Improve();
            iterations++;
        }

        return Result(network, parameters, level, communityOf, run.End(), iterations, hasConverged);
    }

    /// <summary>Brings communities up to date after some edges came, went or changed weight; looks at nothing but what they touch.</summary>
    /// <remarks>
    /// Nodes move from the changed ends on, as far as moves go (a dynamic frontier: Sahu (2024), arXiv:2405.11658); then the communities that
    /// changed, or hold a changed end, are divided anew among themselves and their neighbors, each neighbor as one node. Apart from a few passes
    /// over the network the work is that of those communities.
    /// </remarks>
    /// <param name="network">The network as it is now.</param>
    /// <param name="communityOf">The community of each node as it was, any number from 0; −1 for a node that is new.</param>
    /// <param name="changed">The nodes of which an edge changed.</param>
    /// <param name="parameters">What to maximise, as in the run that gave the communities.</param>
    /// <param name="nodeSizes">As for <see cref="Run"/>.</param>
    /// <param name="cancellationToken">Stops the work between two sweeps.</param>
    /// <exception cref="ArgumentException">There is not one community, or not one size, for each node.</exception>
    public static LeidenResult Update(
        Network network,
        ReadOnlySpan<int> communityOf,
        ReadOnlySpan<int> changed,
        LeidenParameters parameters,
        ReadOnlySpan<int> nodeSizes = default,
        CancellationToken cancellationToken = default)
    {
        var level = LeidenLevel.Of(network, parameters.QualityFunction == QualityFunction.Cpm, nodeSizes);
        var aim = LeidenAim.Of(level, parameters);
        var communities = LeidenUpdate.Start(network.NodeCount, communityOf);
        LeidenUpdate.Run(level, aim, communities, changed, parameters, cancellationToken);
        var communityCount = Grouping.Renumber(communities, new int[communities.Length]);
        return Result(network, parameters, level, communities, communityCount, 1, hasConverged: false);
    }

    private static LeidenResult Result(
        Network network, LeidenParameters parameters, LeidenLevel level, int[] communityOf, int communityCount, int iterations, bool hasConverged)
    {
        var quality = parameters.QualityFunction == QualityFunction.Cpm
            ? ConstantPotts.Of(network, communityOf, parameters.Resolution, level.Mass)
            : Modularity.Of(network, communityOf, parameters.Resolution);
        return new(ImmutableCollectionsMarshal.AsImmutableArray(communityOf), communityCount, quality, iterations, hasConverged);
    }
}
