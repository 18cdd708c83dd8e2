using Wijk.Graph.Analysis.Chance;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Clusters.Trust;

/// <summary>Which nodes are tied into their cluster more than chance: the others are in no cluster.</summary>
/// <remarks>
/// p of a node: how likely it has so many of its ties with those that stay in the cluster, by a binomial of its ties and their share of all ties, times the
/// number of clusters, since it stands where it is tied most. The family is fixed before looking, by numbers of ties alone: nodes that would have a p of .01
/// with all their ties in their cluster. It is corrected after Benjamini and Hochberg; who is above .05 drops out, and the others are looked at again without
/// them, until nobody drops out. Nodes with too few ties to be in the family stay as long as half of their ties are there, so that their neighbors are not
/// judged by their having few; they are no members, unless they are most of a cluster, and then nobody in it can be tested. A tie is worth its weight in ties
/// of average weight. A node against the ties that chance would give it with a cluster, and a cluster cleaned up until nothing changes, is the idea of OSLOM:
/// Lancichinetti, Radicchi, Ramasco and Fortunato (2011), doi:10.1371/journal.pone.0018961.
/// </remarks>
internal sealed class Membership
{
    private const double LeastAttainable = 0.01;

    private readonly Network network;
    private readonly double[] strengths;
    private readonly double[] staying;
    private readonly int[] clusterOf;
    private readonly bool[] isTested;
    private readonly double total;
    private readonly double unit;
    private readonly BinomialTail tail;
    private int clusterCount;

    private Membership(Network network, ReadOnlySpan<int> clusterOf, bool[] isStanding)
    {
        (this.network, strengths, staying) = (network, new double[network.NodeCount], new double[isStanding.Length]);
        (this.clusterOf, isTested) = (new int[network.NodeCount], new bool[network.NodeCount]);
        for (var node = 0; node < strengths.Length; node++)
        {
            foreach (var weight in network.Weights(node)) strengths[node] += weight;
            total += strengths[node];
            this.clusterOf[node] = isStanding[clusterOf[node]] ? clusterOf[node] : -1;
        }

        unit = network.EdgeCount == 0 ? 1 : total / (2.0 * network.EdgeCount);
        tail = new((int)(strengths.DefaultIfEmpty().Max() / unit) + 2);
        Weigh();
        for (var node = 0; node < strengths.Length; node++) isTested[node] = this.clusterOf[node] >= 0 && Chance(node, strengths[node]) <= LeastAttainable;
    }

    /// <summary>The cluster of each node that is in one, −1 for the others; and of which clusters most nodes could not be tested.</summary>
    /// <param name="network">The network.</param>
    /// <param name="clusterOf">The cluster of each node.</param>
    /// <param name="isStanding">Which clusters are looked at.</param>
    public static (int[] ClusterOf, bool[] IsUntestable) Of(Network network, ReadOnlySpan<int> clusterOf, bool[] isStanding)
    {
        var membership = new Membership(network, clusterOf, isStanding);
        var isUntestable = membership.Untestable();
        while (membership.DropOut()) membership.Weigh();
        for (var node = 0; node < network.NodeCount; node++)
        {
            ref var cluster = ref membership.clusterOf[node];
            if (cluster >= 0 && !membership.isTested[node] && !isUntestable[cluster]) cluster = -1;
        }

        return (membership.clusterOf, isUntestable);
    }

    private bool[] Untestable()
    {
        var (sizes, tested) = (new int[staying.Length], new int[staying.Length]);
        for (var node = 0; node < clusterOf.Length; node++)
        {
            if (clusterOf[node] < 0) continue;
            sizes[clusterOf[node]]++;
            tested[clusterOf[node]] += isTested[node] ? 1 : 0;
        }

        return [.. sizes.Zip(tested, (size, count) => 2 * count < size)];
    }

    // The weight of those that stay in each cluster.
    private void Weigh()
    {
        Array.Clear(staying);
        for (var node = 0; node < clusterOf.Length; node++)
        {
            if (clusterOf[node] >= 0) staying[clusterOf[node]] += strengths[node];
        }

        clusterCount = staying.Count(strength => strength > 0);
    }

    private bool DropOut()
    {
        var (family, pValues, leaving) = (new List<int>(), new List<double>(), new List<int>());
        for (var node = 0; node < clusterOf.Length; node++)
        {
            if (isTested[node])
            {
                family.Add(node);
                pValues.Add(clusterOf[node] < 0 ? 1 : Chance(node, Here(node)));
            }
            else if (clusterOf[node] >= 0 && (strengths[node] == 0 || 2 * Here(node) < strengths[node]))
            {
                leaving.Add(node);
            }
        }

        foreach (var (i, q) in BenjaminiHochberg.Adjust(pValues.ToArray()).Index())
        {
            if (q > TrustParameters.Level && clusterOf[family[i]] >= 0) leaving.Add(family[i]);
        }

        foreach (var node in leaving) clusterOf[node] = -1;
        return leaving.Count > 0;
    }

    private double Here(int node)
    {
        var here = 0.0;
        var neighbors = network.Neighbors(node);
        for (var entry = 0; entry < neighbors.Length; entry++)
        {
            if (clusterOf[neighbors[entry]] == clusterOf[node]) here += network.Weights(node)[entry];
        }

        return here;
    }

    private double Chance(int node, double here)
    {
        var ties = Math.Max(1, (int)Math.Round(strengths[node] / unit));
        var share = Math.Clamp((staying[clusterOf[node]] - strengths[node]) / (total - strengths[node]), 0, 1);
        var figure = tail.Of(Math.Min(ties, (int)Math.Round(here / unit)), ties, share);
        return figure == 0 ? 1 : Math.Min(1, clusterCount * Math.Pow(10, -figure));
    }
}
