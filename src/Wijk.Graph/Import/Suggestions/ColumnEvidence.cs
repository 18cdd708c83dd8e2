using System.Globalization;
using System.Text.RegularExpressions;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Suggestions;

/// <summary>What the values of a column look like.</summary>
/// <param name="Filled">How many are not blank.</param>
/// <param name="Dates">How many are dates or years.</param>
/// <param name="DayFirst">How many are dates with the day first, which the mapping must be told.</param>
/// <param name="Numbers">How many are numbers, however written.</param>
/// <param name="IsDutchNumber">Whether numbers are written as 1.234,56; null when none of them tells.</param>
/// <param name="Separator">What stands between several values in one cell; null when it holds one.</param>
/// <param name="IsPostcode">Whether most are Dutch postal codes.</param>
internal sealed partial record ColumnEvidence(int Filled, int Dates, int DayFirst, int Numbers, bool? IsDutchNumber, string? Separator, bool IsPostcode)
{
    private static readonly string[] Separators = [";", "|", "\n"];

    /// <summary>The evidence of these values, blanks among them.</summary>
    public static ColumnEvidence Of(IEnumerable<string> values)
    {
        string[] filled = [.. values.Select(value => value.Trim()).Where(value => value.Length > 0)];
        var (dutch, point) = (filled.Count(value => DutchOnly().IsMatch(Digits(value))), filled.Count(value => PointOnly().IsMatch(Digits(value))));
        return new(
            filled.Length,
            filled.Count(IsDate),
            filled.Count(value => DayFirstDate().IsMatch(value)),
            filled.Count(value => AnyNumber().IsMatch(Digits(value))),
            dutch == point ? null : dutch > point,
            Separators.FirstOrDefault(separator => filled.Count(value => value.Contains(separator, StringComparison.Ordinal)) * 10 >= Math.Max(filled.Length, 1)),
            filled.Length > 0 && filled.Count(value => Postcode().IsMatch(value)) * 10 >= filled.Length * 8);
    }

    /// <summary>Whether nearly all are dates.</summary>
    public bool AreDates => Filled > 0 && Dates * 10 >= Filled * 8;

    /// <summary>Whether nearly all are numbers.</summary>
    public bool AreNumbers => Filled > 0 && Numbers * 10 >= Filled * 8;

    /// <summary>Whether the values may be what a role asks for.</summary>
    public bool Fits(ColumnRole role) => role switch
    {
        ColumnRole.From or ColumnRole.To => AreDates,
        ColumnRole.Budget => AreNumbers,
        ColumnRole.Organisation or ColumnRole.Activity or ColumnRole.Funder or ColumnRole.Partner or ColumnRole.Group or ColumnRole.Theme => !AreNumbers && !AreDates,
        _ => true,
    };

    private static bool IsDate(string value) => PartialDate.TryParse(value, out _) || DayFirstDate().IsMatch(value)
        || DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) && value.Contains('-', StringComparison.Ordinal) && moment.Year > 1800;

    private static string Digits(string value) => Currency().Replace(value, "");

    [GeneratedRegex(@"\s|€|\$|£|EUR|GBP|euro|,-$", RegexOptions.IgnoreCase)]
    private static partial Regex Currency();

    [GeneratedRegex(@"^\d\d?[-/.]\d\d?[-/.]\d{4}\b")]
    private static partial Regex DayFirstDate();

    [GeneratedRegex(@"^-?\d[\d.,]*$")]
    private static partial Regex AnyNumber();

    [GeneratedRegex(@"^-?(\d{1,3}(\.\d{3})*|\d+),\d{1,2}$|^-?\d{1,3}(\.\d{3}){2,}$")]
    private static partial Regex DutchOnly();

    [GeneratedRegex(@"^-?(\d{1,3}(,\d{3})*|\d+)\.\d{1,2}$|^-?\d{1,3}(,\d{3}){2,}$")]
    private static partial Regex PointOnly();

    [GeneratedRegex(@"^\d{4} ?[A-Za-z]{2}$")]
    private static partial Regex Postcode();
}
