using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Mappings;

/// <summary>What the names in a mapping stand for while one row is read. Inner scopes see the outer ones.</summary>
internal sealed class Scope(MappingRun run, Scope? outer, RowRecords records)
{
    private readonly Scope? outer = outer;
    private readonly Dictionary<string, INamedRow?> rows = [];
    private readonly Dictionary<string, string> texts = [];
    private readonly Dictionary<string, Expression> named = [];
    private readonly Dictionary<string, string?> nodes = [];

    /// <summary>The name of the row that the rule is for: columns are written without a name before them.</summary>
    public const string Base = "";

    public MappingRun Run => run;

    public RowRecords Records => records;

    /// <summary>The searches that led here: the words that matched, and of a word list its rule. The rule of an area that was found goes with the area.</summary>
    public ImmutableArray<(Words? Rule, ImmutableArray<string> Words)> Matches { get; init; } = outer?.Matches ?? [];

    /// <summary>Gives a row a name; a null row has blanks in every column.</summary>
    public void Set(string alias, INamedRow? row) => rows[alias] = row;

    /// <summary>Names an expression; it is worked out when it is first asked for, and then once.</summary>
    public void Define(string name, Expression expression)
    {
        named[name] = expression;
        texts.Remove(name);
    }

    /// <summary>Names a text.</summary>
    public void Define(string name, string text) => texts[name] = text;

    /// <summary>Names the node that was made; null when there is none for this row.</summary>
    public void SetNode(string name, string? key) => nodes[name] = key;

    /// <summary>The key of a node by its name in the mapping; null when this row has none.</summary>
    public string? NodeKey(string name) => nodes.TryGetValue(name, out var key) ? key : outer?.NodeKey(name);

    /// <summary>What a name stands for, trimmed: something named with let, a column of a joined row, or a column of the row itself.</summary>
    public string Value(string name)
    {
        for (var scope = this; scope is not null; scope = scope.outer)
        {
            if (scope.Own(name) is { } text) return text;
        }

        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0 && TryRow(name[..dot], out var joined)) return joined?.Value(name[(dot + 1)..]) ?? "";
        if (TryRow(name, out var item) && item?.Whole is { } whole) return whole;
        return TryRow(Base, out var row) ? row?.Value(name) ?? "" : "";
    }

    /// <summary>Whether a name is a column of the row itself, with a number in the file as its value.</summary>
    public bool IsNumber(string name) => BaseRow?.IsNumber(name) == true;

    /// <summary>The list or object that a name leads to; null when there is none.</summary>
    public System.Text.Json.JsonElement? Walk(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0 && TryRow(name[..dot], out var joined)) return joined?.Walk(name[(dot + 1)..]);
        return BaseRow?.Walk(name);
    }

    /// <summary>The row that the rule is for.</summary>
    public TableRow? BaseRow => TryRow(Base, out var row) ? row as TableRow : null;

    private string? Own(string name)
    {
        if (texts.TryGetValue(name, out var text)) return text;
        if (!named.TryGetValue(name, out var expression)) return null;
        return texts[name] = expression.Evaluate(this);
    }

    private bool TryRow(string alias, out INamedRow? row) =>
        rows.TryGetValue(alias, out row) || (outer is not null && outer.TryRow(alias, out row));
}
