namespace Wijk.Graph.Analysis.Clusters.Trust;

/// <summary>How unlikely it is to have so many successes by chance.</summary>
/// <param name="mostTrials">The most trials that will be asked for.</param>
internal sealed class BinomialTail(int mostTrials)
{
    private readonly double[] logFactorial = LogFactorials(mostTrials);

    /// <summary>−log10 P(X ≥ successes) for X binomial; 0 up to the mean, where it is of no interest.</summary>
    /// <param name="successes">0 to <paramref name="trials"/>.</param>
    /// <param name="trials">At most those of the constructor.</param>
    /// <param name="chance">Of each trial, 0 to 1.</param>
    public double Of(int successes, int trials, double chance)
    {
        if (successes <= trials * chance || chance >= 1) return 0;
        if (chance <= 0) return double.PositiveInfinity;
        var first = logFactorial[trials] - logFactorial[successes] - logFactorial[trials - successes]
            + (successes * Math.Log(chance)) + ((trials - successes) * Math.Log(1 - chance));
        var (odds, term, sum) = (chance / (1 - chance), 1.0, 1.0);
        for (var count = successes; count < trials; count++)
        {
            term *= (double)(trials - count) / (count + 1) * odds;
            sum += term;
            if (term < 1e-9 * sum) break;
        }

        return -(first + Math.Log(sum)) / Math.Log(10);
    }

    private static double[] LogFactorials(int most)
    {
        var logs = new double[most + 1];
        for (var i = 2; i <= most; i++) logs[i] = logs[i - 1] + Math.Log(i);
        return logs;
    }
}
