using Wijk.Graph.Analysis.Chance;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Overlap;

/// <summary>Two agencies or measures and the cells they share.</summary>
/// <param name="A">One node number.</param>
/// <param name="B">The other.</param>
/// <param name="SharedCellCount">Cells with both.</param>
/// <param name="Jaccard">Shared cells as a share of cells with either, 0 to 1.</param>
/// <param name="OverlapCoefficient">Shared cells as a share of the cells of the one with the fewest, 0 to 1.</param>
/// <param name="Chance">How that compares with chance; null for measures, and for pairs that were not tested.</param>
public sealed record MeetingPair(int A, int B, int SharedCellCount, double Jaccard, double OverlapCoefficient, PairChanceFound? Chance)
{
    /// <summary>The q-value; null when the pair was not tested.</summary>
    public double? Q => Chance?.Pair.Q;

    /// <summary>What this says of the pair; null for measures, which are not compared with chance.</summary>
    public Words? Reason => Compared is var (lens, verdict) ? ChanceWords.Of(this, lens, verdict) : null;

    /// <summary>What pairs are listed by, lowest first: q, those that were not tested last; then most shared cells, then highest Jaccard.</summary>
    public (double Q, int Shared, double Jaccard) Rank => (Q ?? 2, -SharedCellCount, -Jaccard);

    /// <summary>What pairs were compared by, and what could be said; null for measures.</summary>
    internal (OverlapLens Lens, ChanceVerdict Verdict)? Compared { get; init; }
}

/// <summary>How a pair compares with chance, and how that was found.</summary>
/// <param name="Pair">The comparison; its actors are numbered by the analysis.</param>
/// <param name="Engine">How it was found.</param>
public sealed record PairChanceFound(PairChance Pair, ChanceEngine Engine)
{
    /// <summary>Whether the two meet more often than chance gives: q &lt; .05.</summary>
    public bool IsMore => Pair.Q < SharedMoreThanChance.Level;

    /// <summary>Whether they do so much more often: q &lt; .01, and at least twice what chance gives.</summary>
    public bool IsMuchMore => Pair.Q < 0.01 && Pair.SharedCount >= 2 * Pair.ExpectedCount;
}

/// <summary>How all pairs of agencies together compare with chance.</summary>
/// <param name="Verdict">What could be said.</param>
/// <param name="WholeP">How likely it is by chance that the same pairs share so often; null when too few could be tested.</param>
/// <param name="FamilySize">How many pairs could stand out.</param>
/// <param name="Engine">How they were tested; null when they were not.</param>
/// <param name="MoreCount">How many do.</param>
public sealed record AgencyChance(ChanceVerdict Verdict, double? WholeP, long FamilySize, ChanceEngine? Engine, int MoreCount);
