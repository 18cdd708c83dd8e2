using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Silos;

/// <summary>Whether ties stay inside groups more, or less, than if the groups were dealt out by chance.</summary>
public static class EiPermutationTest
{
    /// <summary>Compares the E-I index with the same network whose group labels are shuffled over the nodes that have one.</summary>
    /// <remarks>
    /// Network and group sizes stay as they are. Two-sided: p = (b + 1) / (n + 1), with b the number of shuffles at least as far from the
    /// expected index as the observed one. The expected index is exact: any tie is between groups with the same chance as a random pair.
    /// Source: Krackhardt and Stern (1988), doi:10.2307/2786835; for the p-value Phipson and Smyth (2010), doi:10.2202/1544-6115.1585.
    /// O(permutations × (nodes + edges)).
    /// </remarks>
    /// <param name="network">The network.</param>
    /// <param name="groupOf">As for <see cref="EiIndex.Of"/>.</param>
    /// <param name="permutationCount">How many shuffles, 1 or more; 999 gives a smallest p of 0.001.</param>
    /// <param name="seed">The same seed gives the same shuffles.</param>
    /// <param name="cancellationToken">Stops the work between two shuffles.</param>
    /// <returns>Null when there are no ties between nodes with a group.</returns>
    /// <exception cref="ArgumentException">As for <see cref="EiIndex.Of"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of shuffles is below 1.</exception>
    public static EiTestResult? Of(
        Network network, ReadOnlySpan<int> groupOf, int permutationCount = 999, int seed = 1, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(permutationCount, 1);
        var observed = EiIndex.Of(network, groupOf).Overall;
        if (observed.Index is not { } index) return null;
        var (grouped, labels) = GroupedNodes.Of(network, groupOf);
        var ties = grouped.Edges();
        var expectedExternal = ties.Length * ExternalShareOfPairs(labels);

        // Without the tolerance, rounding could leave out a shuffle that is exactly as far on the other side.
        var distance = Math.Abs(observed.External - expectedExternal) - 1e-9;
        var (random, asFar) = (new SeededRandom(seed), 0);
        for (var permutation = 0; permutation < permutationCount; permutation++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            random.Shuffle(labels);
            var external = 0;
            foreach (var tie in ties) external += labels[tie.A] != labels[tie.B] ? 1 : 0;
            if (Math.Abs(external - expectedExternal) >= distance) asFar++;
        }

        var expected = (2 * expectedExternal / ties.Length) - 1;
        return new(index, expected, (asFar + 1.0) / (permutationCount + 1), permutationCount, seed);
    }

    private static double ExternalShareOfPairs(int[] labels)
    {
        var samePairs = labels.CountBy(label => label).Sum(group => (double)group.Value * (group.Value - 1));
        return 1 - (samePairs / ((double)labels.Length * (labels.Length - 1)));
    }
}

/// <summary>An E-I index, and what chance gives.</summary>
/// <param name="Index">The observed index, −1 to 1.</param>
/// <param name="Expected">The mean index over all ways to deal the groups out. An index below it means more siloed than chance.</param>
/// <param name="PValue">Two-sided, above 0 and at most 1.</param>
/// <param name="PermutationCount">How many shuffles were made.</param>
/// <param name="Seed">The seed they were made with.</param>
public sealed record EiTestResult(double Index, double Expected, double PValue, int PermutationCount, int Seed);
