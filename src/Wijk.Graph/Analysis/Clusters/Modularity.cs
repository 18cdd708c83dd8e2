using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Clusters;

/// <summary>How much more weight lies inside communities than chance would put there.</summary>
public static class Modularity
{
    /// <summary>The modularity of a division into communities.</summary>
    /// <remarks>
    /// Q = Σ over communities of e/m − γ (K/2m)², with e the weight of the edges inside, K the summed strength of the nodes (a self-loop
    /// counts twice), m the weight of all edges and γ the resolution. Source: Newman and Girvan (2004), doi:10.1103/PhysRevE.69.026113;
    /// γ: Reichardt and Bornholdt (2006), doi:10.1103/PhysRevE.74.016110. O(nodes + edges).
    /// </remarks>
    /// <param name="network">The network.</param>
    /// <param name="communityOf">The community of each node, any number from 0; length NodeCount.</param>
    /// <param name="resolution">γ, above 0; 1 is the usual.</param>
    /// <returns>A number, at most 1 and with γ = 1 at least −1/2; null when the network has no edges.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a community is negative.</exception>
    public static double? Of(Network network, ReadOnlySpan<int> communityOf, double resolution = 1)
    {
        var (inside, strengths) = CommunityLabels.Weigh(network, communityOf, CommunityLabels.Count(network, communityOf));
        var twiceTotal = strengths.Sum();
        if (twiceTotal == 0) return null;
        var byChance = strengths.Sum(strength => strength / twiceTotal * (strength / twiceTotal));
        return (2 * inside / twiceTotal) - (resolution * byChance);
    }
}
