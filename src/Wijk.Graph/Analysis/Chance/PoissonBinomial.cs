namespace Wijk.Graph.Analysis.Chance;

/// <summary>How many of some independent events happen, each with a chance of its own.</summary>
public static class PoissonBinomial
{
    /// <summary>The chance that at least so many happen.</summary>
    /// <remarks>
    /// Exact: the number is followed event by event, and who reaches the count stays there, so that small chances are sums of small numbers and keep their digits.
    /// O(events × count). Source: Hong (2013), doi:10.1016/j.csda.2012.10.006.
    /// </remarks>
    /// <param name="chances">The chance of each event, 0 to 1.</param>
    /// <param name="count">How many, 0 or more.</param>
    /// <returns>0 to 1; 1 for a count of 0.</returns>
    public static double AtLeast(ReadOnlySpan<double> chances, int count)
    {
        if (count == 0) return 1;
        Span<double> ofCount = count < 128 ? stackalloc double[count + 1] : new double[count + 1];
        ofCount.Clear();
        ofCount[0] = 1;
        foreach (var chance in chances)
        {
            ofCount[count] += ofCount[count - 1] * chance;
            for (var number = count - 1; number > 0; number--) ofCount[number] = (ofCount[number] * (1 - chance)) + (ofCount[number - 1] * chance);
            ofCount[0] *= 1 - chance;
        }

        return Math.Min(1, ofCount[count]);
    }
}
