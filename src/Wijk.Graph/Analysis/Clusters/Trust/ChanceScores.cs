namespace Wijk.Graph.Analysis.Clusters.Trust;

/// <summary>The best scores of random networks, and how likely chance alone would give as much.</summary>
/// <remarks>
/// What is best of many follows a Gumbel distribution, or has a lighter tail. So a score that no random network reaches is also held against the Gumbel
/// distribution with their mean and spread, and has the lower of both p: few networks are enough for what is far above all. The distance is divided by
/// 1 + 2.1/√n first: the spread of n networks is too small by more than that, two standard errors, once in forty times. Measured on random networks of 30 to 1,000
/// nodes: p of .05, .01 and .001 came up in at most .025, .005 and .0006 of them. Idea: Winkler, Ridgway, Douaud, Nichols and Smith (2016),
/// doi:10.1016/j.neuroimage.2016.05.068.
/// </remarks>
internal sealed class ChanceScores
{
    // Fewer say too little of the spread.
    private const int FewestForSpread = 9;
    private const double StandardErrors = 2.1;
    private const double EulerGamma = 0.5772156649015329;

    private readonly double[] sorted;
    private readonly double spread;

    /// <summary>Of the best score of each network; −∞ for a network without a cluster.</summary>
    public ChanceScores(IEnumerable<double> best)
    {
        sorted = [.. best.Order()];
        Mean = sorted.Where(double.IsFinite).DefaultIfEmpty().Average();
        if (sorted.Length >= FewestForSpread && double.IsFinite(sorted[0])) spread = Math.Sqrt(sorted.Sum(one => (one - Mean) * (one - Mean)) / (sorted.Length - 1));
    }

    /// <summary>The mean over networks with a cluster.</summary>
    public double Mean { get; }

    /// <summary>How many networks reach a score; scores that only rounding tells apart are equal.</summary>
    public int Reaching(double score)
    {
        var place = Array.BinarySearch(sorted, score - (1e-9 * Math.Max(1, Math.Abs(score))));
        return sorted.Length - (place < 0 ? ~place : place);
    }

    /// <summary>How likely chance gives a score as high: the share of networks that reach it, the network itself counted among them, or what their spread says when that is less.</summary>
    public double P(double score)
    {
        var counted = (1.0 + Reaching(score)) / (1 + sorted.Length);
        if (!(spread > 1e-9 * Math.Abs(Mean))) return counted;
        var distance = (score - Mean) / spread / (1 + (StandardErrors / Math.Sqrt(sorted.Length)));
        var rate = Math.Exp(-((distance * Math.PI / Math.Sqrt(6)) + EulerGamma));
        return Math.Min(counted, rate < 1e-8 ? rate : 1 - Math.Exp(-rate));
    }
}
