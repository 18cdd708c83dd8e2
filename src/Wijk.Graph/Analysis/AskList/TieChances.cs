using Wijk.Graph.Analysis.Bounds;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.AskList;

/// <summary>How likely a pair of which nothing is known seems to be tied, by how often the two meet and by how many ties each turned out to have.</summary>
/// <remarks>
/// rate(s) · a(i) · a(j): the rate at which known pairs of the stratum are tied (0, 1, 2–3 or 4 and more shared cells), and per node its known ties over the ties
/// that those rates would give it. Both are drawn to what was expected beforehand while little is known (the posterior means of gamma–Poisson models).
/// It only decides whom to ask first. O(known pairs · log).
/// </remarks>
internal sealed class TieChances
{
    private const double Highest = 0.95;

    // What a stratum counts for before anything is known of it, in pairs; and a node, in ties.
    private const double StratumWeight = 10, NodeWeight = 1;

    // Of an unknown network: about so many ties for each node, and so many times as many where two meet more often.
    private const double TiesExpected = 4;

    private static readonly double[] MoreOften = [1, 2, 3, 4];

    private readonly Network meetings;
    private readonly double[] rates, activities;

    private TieChances(Network meetings, double[] rates, double[] activities) => (this.meetings, this.rates, this.activities) = (meetings, rates, activities);

    public static TieChances Of(PartlyKnownNetwork known, Network meetings)
    {
        var (nodeCount, strata) = (known.NodeCount, MoreOften.Length);
        var (tied, all) = (new long[strata], new long[strata]);
        Count(known.Tied, meetings, tied);
        Count(known.Apart, meetings, all);
        for (var stratum = 0; stratum < strata; stratum++) all[stratum] += tied[stratum];
        var before = Math.Min(0.5, TiesExpected / Math.Max(1, nodeCount - 1));
        var overall = (tied.Sum() + (StratumWeight * before)) / (all.Sum() + StratumWeight);
        double[] rates =
        [
            .. Enumerable.Range(0, strata).Select(stratum =>
                Math.Min(Highest, (tied[stratum] + (StratumWeight * Math.Min(Highest, overall * MoreOften[stratum]))) / (all[stratum] + StratumWeight))),
        ];
        var activities = new double[nodeCount];
        for (var node = 0; node < nodeCount; node++)
        {
            var expected = NodeWeight;
            foreach (var other in known.Tied.Neighbors(node)) expected += rates[StratumOf(meetings, node, other)];
            foreach (var other in known.Apart.Neighbors(node)) expected += rates[StratumOf(meetings, node, other)];
            activities[node] = (known.Tied.Degree(node) + NodeWeight) / expected;
        }

        return new(meetings, rates, activities);
    }

    /// <summary>How many ties a node turned out to have beside what was to be expected of it; 1 where nothing is known.</summary>
    public double ActivityOf(int node) => activities[node];

    /// <summary>How likely a tie seems, 0 to 1.</summary>
    public double Of(int one, int other) => Math.Min(Highest, rates[StratumOf(meetings, one, other)] * activities[one] * activities[other]);

    private static void Count(Network pairs, Network meetings, long[] counts)
    {
        for (var node = 0; node < pairs.NodeCount; node++)
        {
            foreach (var other in pairs.Neighbors(node))
            {
                if (other > node) counts[StratumOf(meetings, node, other)]++;
            }
        }
    }

    private static int StratumOf(Network meetings, int one, int other)
    {
        if (meetings.Degree(other) < meetings.Degree(one)) (one, other) = (other, one);
        var place = meetings.Neighbors(one).BinarySearch(other);
        return place < 0 ? 0 : meetings.Weights(one)[place] switch { >= 4 => 3, >= 2 => 2, _ => 1 };
    }
}
