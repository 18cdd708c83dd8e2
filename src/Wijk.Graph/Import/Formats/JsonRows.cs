using System.Text.Json;

namespace Wijk.Graph.Import.Formats;

/// <summary>Makes a table of rows that each name their own columns.</summary>
internal static class JsonRows
{
    /// <summary>A table with every column that any row names, in order of first mention.</summary>
    /// <param name="file">As in <see cref="RowPlace.File"/>.</param>
    /// <param name="encoding">The encoding found.</param>
    /// <param name="rows">The row numbers with names and texts; null for a row that is not a JSON object.</param>
    public static SourceTable Table(string file, string encoding, IEnumerable<(int Row, JsonCells? Cells)> rows)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        var read = rows.ToList();
        foreach (var (name, _) in read.SelectMany(row => row.Cells?.Texts ?? []))
        {
            // Before the rows are made, since each gets a text for every column.
            if (columns.TryAdd(Model.Keys.Fold(name), columns.Count)) SourceTable.RefuseTooMany(file, columns.Count);
        }

        return new(file, encoding, columns.Keys, [.. read.Select(row => Row(new(file, row.Row), row.Cells, columns))])
        {
            Nested = read.SelectMany(row => row.Cells?.Nested?.Keys ?? []).ToHashSet(StringComparer.Ordinal),
        };
    }

    /// <summary>A value as text: numbers as written, several values with <c>|</c> between them, null as nothing.</summary>
    public static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)) =>
            string.Join('|', value.EnumerateArray().Select(TextOf)),
        _ => value.GetRawText(),
    };

    private static SourceRow Unreadable(RowPlace place) => new([], place, new("", new(
        "dit is geen JSON-object, geen geldige JSON, of een tekst erin heeft een half teken (een losse \\ud800 tot \\udfff); "
            + "elke rij moet een object met namen en waarden in hele tekens zijn.",
        "this is not a JSON object, not valid JSON, or a text in it holds half a character (a lone \\ud800 to \\udfff); "
            + "every row must be an object of names and values in whole characters.")));

    private static SourceRow Endless(RowPlace place, string name)
    {
        var most = TextBytes.LongestLine / 1024 / 1024;
        return new([], place, new("", new(
            $"de waarde van {name} is langer dan {most} miljoen tekens, meer wordt niet gelezen; laat hem weg.",
            $"the value of {name} is longer than {most} million characters, the most that is read; leave it out.")));
    }

    private static SourceRow Row(RowPlace place, JsonCells? cells, Dictionary<string, int> columns)
    {
        if (cells is null) return Unreadable(place);
        if (cells.Fault is { } fault) return new([], place, fault);
        if (cells.Texts.FirstOrDefault(cell => cell.Text.Length > TextBytes.LongestLine) is { Name: { } endless }) return Endless(place, endless);
        var values = new string[columns.Count];
        Array.Fill(values, "");
        var numbers = 0UL;
        foreach (var (name, text) in cells.Texts)
        {
            var column = columns[Model.Keys.Fold(name)];
            values[column] = text;
            if (cells.IsNumber(name)) numbers |= SourceRow.NumberAt(column);
        }

        return new(values, place) { Nested = cells.Nested, Numbers = numbers };
    }
}
