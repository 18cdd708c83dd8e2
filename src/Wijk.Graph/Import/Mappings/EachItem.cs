using System.Text.Json;
using System.Text.RegularExpressions;
using Wijk.Graph.Import.Formats;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Mappings;

/// <summary>What a part is done for, once each: the items of a list or object of JSON, the texts in one cell, or the cells of a row.</summary>
/// <param name="As">The name that each gets.</param>
internal abstract record EachItem(string As)
{
    /// <summary>The items of this row, in order.</summary>
    /// <exception cref="RowRefusedException">A value is impossible.</exception>
    public abstract IEnumerable<INamedRow> Of(Scope scope);
}

/// <summary>The items of a list; an object, or a value that is no list, is the one item of it.</summary>
/// <param name="As">The name that each gets.</param>
/// <param name="List">The name of the list.</param>
/// <param name="Entries">Whether an object is taken apart: each of its entries is an item, with <c>key</c> and <c>value</c>.</param>
internal sealed record EachOfList(string As, string List, bool Entries) : EachItem(As)
{
    public override IEnumerable<INamedRow> Of(Scope scope)
    {
        if (scope.Walk(List) is not { } found)
        {
            return Keys.Fold(scope.Value(List)) is { Length: > 0 } text ? [new TextItem(text)] : [];
        }

        return found.ValueKind switch
        {
            JsonValueKind.Array => found.EnumerateArray().Where(IsThere).Select(item => new JsonItem(As, item)),
            JsonValueKind.Object when Entries => found.EnumerateObject().Select(entry => new JsonItem(As, entry.Value) { Key = entry.Name }),
            _ => IsThere(found) ? [new JsonItem(As, found)] : [],
        };
    }

    private static bool IsThere(JsonElement item) => item.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined);
}

/// <summary>The texts between separators in one cell, each once; blanks are left out.</summary>
/// <param name="As">The name that each gets.</param>
/// <param name="Text">The text that is split.</param>
/// <param name="Separators">What stands between, such as <c>;</c> or a line end.</param>
internal sealed record EachOfText(string As, Expression Text, IReadOnlyList<string> Separators) : EachItem(As)
{
    public override IEnumerable<INamedRow> Of(Scope scope) => Text.Evaluate(scope).Split([.. Separators], StringSplitOptions.None)
        .Select(Keys.Fold).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal).Select(text => new TextItem(text));
}

/// <summary>The cells of a row that are not blank, each with its heading: a matrix.</summary>
/// <param name="As">The name that each gets.</param>
internal sealed record EachOfColumns(string As) : EachItem(As)
{
    /// <summary>The first column that counts, from 1.</summary>
    public int From { get; init; } = 1;

    /// <summary>What a heading must match; the group "value" of it is the heading that the cell gets. Null for any.</summary>
    public Regex? Matching { get; init; }

    /// <summary>Columns that are left out, by heading or by the name that the table gives them.</summary>
    public IReadOnlyList<string> Except { get; init; } = [];

    public override IEnumerable<INamedRow> Of(Scope scope)
    {
        if (scope.BaseRow is not { } row) yield break;
        var except = Except.Select(row.Columns.PositionOf).ToHashSet();
        for (var i = From - 1; i < row.Table.Columns.Count; i++)
        {
            var heading = row.Table.Columns[i];
            if (except.Contains(i) || heading.Length == 0) continue;
            if (Matching is not null)
            {
                var match = scope.Run.Patterns.Match(Matching, heading);
                if (!match.Success) continue;
                heading = Keys.Fold(match.Groups["value"].Value);
            }

            var value = row.Row.Values[i].Trim();
            if (value.Length > 0 && !row.Spec.Placeholders.Contains(value)) yield return new CellItem(heading, value);
        }
    }
}

/// <summary>A text of its own.</summary>
internal sealed record TextItem(string Text) : INamedRow
{
    public string Whole => Text;

    public string Value(string name) => "";

    public JsonElement? Walk(string path) => null;
}

/// <summary>A cell of a row, with its heading.</summary>
internal sealed record CellItem(string Heading, string Text) : INamedRow
{
    public string Whole => Text;

    public string Value(string name) => name switch { "heading" => Heading, "value" => Text, _ => "" };

    public JsonElement? Walk(string path) => null;
}

/// <summary>An item of a list of JSON.</summary>
/// <param name="Name">What the mapping calls it, for messages.</param>
/// <param name="Element">What it is.</param>
internal sealed record JsonItem(string Name, JsonElement Element) : INamedRow
{
    /// <summary>Its name in the object it is an entry of; null when it is an item of a list.</summary>
    public string? Key { get; init; }

    public string Whole => TextOf(Name, Element);

    public string Value(string name) => Walk(name) is { } found ? TextOf($"{Name}.{name}", found) : name switch
    {
        "key" when Key is not null => Key,
        "value" when Key is not null => Whole,
        _ => "",
    };

    public JsonElement? Walk(string path) => Find(Element, path);

    /// <summary>Refuses a list of objects, or an object, where a text is asked for.</summary>
    /// <exception cref="RowRefusedException">It is one.</exception>
    public static void RefuseAsText(string name, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object || (element.ValueKind == JsonValueKind.Array && element.EnumerateArray().Any(item => item.ValueKind is JsonValueKind.Object or JsonValueKind.Array)))
        {
            var inside = element.ValueKind == JsonValueKind.Object ? $"{{{name}.id}}" : $"{{{name}.1.id}}";
            var what = element.ValueKind == JsonValueKind.Object ? new Words("een object", "an object") : new Words("een lijst van objecten", "a list of objects");
            throw new RowRefusedException(name, new(
                $"{name} is {what.Nl} en geen tekst; loop hem in de vertaling door met each, of noem wat erin staat met een punt ertussen, zoals {inside}.",
                $"{name} is {what.En} and no text; walk it with each in the mapping, or name what is in it with a dot between, such as {inside}."));
        }
    }

    private static string TextOf(string name, JsonElement element)
    {
        RefuseAsText(name, element);
        return JsonRows.TextOf(element).Trim();
    }

    // A name may hold dots of its own, so the whole comes before its parts.
    private static JsonElement? Find(JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.Array) return FindItem(element, path);
        if (element.ValueKind != JsonValueKind.Object) return null;
        if (element.TryGetProperty(path, out var found)) return found;
        for (var dot = path.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = path.IndexOf('.', dot + 1))
        {
            if (element.TryGetProperty(path[..dot], out var outer) && Find(outer, path[(dot + 1)..]) is { } inner) return inner;
        }

        return null;
    }

    // "1.name": of the first item.
    private static JsonElement? FindItem(JsonElement list, string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        if (!int.TryParse(dot < 0 ? path : path[..dot], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            || number < 1 || number > list.GetArrayLength()) return null;
        return dot < 0 ? list[number - 1] : Find(list[number - 1], path[(dot + 1)..]);
    }
}
