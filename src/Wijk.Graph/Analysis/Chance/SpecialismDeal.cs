namespace Wijk.Graph.Analysis.Chance;

/// <summary>The second null: as <see cref="AreaDeal"/>, and every actor also keeps its number of cells of each subject.</summary>
/// <remarks>
/// The cells are a table of actor × subject × stratum with zeros and ones and three fixed margins. Swaps of 2 × 2 × 2 are not enough to go everywhere.
/// A step takes two slices along one of the three axes. Where only one of the two has an entry, draw an arrow between the coordinates of the other
/// two axes: one way for the first slice, the other way for the second. Turning a round trip along the arrows moves its entries to the other slice
/// and leaves every margin as it was. The step walks from a given point along arrows drawn by chance until it meets its own path, and turns that loop round.
/// It is symmetric: the way to the loop is left alone and the choices at each point are as many as before, so going back has the same chance.
/// A slice with one value on another axis cannot change and is left out.
/// As simple loops in two slices may not join all tables of all sizes, the p-values rest on symmetry alone and hold without it
/// (Besag and Clifford 1989, doi:10.1093/biomet/76.4.633): what cannot be reached is kept as one more margin.
/// </remarks>
internal sealed class SpecialismDeal : Deal
{
    // Walks per entry that can move; see docs/calibration.md for what it was measured by.
    private const int WalksPerEntry = 16;

    private readonly SpecialismTable table;
    private readonly int[][] lines;
    private readonly int[] rowLines;
    private readonly int[] values;
    private readonly int[][] stamps = new int[3][];
    private readonly int[][] places = new int[3][];
    private readonly List<int> path = [];
    private int stamp;

    private SpecialismDeal(StratifiedCells cells, SpecialismTable table, int[][] lines, int[] values, long walkCount)
        : base(cells)
    {
        (this.table, this.lines, this.values, WalkCount) = (table, lines, [.. values], walkCount);
        rowLines = lines[1];
        for (var axis = 0; axis < 3; axis++) (stamps[axis], places[axis]) = (new int[table.Sizes[axis]], new int[table.Sizes[axis]]);
    }

    /// <summary>How many steps make a sample; 0 when the margins leave no choice.</summary>
    public long WalkCount { get; }

    /// <summary>All cells are dealt anew.</summary>
    public static SpecialismDeal Of(StratifiedCells cells, SpecialismTable table)
    {
        int[][] lines = [.. Enumerable.Range(0, 3).Select(along => Enumerable.Range(table.LineAt(along, 0), table.LineCount(along)).ToArray())];
        return new(cells, table, lines, table.Values, (long)WalksPerEntry * table.EntryCount);
    }

    /// <summary>Two actors deal with all others, who do not deal with each other: enough to tell whether the two share more than chance gives.</summary>
    /// <remarks>The steps are as symmetric as all, so p-values are as exact, at the cost of two actors instead of a city.</remarks>
    public static SpecialismDeal Of(StratifiedCells cells, SpecialismTable table, int actor, int other)
    {
        int[][] lines = [[], [.. table.LinesOf(1, actor), .. table.LinesOf(1, other)], [.. table.LinesOf(2, actor), .. table.LinesOf(2, other)]];
        return new(cells, table, lines, table.Values, WalksPerEntry * lines[1].Sum(line => (long)table.Length(line)));
    }

    public override Deal Copy()
    {
        var copy = new SpecialismDeal(Cells, table, lines, values, WalkCount);
        Bits.CopyTo(copy.Bits, 0);
        return copy;
    }

    public override void Sample(Deal start, ReadOnlySpan<int> strata, SeededRandom random)
    {
        ((SpecialismDeal)start).values.CopyTo(values, 0);
        for (var walk = 0L; walk < WalkCount; walk++) Walk(ref random);
        table.Write(values, rowLines, Bits);
    }

    private void Walk(ref SeededRandom random)
    {
        // Two lines along one axis that have one coordinate in common: the walk starts there, and their other coordinates are the slices.
        // When two actors deal with all others, the slices are always actors.
        var isAll = lines[0].Length > 0;
        var along = isAll ? random.Next(3) : 1 + random.Next(2);
        var common = isAll ? (along + 1 + random.Next(2)) % 3 : 3 - along;
        var slice = 3 - along - common;
        var first = lines[along][random.Next(lines[along].Length)];
        var start = table.At(first, common < slice);
        var beside = table.Beside(along, start, common < slice);
        var second = beside[random.Next(beside.Length)];
        var (i, j) = (table.At(first, slice < common), table.At(second, slice < common));
        if (i != j) Walk(slice, i, j, common, start, ref random);
    }

    // From a value of the start's axis along an entry of slice j, to a value of the other axis, from there along an entry of slice i, and so on.
    private void Walk(int slice, int i, int j, int startAxis, int start, ref SeededRandom random)
    {
        path.Clear();
        stamp++;
        for (var (axis, at, of, other) = (startAxis, start, j, i); ;)
        {
            if (stamps[axis][at] == stamp)
            {
                Turn(slice, i, j, startAxis, places[axis][at]);
                return;
            }

            (stamps[axis][at], places[axis][at]) = (stamp, path.Count);
            path.Add(at);
            var to = 3 - slice - axis;
            var next = Arrow(slice, of, other, axis, at, to, ref random);
            if (next < 0) return;
            (axis, at, of, other) = (to, next, other, of);
        }
    }

    // Path[k] → Path[k + 1] is an entry of slice j for even k and of slice i for odd k; the last one leads back to the first of the loop.
    private void Turn(int slice, int i, int j, int startAxis, int from)
    {
        var otherAxis = 3 - slice - startAxis;
        for (var k = from; k < path.Count; k++)
        {
            var (axis, to) = k % 2 == 0 ? (startAxis, otherAxis) : (otherAxis, startAxis);
            var (of, into) = k % 2 == 0 ? (j, i) : (i, j);
            var (at, next, before) = (path[k], path[k + 1 < path.Count ? k + 1 : from], path[k > from ? k - 1 : path.Count - 1]);
            Replace(LineOf(slice, axis, at, to, next), of, into);
            Replace(LineOf(to, slice, of, axis, at), next, before);
            Replace(LineOf(to, slice, into, axis, at), before, next);
        }
    }

    // One of the entries on a line of a slice that the other slice does not have, all equally likely; below 0 when there is none.
    private int Arrow(int slice, int of, int other, int axis, int at, int to, ref SeededRandom random)
    {
        var (line, chosen, count) = (LineOf(to, slice, of, axis, at), -1, 0);
        if (line < 0) return chosen;
        foreach (var next in values.AsSpan(table.Range(line)))
        {
            if (values.AsSpan(table.Range(LineOf(slice, axis, at, to, next))).Contains(other)) continue;
            if (random.Next(++count) == 0) chosen = next;
        }

        return chosen;
    }

    private void Replace(int line, int was, int becomes)
    {
        var on = values.AsSpan(table.Range(line));
        on[on.IndexOf(was)] = becomes;
    }

    private int LineOf(int along, int axis, int at, int otherAxis, int otherAt) =>
        axis < otherAxis ? table.Line(along, at, otherAt) : table.Line(along, otherAt, at);
}
