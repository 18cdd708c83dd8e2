using Wijk.Graph.Analysis.Silos;

namespace Wijk.Graph.Analysis.Bounds;

/// <summary>Between what the E-I index of a network must lie, given what is known of its pairs.</summary>
public static class EiBounds
{
    /// <summary>From (e − i − u_i) / (e + i + u_i), every unknown pair inside a group tied and none between groups, to (e + u_e − i) / (e + u_e + i), the other way round.</summary>
    /// <remarks>
    /// With e known ties between groups, i inside, and u_e and u_i unknown pairs. With no tie known anything is possible: −1 to 1, as far as there are
    /// unknown pairs of that kind. The index: Krackhardt and Stern (1988), doi:10.2307/2786835. O(nodes + known pairs).
    /// </remarks>
    /// <param name="known">What is known.</param>
    /// <param name="groupOf">The group of each node, from 0, or <see cref="EiIndex.NoGroup"/>; pairs with such a node are left out.</param>
    /// <returns>Null when no pair of nodes with a group is tied or unknown: then there can be no tie to count.</returns>
    public static Interval? Of(PartlyKnownNetwork known, ReadOnlySpan<int> groupOf)
    {
        var (tied, apart) = (EiIndex.Of(known.Tied, groupOf).Overall, EiIndex.Of(known.Apart, groupOf).Overall);
        var (between, inside) = PairsOf(groupOf);
        long external = tied.External, internalTies = tied.Internal;
        long unknownExternal = between - external - apart.External, unknownInternal = inside - internalTies - apart.Internal;
        if (external + internalTies + unknownExternal + unknownInternal == 0) return null;
        return new(
            Index(external, internalTies + unknownInternal) ?? Index(unknownExternal, 0)!.Value,
            Index(external + unknownExternal, internalTies) ?? Index(0, unknownInternal)!.Value);
    }

    private static double? Index(long external, long internalTies) => new EiCount(external, internalTies).Index;

    private static (long Between, long Inside) PairsOf(ReadOnlySpan<int> groupOf)
    {
        var sizes = new Dictionary<int, long>();
        var labelled = 0L;
        foreach (var group in groupOf)
        {
            if (group == EiIndex.NoGroup) continue;
            sizes[group] = sizes.GetValueOrDefault(group) + 1;
            labelled++;
        }

        var inside = sizes.Values.Sum(size => size * (size - 1) / 2);
        return ((labelled * (labelled - 1) / 2) - inside, inside);
    }
}
