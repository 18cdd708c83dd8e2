using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Wijk.Graph.Import.Formats;

/// <summary>Reads a workbook in the OpenDocument form (.ods), as LibreOffice saves it: each sheet with a heading row is a table.</summary>
/// <remarks>Source of the form: OpenDocument 1.3, part 3, chapter 9. Only content.xml is unpacked, as a stream, with the limits of <see cref="WorkbookParts"/> counted on what comes out.</remarks>
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

    /// <summary>The sheets that have headings, in order.</summary>
    /// <exception cref="ImportFileException">The file is no such workbook, or goes over a limit.</exception>
    public static IReadOnlyList<SourceTable> Read(string file, byte[] bytes)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            var content = archive.GetEntry("content.xml") ?? throw Unreadable(file, "content.xml");
            using var stream = new WorkbookParts.UnpackedStream(file, content, 0);
            using var reader = XmlReader.Create(stream, Settings);
            var tables = new List<SourceTable>();
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "table" && reader.Prefix == "table") tables.Add(new Sheet(file, reader).Read());
            }

            return [.. tables.Where(table => table.Columns.Count > 0)];
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException or NotSupportedException)
        {
            throw Unreadable(file, fault.Message, fault);
        }
    }

    private static ImportFileException Unreadable(string file, string why, Exception? cause = null) => new(file, 0, new(
        $"het bestand is geen werkboek dat te lezen is ({why}); sla het opnieuw op als .ods of .xlsx, zonder wachtwoord.",
        $"the file cannot be read as a workbook ({why}); save it again as .ods or .xlsx, without a password."), cause);

    private sealed class Sheet(string file, XmlReader reader)
    {
        // A style that goes on to the last row or column of a sheet is written as one cell, repeated; blank ones are only counted.
        private readonly List<(int Row, string[] Values)> rows = [];
        private long cells;
        private int row;

        public SourceTable Read()
        {
            var place = $"{file} [{reader.GetAttribute("name", reader.NamespaceURI)}]";
            if (!reader.IsEmptyElement)
            {
                var depth = reader.Depth;
                while (reader.Read() && reader.Depth > depth)
                {
                    if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "table-row") Row(place);
                }
            }

            return Table(place);
        }

        private SourceTable Table(string place)
        {
            var headings = rows.FirstOrDefault().Values ?? [];
            return new(place, "", headings, [.. rows.Skip(1).Select(written => Of(written.Values, headings.Length, new(place, written.Row)))]);
        }

        private static SourceRow Of(string[] values, int count, RowPlace place)
        {
            if (values.Skip(count).FirstOrDefault(value => value.Length > 0) is { } stray)
            {
                return new([], place, new(stray, new(
                    "deze waarde staat in een kolom zonder kop; geef de kolom een kop of maak de cel leeg.",
                    "this value is in a column without a heading; give the column a heading or clear the cell.")));
            }

            var known = values.Length;
            Array.Resize(ref values, count);
            if (known < count) Array.Fill(values, "", known, count - known);
            return new(values, place);
        }

        private void Row(string place)
        {
            var repeated = Repeated("number-rows-repeated");
            var values = new List<string>();
            if (!reader.IsEmptyElement)
            {
                var depth = reader.Depth;
                var blanks = 0;
                while (reader.Read() && reader.Depth > depth)
                {
                    if (reader.NodeType != XmlNodeType.Element || reader.LocalName is not ("table-cell" or "covered-table-cell")) continue;
                    var times = Repeated("number-columns-repeated");
                    var text = Cell();
                    if (text.Length == 0)
                    {
                        blanks = (int)Math.Min((long)blanks + times, int.MaxValue);
                        continue;
                    }

                    SourceTable.RefuseTooMany(place, (int)Math.Min((long)values.Count + blanks + times, int.MaxValue), row + 1);
                    values.AddRange(Enumerable.Repeat("", blanks).Concat(Enumerable.Repeat(text, times)));
                    blanks = 0;
                }
            }

            if (values.Count > 0)
            {
                cells += (long)values.Count * repeated;
                if (cells > WorkbookParts.MostCells) throw new ImportFileException(place, row + 1, new(
                    $"het blad heeft meer dan {WorkbookParts.MostCells} gevulde cellen, meer wordt niet gelezen; verdeel het over kleinere bestanden.",
                    $"the sheet has more than {WorkbookParts.MostCells} filled cells, the most that are read; split it into smaller files."));
                string[] filled = [.. values];
                for (var i = 0; i < repeated; i++) rows.Add((row + 1 + i, filled));
            }

            row = (int)Math.Min((long)row + repeated, int.MaxValue - 1);
        }

        // Numbers, days and flags as the file keeps them, not as the sheet shows them.
        private string Cell()
        {
            var office = reader.LookupNamespace("office") ?? "";
            var (type, value) = (reader.GetAttribute("value-type", office), reader.GetAttribute("value", office));
            var (day, flag) = (reader.GetAttribute("date-value", office), reader.GetAttribute("boolean-value", office));
            var shown = Text();
            return type switch
            {
                "float" or "currency" or "percentage" when value is not null => Number(value),
                "date" when day is not null => day.EndsWith("T00:00:00", StringComparison.Ordinal) ? day[..^9] : day,
                "boolean" when flag is not null => flag,
                _ => shown,
            };
        }

        // Paragraphs with a line end between; a note at the cell is not part of it.
        private string Text()
        {
            if (reader.IsEmptyElement) return "";
            var (text, depth, note) = (new StringBuilder(), reader.Depth, int.MaxValue);
            while (reader.Read() && reader.Depth > depth)
            {
                if (note != int.MaxValue)
                {
                    if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == note) note = int.MaxValue;
                    continue;
                }

                if (reader.NodeType == XmlNodeType.Element)
                {
                    if (reader.LocalName == "annotation" && !reader.IsEmptyElement) note = reader.Depth;
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

        private static string Number(string value) => decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : value;
    }
}
