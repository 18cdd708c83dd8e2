namespace Wijk.Graph.Analysis.Overlap;

/// <summary>How many kinds there are, counting small ones less.</summary>
public static class ShannonDiversity
{
    /// <summary>The effective number of kinds: as many equally large kinds would be as diverse.</summary>
    /// <remarks>exp(−Σ p ln p), with p each weight over their sum; a weight of 0 adds nothing. Source: Jost (2006), doi:10.1111/j.2006.0030-1299.14714.x.</remarks>
    /// <param name="weights">Amounts or counts per kind, 0 or more.</param>
    /// <returns>1 (one kind has all) to the number of weights above 0 (all equal); 0 when there are none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative or not a number.</exception>
    public static double Effective(ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights)
        {
            if (!(weight >= 0 && double.IsFinite(weight))) throw new ArgumentOutOfRangeException(nameof(weights), weight, "A weight must be 0 or more.");
            total += weight;
        }

        if (total == 0) return 0;
        var entropy = 0.0;
        foreach (var weight in weights)
        {
            if (weight > 0) entropy -= weight / total * Math.Log(weight / total);
        }

        return Math.Exp(entropy);
    }
}
