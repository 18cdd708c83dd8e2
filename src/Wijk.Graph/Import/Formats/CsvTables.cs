using System.Buffers;
using CsvHelper;

namespace Wijk.Graph.Import.Formats;

/// <summary>Reads text with a separator: CSV and TSV.</summary>
internal static class CsvTables
{
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>The table in a text whose first line holds the headings, or the first row when there are none.</summary>
    /// <exception cref="ImportFileException">A line is too long or has too many values, or a heading occurs twice.</exception>
    public static SourceTable Read(string file, TextBytes text, char? separator, bool hasHeadings = true)
    {
        text.RefuseEndlessLines(file);
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            Separator = separator ?? SeparatorOf(text.Utf8.Span),
            SkipEmptyLines = true,
            TrackLineNumbers = true,
            PoolStrings = true,
        };
        RefuseWideLines(file, text.Utf8.Span, (byte)options.Separator);
        string[] headings;
        using (var reader = CsvReader.Create(text.Utf8, options))
        {
            headings = reader.Read() ? reader.Current.ToArray() : [];
        }

        // Columns at the end without a heading come from spreadsheets that were once wider.
        var count = headings.Length;
        while (count > 0 && string.IsNullOrWhiteSpace(headings[count - 1])) count--;
        return new(file, text.Encoding, hasHeadings ? headings[..count] : headings[..count].Select((_, index) => $"${index + 1}"),
            Rows(file, text, options, count, headings.Length, hasHeadings));
    }

    private static IEnumerable<SourceRow> Rows(string file, TextBytes text, CsvReaderOptions options, int columnCount, int headingCount, bool hasHeadings)
    {
        CsvMalformedRecord? malformed = null;
        using var reader = CsvReader.Create(text.Utf8, options with { OnMalformedRecord = record => malformed = record });
        if (hasHeadings) reader.Read();
        while (true)
        {
            malformed = null;
            if (!reader.Read()) yield break;
            var values = reader.Current.ToArray();
            if (values.All(string.IsNullOrWhiteSpace)) continue;
            var place = new RowPlace(file, (int)reader.LineNumber);
            yield return malformed is { } fault ? new([], place, Broken(fault))
                : values.Length != headingCount && values.Length != columnCount ? new([], place, Ragged(values.Length, columnCount))
                : values[columnCount..].Any(value => !string.IsNullOrWhiteSpace(value)) ? new([], place, Ragged(values.Length, columnCount))
                : new(values[..columnCount], place);
        }
    }

    // Before any value is made: a line of many separators makes many texts.
    private static void RefuseWideLines(string file, ReadOnlySpan<byte> utf8, byte separator)
    {
        var ends = SearchValues.Create([(byte)'"', (byte)'\n', (byte)'\r', separator]);
        var (line, count, quoted) = (1, 1, false);
        for (var at = utf8.IndexOfAny(ends); at >= 0; at = utf8.IndexOfAny(ends))
        {
            if (utf8[at] == '"') quoted = !quoted;
            else if (utf8[at] == '\n') line++;
            if (!quoted) count = utf8[at] == separator ? count + 1 : utf8[at] == '"' ? count : 1;
            SourceTable.RefuseTooMany(file, count, line);
            utf8 = utf8[(at + 1)..];
        }
    }

    private static RowFault Ragged(int count, int expected) => new("", new(
        $"de rij heeft {count} waarden en de kopregel {expected}; elke rij heeft voor elke kop één waarde nodig. "
            + "Zet aanhalingstekens om waarden waar het scheidingsteken in staat.",
        $"the row has {count} values and the heading line has {expected}; every row needs one value for each heading. "
            + "Put quotes around values that hold the separator."));

    private static RowFault Broken(CsvMalformedRecord record) => new("", record.Reason switch
    {
        CsvMalformedReason.UnterminatedQuote => new(
            "hier opent een aanhalingsteken een tekst en tot het eind van het bestand sluit niets hem; sluit hem of verdubbel het teken.",
            "a quote opens a text here and nothing closes it up to the end of the file; close it or double it."),
        CsvMalformedReason.TextAfterClosingQuote => new(
            "na een sluitend aanhalingsteken komt nog tekst; verdubbel de aanhalingstekens die bij de tekst horen.",
            "text follows a closing quote; double the quotes that belong to the text."),
        _ => new(
            "in een waarde die er niet mee begint staat een aanhalingsteken; zet de hele waarde tussen aanhalingstekens en verdubbel die erin.",
            "there is a quote inside a value that does not start with one; put the whole value in quotes and double those inside."),
    });

    // The separator that occurs most in the heading line, outside quotes; a line without any is one column.
    private static char SeparatorOf(ReadOnlySpan<byte> utf8)
    {
        var counts = new int[Separators.Length];
        var quoted = false;
        foreach (var letter in utf8)
        {
            if (letter == '"') quoted = !quoted;
            if (quoted) continue;
            if (letter is (byte)'\n' or (byte)'\r' && counts.Any(count => count > 0)) break;
            if (letter == '\n') break;
            if (Array.IndexOf(Separators, (char)letter) is >= 0 and var found) counts[found]++;
        }

        return Separators[Array.IndexOf(counts, counts.Max())];
    }
}
