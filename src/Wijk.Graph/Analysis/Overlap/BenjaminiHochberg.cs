namespace Wijk.Graph.Analysis.Overlap;

/// <summary>Corrects p-values for the number of questions asked at once.</summary>
public static class BenjaminiHochberg
{
    /// <summary>The q-value of each p-value: the share of false discoveries among all that are at least as significant.</summary>
    /// <remarks>
    /// With p(1) ≤ … ≤ p(n): q(i) = min over j ≥ i of p(j) · n / j, at most 1.
    /// Source: Benjamini and Hochberg (1995), doi:10.1111/j.2517-6161.1995.tb02031.x. O(n log n).
    /// </remarks>
    /// <param name="pValues">Each 0 to 1, in any order.</param>
    /// <returns>The q-values in the same order, each 0 to 1; empty for none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A p-value is not between 0 and 1.</exception>
    public static double[] Adjust(ReadOnlySpan<double> pValues)
    {
        var (order, sorted) = (new int[pValues.Length], pValues.ToArray());
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            if (!(pValues[i] is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(pValues), pValues[i], "A p-value lies between 0 and 1.");
        }

        Array.Sort(sorted, order);
        var (adjusted, lowest) = (new double[sorted.Length], 1.0);
        for (var rank = sorted.Length; rank > 0; rank--)
        {
            lowest = Math.Min(lowest, sorted[rank - 1] * sorted.Length / rank);
            adjusted[order[rank - 1]] = lowest;
        }

        return adjusted;
    }
}
