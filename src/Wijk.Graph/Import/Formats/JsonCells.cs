using System.Text.Json;

namespace Wijk.Graph.Import.Formats;

/// <summary>What a JSON object says as a row of a table: its own values, those of objects in it under <c>outer.inner</c>, and the lists and objects to walk.</summary>
internal sealed class JsonCells
{
    private readonly Dictionary<string, JsonElement> nested = new(StringComparer.Ordinal);
    private HashSet<string>? numbers;

    /// <summary>The texts by name, in order.</summary>
    public List<(string Name, string Text)> Texts { get; } = [];

    /// <summary>Why the row cannot be read; null when it can.</summary>
    public RowFault? Fault { get; init; }

    /// <summary>Whether a value is a number in the file itself.</summary>
    public bool IsNumber(string name) => numbers?.Contains(name) == true;

    /// <summary>The lists and objects by name; null when there are none.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Nested => nested.Count > 0 ? nested : null;

    /// <summary>The cells of an object; null when it is none, and so has no columns, or when a text in it is half a character.</summary>
    public static JsonCells? Of(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object) return null;
        try
        {
            var cells = new JsonCells();
            cells.Add(element, "");
            return cells;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Adds the values of an object, each under a prefix and its name.</summary>
    public void Add(JsonElement element, string prefix)
    {
        foreach (var property in element.EnumerateObject()) Add(prefix + property.Name, property.Value);
    }

    private void Add(string name, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array) nested[Model.Keys.Fold(name)] = value;
        if (value.ValueKind == JsonValueKind.Number) (numbers ??= new(StringComparer.Ordinal)).Add(name);
        if (value.ValueKind == JsonValueKind.Object) Add(value, name + ".");
        else Texts.Add((name, JsonRows.TextOf(value)));
    }
}
