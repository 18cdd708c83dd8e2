namespace Wijk.Graph.Import.Formats;

/// <summary>Finds the row that holds the headings: people put a title, a date or an empty row above them.</summary>
internal static class HeadingRow
{
    /// <summary>How many rows from the top are looked at.</summary>
    public const int LookedAt = 30;

    private const int FewestOfATable = 3;

    /// <summary>The place of the headings among the first rows, from 0; 0 when nothing tells.</summary>
    /// <param name="rows">The first rows, blank ones too.</param>
    /// <param name="isHeading">Whether a text is a heading that is looked for; null when none is known.</param>
    public static int Find(IReadOnlyList<string[]> rows, Func<string, bool>? isHeading)
    {
        if (isHeading is not null)
        {
            var (best, most) = (-1, 0);
            for (var row = 0; row < rows.Count; row++)
            {
                var known = rows[row].Count(text => !string.IsNullOrWhiteSpace(text) && isHeading(text));
                if (known > most) (best, most) = (row, known);
            }

            if (best >= 0) return best;
        }

        // A title fills one cell or two; the headings of a table fill at least half of what its rows fill.
        var first = Math.Max(0, rows.Index().FirstOrDefault(row => Filled(row.Item) > 0).Index);
        var widest = rows.Select(Filled).DefaultIfEmpty().Max();
        if (widest < FewestOfATable || Filled(rows.ElementAtOrDefault(first) ?? []) * 2 >= widest) return first;
        return rows.Index().First(row => Filled(row.Item) * 2 >= widest).Index;
    }

    private static int Filled(string[] row) => row.Count(text => !string.IsNullOrWhiteSpace(text));
}
