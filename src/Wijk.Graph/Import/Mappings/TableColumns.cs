using System.Globalization;
using System.IO.Enumeration;
using Wijk.Graph.Import.Formats;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Mappings;

/// <summary>Where the columns that a mapping names stand in a table: by heading, by a name that the mapping gives to one of several headings, or by place.</summary>
internal sealed class TableColumns(TableSpec spec, SourceTable table)
{
    /// <summary>What a name begins with that is no heading: <c>$2</c> is the second column, <c>$file</c> the name of the file.</summary>
    public const char Mark = '$';

    private readonly Dictionary<string, int> positions = new(StringComparer.Ordinal);

    public TableSpec Spec => spec;

    public SourceTable Table => table;

    /// <summary>Whether there is such a column, or a list or object of that name.</summary>
    public bool Has(string column) => PositionOf(column) >= 0 || NestedName(column) is not null || ItemOf(column) is not null;

    /// <summary>The place of a column, from 0; -1 when there is none.</summary>
    public int PositionOf(string column)
    {
        if (positions.TryGetValue(column, out var known)) return known;
        return positions[column] = Find(column);
    }

    /// <summary>The name that leads to a list or object of JSON; null when there is none.</summary>
    public string? NestedName(string column) => table.Nested.Contains(column) ? column
        : spec.NamedColumns.TryGetValue(column, out var patterns) ? patterns.FirstOrDefault(table.Nested.Contains)
        : null;

    /// <summary>The list that a name such as <c>dates.1.start</c> takes one item of, and what follows its name; null when it does not.</summary>
    public (string List, string Path)? ItemOf(string column)
    {
        for (var dot = column.IndexOf('.', StringComparison.Ordinal); dot > 0 && dot < column.Length - 1; dot = column.IndexOf('.', dot + 1))
        {
            if (char.IsAsciiDigit(column[dot + 1]) && NestedName(column[..dot]) is { } list) return (list, column[(dot + 1)..]);
        }

        return null;
    }

    // A heading in full comes before the name that a mapping gives it, and that before a place.
    private int Find(string column)
    {
        if (spec.NamedColumns.TryGetValue(column, out var patterns))
        {
            foreach (var pattern in patterns)
            {
                for (var i = 0; i < table.Columns.Count; i++)
                {
                    if (Fits(pattern, table.Columns[i])) return i;
                }
            }

            return -1;
        }

        if (table.PositionOf(column) is >= 0 and var position) return position;
        return column.Length > 1 && column[0] == Mark && int.TryParse(column.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            && place >= 1 && place <= table.Columns.Count ? place - 1 : -1;
    }

    /// <summary>Whether a heading, blanks folded, is one that a pattern with * and ? means: case and accents aside.</summary>
    public static bool Fits(string pattern, string heading) =>
        heading.Length > 0 && FileSystemName.MatchesSimpleExpression(TextFolding.Fold(Keys.Fold(pattern)), TextFolding.Fold(heading), ignoreCase: true);
}
