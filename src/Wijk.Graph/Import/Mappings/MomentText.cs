using System.Globalization;
using System.Text.RegularExpressions;

namespace Wijk.Graph.Import.Mappings;

/// <summary>Which of day and month is written first, where the year is not.</summary>
internal enum MomentOrder
{
    /// <summary>1-9-2025 is the first of September.</summary>
    DayFirst,

    /// <summary>9/1/2025 is the first of September.</summary>
    MonthFirst,
}

/// <summary>Reads the day of a moment, as forms and spreadsheets write them: <c>1-9-2025 10:22:13</c>, <c>2025/09/01 10:22:13 AM</c>.</summary>
internal static partial class MomentText
{
    /// <summary>The day as yyyy-MM-dd.</summary>
    /// <exception cref="RowRefusedException">There is no such day.</exception>
    public static string Day(string text, MomentOrder order)
    {
        if (YearFirst().Match(text) is { Success: true } first && Of(first, "m", "d") is { } day) return day;
        var (month, inMonth) = order == MomentOrder.DayFirst ? ("b", "a") : ("a", "b");
        if (YearLast().Match(text) is { Success: true } last && Of(last, month, inMonth) is { } found) return found;
        var example = order == MomentOrder.DayFirst ? "1-9-2025 10:22" : "9/1/2025 10:22";
        throw new RowRefusedException(text, new(
            $"dit is geen datum zoals 2025-09-01 of {example}; verbeter haar, of zet date in de vertaling op \"{(order == MomentOrder.DayFirst ? "monthFirst" : "dayFirst")}\".",
            $"this is not a date such as 2025-09-01 or {example}; correct it, or set date to \"{(order == MomentOrder.DayFirst ? "monthFirst" : "dayFirst")}\" in the mapping."));
    }

    private static string? Of(Match match, string month, string day) => DateOnly.TryParseExact(
        $"{match.Groups["y"].Value}-{match.Groups[month].Value.PadLeft(2, '0')}-{match.Groups[day].Value.PadLeft(2, '0')}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : null;

    [GeneratedRegex(@"^(?<y>\d{4})[-/.](?<m>\d\d?)[-/.](?<d>\d\d?)(?!\d)")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?<a>\d\d?)[-/.](?<b>\d\d?)[-/.](?<y>\d{4})(?!\d)")]
    private static partial Regex YearLast();
}
