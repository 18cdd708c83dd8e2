using System.Globalization;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings;

/// <summary>How numbers, amounts and lists are written in a sentence.</summary>
public static class Phrasing
{
    private static readonly NumberFormatInfo Dutch = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    /// <summary>A whole number with its thousands apart.</summary>
    public static Words Count(long number) => new(number.ToString("N0", Dutch), number.ToString("N0", CultureInfo.InvariantCulture));

    /// <summary>A number with a fixed number of decimals.</summary>
    public static Words Decimal(double number, int decimals) =>
        new(number.ToString("N" + decimals, Dutch), number.ToString("N" + decimals, CultureInfo.InvariantCulture));

    /// <summary>An amount, rounded to whole units of its currency.</summary>
    public static Words Amount(decimal amount, string currency)
    {
        var rounded = Math.Round(amount, MidpointRounding.AwayFromZero);
        return new($"{currency} {rounded.ToString("N0", Dutch)}", $"{currency} {rounded.ToString("N0", CultureInfo.InvariantCulture)}");
    }

    /// <summary>A count with its noun: "1 scheme", "5 schemes".</summary>
    public static Words Count(long number, Words one, Words many) => Count(number) + " " + (number == 1 ? one : many);

    /// <summary>The first few names and how many more there are: "a, b, c and 4 more".</summary>
    public static Words List(IReadOnlyList<string> names, int most)
    {
        if (names.Count == 0) return new("niemand", "nobody");
        var shown = string.Join(", ", names.Take(most));
        var rest = Count(names.Count - most);
        return names.Count <= most ? new(shown, shown) : new($"{shown} en nog {rest.Nl}", $"{shown} and {rest.En} more");
    }
}
