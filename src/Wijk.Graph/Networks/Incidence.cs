namespace Wijk.Graph.Networks;

/// <summary>A two-mode network, packed as compressed sparse rows: which columns each row has. Both have numbers from 0.</summary>
/// <remarks>A column occurs at most once in a row, and every row is ascending, so equal incidences are equal arrays.</remarks>
public sealed class Incidence
{
    private readonly int[] offsets;
    private readonly int[] columns;

    private Incidence(int columnCount, int[] offsets, int[] columns) =>
        (ColumnCount, this.offsets, this.columns) = (columnCount, offsets, columns);

    /// <summary>How many rows there are, empty ones included.</summary>
    public int RowCount => offsets.Length - 1;

    /// <summary>How many columns there are, those in no row included.</summary>
    public int ColumnCount { get; }

    /// <summary>How many different (row, column) pairs there are.</summary>
    public int Count => columns.Length;

    /// <summary>Where each row starts in <see cref="Columns"/>; length RowCount + 1.</summary>
    public ReadOnlySpan<int> Offsets => offsets;

    /// <summary>The columns of all rows, one row after the other.</summary>
    public ReadOnlySpan<int> Columns => columns;

    /// <summary>The columns of a row, ascending.</summary>
    public ReadOnlySpan<int> Row(int row) => columns.AsSpan(offsets[row]..offsets[row + 1]);

    /// <summary>How many columns a row has.</summary>
    public int Degree(int row) => offsets[row + 1] - offsets[row];

    /// <summary>An incidence of the given pairs; a pair given twice counts once.</summary>
    /// <remarks>Two counting sorts: O(rows + columns + pairs).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or a pair lies outside the counts.</exception>
    public static Incidence Of(int rowCount, int columnCount, ReadOnlySpan<(int Row, int Column)> pairs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rowCount);
        ArgumentOutOfRangeException.ThrowIfNegative(columnCount);
        var starts = new int[columnCount + 1];
        foreach (var (row, column) in pairs)
        {
            if ((uint)row >= (uint)rowCount || (uint)column >= (uint)columnCount)
            {
                throw new ArgumentOutOfRangeException(nameof(pairs), (row, column),
                    $"A pair must lie within rows 0 to {rowCount - 1} and columns 0 to {columnCount - 1}.");
            }

            starts[column + 1]++;
        }

        for (var column = 0; column < columnCount; column++) starts[column + 1] += starts[column];
        var rows = new int[pairs.Length];
        var next = starts.AsSpan(..columnCount).ToArray();
        foreach (var (row, column) in pairs) rows[next[column]++] = row;

        // Dealing the columns out in ascending order leaves every row ascending, equal columns side by side.
        return new Incidence(rowCount, starts, rows).Transpose().WithoutRepeats();
    }

    /// <summary>The same pairs with rows and columns swapped.</summary>
    public Incidence Transpose()
    {
        var starts = new int[ColumnCount + 1];
        foreach (var column in columns) starts[column + 1]++;
        for (var column = 0; column < ColumnCount; column++) starts[column + 1] += starts[column];
        var rows = new int[columns.Length];
        var next = starts.AsSpan(..ColumnCount).ToArray();
        for (var row = 0; row < RowCount; row++)
        {
            foreach (var column in Row(row)) rows[next[column]++] = row;
        }

        return new(RowCount, starts, rows);
    }

    private Incidence WithoutRepeats()
    {
        var (starts, kept, write) = (new int[offsets.Length], new int[columns.Length], 0);
        for (var row = 0; row < RowCount; row++)
        {
            foreach (var column in Row(row))
            {
                if (write == starts[row] || kept[write - 1] != column) kept[write++] = column;
            }

            starts[row + 1] = write;
        }

        return new(ColumnCount, starts, kept[..write]);
    }
}
