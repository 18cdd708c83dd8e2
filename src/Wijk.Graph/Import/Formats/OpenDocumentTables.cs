using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Wijk.Graph.Import.Formats;

/// <summary>Reads a workbook in the OpenDocument form (.ods), as LibreOffice saves it: each sheet that holds something.</summary>
/// <remarks>Source of the form: OpenDocument 1.3, part 3, chapter 9. Only its content and styles are unpacked, as streams, with the limits of <see cref="WorkbookParts"/> counted on what comes out.</remarks>
internal static class OpenDocumentTables
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = WorkbookParts.LargestUnpacked,
    };

    /// <summary>The sheets that hold something, in order.</summary>
    /// <exception cref="ImportFileException">The file is no such workbook, or goes over a limit.</exception>
    public static IReadOnlyList<SheetGrid> Read(string file, byte[] bytes)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            var content = archive.GetEntry("content.xml") ?? throw Unreadable(file, "content.xml");
            var (dates, sheets) = (new OpenDocumentDates(), new List<SheetGrid>());
            if (archive.GetEntry("styles.xml") is { } styles) Walk(file, styles, dates.Take);
            Walk(file, content, reader =>
            {
                if (reader.LocalName != "table" || reader.Prefix != "table") dates.Take(reader);
                else if (new Sheet(file, reader, dates).Read() is { Rows.Count: > 0 } sheet) sheets.Add(sheet);
            });
            return sheets;
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException or NotSupportedException)
        {
            throw Unreadable(file, fault.Message, fault);
        }
    }

    private static void Walk(string file, ZipArchiveEntry part, Action<XmlReader> take)
    {
        using var stream = new WorkbookParts.UnpackedStream(file, part, 0);
        using var reader = XmlReader.Create(stream, Settings);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element) take(reader);
        }
    }

    private static ImportFileException Unreadable(string file, string why, Exception? cause = null) => new(file, 0, new(
        $"het bestand is geen werkboek dat te lezen is ({why}); sla het opnieuw op als .ods of .xlsx, zonder wachtwoord.",
        $"the file cannot be read as a workbook ({why}); save it again as .ods or .xlsx, without a password."), cause);

    private sealed class Sheet(string file, XmlReader reader, OpenDocumentDates dates)
    {
        // What LibreOffice remembers of another workbook that a formula names.
        private const string Remembered = "'file:";

        // A style that goes on to the last row or column of a sheet is written as one cell, repeated; blank ones are only counted.
        private readonly List<SheetRow> rows = [];
        private readonly List<(int Until, string? Style)> columns = [];
        private int widest;
        private int row;

        public SheetGrid? Read()
        {
            var name = reader.GetAttribute("name", reader.NamespaceURI) ?? "";
            var place = $"{file} [{name}]";
            if (!reader.IsEmptyElement)
            {
                var depth = reader.Depth;
                while (reader.Read() && reader.Depth > depth)
                {
                    if (reader.NodeType != XmlNodeType.Element) continue;
                    if (reader.LocalName == "table-column") columns.Add((Until(columns.LastOrDefault().Until, Repeated("number-columns-repeated")), Style("default-cell-style-name")));
                    else if (reader.LocalName == "table-row") Row(place);
                }
            }

            return name.StartsWith(Remembered, StringComparison.Ordinal) ? null : new(place, [.. rows.Select(written => written with { Values = Wide(written.Values) })]);
        }

        private string[] Wide(string[] values)
        {
            var known = values.Length;
            if (known == widest) return values;
            Array.Resize(ref values, widest);
            Array.Fill(values, "", known, widest - known);
            return values;
        }

        private void Row(string place)
        {
            var (repeated, style) = (Repeated("number-rows-repeated"), Style("default-cell-style-name"));
            var (values, numbers) = (new List<string>(), 0UL);
            if (!reader.IsEmptyElement)
            {
                var depth = reader.Depth;
                var blanks = 0;
                while (reader.Read() && reader.Depth > depth)
                {
                    if (reader.NodeType != XmlNodeType.Element || reader.LocalName is not ("table-cell" or "covered-table-cell")) continue;
                    var times = Repeated("number-columns-repeated");
                    var at = Until(values.Count, blanks);
                    var (text, isNumber) = Cell(Style("style-name") ?? style ?? columns.Find(column => at < column.Until).Style);
                    if (text.Length == 0)
                    {
                        blanks = Until(blanks, times);
                        continue;
                    }

                    SourceTable.RefuseTooMany(place, Until(at, times), row + 1);
                    values.AddRange(Enumerable.Repeat("", blanks).Concat(Enumerable.Repeat(text, times)));
                    for (var column = at; isNumber && column < values.Count; column++) numbers |= SourceRow.NumberAt(column);
                    blanks = 0;
                }
            }

            if (values.Count > 0) Add(place, [.. values], numbers, repeated);
            row = (int)Math.Min((long)row + repeated, int.MaxValue - 1);
        }

        private void Add(string place, string[] values, ulong numbers, int repeated)
        {
            widest = Math.Max(widest, values.Length);
            if (((long)rows.Count + repeated) * widest > WorkbookParts.MostCells) throw new ImportFileException(place, row + 1, new(
                $"het blad heeft meer dan {WorkbookParts.MostCells} gevulde cellen, meer wordt niet gelezen; verdeel het over kleinere bestanden.",
                $"the sheet has more than {WorkbookParts.MostCells} filled cells, the most that are read; split it into smaller files."));
            for (var i = 0; i < repeated; i++) rows.Add(new(row + 1 + i, values, numbers));
        }

        // Numbers, days and flags as the file keeps them; of a date what the sheet shows of it.
        private (string Text, bool IsNumber) Cell(string? style)
        {
            var office = reader.LookupNamespace("office") ?? "";
            var (type, value) = (reader.GetAttribute("value-type", office), reader.GetAttribute("value", office));
            var (day, flag) = (reader.GetAttribute("date-value", office), reader.GetAttribute("boolean-value", office));
            var isError = reader.LookupNamespace("calcext") is { } extension && reader.GetAttribute("value-type", extension) == "error";
            var shown = Text();
            return type switch
            {
                _ when isError => (ErrorCells.IsError(shown) ? shown : ErrorCells.Any, false),
                "float" or "currency" or "percentage" when value is not null => (Number(value), true),
                "date" when day is not null => (dates.TextOf(style, day), false),
                "boolean" when flag is not null => (flag, false),
                _ => (shown, false),
            };
        }

        // Paragraphs with a line end between; a note at the cell, or a drawing in it, is not part of it.
        private string Text()
        {
            if (reader.IsEmptyElement) return "";
            var (text, depth, beside) = (new StringBuilder(), reader.Depth, int.MaxValue);
            while (reader.Read() && reader.Depth > depth)
            {
                if (beside != int.MaxValue)
                {
                    if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == beside) beside = int.MaxValue;
                    continue;
                }

                if (reader.NodeType == XmlNodeType.Element)
                {
                    if (reader.LocalName == "annotation" || reader.Prefix == "draw") beside = reader.IsEmptyElement ? int.MaxValue : reader.Depth;
                    else if (reader.LocalName == "p" && text.Length > 0) text.Append('\n');
                    else if (reader.LocalName is "s" or "tab") text.Append(' ');
                    else if (reader.LocalName == "line-break") text.Append('\n');
                }
                else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
                {
                    text.Append(reader.Value);
                    if (text.Length > WorkbookParts.LongestCell) throw new ImportFileException(file, row + 1, new(
                        $"een cel heeft meer dan {WorkbookParts.LongestCell} tekens, meer wordt niet gelezen; maak haar leeg of korter.",
                        $"a cell has more than {WorkbookParts.LongestCell} characters, the most that are read; clear it or shorten it."));
                }
            }

            return text.ToString().Trim();
        }

        private int Repeated(string name) =>
            int.TryParse(reader.GetAttribute(name, reader.NamespaceURI), NumberStyles.None, CultureInfo.InvariantCulture, out var times) && times > 0 ? times : 1;

        private string? Style(string name) => reader.GetAttribute(name, reader.NamespaceURI);

        private static int Until(int from, int times) => (int)Math.Min((long)from + times, int.MaxValue);

        private static string Number(string value) => decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : value;
    }
}
