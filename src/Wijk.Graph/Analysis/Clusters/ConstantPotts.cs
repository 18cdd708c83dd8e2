using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Clusters;

/// <summary>How much more weight lies inside communities than a fixed density asks.</summary>
public static class ConstantPotts
{
    /// <summary>The quality of a division under the constant Potts model (CPM).</summary>
    /// <remarks>
    /// H = Σ over communities of e − γ n(n − 1)/2, with e the weight of the edges and self-loops inside, n the nodes and γ the resolution:
    /// communities denser than γ inside and sparser than γ between them. Unlike modularity it does not depend on the size of the whole network.
    /// Source: Traag, Van Dooren and Nesterov (2011), doi:10.1103/PhysRevE.84.016114. O(nodes + edges).
    /// </remarks>
    /// <param name="network">The network.</param>
    /// <param name="communityOf">The community of each node, any number from 0; length NodeCount.</param>
    /// <param name="resolution">γ, above 0, in weight per pair of nodes.</param>
    /// <param name="nodeWeights">How many original nodes each node stands for; empty when each stands for itself.</param>
    /// <returns>A weight, not scaled: 0 when every node is alone and there are no self-loops.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a community is negative.</exception>
    public static double Of(Network network, ReadOnlySpan<int> communityOf, double resolution, ReadOnlySpan<double> nodeWeights = default)
    {
        if (!nodeWeights.IsEmpty && nodeWeights.Length != network.NodeCount)
            throw new ArgumentException($"{nodeWeights.Length} weights for {network.NodeCount} nodes; give one for each node or none.", nameof(nodeWeights));
        var communityCount = CommunityLabels.Count(network, communityOf);
        var (inside, _) = CommunityLabels.Weigh(network, communityOf, communityCount);
        var sizes = new double[communityCount];
        for (var node = 0; node < communityOf.Length; node++) sizes[communityOf[node]] += nodeWeights.IsEmpty ? 1 : nodeWeights[node];
        return inside - (resolution * sizes.Sum(size => size * (size - 1) / 2));
    }
}
