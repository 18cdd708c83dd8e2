namespace Wijk.Graph.Import.Formats;

/// <summary>A row of a sheet.</summary>
/// <param name="Number">The row as the spreadsheet counts it.</param>
/// <param name="Values">A text for every column of the sheet.</param>
/// <param name="Numbers">As in <see cref="SourceRow.Numbers"/>.</param>
internal readonly record struct SheetRow(int Number, string[] Values, ulong Numbers);

/// <summary>A sheet as it is: its rows that hold something, before it is known which of them holds the headings.</summary>
/// <param name="Place">The file's name with the sheet.</param>
/// <param name="Rows">The rows with at least one value, in order.</param>
internal sealed record SheetGrid(string Place, IReadOnlyList<SheetRow> Rows)
{
    /// <summary>The sheet as a table.</summary>
    /// <param name="isHeading">Whether a text is a heading that is looked for; null when none is known.</param>
    /// <exception cref="ImportFileException">A heading occurs twice.</exception>
    public SourceTable Table(Func<string, bool>? isHeading = null)
    {
        if (Rows.Count == 0) return new(Place, "", [], []);
        var at = HeadingRow.Find([.. Rows.Take(HeadingRow.LookedAt).Select(row => row.Values)], isHeading);
        var headings = Rows[at].Values;
        var count = headings.Length;
        while (count > 0 && headings[count - 1].Length == 0) count--;
        var table = new SourceTable(Place, "", Distinct(headings[..count], isHeading), Data(at, count), Rows[at].Number) { SkippedCount = at };
        foreach (var (note, column) in Notes(at, headings)) table.Note(note, column);
        return table;
    }

    private IEnumerable<SourceRow> Data(int heading, int count) => Rows.Skip(heading + 1)
        .Select(row => new SourceRow(row.Values.Length == count ? row.Values : row.Values[..count], new(Place, row.Number)) { Numbers = row.Numbers });

    private IEnumerable<(RowRemark Note, int? Column)> Notes(int heading, string[] headings)
    {
        if (heading > 0) yield return (SourceTable.AboveHeadings(new(Place, Rows[0].Number), Rows[0].Values, heading, Rows[heading].Number), null);
        for (var column = 0; column < headings.Length; column++)
        {
            if (headings[column].Length > 0) continue;
            var stray = Rows.Skip(heading + 1).Where(row => row.Values[column].Length > 0).ToArray();
            if (stray.Length > 0) yield return (SourceTable.WithoutHeading(new(Place, stray[0].Number), stray[0].Values[column], stray.Length), column);
        }
    }

    /// <summary>The headings, each once: one that nobody looks for may occur twice, and two that are looked for may not.</summary>
    internal static IEnumerable<string> Distinct(string[] headings, Func<string, bool>? isHeading)
    {
        var seen = new Dictionary<string, int>();
        foreach (var heading in headings)
        {
            var count = seen[heading] = seen.GetValueOrDefault(heading) + 1;
            yield return heading.Length > 0 && count > 1 && isHeading?.Invoke(heading) != true ? $"{heading} ({count})" : heading;
        }
    }
}
