using System.Globalization;
using System.Text;
using System.Xml;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Formats;

/// <summary>
/// The cells of a workbook that show a date. A date is kept as a number of days, and only the format of the cell says that it is one, and what of it is shown: a cell
/// that shows a month means that month.
/// </summary>
/// <remarks>Days count from 1900, with a 29 February 1900 that never was, or from 1904: ECMA-376 part 1, 18.17.4.1.</remarks>
internal sealed class DateStyles
{
    private const int DaysFrom1900To1904 = 1462;
    private const double FirstDayAfterTheDayThatNeverWas = 61;
    private const double EndOfCalendar = 2_958_466;

    private readonly List<Shown> styles = [];
    private bool from1904;

    // What a format shows of a moment.
    private enum Shown
    {
        NoDate,
        Time,
        Year,
        Month,
        Day,
    }

    /// <summary>Takes the formats of the cells.</summary>
    public void ReadStyles(XmlReader reader)
    {
        var formats = new Dictionary<int, string>();
        var isInCells = false;
        while (reader.Read())
        {
            if (reader.LocalName == "cellXfs") isInCells = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            else if (reader.NodeType != XmlNodeType.Element) continue;
            else if (reader.LocalName == "numFmt" && Id(reader) is { } id) formats.TryAdd(id, reader.GetAttribute("formatCode") ?? "");
            else if (reader.LocalName == "xf" && isInCells) styles.Add(Id(reader) is { } used ? ShownBy(used, formats.GetValueOrDefault(used)) : Shown.NoDate);
        }
    }

    /// <summary>Takes the first day of the workbook's calendar.</summary>
    public void ReadWorkbook(XmlReader reader)
    {
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "workbookPr") from1904 = reader.GetAttribute("date1904") is "1" or "true";
        }
    }

    /// <summary>What the cell shows, as <c>yyyy</c>, <c>yyyy-MM</c>, <c>yyyy-MM-dd</c> or with a time; null when it is no date.</summary>
    /// <param name="style">The number of the cell's style, as the sheet has it.</param>
    /// <param name="value">The number in the cell.</param>
    public string? TextOf(string? style, string value)
    {
        if (!int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number >= styles.Count) return null;
        var shown = styles[number];
        if (shown == Shown.NoDate || !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var days)) return null;
        if (from1904) days += DaysFrom1900To1904;
        else if (days < FirstDayAfterTheDayThatNeverWas) days++;
        if (days < 0 || days >= EndOfCalendar) return null;

        // To the second: a fraction of a day is never exact.
        var moment = DateTime.FromOADate(Math.Round(days * 86_400) / 86_400);
        return shown switch
        {
            Shown.Year => Written("yyyy"),
            Shown.Month => Written("yyyy-MM"),
            Shown.Time => Written("HH:mm:ss"),
            _ => Written(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss"),
        };

        string Written(string format) => moment.ToString(format, CultureInfo.InvariantCulture);
    }

    private static int? Id(XmlReader reader) =>
        int.TryParse(reader.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    // Formats below 164 have no code in the file: 17 is mmm-yy, and 27 to 36 and 50 to 58 are dates of East Asia.
    private static Shown ShownBy(int id, string? code) => code is not null ? ShownBy(code) : id switch
    {
        14 or 15 or 16 or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 58) => Shown.Day,
        17 => Shown.Month,
        (>= 18 and <= 21) or (>= 32 and <= 35) or (>= 45 and <= 47) => Shown.Time,
        _ => Shown.NoDate,
    };

    private static Shown ShownBy(string code)
    {
        var letters = Letters(code);
        if (letters.Contains("general", StringComparison.Ordinal)) return Shown.NoDate;
        var (hasYear, hasDay) = (letters.Contains('y') || letters.Contains('j'), letters.Contains('d'));
        if (hasDay) return Shown.Day;
        if (letters.Contains('h') || letters.Contains('s')) return hasYear ? Shown.Day : Shown.Time;
        return hasYear ? letters.Contains('m') ? Shown.Month : Shown.Year : letters is "m" or "mm" or "mmm" or "mmmm" ? Shown.Month : Shown.NoDate;
    }

    // What of a format stands for a part of a date: without texts, colours, and what comes after the first semicolon.
    private static string Letters(string code)
    {
        var letters = new StringBuilder();
        for (var at = 0; at < code.Length && code[at] != ';'; at++)
        {
            if (code[at] is '\\' or '_' or '*') at++;
            else if (code[at] is '"') at = Math.Max(at, code.IndexOf('"', at + 1));
            else if (code[at] is '[' && code.IndexOf(']', at) is > 0 and var end)
            {
                // [h] counts hours; [Red] and [$-413] show nothing.
                if (TextFolding.Fold(code[(at + 1)..end]) is "h" or "hh" or "m" or "mm" or "s" or "ss") letters.Append('h');
                at = end;
            }
            else if (char.IsAsciiLetter(code[at])) letters.Append(char.ToLowerInvariant(code[at]));
        }

        return letters.ToString();
    }
}
