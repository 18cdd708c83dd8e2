namespace Wijk.Graph.Analysis.Chance;

/// <summary>What can move in a table of actor (axis 0) × subject (axis 1) × stratum (axis 2) whose three two-way margins are kept.</summary>
/// <remarks>
/// A line runs along one axis, its coordinates on the lower and the higher of the other two fixed, and lists the entries on it. Their number is a
/// margin: lines keep their length for ever, and only their values change.
/// </remarks>
internal sealed class SpecialismTable
{
    private readonly int[] lower;
    private readonly int[] higher;
    private readonly int[] offsets;
    private readonly int[] firstLine = new int[4];
    private readonly int[][] startByLower = new int[3][];
    private readonly int[][] startByHigher = new int[3][];
    private readonly int[][] linesByHigher = new int[3][];
    private readonly int[][] linesByLower = new int[3][];
    private readonly StratifiedCells cells;
    private readonly ulong[] fixedBits;
    private readonly int[] rows;
    private readonly int[] columns;

    private SpecialismTable(StratifiedCells cells, Entry[] entries)
    {
        this.cells = cells;
        EntryCount = entries.Length;
        Sizes = [.. Enumerable.Range(0, 3).Select(axis => entries.Select(entry => entry[axis] + 1).DefaultIfEmpty(0).Max())];
        var (lowers, highers, ends, all) = (new List<int>(), new List<int>(), new List<int> { 0 }, new List<int>());
        for (var along = 0; along < 3; along++)
        {
            var (low, high) = (along == 0 ? 1 : 0, along == 2 ? 1 : 2);
            foreach (var line in entries.GroupBy(entry => (Lower: entry[low], Higher: entry[high])).OrderBy(line => line.Key))
            {
                lowers.Add(line.Key.Lower);
                highers.Add(line.Key.Higher);
                all.AddRange(line.Select(entry => entry[along]).Order());
                ends.Add(all.Count);
            }

            firstLine[along + 1] = lowers.Count;
            var lines = Enumerable.Range(firstLine[along], lowers.Count - firstLine[along]).ToArray();
            (linesByLower[along], startByLower[along]) = (lines, Starts(lines, lowers, Sizes[low]));
            linesByHigher[along] = [.. lines.OrderBy(line => highers[line])];
            startByHigher[along] = Starts(linesByHigher[along], highers, Sizes[high]);
        }

        (lower, higher, offsets, Values) = ([.. lowers], [.. highers], [.. ends], [.. all]);
        fixedBits = [.. cells.Bits];
        foreach (var entry in entries) fixedBits[cells.FirstWord[entry.Row] + (entry.Column >> 6)] &= ~(1UL << entry.Column);
        var rowOf = entries.Select(entry => ((entry.Actor, entry.Stratum), entry.Row)).Distinct().ToDictionary();
        var columnOf = entries.Select(entry => ((entry.Subject, entry.Stratum), entry.Column)).Distinct().ToDictionary();
        columns = [.. Enumerable.Range(0, firstLine[1]).Select(line => columnOf[(lower[line], higher[line])])];
        rows = [.. Enumerable.Range(firstLine[1], firstLine[2] - firstLine[1]).Select(line => rowOf[(lower[line], higher[line])])];
    }

    /// <summary>How many entries can move.</summary>
    public int EntryCount { get; }

    /// <summary>One more than the highest coordinate on each axis.</summary>
    public int[] Sizes { get; }

    /// <summary>The entries as they are recorded, line by line.</summary>
    public int[] Values { get; }

