namespace Wijk.Graph.Analysis.Trials;

/// <summary>How many of some did something.</summary>
/// <param name="Successes">How many did, 0 to <paramref name="Count"/>.</param>
/// <param name="Count">How many there are, 0 or more.</param>
public readonly record struct Proportion(int Successes, int Count)
{
    // The quantile of the standard normal distribution that leaves 2.5 % above it.
    private const double Z = 1.959963984540054;

    /// <summary>The share; null when there are none.</summary>
    public double? Share => Count == 0 ? null : (double)Successes / Count;

    /// <summary>The 95 % score interval of the share.</summary>
    /// <remarks>(2 s + z² ± z √(z² + 4 s (1 − s/n))) / (2 (n + z²)). Source: Wilson (1927), doi:10.2307/2276774.</remarks>
    /// <returns>From and to, 0 to 1; null when there are none.</returns>
    public (double Low, double High)? Interval
    {
        get
        {
            if (Share is not { } share) return null;
            var (squared, spread) = (Z * Z, Z * Math.Sqrt((Z * Z) + (4 * Successes * (1 - share))));
            var (center, width) = ((2 * Successes) + squared, 2 * (Count + squared));
            // Rounding would make none a little above none.
            return (Successes == 0 ? 0 : (center - spread) / width, Successes == Count ? 1 : (center + spread) / width);
        }
    }

    /// <summary>The 95 % interval of the difference of two independent shares, the first less the second.</summary>
    /// <remarks>
    /// d − √((p₁ − l₁)² + (u₂ − p₂)²) to d + √((u₁ − p₁)² + (p₂ − l₂)²), with l and u the score interval of each.
    /// Source: Newcombe (1998), method 10, doi:10.1002/(SICI)1097-0258(19980430)17:8&lt;873::AID-SIM779&gt;3.0.CO;2-I.
    /// </remarks>
    /// <returns>From and to, −1 to 1; null when either has none.</returns>
    public static (double Low, double High)? DifferenceInterval(Proportion one, Proportion other)
    {
        if (one is not { Share: { } first, Interval: var (low1, high1) } || other is not { Share: { } second, Interval: var (low2, high2) }) return null;
        return (first - second - Length(first - low1, high2 - second), first - second + Length(high1 - first, second - low2));

        static double Length(double a, double b) => Math.Sqrt((a * a) + (b * b));
    }
}
