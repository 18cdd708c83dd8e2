namespace Wijk.Graph.Import.Mappings;

/// <summary>Which columns a mapping uses, so that a file without them is refused before a row is read.</summary>
internal sealed class ColumnUse
{
    private readonly Dictionary<string, List<string>> used = [];

    /// <summary>The columns used of a table, in order of first use.</summary>
    public IReadOnlyList<string> Of(string table) => used.TryGetValue(table, out var columns) ? columns : [];

    /// <summary>Notes a column.</summary>
    public void Note(string table, string column)
    {
        if (!used.TryGetValue(table, out var columns)) used.Add(table, columns = []);
        if (!columns.Contains(column)) columns.Add(column);
    }

    /// <summary>Notes the columns that an expression reads.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="rows">The table behind each name of a row; the rule's own under <see cref="Scope.Base"/>.</param>
    /// <param name="texts">Names that are not columns.</param>
    /// <param name="items">Names of items of lists, whose values are not columns either.</param>
    public void Note(Expression expression, IReadOnlyDictionary<string, string> rows, IReadOnlySet<string> texts, IReadOnlySet<string> items)
    {
        foreach (var name in expression.Names.Where(name => !texts.Contains(name) && name is not ("$file" or "$sheet" or "$row")))
        {
            var dot = name.IndexOf('.', StringComparison.Ordinal);
            if (items.Contains(dot > 0 ? name[..dot] : name)) continue;
            if (dot > 0 && rows.TryGetValue(name[..dot], out var joined)) Note(joined, name[(dot + 1)..]);
            else Note(rows[Scope.Base], name);
        }
    }
}
