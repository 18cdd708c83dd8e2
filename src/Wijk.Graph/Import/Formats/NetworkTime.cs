using System.Globalization;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Formats;

/// <summary>Moments as files of networks write them.</summary>
internal static class NetworkTime
{
    private const int FirstYear = 1800;
    private const int LastYear = 2200;

    /// <summary>The day, month or year of a moment, as <c>2025-03-31</c>, <c>2025-03</c> or <c>2025</c>.</summary>
    /// <returns>Empty for a blank and for an infinite moment; null for a number that cannot be a year.</returns>
    public static string? Day(string written)
    {
        var text = written.Trim();
        if (text.Length == 0 || text.Trim('-', '+').Equals("infinity", StringComparison.OrdinalIgnoreCase) || text.Trim('-', '+').Equals("inf", StringComparison.OrdinalIgnoreCase)) return "";

        // A moment: the day is what stands before the T or the blank.
        var day = text.Split('T', ' ')[0];
        if (PartialDate.TryParse(day, out _) && day.Length > 4) return day;
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number % 1 == 0 && number is >= FirstYear and <= LastYear
            ? number.ToString("0", CultureInfo.InvariantCulture)
            : null;
    }
}
