using Wijk.Graph.Import.Formats;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Mappings;

/// <summary>A row of a table of the mapping.</summary>
internal sealed record TableRow(TableSpec Spec, SourceTable Table, SourceRow Row)
{
    /// <summary>The value of a column as written, trimmed; empty when blank, absent or a placeholder.</summary>
    public string Value(string column)
    {
        var position = Table.PositionOf(column);
        if (position < 0) return "";
        var value = Row.Values[position].Trim();
        return Spec.Placeholders.Contains(value) ? "" : value;
    }

    /// <summary>Whether the value of a column is a number in the file itself.</summary>
    public bool IsNumber(string column) => Table.PositionOf(column) is >= 0 and var position && Row.IsNumber(position);

    /// <summary>Whether anything was made of it, so far.</summary>
    public bool IsUsed { get; set; }
}

/// <summary>A table of the mapping with all rows of the files that hold it, and its indexes for joins.</summary>
internal sealed class LoadedTable(TableSpec spec, IReadOnlyList<TableRow> rows)
{
    private const char Between = '\u001f';
    private readonly Dictionary<string, Dictionary<string, List<TableRow>>> indexes = [];

    public TableSpec Spec => spec;

    public IReadOnlyList<TableRow> Rows => rows;

    /// <summary>Whether rows of other tables look something up in it.</summary>
    public bool IsLookedUp { get; private set; }

    /// <summary>The rows that have these values, blanks folded, in these columns.</summary>
    public IReadOnlyList<TableRow> Find(IReadOnlyList<string> columns, IEnumerable<string> values)
    {
        IsLookedUp = true;
        var name = string.Join(Between, columns);
        if (!indexes.TryGetValue(name, out var index))
        {
            index = rows.GroupBy(row => string.Join(Between, columns.Select(column => Keys.Fold(row.Value(column)))))
                .ToDictionary(group => group.Key, group => group.ToList());
            indexes.Add(name, index);
        }

        return index.TryGetValue(string.Join(Between, values), out var found) ? found : [];
    }
}
