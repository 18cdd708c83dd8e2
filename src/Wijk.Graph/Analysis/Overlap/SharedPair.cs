namespace Wijk.Graph.Analysis.Overlap;

/// <summary>Two actors that share cells.</summary>
/// <param name="A">The actor with the lower number.</param>
/// <param name="B">The other actor.</param>
/// <param name="SharedCount">How many cells both have; 1 or more.</param>
/// <param name="CellCountA">How many cells <paramref name="A"/> has.</param>
/// <param name="CellCountB">How many cells <paramref name="B"/> has.</param>
public readonly record struct SharedPair(int A, int B, int SharedCount, int CellCountA, int CellCountB)
{
    /// <summary>Shared cells over the cells of either: |A ∩ B| / |A ∪ B|, above 0, at most 1. Source: Jaccard (1912), doi:10.1111/j.1469-8137.1912.tb05611.x.</summary>
    public double Jaccard => (double)SharedCount / (CellCountA + CellCountB - SharedCount);

    /// <summary>Shared cells over the cells of the smaller: |A ∩ B| / min(|A|, |B|), above 0; 1 when one lies within the other.</summary>
    /// <remarks>Szymkiewicz–Simpson. Source: Simpson (1960), American Journal of Science 258-A, 300–311.</remarks>
    public double OverlapCoefficient => (double)SharedCount / Math.Min(CellCountA, CellCountB);

    /// <summary>Orders by shared cells and then Jaccard, most first, then by actors.</summary>
    internal static int MostFirst(SharedPair left, SharedPair right)
    {
        var byShared = right.SharedCount.CompareTo(left.SharedCount);
        if (byShared != 0) return byShared;
        var byJaccard = right.Jaccard.CompareTo(left.Jaccard);
        return byJaccard != 0 ? byJaccard : (left.A, left.B).CompareTo((right.A, right.B));
    }
}
