using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Values;

/// <summary>
/// Reads dates as people write them, in Dutch and English: <c>1-9-2025</c>, <c>1 sept. 2025</c>, <c>2025-09</c>, <c>najaar 2025</c>, <c>2025-2026</c>.
/// What could be two days is refused with both.
/// </summary>
/// <remarks>
/// Seasons are those of the weather: spring is March to May. A school year is August to July. Two digits of a year are of this century.
/// A time of day is left off.
/// </remarks>
internal static partial class DateText
{
    /// <summary>What a reader may write instead, as part of a message.</summary>
    public static readonly Words Forms = new("1-9-2025, sept 2025, najaar 2025 of 2025", "1-9-2025, Sept 2025, autumn 2025 or 2025");

    // A cell that holds a date and is shown as a number: the days since 1900 of the years 1982 to 2064.
    private static readonly (int First, int Last) DayNumbers = (30_000, 60_000);

    private static readonly FrozenDictionary<string, int> Months = new Dictionary<string, int>
    {
        ["januari"] = 1,
        ["january"] = 1,
        ["jan"] = 1,
        ["februari"] = 2,
        ["february"] = 2,
        ["feb"] = 2,
        ["febr"] = 2,
        ["maart"] = 3,
        ["march"] = 3,
        ["mrt"] = 3,
        ["mar"] = 3,
        ["april"] = 4,
        ["apr"] = 4,
        ["mei"] = 5,
        ["may"] = 5,
        ["juni"] = 6,
        ["june"] = 6,
        ["jun"] = 6,
        ["juli"] = 7,
        ["july"] = 7,
        ["jul"] = 7,
        ["augustus"] = 8,
        ["august"] = 8,
        ["aug"] = 8,
        ["september"] = 9,
        ["sept"] = 9,
        ["sep"] = 9,
        ["oktober"] = 10,
        ["october"] = 10,
        ["okt"] = 10,
        ["oct"] = 10,
        ["november"] = 11,
        ["nov"] = 11,
        ["december"] = 12,
        ["dec"] = 12,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, int> FirstMonthOfSeason = new Dictionary<string, int>
    {
        ["voorjaar"] = 3,
        ["lente"] = 3,
        ["spring"] = 3,
        ["zomer"] = 6,
        ["summer"] = 6,
        ["najaar"] = 9,
        ["herfst"] = 9,
        ["autumn"] = 9,
        ["fall"] = 9,
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Endless = new[]
    {
        "doorlopend", "onbepaald", "onbepaalde tijd", "heden", "nu", "lopend", "loopt", "loopt nog", "loopt door", "structureel", "geen einddatum",
        "onbekend", "nog onbekend", "nnb", "n.n.b", "ntb", "n.t.b", "nvt", "n.v.t", "?", "-",
        "ongoing", "open", "open ended", "open-ended", "present", "now", "none", "no end", "unknown", "tbd", "n/a",
    }.ToFrozenSet();

    /// <summary>The date or period; null when the text says that there is none, such as <c>doorlopend</c>.</summary>
    /// <param name="column">The column, as a message names it.</param>
    /// <param name="text">What was written; not blank.</param>
    /// <param name="order">Which of day and month comes first in this table.</param>
    /// <exception cref="RowRefusedException">It is no date, or could be two.</exception>
    public static WrittenPeriod? Read(string column, string text, DayOrder order)
    {
        var written = Plain(text);
        if (Endless.Contains(written.TrimEnd('.'))) return null;
        if (Range(column, text, written, order) is { } range) return range;
        return Single(column, text, written, order) ?? throw NoDate(column, text, written);
    }

    /// <summary>One day, month or year; null when the text says that there is none.</summary>
    /// <exception cref="RowRefusedException">It is no date, a period of several months, or could be two.</exception>
    public static PartialDate? Date(string column, string text, DayOrder order) => Read(column, text, order) switch
    {
        null => null,
        { IsRange: false } date => date.From,
        { } range => throw new RowRefusedException(text, new(
            $"{column} is één dag, maand of jaar, en dit loopt van {range.From} tot en met {range.To}; schrijf één van de twee.",
            $"{column} is one day, month or year, and this runs from {range.From} to {range.To}; write one of the two.")),
    };

    /// <summary>How a date that was written otherwise is written in the form that is always read; null when it is no date, or could be two.</summary>
    public static string? Standard(string text)
    {
        try
        {
            return Read("", text, DayOrder.Unknown) is { IsRange: false } date ? date.From.ToString() : null;
        }
        catch (RowRefusedException)
        {
            return null;
        }
    }

    private static string Plain(string text)
    {
        var folded = TextFolding.Fold(text.Replace('\u2013', '-').Replace('\u2014', '-').Replace('\u2011', '-').Replace('\u2019', '\''));
        return Weekday().Replace(Before().Replace(folded, ""), "").Trim();
    }

    private static WrittenPeriod? Range(string column, string text, string written, DayOrder order)
    {
        if (Years().Match(written) is { Success: true } years)
        {
            var (first, isSchoolYear) = (NumberIn(years, 2), years.Groups[1].Success);
            var second = years.Groups[3].Length == 4 ? NumberIn(years, 3) : (first / 100 * 100) + NumberIn(years, 3);
            if (second < first) return null;
            // 2025-12 is a month; a school year takes two years that follow each other.
            if (years.Groups[3].Length == 2 && (second != first + 1 || (!isSchoolYear && NumberIn(years, 3) <= 12 && !years.Value.Contains('/')))) return null;
            return isSchoolYear && second == first + 1 ? new(Month(first, 8), Month(second, 7)) : new(PartialDate.OfYear(first), PartialDate.OfYear(second));
        }

        if (Season().Match(written) is { Success: true } season && FirstMonthOfSeason.TryGetValue(season.Groups[1].Value, out var month))
            return Span(YearIn(season.Groups[2].Value), month, 3);
        if (Winter().Match(written) is { Success: true } winter)
        {
            var year = NumberIn(winter, 1);
            if (winter.Groups[2].Success) return new(Month(year, 12), Month(year + 1, 2));
            throw new RowRefusedException(text, new(
                $"{column}: dit kan de winter van {year - 1} op {year} zijn of die van {year} op {year + 1}; schrijf winter {year - 1}-{year} of winter {year}-{year + 1}.",
                $"{column}: this may be the winter of {year - 1} to {year} or that of {year} to {year + 1}; write winter {year - 1}-{year} or winter {year}-{year + 1}."));
        }

        if (Quarter().Match(written) is { Success: true } quarter)
            return Span(NumberIn(quarter, quarter.Groups["year"].Success ? "year" : "first"), (NumberIn(quarter, "part") * 3) - 2, 3);
        if (Half().Match(written) is { Success: true } half)
            return Span(NumberIn(half, "year"), half.Groups["part"].Value is "1" or "eerste" or "first" ? 1 : 7, 6);
        return FromTo(column, text, written, order);
    }

    // "1 sept 2025 t/m 15 juni 2026"; a start without year has the year of the end.
    private static WrittenPeriod? FromTo(string column, string text, string written, DayOrder order)
    {
        var parts = Until().Split(written);
        if (parts.Length != 2) return null;
        if (Read(column, parts[1], order) is not { } to) return Single(column, text, parts[0], order) is { } open ? open : null;
        var from = Single(column, text, parts[0], order) ?? Single(column, text, $"{parts[0]} {to.To.Year}", order);
        if (from is not { } start) return null;
        return start.From.FirstDay <= to.To.LastDay ? new(start.From, to.To) : throw new RowRefusedException(text, new(
            $"{column}: het einde {to.To} ligt voor het begin {start.From}; verbeter een van de twee.",
            $"{column}: the end {to.To} comes before the start {start.From}; correct one of the two."));
    }

    private static WrittenPeriod? Single(string column, string text, string written, DayOrder order)
    {
        if (YearFirst().Match(written) is { Success: true } iso) return Made(NumberIn(iso, 1), NumberIn(iso, 2), iso.Groups[3].Success ? NumberIn(iso, 3) : 0);
        if (EightDigits().Match(written) is { Success: true } digits) return Made(NumberIn(digits, 1), NumberIn(digits, 2), NumberIn(digits, 3));
        if (OnlyYear().Match(written) is { Success: true } year && NumberIn(year, 1) is >= 1000 and var only) return Made(only, 0, 0);
        if (MonthYear().Match(written) is { Success: true } monthYear) return Made(NumberIn(monthYear, 2), NumberIn(monthYear, 1), 0);
        if (DayMonthName().Match(written) is { Success: true } named && Months.TryGetValue(named.Groups[2].Value, out var month))
            return Made(YearIn(named.Groups[3].Value), month, NumberIn(named, 1));
        if (MonthNameDay().Match(written) is { Success: true } american && Months.TryGetValue(american.Groups[1].Value, out month))
            return Made(YearIn(american.Groups[3].Value), month, NumberIn(american, 2));
        if (MonthName().Match(written) is { Success: true } named2 && Months.TryGetValue(named2.Groups[1].Value, out month))
            return Made(YearIn(named2.Groups[2].Value), month, 0);
        if (YearMonthName().Match(written) is { Success: true } named3 && Months.TryGetValue(named3.Groups[2].Value, out month))
            return Made(NumberIn(named3, 1), month, 0);
        return Numbers().Match(written) is { Success: true } numbers ? OfNumbers(column, text, numbers, order) : null;
    }

    private static WrittenPeriod? OfNumbers(string column, string text, Match numbers, DayOrder order)
    {
        var (first, second, year) = (NumberIn(numbers, 1), NumberIn(numbers, 3), YearIn(numbers.Groups[4].Value));
        var (dayFirst, monthFirst) = (Made(year, second, first), Made(year, first, second));
        // 25-9-26 may begin with its year.
        var yearFirst = numbers.Groups[4].Length == 2 && first is >= 20 and <= 31 ? Made(2000 + first, second, NumberIn(numbers, 4)) : null;
        var meanings = (WrittenPeriod?[])[dayFirst, IsDutch(numbers, order) ? null : monthFirst, yearFirst];
        var known = meanings.Where(meaning => meaning is not null).Distinct().ToArray();
        if (known.Length <= 1) return known.FirstOrDefault() ?? monthFirst;
        if (order == DayOrder.DayFirst && dayFirst is not null) return dayFirst;
        if (yearFirst is null && order == DayOrder.MonthFirst) return monthFirst;
        var shown = string.Join('|', known.Select(meaning => meaning!.Value.From));
        throw new RowRefusedException(text, new(
            $"{column}: dit kan {shown.Replace("|", " of ", StringComparison.Ordinal)} zijn; schrijf de bedoelde zo.",
            $"{column}: this may be {shown.Replace("|", " or ", StringComparison.Ordinal)}; write the one you mean like that."));
    }

    // With dashes or points the day comes first, unless other dates here say otherwise; with slashes it may be either.
    private static bool IsDutch(Match numbers, DayOrder order) => numbers.Groups[2].Value != "/" && order is DayOrder.Unknown or DayOrder.DayFirst;

    private static RowRefusedException NoDate(string column, string text, string written)
    {
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= DayNumbers.First && number <= DayNumbers.Last)
        {
            var day = PartialDate.Of(DateOnly.FromDateTime(DateTime.FromOADate(number)));
            return new(text, new(
                $"{column}: dit is een getal; is de datum {day} bedoeld, geef de cel dan de opmaak datum of schrijf {day}.",
                $"{column}: this is a number; if it stands for the date {day}, format the cell as a date or write {day}."));
        }

        if (Vague().IsMatch(written))
        {
            return new(text, new(
                $"{column}: 'begin', 'medio', 'eind' en 'circa' zeggen niet welke maand; schrijf een maand, zoals sept 2025.",
                $"{column}: 'early', 'mid', 'late' and 'about' do not say which month; write a month, such as Sept 2025."));
        }

        return new(text, new(
            $"{column} moet een datum zijn die bestaat, met een jaar erbij, zoals {Forms.Nl}.",
            $"{column} must be a date that exists, with its year, such as {Forms.En}."));
    }

    private static WrittenPeriod? Made(int year, int month, int day) =>
        PartialDate.TryParse(
            month == 0 ? $"{year:0000}" : day == 0 ? $"{year:0000}-{month:00}" : $"{year:0000}-{month:00}-{day:00}", out var date) && (day > 0 || month > 0 || year > 0)
            ? WrittenPeriod.Of(date) : null;

    private static PartialDate Month(int year, int month) => PartialDate.Parse($"{year:0000}-{month:00}");

    private static WrittenPeriod Span(int year, int firstMonth, int months) => new(Month(year, firstMonth), Month(year, firstMonth + months - 1));

    private static int NumberIn(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int NumberIn(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int YearIn(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) + (digits.Length == 2 ? 2000 : 0);

    private const string Time = @"(?:[t ]\s?(?:00?:00(?::00(?:\.0+)?)?(?:z|[+-]\d{2}:?\d{2})?|\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?";

    [GeneratedRegex(@"^(vanaf|van af|sinds|start|begint|per|from|since|starting|t/m|tot en met|until|through|till)\s+")]
    private static partial Regex Before();

    [GeneratedRegex(@"^(maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|vr|za|zo|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun)[.,]?\s+")]
    private static partial Regex Weekday();

    [GeneratedRegex(@"\s*(?:\bt/m\b|\btot en met\b|\btot\b|\bthrough\b|\buntil\b|\btill\b|\bto\b|\s-\s)\s*")]
    private static partial Regex Until();

    [GeneratedRegex(@"^(schooljaar|cursusjaar|studiejaar|school year|academic year)?\s*(\d{4})\s?[-/]\s?(\d{4}|\d{2})$")]
    private static partial Regex Years();

    [GeneratedRegex(@"^([a-z]+)(?: van| of|,)?\s+'?(\d{2}|\d{4})$")]
    private static partial Regex Season();

    [GeneratedRegex(@"^winter\s+(\d{4})(\s?[-/]\s?(?:\d{4}|\d{2}))?$")]
    private static partial Regex Winter();

    [GeneratedRegex(@"^(?:(?<first>\d{4})[ -]?)?(?:q\s?(?<part>[1-4])|(?:kwartaal|quarter)\s?(?<part>[1-4])|(?<part>[1-4])(?:e|ste|de|st|nd|rd|th)?\s(?:kwartaal|quarter))(?:(?: van| of|,)?[ -]?(?<year>\d{4}))?$(?<=\d{4}.*)")]
    private static partial Regex Quarter();

    [GeneratedRegex(@"^(?:h(?<part>[12])|(?<part>[12])(?:e|ste|de|st|nd)?\s(?:helft|halfjaar|half)|(?<part>eerste|tweede|first|second)\s(?:helft|halfjaar|half))(?:\s(?:van|of))?\s(?<year>\d{4})$")]
    private static partial Regex Half();

    [GeneratedRegex(@"^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2})" + Time + ")?$")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^((?:19|20)\d{2})(\d{2})(\d{2})$")]
    private static partial Regex EightDigits();

    [GeneratedRegex(@"^(\d{4})(?:\.0+)?$")]
    private static partial Regex OnlyYear();

    [GeneratedRegex(@"^(\d{1,2})[-/.](\d{4})$")]
    private static partial Regex MonthYear();

    [GeneratedRegex(@"^(\d{1,2})(?:e|ste|de|st|nd|rd|th)?[ \-./]*([a-z]+)[ \-./,']*(\d{4}|\d{2})" + Time + "$")]
    private static partial Regex DayMonthName();

    [GeneratedRegex(@"^([a-z]+)\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})$")]
    private static partial Regex MonthNameDay();

    [GeneratedRegex(@"^([a-z]+)[ \-./,']*(\d{4}|\d{2})$")]
    private static partial Regex MonthName();

    [GeneratedRegex(@"^(\d{4})[ \-./]*([a-z]+)\.?$")]
    private static partial Regex YearMonthName();

    [GeneratedRegex(@"^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})" + Time + "$")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^(begin|medio|eind|einde|half|ca\.?|circa|rond|early|mid|late|end of|about|around)\b")]
    private static partial Regex Vague();
}
