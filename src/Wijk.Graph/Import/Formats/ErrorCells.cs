using System.Collections.Frozen;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Formats;

/// <summary>What a spreadsheet shows where a formula failed, in Dutch and English: it is no text that somebody wrote.</summary>
internal static class ErrorCells
{
    /// <summary>An error of which the spreadsheet says no more.</summary>
    public const string Any = "#VALUE!";

    private static readonly FrozenSet<string> Errors = new[]
    {
        "#REF!", "#N/A", Any, "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA", "#FIELD!", "#BLOCKED!", "#UNKNOWN!", "#CONNECT!",
        "#VERW!", "#N/B", "#WAARDE!", "#DEEL/0!", "#NAAM?", "#GETAL!", "#LEEG!", "#OVERLOOP!", "#VELD!",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What to do about such a cell.</summary>
    public static readonly Words Advice = new(
        "dit is een foutmelding van het rekenblad, geen tekst; herstel de formule of maak de cel leeg.",
        "this is an error of the spreadsheet, not a text; mend the formula or clear the cell.");

    /// <summary>Whether a value is an error.</summary>
    public static bool IsError(string value) => value.Length is > 3 and < 16 && value[0] == '#' && Errors.Contains(value);
}
