using System.Collections.Immutable;
using Wijk.Graph.Analysis.Bounds;
using Wijk.Graph.Analysis.Chance;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Silos;

/// <summary>Which groups keep their ties inside more, or less, than if the groups were dealt out by chance.</summary>
public static class EiGroupTest
{
    /// <summary>Compares the E-I index of each group with the same network whose group labels are shuffled over the nodes that have one.</summary>
    /// <remarks>
    /// Two-sided: twice the smaller tail, at most 1; a shuffle in which the group has no tie counts in both tails. q: Benjamini and Hochberg over the groups that
    /// have a tie. Source: Krackhardt and Stern (1988), doi:10.2307/2786835. O(permutations × (nodes + edges)).
    /// </remarks>
    /// <param name="network">The network.</param>
    /// <param name="groupOf">As for <see cref="EiIndex.Of"/>.</param>
    /// <param name="permutationCount">How many shuffles, 1 or more.</param>
    /// <param name="seed">The same seed gives the same shuffles.</param>
    /// <param name="cancellationToken">Stops the work between two shuffles.</param>
    /// <returns>By group; null for one without a tie to or in a group.</returns>
    /// <exception cref="ArgumentException">As for <see cref="EiIndex.Of"/>.</exception>
    public static ImmutableArray<GroupTest?> Of(Network network, ReadOnlySpan<int> groupOf, int permutationCount = 999, int seed = 1, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(permutationCount, 1);
        var observed = EiIndex.Of(network, groupOf).Groups;
        var (grouped, shuffled) = GroupedNodes.Of(network, groupOf);
        var random = new SeededRandom(seed);
        var (low, high, sum, counted) = (new int[observed.Length], new int[observed.Length], new double[observed.Length], new int[observed.Length]);
        for (var permutation = 0; permutation < permutationCount; permutation++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            random.Shuffle(shuffled);
            var byChance = EiIndex.Of(grouped, shuffled).Groups;
            for (var group = 0; group < observed.Length; group++)
            {
                if (observed[group].Index is not { } index) continue;
                var drawn = group < byChance.Length ? byChance[group].Index : null;
                if (drawn is null || drawn <= index + 1e-12) low[group]++;
                if (drawn is null || drawn >= index - 1e-12) high[group]++;
                if (drawn is { } value) (sum[group], counted[group]) = (sum[group] + value, counted[group] + 1);
            }
        }

        double[] p = [.. observed.Select((count, group) => count.Index is null ? 1 : Math.Min(1, 2 * (Math.Min(low[group], high[group]) + 1.0) / (permutationCount + 1)))];
        int[] tested = [.. Enumerable.Range(0, observed.Length).Where(group => observed[group].Index is not null)];
        var q = BenjaminiHochberg.Adjust([.. tested.Select(group => p[group])]);
        var found = new GroupTest?[observed.Length];
        for (var place = 0; place < tested.Length; place++)
        {
            var group = tested[place];
            found[group] = new(observed[group].Index!.Value, counted[group] == 0 ? null : sum[group] / counted[group], p[group], q[place]);
        }

        return [.. found];
    }

    /// <summary>Between what the E-I index of each group must lie, given what is known of the pairs.</summary>
    /// <remarks>As <see cref="EiBounds"/>, over the pairs with an end in the group and both ends in some group. O(nodes + known pairs).</remarks>
    /// <returns>By group; null when no such pair is tied or unknown.</returns>
    public static ImmutableArray<Interval?> Bounds(PartlyKnownNetwork known, ReadOnlySpan<int> groupOf)
    {
        var (tied, apart) = (EiIndex.Of(known.Tied, groupOf).Groups, EiIndex.Of(known.Apart, groupOf).Groups);
        var sizes = new long[tied.Length];
        foreach (var group in groupOf)
        {
            if (group != EiIndex.NoGroup) sizes[group]++;
        }

        var all = sizes.Sum();
        return
        [
            .. sizes.Select((size, group) =>
            {
                var (external, inside) = (tied[group].External, tied[group].Internal);
                var unknownExternal = (size * (all - size)) - external - apart[group].External;
                var unknownInside = (size * (size - 1) / 2) - inside - apart[group].Internal;
                return external + inside + unknownExternal + unknownInside == 0
                    ? (Interval?)null
                    : new Interval(
                        new EiCount(external, inside + unknownInside).Index ?? new EiCount(unknownExternal, 0).Index!.Value,
                        new EiCount(external + unknownExternal, inside).Index ?? new EiCount(0, unknownInside).Index!.Value);
            }),
        ];
    }
}

/// <summary>The E-I index of a group, and what chance gives.</summary>
/// <param name="Index">The observed index, −1 to 1.</param>
/// <param name="Expected">The mean over the shuffles in which the group has a tie; null where it has none in any. An index below it: more inward than chance.</param>
/// <param name="PValue">Two-sided, above 0 and at most 1.</param>
/// <param name="QValue">The same, corrected for how many groups were looked at.</param>
public sealed record GroupTest(double Index, double? Expected, double PValue, double QValue);
