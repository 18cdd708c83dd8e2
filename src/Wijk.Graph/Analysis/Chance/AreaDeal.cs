using System.Numerics;

namespace Wijk.Graph.Analysis.Chance;

/// <summary>The first null: within each stratum every actor keeps its number of cells, and every cell its number of actors.</summary>
/// <remarks>
/// In a round each row trades once, with a partner drawn by chance: the two pool the cells that only one of them has and deal them out again, each as
/// many as it had. Source: Strona et al. (2014), doi:10.1038/ncomms5114; in rounds ("global") Carstens, Hamann et al. (2018),
/// doi:10.4230/LIPIcs.ESA.2018.11; that it samples evenly: Carstens (2015), doi:10.1103/PhysRevE.91.042812. Strata do not touch each other.
/// </remarks>
internal sealed class AreaDeal(StratifiedCells cells) : Deal(cells)
{
    // In a round a cell stays where it was with a chance of about a half. From what is recorded to a sample there are twice as many rounds as
    // make a sample, so that after log2(entries) + 1 of them less than one in four of all entries has never moved. Measured in docs/calibration.md.
    private const int RoundsBeyond = 1;

    private int[] order = [];

    public override Deal Copy()
    {
        var copy = new AreaDeal(Cells);
        Bits.CopyTo(copy.Bits, 0);
        return copy;
    }

    public override void Sample(Deal start, ReadOnlySpan<int> strata, SeededRandom random)
    {
        foreach (var stratum in strata)
        {
            var (first, end) = (Cells.FirstRow[stratum], Cells.FirstRow[stratum + 1]);
            var words = Cells.FirstWord[first]..Cells.FirstWord[end];
            if (start != this) start.Bits.AsSpan(words).CopyTo(Bits.AsSpan(words));
            Trade(first, end - first, RoundsOf(Cells.EntryCount[stratum]), ref random);
        }
    }

    /// <summary>How many rounds make a sample of a stratum.</summary>
    public static int RoundsOf(int entryCount) => BitOperations.Log2((uint)Math.Max(1, entryCount)) + RoundsBeyond;

    private void Trade(int firstRow, int rowCount, int rounds, ref SeededRandom random)
    {
        if (rowCount < 2) return;
        if (order.Length < rowCount) order = new int[rowCount];
        var partners = order.AsSpan(..rowCount);
        var (first, width) = (Cells.FirstWord[firstRow], Cells.FirstWord[firstRow + 1] - Cells.FirstWord[firstRow]);
        for (var i = 0; i < rowCount; i++) partners[i] = first + (i * width);
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle(partners);
            for (var i = 1; i < rowCount; i += 2)
            {
                if (width == 1)
                    Trade(ref Bits[partners[i - 1]], ref Bits[partners[i]], ref random);
                else
                    Trade(Bits.AsSpan(partners[i - 1], width), Bits.AsSpan(partners[i], width), ref random);
            }
        }
    }

    private static void Trade(Span<ulong> one, Span<ulong> other, ref SeededRandom random)
    {
        var (pooled, its) = (0, 0);
        for (var word = 0; word < one.Length; word++)
        {
            pooled += BitOperations.PopCount(one[word] ^ other[word]);
            its += BitOperations.PopCount(one[word] & ~other[word]);
        }

        if (its == 0 || its == pooled) return;
        for (var word = 0; word < one.Length; word++) Deal(ref one[word], ref other[word], ref pooled, ref its, ref random);
    }

    private static void Trade(ref ulong one, ref ulong other, ref SeededRandom random)
    {
        var (pooled, its) = (BitOperations.PopCount(one ^ other), BitOperations.PopCount(one & ~other));
        if (its != 0 && its != pooled) Deal(ref one, ref other, ref pooled, ref its, ref random);
    }

    // Deals the pooled cells of a word: each goes to one with the chance that so many of those still in the pool do.
    private static void Deal(ref ulong one, ref ulong other, ref int pooled, ref int its, ref SeededRandom random)
    {
        var (both, pool, taken) = (one & other, one ^ other, 0UL);
        for (var left = pool; left != 0; left &= left - 1)
        {
            if (random.Next(pooled--) >= its) continue;
            taken |= left & (0 - left);
            its--;
        }

        (one, other) = (both | taken, both | (pool & ~taken));
    }
}
