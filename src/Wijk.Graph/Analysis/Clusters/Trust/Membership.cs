using Wijk.Graph.Analysis.Chance;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Clusters.Trust;

/// <summary>Which nodes are tied into their cluster more than chance: the others are in no cluster.</summary>
/// <remarks>
/// p of a node: how likely it has so many of its ties with the other members, by a binomial of its ties and the members' share of all ties, times the
/// number of clusters, since it stands where it is tied most. Corrected over all nodes after Benjamini and Hochberg; who is above .05 drops out, and the
/// others are looked at again without them, until nobody drops out. A tie is worth its weight in ties of average weight. In a small network a cluster has so
/// large a share of the ties that no node could pass, even with all its ties in it: where that holds for more than half of a cluster's nodes, those with at
/// least half of their ties in it are its members. The idea, a node against the ties
/// that chance would give it with a cluster, and a cluster cleaned up until nothing changes, is that of OSLOM: Lancichinetti, Radicchi, Ramasco and
/// Fortunato (2011), doi:10.1371/journal.pone.0018961.
/// </remarks>
internal static class Membership
{
    /// <summary>The cluster of each node that is in one, −1 for the others; and of which clusters the nodes could not be tested.</summary>
    /// <param name="network">The network.</param>
    /// <param name="clusterOf">The cluster of each node.</param>
    /// <param name="isStanding">Which clusters are looked at.</param>
    public static (int[] ClusterOf, bool[] IsUntestable) Of(Network network, ReadOnlySpan<int> clusterOf, bool[] isStanding)
    {
        var (strengths, total, most) = Strengths(network);
        var unit = network.EdgeCount == 0 ? 1 : total / (2.0 * network.EdgeCount);
        var tail = new BinomialTail((int)(most / unit) + 2);
        var (found, pValues) = (new int[network.NodeCount], new double[network.NodeCount]);
        for (var node = 0; node < found.Length; node++) found[node] = isStanding[clusterOf[node]] ? clusterOf[node] : -1;
        var isUntestable = Untestable();
        while (true)
        {
            var members = new double[isStanding.Length];
            for (var node = 0; node < found.Length; node++)
            {
                if (found[node] >= 0) members[found[node]] += strengths[node];
            }

            var clusterCount = members.Count(strength => strength > 0);
            for (var node = 0; node < found.Length; node++) pValues[node] = found[node] < 0 || strengths[node] == 0 || isUntestable[found[node]] ? 1 : Chance(node, Here(node), clusterCount, members[found[node]]);
            var (q, hasChanged) = (BenjaminiHochberg.Adjust(pValues), false);
            for (var node = 0; node < found.Length; node++)
            {
                if (found[node] < 0 || q[node] <= TrustParameters.Level || (isUntestable[found[node]] && 2 * Here(node) >= strengths[node])) continue;
                (found[node], hasChanged) = (-1, true);
            }

            if (!hasChanged) return (found, isUntestable);
        }

        double Here(int node)
        {
            var here = 0.0;
            var neighbors = network.Neighbors(node);
            for (var entry = 0; entry < neighbors.Length; entry++)
            {
                if (found[neighbors[entry]] == found[node]) here += network.Weights(node)[entry];
            }

            return here;
        }

        double Chance(int node, double here, int clusterCount, double strengthOfMembers)
        {
            var ties = Math.Max(1, (int)Math.Round(strengths[node] / unit));
            var share = Math.Clamp((strengthOfMembers - strengths[node]) / (total - strengths[node]), 0, 1);
            var figure = tail.Of(Math.Min(ties, (int)Math.Round(here / unit)), ties, share);
            return figure == 0 ? 1 : Math.Min(1, clusterCount * Math.Pow(10, -figure));
        }

        bool[] Untestable()
        {
            var (all, sizes, hopeless) = (new double[isStanding.Length], new int[isStanding.Length], new int[isStanding.Length]);
            for (var node = 0; node < found.Length; node++)
            {
                if (found[node] >= 0) all[found[node]] += strengths[node];
            }

            var clusterCount = all.Count(strength => strength > 0);
            for (var node = 0; node < found.Length; node++)
            {
                if (found[node] < 0) continue;
                sizes[found[node]]++;
                if (Chance(node, strengths[node], clusterCount, all[found[node]]) > TrustParameters.Level) hopeless[found[node]]++;
            }

            return [.. sizes.Zip(hopeless, (size, count) => 2 * count > size)];
        }
    }

    private static (double[] Strengths, double Total, double Most) Strengths(Network network)
    {
        var (strengths, total, most) = (new double[network.NodeCount], 0.0, 0.0);
        for (var node = 0; node < strengths.Length; node++)
        {
            foreach (var weight in network.Weights(node)) strengths[node] += weight;
            total += strengths[node];
            most = Math.Max(most, strengths[node]);
        }

        return (strengths, total, most);
    }
}
