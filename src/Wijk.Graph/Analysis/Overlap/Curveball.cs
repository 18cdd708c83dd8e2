using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Overlap;

/// <summary>A two-mode network that is shuffled while every row and every column keeps its degree.</summary>
/// <remarks>
/// In a trade, two rows pool the columns that only one of them has, and deal them out again: each gets as many as it had.
/// Source: Strona et al. (2014), doi:10.1038/ncomms5114; that it samples evenly: Carstens (2015), doi:10.1103/PhysRevE.91.042812.
/// </remarks>
internal sealed class Curveball
{
    private readonly int[] offsets;
    private readonly int[] columns;
    private readonly int[] mark;
    private readonly int[] pool;
    private int stamp;

    public Curveball(Incidence incidence)
    {
        (offsets, columns) = (incidence.Offsets.ToArray(), incidence.Columns.ToArray());
        (mark, pool) = (new int[incidence.ColumnCount], new int[incidence.ColumnCount]);
    }

    /// <summary>The columns of a row as they are now, in no order.</summary>
    public ReadOnlySpan<int> Row(int row) => RowAt(row);

    /// <summary>Makes a number of trades between random pairs of rows.</summary>
    public void Trade(long count, ref SeededRandom random)
    {
        var rowCount = offsets.Length - 1;
        if (rowCount < 2) return;
        for (var trade = 0L; trade < count; trade++)
        {
            var first = random.Next(rowCount);
            var second = random.Next(rowCount - 1);
            Trade(RowAt(first), RowAt(second < first ? second : second + 1), ref random);
        }
    }

    private Span<int> RowAt(int row) => columns.AsSpan(offsets[row]..offsets[row + 1]);

    private void Trade(Span<int> first, Span<int> second, ref SeededRandom random)
    {
        // Stamps go up by two, so that "in the first row" and "in both" need no clearing; they start again before they run out.
        if (stamp >= int.MaxValue - 2)
        {
            mark.AsSpan().Clear();
            stamp = 0;
        }

        stamp += 2;
        foreach (var column in first) mark[column] = stamp;
        var (inSecondOnly, write) = (0, 0);
        foreach (var column in second)
        {
            if (mark[column] == stamp)
            {
                mark[column] = stamp + 1;
                second[write++] = column;
            }
            else
            {
                pool[inSecondOnly++] = column;
            }
        }

        var (pooled, kept) = (inSecondOnly, 0);
        foreach (var column in first)
        {
            if (mark[column] == stamp + 1)
                first[kept++] = column;
            else
                pool[pooled++] = column;
        }

        random.Shuffle(pool.AsSpan(..pooled));
        pool.AsSpan(..inSecondOnly).CopyTo(second[write..]);
        pool.AsSpan(inSecondOnly..pooled).CopyTo(first[kept..]);
    }
}
