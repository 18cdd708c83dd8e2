using System.Buffers;
using CsvHelper;

namespace Wijk.Graph.Import.Formats;

/// <summary>A text with a separator, CSV or TSV, that was looked through once: before it is known which of its rows holds the headings.</summary>
internal sealed class CsvGrid
{
    private static readonly char[] Separators = [',', ';', '\t'];

    private readonly string file;
    private readonly TextBytes text;
    private readonly CsvReaderOptions options;
    private readonly List<(int Line, string[] Values)> first;

    /// <summary>Looks through a text.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="text">The text.</param>
    /// <param name="separator">What stands between values; null to find it out.</param>
    /// <exception cref="ImportFileException">A line is too long or has too many values.</exception>
    public CsvGrid(string file, TextBytes text, char? separator)
    {
        (this.file, this.text) = (file, text);
        text.RefuseEndlessLines(file);
        options = new CsvReaderOptions
        {
            HasHeader = false,
            Separator = separator ?? SeparatorOf(text.Utf8.Span),
            SkipEmptyLines = true,
            TrackLineNumbers = true,
            PoolStrings = true,
        };
        RefuseWideLines(file, text.Utf8.Span, (byte)options.Separator);
        first = FirstRows(text, options);
    }

    /// <summary>The text as a table.</summary>
    /// <param name="hasHeadings">Whether a row holds headings; else columns are called <c>$1</c>, <c>$2</c>, and the first row is a row like the others.</param>
    /// <param name="isHeading">Whether a text is a heading that is looked for; null when none is known.</param>
    /// <exception cref="ImportFileException">A heading occurs twice.</exception>
    public SourceTable Table(bool hasHeadings, Func<string, bool>? isHeading)
    {
        var at = hasHeadings ? HeadingRow.Find([.. first.Select(row => row.Values)], isHeading) : 0;
        var headings = first.Count == 0 ? [] : first[at].Values;

        // Columns at the end without a heading come from spreadsheets that were once wider.
        var count = headings.Length;
        while (count > 0 && string.IsNullOrWhiteSpace(headings[count - 1])) count--;
        if (!hasHeadings) headings = [.. headings[..count].Select((_, index) => $"${index + 1}")];
        SourceTable? table = null;
        var names = isHeading is null ? headings[..count] : SheetGrid.Distinct(headings[..count], isHeading);
        var rows = Rows(hasHeadings ? at : -1, count, headings, (note, column) => table!.Note(note, column));
        var above = first.Take(at).Where(row => row.Values.Any(value => !string.IsNullOrWhiteSpace(value))).ToArray();
        table = new(file, text.Encoding, names, rows, first.Count == 0 ? 1 : first[at].Line) { SkippedCount = above.Length };
        if (above.Length > 0) table.Note(SourceTable.AboveHeadings(new(file, above[0].Line), above[0].Values, above.Length, table.HeadingRow));
        foreach (var note in text.Notes) table.Note(new(new(file, note.Line), note.Value, note.Message));
        return table;
    }

    private static List<(int Line, string[] Values)> FirstRows(TextBytes text, CsvReaderOptions options)
    {
        var rows = new List<(int, string[])>();
        using var reader = CsvReader.Create(text.Utf8, options with { OnMalformedRecord = _ => { } });
        while (rows.Count < HeadingRow.LookedAt && reader.Read()) rows.Add(((int)reader.LineNumber, reader.Current.ToArray()));
        return rows;
    }

    private IEnumerable<SourceRow> Rows(int heading, int columnCount, string[] headings, Action<RowRemark, int> note)
    {
        CsvMalformedRecord? malformed = null;
        var stray = new Dictionary<int, (RowPlace First, string Value, int Count)>();
        using var reader = CsvReader.Create(text.Utf8, options with { OnMalformedRecord = record => malformed = record });
        for (var skipped = 0; skipped <= heading; skipped++) reader.Read();
        while (true)
        {
            malformed = null;
            if (!reader.Read()) break;
            var values = reader.Current.ToArray();
            if (values.All(string.IsNullOrWhiteSpace)) continue;
            var place = new RowPlace(file, (int)reader.LineNumber);
            if (malformed is { } fault)
            {
                yield return new(values, place, Broken(fault));
                continue;
            }

            // Blanks behind the last value say nothing.
            var filled = values.Length;
            while (filled > columnCount && string.IsNullOrWhiteSpace(values[filled - 1])) filled--;
            if (filled > headings.Length || (values.Length < columnCount && values.Length != headings.Length))
            {
                yield return new(values, place, Ragged(values.Length, columnCount));
                continue;
            }

            for (var column = 0; column < filled; column++)
            {
                if (string.IsNullOrWhiteSpace(values[column]) || !string.IsNullOrWhiteSpace(headings[column])) continue;
                var known = stray.GetValueOrDefault(column, (place, values[column], 0));
                stray[column] = (known.Item1, known.Item2, known.Item3 + 1);
            }

            yield return new(values[..columnCount], place);
        }

        foreach (var (column, (first, value, count)) in stray.OrderBy(pair => pair.Key)) note(SourceTable.WithoutHeading(first, value, count), column);
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

    // The separator that occurs most in the heading line, outside quotes; of a title without any, what stands equally often in the lines below it.
    private static char SeparatorOf(ReadOnlySpan<byte> utf8)
    {
        var lines = new List<int[]>();
        var (counts, quoted) = (new int[Separators.Length], false);
        foreach (var letter in utf8)
        {
            if (letter == '"') quoted = !quoted;
            if (quoted) continue;
            if (letter is (byte)'\n' or (byte)'\r')
            {
                lines.Add(counts);
                if (lines[0].Any(count => count > 0) || lines.Count >= 2 * HeadingRow.LookedAt) break;
                counts = new int[Separators.Length];
            }
            else if (Array.IndexOf(Separators, (char)letter) is >= 0 and var found)
            {
                counts[found]++;
            }
        }

        if (lines.Count == 0 || (lines.Count == 1 && lines[0] != counts)) lines.Add(counts);
        if (lines[0].Any(count => count > 0)) return Separators[Array.IndexOf(lines[0], lines[0].Max())];
        var best = Enumerable.Range(0, Separators.Length)
            .Select(separator => lines.Select(line => line[separator]).Where(count => count > 1).GroupBy(count => count).Select(group => group.Count()).DefaultIfEmpty().Max())
            .ToArray();
        return best.Max() > 1 ? Separators[Array.IndexOf(best, best.Max())] : Separators[0];
    }
}
