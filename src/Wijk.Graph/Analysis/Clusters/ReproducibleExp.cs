namespace Wijk.Graph.Analysis.Clusters;

/// <summary>The exponential function with the same last bit on every machine.</summary>
internal static class ReproducibleExp
{
    private const double Ln2 = 0.6931471805599453;

    /// <summary>e to the power x, for x of at most 0; 0 below −40.</summary>
    /// <remarks>
    /// <see cref="Math.Exp"/> asks the C library of the machine, whose last bit differs between systems; that bit could tip a draw. Here x is
    /// k ln 2 + r with |r| at most ln 2 / 2, and e^r is its Taylor series to r^13: right to about 1e-15, from additions and multiplications alone.
    /// </remarks>
    public static double Of(double x)
    {
        if (x == 0) return 1;
        if (!(x > -40)) return 0;
        var power = Math.Round(x / Ln2);
        var rest = x - (power * Ln2);
        var sum = 1.0;
        for (var term = 13; term > 0; term--) sum = 1 + (rest / term * sum);
        return Math.ScaleB(sum, (int)power);
    }
}
