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

    /// <summary>The text is a number above this.</summary>
    public decimal? Above { get; init; }

    public bool Holds(Scope scope)
    {
        var text = Of.Evaluate(scope);
        return (Is is null || Is.Contains(text))
            && (IsNot is null || !IsNot.Contains(text))
            && (IsBlank is null || IsBlank == (text.Length == 0))
            && (Matches is null || Matches.IsMatch(text))
            && (Above is null || (decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && number > Above));
    }
}
