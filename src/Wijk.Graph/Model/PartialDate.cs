using System.Globalization;

namespace Wijk.Graph.Model;

/// <summary>A date whose month or day may be unknown: <c>2016</c>, <c>2016-03</c> or <c>2016-03-01</c>.</summary>
public readonly record struct PartialDate : IComparable<PartialDate>
{
    // One number, since every record carries two of these: yyyymmdd, with 00 for what is unknown.
    private readonly int digits;

    private PartialDate(int year, int month, int day) => digits = (year * 10_000) + (month * 100) + day;

    /// <summary>The year, 1 to 9999.</summary>
    public int Year => digits / 10_000;

    /// <summary>The month, 1 to 12, or 0 when unknown.</summary>
    public int Month => digits / 100 % 100;

    /// <summary>The day of the month, or 0 when unknown.</summary>
    public int Day => digits % 100;

    /// <summary>The first day it can mean: "2016" begins on 1 January.</summary>
    public DateOnly FirstDay => new(Year, Math.Max(Month, 1), Math.Max(Day, 1));

    /// <summary>The last day it can mean: "2016" ends on 31 December.</summary>
    public DateOnly LastDay
    {
        get
        {
            var month = Month == 0 ? 12 : Month;
            return new(Year, month, Day == 0 ? DateTime.DaysInMonth(Year, month) : Day);
        }
    }

    /// <summary>A whole day.</summary>
    public static PartialDate Of(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>A whole year.</summary>
    public static PartialDate OfYear(int year) => new(new DateOnly(year, 1, 1).Year, 0, 0);

    /// <summary>Reads <c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>.</summary>
    /// <returns>False when the text is none of these or names a day that does not exist.</returns>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        string[] forms = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];
        if (text is null || Array.FindIndex(forms, form => form.Length == text.Length) is not (>= 0 and var form)
            || !DateOnly.TryParseExact(text, forms[form], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return false;
        date = new(day.Year, form > 0 ? day.Month : 0, form > 1 ? day.Day : 0);
        return true;
    }

    /// <summary>Reads a date as <see cref="TryParse"/> does.</summary>
    /// <exception cref="FormatException">The text is not a partial date.</exception>
    public static PartialDate Parse(string text) =>
        TryParse(text, out var date)
            ? date
            : throw new FormatException($"'{text}' is not a date; write yyyy, yyyy-MM or yyyy-MM-dd.");

    /// <inheritdoc/>
    public int CompareTo(PartialDate other) => (FirstDay, LastDay).CompareTo((other.FirstDay, other.LastDay));

    /// <summary>The form that <see cref="Parse"/> reads.</summary>
    public override string ToString() => (Month, Day) switch
    {
        (0, _) => Year.ToString("0000", CultureInfo.InvariantCulture),
        (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{Day:00}"),
    };

    /// <summary>Earlier.</summary>
    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    /// <summary>Later.</summary>
    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    /// <summary>Not later.</summary>
    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    /// <summary>Not earlier.</summary>
    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;
}
