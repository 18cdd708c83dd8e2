namespace Wijk.Graph.Analysis.Chance;

/// <summary>Corrects p-values for the number of questions asked at once.</summary>
public static class BenjaminiHochberg
{
    /// <summary>The q-value of each p-value: the share of false discoveries among all that are at least as significant.</summary>
    /// <remarks>
    /// With p(1) ≤ … ≤ p(n): q(i) = min over j ≥ i of p(j) · n / j, at most 1.
    /// Source: Benjamini and Hochberg (1995), doi:10.1111/j.2517-6161.1995.tb02031.x. O(n log n).
    /// </remarks>
    /// <param name="pValues">Each 0 to 1, in any order.</param>
    /// <param name="familySize">How many questions were asked, when those that are not given have a p-value of 1; 0 for as many as are given.</param>
    /// <returns>The q-values in the same order, each 0 to 1; empty for none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A p-value is not between 0 and 1, or the family is smaller than what is given.</exception>
    public static double[] Adjust(ReadOnlySpan<double> pValues, long familySize = 0)
    {
        if (familySize == 0) familySize = pValues.Length;
        ArgumentOutOfRangeException.ThrowIfLessThan(familySize, pValues.Length);
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
            lowest = Math.Min(lowest, sorted[rank - 1] * familySize / rank);
            adjusted[order[rank - 1]] = lowest;
        }

        return adjusted;
    }

    /// <summary>What q-values become when questions may depend on each other in any way: times Σ 1/i, at most 1.</summary>
    /// <remarks>Source: Benjamini and Yekutieli (2001), doi:10.1214/aos/1013699998.</remarks>
    /// <param name="qValues">From <see cref="Adjust"/>.</param>
    /// <param name="familySize">How many questions were asked, 1 or more.</param>
    public static double[] UnderDependence(double[] qValues, long familySize)
    {
        var factor = 0.0;
        for (var i = familySize; i > 0; i--) factor += 1.0 / i;
        return Array.ConvertAll(qValues, q => Math.Min(1, q * factor));
    }
}
