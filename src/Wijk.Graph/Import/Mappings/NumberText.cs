using System.Globalization;
using System.Text.RegularExpressions;

namespace Wijk.Graph.Import.Mappings;

/// <summary>How numbers are written in a source.</summary>
internal enum NumberStyle
{
    /// <summary>A decimal comma, and points between thousands: <c>€ 15.000</c>, <c>1.234,56</c>.</summary>
    Dutch,

    /// <summary>A decimal point, and commas between thousands: <c>10358.00</c>, <c>$1,234.56</c>.</summary>
    Point,
}

/// <summary>Reads numbers exactly, in the way they are written.</summary>
internal static partial class NumberText
{
    /// <summary>The number in plain digits with a decimal point.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="style">How numbers are written there.</param>
    /// <param name="times">What it is multiplied by.</param>
    /// <exception cref="RowRefusedException">The text is not a number of this style, or too large.</exception>
    public static string Read(string text, NumberStyle style, decimal times = 1)
    {
        var digits = Currency().Replace(text, "");
        var fits = style == NumberStyle.Dutch ? Dutch().IsMatch(digits) : Point().IsMatch(digits);
        var plain = style == NumberStyle.Dutch
            ? digits.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')
            : digits.Replace(",", "", StringComparison.Ordinal);
        if (fits && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return Multiplied(text, number, times).ToString(CultureInfo.InvariantCulture);
        throw new RowRefusedException(text, style == NumberStyle.Dutch
            ? new(
                "dit is geen Nederlands getal, zoals 1.234,56; verbeter het, of zet number op \"point\" in de vertaling.",
                "this is not a Dutch number, such as 1.234,56; correct it, or set number to \"point\" in the mapping.")
            : new(
                "dit is geen getal zoals 1,234.56; verbeter het, of zet number op \"dutch\" in de vertaling.",
                "this is not a number such as 1,234.56; correct it, or set number to \"dutch\" in the mapping."));
    }

    private static decimal Multiplied(string text, decimal number, decimal times)
    {
        try
        {
            return number * times;
        }
        catch (OverflowException)
        {
            throw new RowRefusedException(text, new("dit getal is te groot; verbeter het.", "this number is too large; correct it."));
        }
    }

    [GeneratedRegex(@"\s|€|\$|EUR")]
    private static partial Regex Currency();

    [GeneratedRegex(@"^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$")]
    private static partial Regex Dutch();

    [GeneratedRegex(@"^-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$")]
    private static partial Regex Point();
}
