namespace Wijk.Graph.Analysis.Overlap;

/// <summary>Which two actors in a cell count.</summary>
public enum PairRule
{
    /// <summary>They cross: a measure of one and a measure of the other, both with domains and active together, share none.</summary>
    Crossing,

    /// <summary>A measure of one and a measure of the other are active together.</summary>
    SameTime,
}

/// <summary>Two actors in a cell, compared measure by measure.</summary>
/// <param name="A">The lower actor.</param>
/// <param name="B">The higher actor.</param>
/// <param name="Weight">The share of time in common: the highest Jaccard of the periods of two measures that count, above 0 to 1; 0 when none do.</param>
/// <param name="CountingCount">Pairs of their measures that count by the rule.</param>
/// <param name="ComparedCount">Pairs of their measures that can be compared: active together and, where they must cross, both with domains.</param>
public readonly record struct CellPair(int A, int B, double Weight, int CountingCount, int ComparedCount)
{
    /// <summary>Whether the two count: a pair of their measures does.</summary>
    public bool Counts => CountingCount > 0;

    /// <summary>Whether all of their measures that can be compared count: crossing, the two share no domain at all.</summary>
    public bool CountsWholly => Counts && CountingCount == ComparedCount;

    /// <summary>The pairs of measures that count as a share of those that can be compared, 0 to 1; 0 when there are none.</summary>
    public double Share => ComparedCount == 0 ? 0 : (double)CountingCount / ComparedCount;

    /// <summary>Compares two actors of a cell. O(m · n) for m and n measures; allocates nothing.</summary>
    /// <param name="a">The one with the lower number.</param>
    /// <param name="b">The other.</param>
    /// <param name="rule">Which pairs of measures count.</param>
    public static CellPair Of(CellActor a, CellActor b, PairRule rule)
    {
        var (weight, counting, compared, mustCross) = (0.0, 0, 0, rule == PairRule.Crossing);
        foreach (var mine in a.Works)
        {
            if (mustCross && mine.Compared.IsEmpty) continue;
            foreach (var other in b.Works)
            {
                if (mustCross && other.Compared.IsEmpty) continue;
                var time = mine.TimeSharedWith(other);
                if (time == 0) continue;
                compared++;
                if (mustCross && mine.Compared.AsSpan().ContainsAny(other.Compared.AsSpan())) continue;
                counting++;
                weight = Math.Max(weight, time);
            }
        }

        return new(a.Actor, b.Actor, weight, counting, compared);
    }
}
