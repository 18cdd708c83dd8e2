using System.Globalization;
using System.Text.RegularExpressions;

namespace Wijk.Graph.Import.Mappings;

/// <summary>Something that holds for a row or not; all that is set must hold.</summary>
internal sealed record Condition(Expression Of)
{
    /// <summary>The text is one of these.</summary>
    public IReadOnlyList<string>? Is { get; init; }

    /// <summary>The text is none of these.</summary>
    public IReadOnlyList<string>? IsNot { get; init; }

    /// <summary>The text is blank, or is not.</summary>
    public bool? IsBlank { get; init; }

    /// <summary>The text matches.</summary>
    public Regex? Matches { get; init; }

    /// <summary>The text is a number above this one.</summary>
    public Expression? Above { get; init; }

    /// <summary>The text is what this says, case and blanks aside.</summary>
    public Expression? IsSameAs { get; init; }

    /// <summary>The text is not what this says, case and blanks aside.</summary>
    public Expression? IsNotSameAs { get; init; }

    /// <summary>The expressions it looks at.</summary>
    public IEnumerable<Expression> Expressions => new[] { Of, Above, IsSameAs, IsNotSameAs }.OfType<Expression>();

    public bool Holds(Scope scope)
    {
        var text = Of.Evaluate(scope);
        return (Is is null || Is.Contains(text))
            && (IsNot is null || !IsNot.Contains(text))
            && (IsBlank is null || IsBlank == (text.Length == 0))
            && (Matches is null || scope.Run.Patterns.IsMatch(Matches, text))
            && (Above is null || (Number(text) is { } number && Number(Above.Evaluate(scope)) is { } other && number > other))
            && (IsSameAs is null || IsSame(text, IsSameAs.Evaluate(scope)))
            && (IsNotSameAs is null || !IsSame(text, IsNotSameAs.Evaluate(scope)));
    }

    private static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
}
