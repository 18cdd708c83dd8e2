using Wijk.Graph.Import.Formats;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Mappings;

/// <summary>Tells a table of pairs, in which rows and columns name the same things, from other tables.</summary>
internal static class SquareTable
{
    // Somebody may be only asked about, and not have a row of their own.
    private const double Shared = 0.8;

    /// <summary>Whether the headings after the first are, nearly all, what the first column names, and the other way round.</summary>
    public static bool Is(SourceTable table)
    {
        var headings = table.Columns.Skip(1).Where(heading => heading.Length > 0).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (headings.Count < 2) return false;
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in table.Rows.Where(row => row.Fault is null))
        {
            names.Add(Keys.Fold(row.Values[0]));
            // A long table is none, and is not read to its end to know that.
            if (names.Count > headings.Count / Shared) return false;
        }

        return names.Count(headings.Contains) >= Shared * Math.Max(headings.Count, names.Count);
    }
}
