using System.Globalization;
using System.Text.Json;
using Wijk.Graph.Import.Formats;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Mappings;

/// <summary>A row of a table of the mapping.</summary>
internal sealed record TableRow(TableColumns Columns, SourceRow Row) : INamedRow
{
    public TableSpec Spec => Columns.Spec;

    public SourceTable Table => Columns.Table;

    /// <inheritdoc/>
    public string? Whole => null;

    /// <summary>The value of a column as written, trimmed; empty when blank, absent or a placeholder.</summary>
    /// <exception cref="RowRefusedException">It is a list of objects, which is no text.</exception>
    public string Value(string column)
    {
        var position = Columns.PositionOf(column);
        if (position < 0 && Columns.ItemOf(column) is { } item)
            return Row.Nested is { } lists && lists.TryGetValue(item.List, out var items) ? new JsonItem(item.List, items).Value(item.Path) : "";
        if (position < 0) return column is [TableColumns.Mark, ..] ? OfPlace(column) : "";
        if (Row.Nested is { } nested && nested.TryGetValue(Columns.Table.Columns[position], out var list)) JsonItem.RefuseAsText(column, list);
        var value = Row.Values[position].Trim();
        return Spec.Placeholders.Contains(value) ? "" : value;
    }

    /// <inheritdoc/>
    public JsonElement? Walk(string path) => Columns.NestedName(path) is { } name && Row.Nested is { } nested && nested.TryGetValue(name, out var element) ? element : null;

    // "gids-2025.xlsx [Blad1]": the name of the file without its extension, and the sheet or part.
    private string OfPlace(string name)
    {
        var place = Row.Place.File;
        var bracket = place.EndsWith(']') ? place.LastIndexOf(" [", StringComparison.Ordinal) : -1;
        return name switch
        {
            "$file" => Path.GetFileNameWithoutExtension(bracket < 0 ? place : place[..bracket]),
            "$sheet" => bracket < 0 ? "" : place[(bracket + 2)..^1],
            "$row" => Row.Place.Row.ToString(CultureInfo.InvariantCulture),
            _ => "",
        };
    }

    /// <summary>Whether the value of a column is a number in the file itself.</summary>
    public bool IsNumber(string column) => Columns.PositionOf(column) is >= 0 and var position && Row.IsNumber(position);

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
