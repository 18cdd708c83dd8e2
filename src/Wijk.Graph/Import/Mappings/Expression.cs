using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Mappings;

/// <summary>Something that gives a text for a row; empty means blank.</summary>
internal abstract record Expression
{
    /// <summary>The text for the row of this scope.</summary>
    /// <exception cref="RowRefusedException">A value is impossible.</exception>
    public abstract string Evaluate(Scope scope);

    /// <summary>The names it reads: columns, or what let has named.</summary>
    public abstract IEnumerable<string> Names { get; }
}

/// <summary>A text with columns in braces, <c>"Initiative, {Department}"</c>; blank as soon as one of its columns is.</summary>
/// <param name="Parts">Alternately plain text and the name of a column, beginning with text.</param>
/// <param name="KeepsLines">Whether runs of blanks and line ends are kept instead of folded.</param>
internal sealed record TextTemplate(IReadOnlyList<string> Parts, bool KeepsLines) : Expression
{
    public override IEnumerable<string> Names => Parts.Where((_, index) => index % 2 == 1);

    public override string Evaluate(Scope scope)
    {
        // Most templates are one column and nothing else.
        if (Parts is ["", var column, ""]) return KeepsLines ? scope.Value(column) : Keys.Fold(scope.Value(column));
        var text = new StringBuilder(Parts[0]);
        for (var i = 1; i < Parts.Count; i += 2)
        {
            var value = scope.Value(Parts[i]);
            if (string.IsNullOrWhiteSpace(value)) return "";
            text.Append(value).Append(Parts[i + 1]);
        }

        return KeepsLines ? text.ToString().Trim() : Keys.Fold(text.ToString());
    }
}

/// <summary>The first of several that is not blank.</summary>
internal sealed record FirstOf(IReadOnlyList<Expression> Choices) : Expression
{
    public override IEnumerable<string> Names => Choices.SelectMany(choice => choice.Names);

    public override string Evaluate(Scope scope)
    {
        foreach (var choice in Choices)
        {
            if (choice.Evaluate(scope) is { Length: > 0 } text) return text;
        }

        return "";
    }
}

/// <summary>A text that stands for itself: nothing in it is a column.</summary>
internal sealed record FixedText(string Text) : Expression
{
    public override IEnumerable<string> Names => [];

    public override string Evaluate(Scope scope) => Text;
}

/// <summary>The key of a node that the row has made or refers to; blank when there is none.</summary>
/// <param name="Node">The node's name in the mapping.</param>
internal sealed record KeyOf(string Node) : Expression
{
    public override IEnumerable<string> Names => [];

    public override string Evaluate(Scope scope) => scope.NodeKey(Node) ?? "";
}

/// <summary>An opaque id: the first 32 hex digits of the SHA-256 of its parts.</summary>
internal sealed record HashOf(IReadOnlyList<Expression> Of) : Expression
{
    public override IEnumerable<string> Names => Of.SelectMany(part => part.Names);

    public override string Evaluate(Scope scope) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', Of.Select(part => part.Evaluate(scope))))))[..32];
}

/// <summary>How many rows with these parts there have been, this one included: 1, 2, 3.</summary>
internal sealed record OrdinalOf(IReadOnlyList<Expression> Of) : Expression
{
    public override IEnumerable<string> Names => Of.SelectMany(part => part.Names);

    public override string Evaluate(Scope scope) =>
        scope.Run.NextOrdinal(this, string.Join('\u001f', Of.Select(part => part.Evaluate(scope)))).ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A text that goes through steps in this order: match, take, fold, map, date, number, times, and what to write instead of a blank.</summary>
internal sealed record Steps(Expression Of) : Expression
{
    /// <summary>Keeps what the group "value" matches; blank when the text does not match.</summary>
    public Regex? Match { get; init; }

    /// <summary>Keeps the first characters.</summary>
    public int? Take { get; init; }

    /// <summary>Whether it is written as it is searched: lower case, without accents.</summary>
    public bool Fold { get; init; }

    /// <summary>Replaces each value by another.</summary>
    public IReadOnlyDictionary<string, string>? Map { get; init; }

    /// <summary>Reads a number as it is written there.</summary>
    public NumberStyle? Number { get; init; }

    /// <summary>What the number is multiplied by: 1000 for amounts in thousands.</summary>
    public decimal Times { get; init; } = 1;

    /// <summary>Reads the day of a moment as it is written there.</summary>
    public MomentOrder? Moment { get; init; }

    /// <summary>What a blank, or a value that the map lacks, becomes.</summary>
    public Expression? Else { get; init; }

    public override IEnumerable<string> Names => Else is null ? Of.Names : Of.Names.Concat(Else.Names);

    public override string Evaluate(Scope scope)
    {
        var text = Of.Evaluate(scope);
        if (Match is not null) text = scope.Run.Patterns.Match(Match, text).Groups["value"].Value.Trim();
        if (Take is { } count && text.Length > count) text = text[..count];
        if (Fold) text = TextFolding.Fold(text);
        if (Map is not null && text.Length > 0)
        {
            if (Map.TryGetValue(text, out var mapped)) text = mapped;
            else if (Else is not null) text = "";
            else throw Unmapped(text, Map.Keys);
        }

        if (Moment is { } order && text.Length > 0) text = MomentText.Day(text, order);
        if (Number is { } style && text.Length > 0) text = NumberText.Read(text, IsNumberCell(scope) ? NumberStyle.Point : style, Times);
        return text.Length == 0 && Else is not null ? Else.Evaluate(scope) : text;
    }

    // A number in the cell of a workbook has one meaning, however numbers are written in that source.
    private bool IsNumberCell(Scope scope) => this is { Of: TextTemplate { Parts: ["", var column, ""] }, Match: null, Take: null, Map: null, Moment: null } && scope.IsNumber(column);

    private static RowRefusedException Unmapped(string text, IEnumerable<string> known)
    {
        var list = string.Join(", ", known);
        return new(text, new(
            $"de vertaling kent hier alleen {list}; verbeter de waarde of voeg hem daar toe.",
            $"the mapping knows only {list} here; correct the value or add it to the map."));
    }
}
