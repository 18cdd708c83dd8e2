using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Clusters;

/// <summary>What the quality functions ask of the communities they are given.</summary>
internal static class CommunityLabels
{
    /// <summary>One more than the highest community; 0 without nodes.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or a community is negative.</exception>
    public static int Count(Network network, ReadOnlySpan<int> communityOf)
    {
        if (communityOf.Length != network.NodeCount)
            throw new ArgumentException($"{communityOf.Length} communities for {network.NodeCount} nodes; give one for each node.", nameof(communityOf));
        var highest = -1;
        foreach (var community in communityOf)
        {
            if (community < 0) throw new ArgumentException($"{community} is not a community; communities are numbers from 0.", nameof(communityOf));
            highest = Math.Max(highest, community);
        }

        return highest + 1;
    }

    /// <summary>The weight inside communities, each edge and self-loop once, and the summed strength of each community.</summary>
    /// <remarks>A node's strength is the weight of its edges, with a self-loop counted twice.</remarks>
    public static (double Inside, double[] Strengths) Weigh(Network network, ReadOnlySpan<int> communityOf, int communityCount)
    {
        var (twiceInside, strengths) = (0.0, new double[communityCount]);
        for (var node = 0; node < network.NodeCount; node++)
        {
            var neighbors = network.Neighbors(node);
            var weights = network.Weights(node);
            var strength = 2.0 * network.SelfWeight(node);
            twiceInside += strength;
            for (var entry = 0; entry < neighbors.Length; entry++)
            {
                strength += weights[entry];
                if (communityOf[neighbors[entry]] == communityOf[node]) twiceInside += weights[entry];
            }

            strengths[communityOf[node]] += strength;
        }

        return (twiceInside / 2, strengths);
    }
}
