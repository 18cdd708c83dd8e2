using System.Globalization;
using Wijk.Graph.Analysis.Overlap;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings;

/// <summary>How numbers, amounts and lists are written in a sentence.</summary>
public static class Phrasing
{
    private static readonly NumberFormatInfo Dutch = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    /// <summary>A whole number with its thousands apart.</summary>
    public static Words Count(long number) => new(number.ToString("N0", Dutch), number.ToString("N0", CultureInfo.InvariantCulture));

    /// <summary>A share of 0 to 1, rounded down: what is nearly 1 is not said to be 1.</summary>
    public static Words RoundedDown(double share, int decimals) => Decimal(Math.Floor((share * Math.Pow(10, decimals)) + 1e-9) / Math.Pow(10, decimals), decimals);

    /// <summary>A number with a fixed number of decimals.</summary>
    public static Words Decimal(double number, int decimals) =>
        new(number.ToString("N" + decimals, Dutch), number.ToString("N" + decimals, CultureInfo.InvariantCulture));

    /// <summary>An amount, rounded to whole units of its currency.</summary>
    public static Words Amount(decimal amount, string currency)
    {
        var rounded = Math.Round(amount, MidpointRounding.AwayFromZero);
        var number = new Words(rounded.ToString("N0", Dutch), rounded.ToString("N0", CultureInfo.InvariantCulture));
        return currency.Length == 0 ? number + new Words(" (munt onbekend)", " (currency unknown)") : currency + " " + number;
    }

    /// <summary>A share, 0 to 1, in whole percents; what is not quite none or not quite all is never rounded to that.</summary>
    public static Words Percent(double share) => share switch
    {
        > 0 and < 0.01 => new("minder dan 1%", "less than 1%"),
        > 0.99 and < 1 => new("meer dan 99%", "more than 99%"),
        _ => Decimal(100 * share, 0) + "%",
    };

    /// <summary>A day: "31-12-2016" in Dutch, "31 December 2016" in English.</summary>
    public static Words Day(DateOnly day) =>
        new(day.ToString("d-M-yyyy", CultureInfo.InvariantCulture), day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture));

    /// <summary>A range of days: "2016", "1-3-2025 t/m 31-12-2025", "vanaf 1-3-2025"; what is not known is said to be.</summary>
    /// <param name="range">The days.</param>
    public static Words Period(DayRange range) => (range.FirstDay, range.LastDay) switch
    {
        ({ Month: 1, Day: 1 } first, { Month: 12, Day: 31 } last) when first.Year == last.Year => $"{first.Year}",
        ({ } first, { } last) => Day(first) + new Words(" t/m ", " to ") + Day(last),
        ({ } first, null) => new Words("vanaf ", "from ") + Day(first) + new Words(", eind onbekend", ", end unknown"),
        (null, { } last) => new Words("tot en met ", "until ") + Day(last) + new Words(", begin onbekend", ", start unknown"),
        _ => new("periode onbekend", "period unknown"),
    };

    /// <summary>A count with its noun: "1 scheme", "5 schemes".</summary>
    public static Words Count(long number, Words one, Words many) => Count(number) + " " + (number == 1 ? one : many);

    /// <summary>Some of all: "3 of 36".</summary>
    public static Words Of(long some, long all) => Count(some) + new Words(" van ", " of ") + Count(all);

    /// <summary>A name in a list: in quotation marks when it holds a comma and so could be read as two.</summary>
    public static string Listed(string name) => name.Contains(',', StringComparison.Ordinal) ? $"‘{name}’" : name;

    /// <summary>Words that begin a sentence, with a capital.</summary>
    public static Words Begin(Words words) => new(Capital(words.Nl), Capital(words.En));

    /// <summary>The end of a sentence, with one stop also after "Inc.".</summary>
    public static Words End(Words words) => new(words.Nl.TrimEnd('.') + ".", words.En.TrimEnd('.') + ".");

    /// <summary>One of two sentences, by number.</summary>
    public static Words ByNumber(long number, Words one, Words many) => number == 1 ? one : many;

    /// <summary>The first few names and how many more there are: "a, b, c and 4 more". A last one is named rather than counted.</summary>
    public static Words List(IReadOnlyList<string> names, int most)
    {
        if (names.Count == 0) return new("niemand", "nobody");
        var isAll = names.Count <= most + 1L;
        var shown = string.Join(", ", names.Take(isAll ? names.Count : most));
        var rest = Count(names.Count - most);
        return isAll ? new(shown, shown) : new($"{shown} en nog {rest.Nl}", $"{shown} and {rest.En} more");
    }

    /// <summary>The same of names that differ by language.</summary>
    public static Words List(IReadOnlyList<Words> names, int most) =>
        new(List([.. names.Select(name => name.Nl)], most).Nl, List([.. names.Select(name => name.En)], most).En);

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
