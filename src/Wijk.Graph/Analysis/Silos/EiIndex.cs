using System.Collections.Immutable;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Silos;

/// <summary>Whether ties stay inside groups or cross between them.</summary>
public static class EiIndex
{
    /// <summary>Stands for a node whose group is not known; its ties are left out.</summary>
    public const int NoGroup = -1;

    /// <summary>Counts ties inside and between groups.</summary>
    /// <remarks>
    /// (E − I) / (E + I), with E the ties between different groups and I those inside one. Each edge counts once, whatever its weight;
    /// self-loops do not count. Source: Krackhardt and Stern (1988), doi:10.2307/2786835. O(nodes + edges).
    /// </remarks>
    /// <param name="network">The network.</param>
    /// <param name="groupOf">The group of each node, from 0, or <see cref="NoGroup"/>; length NodeCount.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a group is below <see cref="NoGroup"/>.</exception>
    public static EiResult Of(Network network, ReadOnlySpan<int> groupOf)
    {
        var groupCount = GroupCount(network, groupOf);
        var (external, twiceInternal) = (new long[groupCount], new long[groupCount]);
        for (var node = 0; node < network.NodeCount; node++)
        {
            var group = groupOf[node];
            if (group == NoGroup) continue;
            foreach (var neighbor in network.Neighbors(node))
            {
                if (groupOf[neighbor] == NoGroup) continue;
                if (groupOf[neighbor] == group)
                    twiceInternal[group]++;
                else
                    external[group]++;
            }
        }

        var groups = ImmutableArray.CreateBuilder<EiCount>(groupCount);
        for (var group = 0; group < groupCount; group++) groups.Add(new(external[group], twiceInternal[group] / 2));
        return new(new(external.Sum() / 2, twiceInternal.Sum() / 2), groups.MoveToImmutable());
    }

    private static int GroupCount(Network network, ReadOnlySpan<int> groupOf)
    {
        if (groupOf.Length != network.NodeCount)
            throw new ArgumentException($"{groupOf.Length} groups for {network.NodeCount} nodes; give one for each node.", nameof(groupOf));
        var highest = NoGroup;
        foreach (var group in groupOf)
        {
            if (group < NoGroup) throw new ArgumentException($"{group} is not a group; groups are numbers from 0, or -1 when unknown.", nameof(groupOf));
            highest = Math.Max(highest, group);
        }

        return highest + 1;
    }
}

/// <summary>Ties between groups and inside them.</summary>
/// <param name="External">Ties between two groups; for one group, its ties with others.</param>
/// <param name="Internal">Ties inside one group.</param>
public readonly record struct EiCount(long External, long Internal)
{
    /// <summary>The E-I index: −1 (all ties inside) to 1 (all ties between); null without ties.</summary>
    public double? Index => External + Internal == 0 ? null : (double)(External - Internal) / (External + Internal);
}

/// <summary>The E-I index of a network and of each of its groups.</summary>
/// <param name="Overall">All ties, each once.</param>
/// <param name="Groups">By group; a tie between two groups counts with both. Length = highest group + 1.</param>
public sealed record EiResult(EiCount Overall, ImmutableArray<EiCount> Groups);
