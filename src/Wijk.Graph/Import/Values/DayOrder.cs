using System.Text.RegularExpressions;

namespace Wijk.Graph.Import.Values;

/// <summary>Which of day and month somebody writes first where both are numbers.</summary>
internal enum DayOrder
{
    /// <summary>No date says it.</summary>
    Unknown,

    /// <summary>The day first: 31-5-2026.</summary>
    DayFirst,

    /// <summary>The month first: 5/31/2026.</summary>
    MonthFirst,

    /// <summary>Some dates can only be the one, and others only the other.</summary>
    Mixed,
}

/// <summary>Finds the order of day and month in the dates that can only be read in one way.</summary>
internal static partial class DayOrders
{
    /// <summary>The order that the dates show.</summary>
    /// <param name="texts">The dates of one table, as written.</param>
    /// <param name="otherwise">The order when no date shows it.</param>
    public static DayOrder In(IEnumerable<string> texts, DayOrder otherwise)
    {
        var (dayFirst, monthFirst) = (false, false);
        foreach (var match in texts.SelectMany(text => Numbers().Matches(text)))
        {
            var (first, second) = (int.Parse(match.Groups[1].ValueSpan), int.Parse(match.Groups[2].ValueSpan));
            dayFirst |= first is > 12 and <= 31 && second is >= 1 and <= 12;
            monthFirst |= second is > 12 and <= 31 && first is >= 1 and <= 12;
        }

        return (dayFirst, monthFirst) switch
        {
            (true, true) => DayOrder.Mixed,
            (true, _) => DayOrder.DayFirst,
            (_, true) => DayOrder.MonthFirst,
            _ => otherwise,
        };
    }

    [GeneratedRegex(@"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}(?!\d)")]
    private static partial Regex Numbers();
}
