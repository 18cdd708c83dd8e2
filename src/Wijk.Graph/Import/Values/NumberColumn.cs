using System.Globalization;
using System.Text.RegularExpressions;
using Wijk.Graph.Import.Mappings;

namespace Wijk.Graph.Import.Values;

/// <summary>
/// Reads the numbers of one column as they are written there: <c>€ 5.000</c>, <c>12.500,50</c>, <c>3.0</c>. Whether a point stands between thousands or before
/// decimals is learned from the values that can be only one of the two; what then still could be two numbers is refused with both.
/// </summary>
internal sealed partial class NumberColumn
{
    private readonly bool isMoney;
    private readonly bool showsComma;
    private readonly bool showsPoint;

    private NumberColumn(bool isMoney, bool showsComma, bool showsPoint) => (this.isMoney, this.showsComma, this.showsPoint) = (isMoney, showsComma, showsPoint);

    /// <summary>A column of numbers that were written as text; those of number cells have one meaning and are left out.</summary>
    /// <param name="texts">The texts of the column.</param>
    /// <param name="isMoney">Whether they are amounts of money, which have no three decimals.</param>
    public static NumberColumn Of(IEnumerable<string> texts, bool isMoney)
    {
        var (comma, point, unclear) = (false, false, new HashSet<string>());
        foreach (var text in texts)
        {
            var plain = Plain(text);
            var (withComma, withPoint) = Meanings(plain);
            if (withComma is not null && withPoint is null) comma = true;
            else if (withPoint is not null && withComma is null) point = true;
            else if (withComma != withPoint) unclear.Add(plain);
        }

        // Once could be a decimal; amounts that all have three digits behind a point are in thousands.
        if (isMoney && !comma && !point && unclear.Count > 1 && unclear.Select(text => text.Contains('.')).Distinct().Count() == 1)
            (comma, point) = unclear.First().Contains('.') ? (true, false) : (false, true);
        return new(isMoney, comma, point);
    }

    /// <summary>The number.</summary>
    /// <param name="column">The column, as a message names it.</param>
    /// <param name="text">What was written; not blank.</param>
    /// <param name="isExact">Whether it was a number in the file, and so is written with a decimal point.</param>
    /// <param name="isWhole">Whether only whole numbers are meant.</param>
    /// <param name="range">The least and greatest that is possible; null when there is none.</param>
    /// <exception cref="RowRefusedException">It is no number, or could be two.</exception>
    public decimal Read(string column, string text, bool isExact, bool isWhole, (decimal Min, decimal Max)? range)
    {
        if (isExact && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)) return Whole(column, text, exact, isWhole);
        var (comma, point) = Meanings(Plain(text));
        if (comma is null && point is null) throw NoNumber(column, text, isWhole);
        if (comma is null || point is null || comma == point) return Whole(column, text, (comma ?? point)!.Value, isWhole);

        // Both are possible: what can be only one of them, by its kind, its sign or the rest of the column, is that one.
        if (Fits(comma.Value) != Fits(point.Value)) return Fits(comma.Value) ? comma.Value : point.Value;
        var larger = Math.Max(comma.Value, point.Value);
        if (isMoney && Currency().IsMatch(text)) return larger;
        if (showsComma != showsPoint && (showsComma ? comma : point) is { } shown && (!isMoney || shown == larger)) return Whole(column, text, shown, isWhole);
        throw Unclear(column, text, larger, Math.Min(comma.Value, point.Value));

        bool Fits(decimal number) => (!isWhole || number == decimal.Truncate(number)) && (range is not { } allowed || (number >= allowed.Min && number <= allowed.Max));
    }

    // What the text is with a decimal comma, and with a decimal point; null where it cannot be written so.
    private static (decimal? Comma, decimal? Point) Meanings(string plain) => (
        WithComma().IsMatch(plain) ? Parse(plain.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')) : null,
        WithPoint().IsMatch(plain) ? Parse(plain.Replace(",", "", StringComparison.Ordinal)) : null);

    private static decimal? Parse(string digits) =>
        decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Without the sign of money, the dash of "€ 500,-" and blanks between groups of three.
    private static string Plain(string text)
    {
        var digits = Currency().Replace(text.Replace('\u2212', '-'), "").Trim();
        digits = NoCents().Replace(digits, "");
        return Groups().IsMatch(digits) ? string.Concat(digits.Where(letter => !char.IsWhiteSpace(letter) && letter is not ('\'' or '\u2019'))) : digits;
    }

    private static decimal Whole(string column, string text, decimal number, bool isWhole) =>
        !isWhole || number == decimal.Truncate(number) ? number : throw NoNumber(column, text, isWhole);

    private static RowRefusedException NoNumber(string column, string text, bool isWhole) => new(text, isWhole
        ? new($"{column} moet een heel getal zijn, zoals 12; schrijf alleen het getal.", $"{column} must be a whole number, such as 12; write the number alone.")
        : new(
            $"{column} moet een getal zijn, zoals 12500, 12.500,50 of € 12.500; schrijf alleen het getal.",
            $"{column} must be a number, such as 12500, 12,500.50 or € 12,500; write the number alone."));

    private static RowRefusedException Unclear(string column, string text, decimal large, decimal small)
    {
        var (whole, english) = (large.ToString("0.############################", CultureInfo.InvariantCulture), small.ToString("0.00##########################", CultureInfo.InvariantCulture));
        var dutch = english.Replace('.', ',');
        return new(text, new(
            $"{column}: dit kan {whole} zijn of {dutch}; schrijf {whole} of {dutch}.",
            $"{column}: this may be {whole} or {english}; write {whole} or {english}."));
    }

    [GeneratedRegex(@"€|\$|£|\b(?:EUR|euro'?s?)\b\.?", RegexOptions.IgnoreCase)]
    private static partial Regex Currency();

    [GeneratedRegex(@"[.,](?:-{1,2}|–|—|=)$")]
    private static partial Regex NoCents();

    [GeneratedRegex(@"^-?\s?\d{1,3}(?:[\s'’]\d{3})+(?:[.,]\d{1,2})?$|^-\s\d")]
    private static partial Regex Groups();

    [GeneratedRegex(@"^-?([1-9]\d{0,2}(\.\d{3})+|\d+)(,\d+)?$")]
    private static partial Regex WithComma();

    [GeneratedRegex(@"^-?([1-9]\d{0,2}(,\d{3})+|\d+)(\.\d+)?$")]
    private static partial Regex WithPoint();
}