    /// <summary>The table of some cells.</summary>
    public static SpecialismTable Of(StratifiedCells cells)
    {
        var entries = new List<Entry>();
        for (var row = 0; row < cells.RowCount; row++)
        {
            var stratum = cells.StratumOf[row];
            for (var column = 0; column < cells.FirstColumn[stratum + 1] - cells.FirstColumn[stratum]; column++)
            {
                if ((cells.Bits[cells.FirstWord[row] + (column >> 6)] >> column & 1) == 1)
                    entries.Add(new(cells.ActorOf[row], cells.SubjectOf[cells.FirstColumn[stratum] + column], stratum, row, column));
            }
        }

        // A slice with one value on another axis is settled by the margins; without it, another may be.
        for (var count = -1; count != entries.Count;)
        {
            count = entries.Count;
            for (var axis = 0; axis < 3; axis++)
            {
                var (one, other) = ((axis + 1) % 3, (axis + 2) % 3);
                entries = [.. entries.GroupBy(entry => entry[axis])
                    .Where(slice => slice.Any(entry => entry[one] != slice.First()[one]) && slice.Any(entry => entry[other] != slice.First()[other]))
                    .SelectMany(slice => slice)];
            }
        }

        var subjects = entries.Select(entry => entry.Subject).Distinct().Order().ToArray();
        return new(cells, [.. entries.Select(entry => entry with { Subject = Array.BinarySearch(subjects, entry.Subject) })]);
    }

    /// <summary>How many lines run along an axis.</summary>
    public int LineCount(int along) => firstLine[along + 1] - firstLine[along];

    /// <summary>A line along an axis by its place among them, from 0.</summary>
    public int LineAt(int along, int place) => firstLine[along] + place;

    /// <summary>The line along an axis with two coordinates; below 0 when there is none.</summary>
    public int Line(int along, int lowerAt, int higherAt)
    {
        var starts = startByLower[along];
        return Array.BinarySearch(higher, starts[lowerAt], starts[lowerAt + 1] - starts[lowerAt], higherAt);
    }

    /// <summary>Where a line's entries stand among <see cref="Values"/>.</summary>
    public Range Range(int line) => offsets[line]..offsets[line + 1];

    /// <summary>The coordinate of a line on the lower or the higher of the two axes that it does not run along.</summary>
    public int At(int line, bool isLower) => isLower ? lower[line] : higher[line];

    /// <summary>The lines along the same axis with the same lower, or higher, coordinate.</summary>
    public ReadOnlySpan<int> Beside(int along, int at, bool isLower)
    {
        var (start, lines) = isLower ? (startByLower[along], linesByLower[along]) : (startByHigher[along], linesByHigher[along]);
        return lines.AsSpan((start[at] - start[0])..(start[at + 1] - start[0]));
    }

    /// <summary>The lines along an axis of an actor: along 1 those of its strata, along 2 those of its subjects.</summary>
    public ReadOnlySpan<int> LinesOf(int along, int actor) => actor < Sizes[0] ? Beside(along, actor, true) : [];

    /// <summary>How many entries a line has.</summary>
    public int Length(int line) => offsets[line + 1] - offsets[line];

    /// <summary>Writes entries as bits of rows, beside those that cannot move.</summary>
    /// <param name="values">The entries of all lines.</param>
    /// <param name="rowLines">The lines along axis 1 to write: the rows that somebody will look at.</param>
    /// <param name="bits">Where to write them.</param>
    public void Write(ReadOnlySpan<int> values, ReadOnlySpan<int> rowLines, ulong[] bits)
    {
        foreach (var line in rowLines)
        {
            var row = rows[line - firstLine[1]];
            var first = cells.FirstWord[row];
            fixedBits.AsSpan(first..cells.FirstWord[row + 1]).CopyTo(bits.AsSpan(first));
            foreach (var subject in values[Range(line)])
            {
                var column = columns[Line(0, subject, higher[line])];
                bits[first + (column >> 6)] |= 1UL << column;
            }
        }
    }

    // Positions of lines in the order given, by a coordinate: absolute where the lines are in their own order.
    private static int[] Starts(int[] lines, List<int> coordinates, int size)
    {
        var starts = new int[size + 1];
        starts[0] = lines.Length == 0 ? 0 : lines.Min();
        foreach (var line in lines) starts[coordinates[line] + 1]++;
        for (var at = 0; at < size; at++) starts[at + 1] += starts[at];
        return starts;
    }

    private sealed record Entry(int Actor, int Subject, int Stratum, int Row, int Column)
    {
        public int this[int axis] => axis switch { 0 => Actor, 1 => Subject, _ => Stratum };
    }
}
