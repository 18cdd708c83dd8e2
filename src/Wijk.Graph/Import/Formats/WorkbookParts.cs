using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Formats;

/// <summary>A workbook as it is, without what costs and says nothing: empty rows and cells, pictures, and what it says of its own size.</summary>
/// <remarks>
/// A workbook is a zip of XML. A small one may unpack to gigabytes, declare a million rows or hold one endless cell, and whoever reads cells by their
/// addresses believes all of it. So each part is read once as a stream, with the limits counted on what comes out, and written again with what is in it.
/// </remarks>
internal static class WorkbookParts
{
    /// <summary>The most bytes that the parts of a workbook may have together, unpacked.</summary>
    public const long LargestUnpacked = SourceFile.Largest;

    /// <summary>The longest text of a cell, in characters; Excel itself stops at 32,767.</summary>
    public const int LongestCell = 1_000_000;

    /// <summary>The most cells that a sheet may span, empty ones between them counted.</summary>
    public const long MostCells = 50_000_000;

    private static readonly XmlReaderSettings Plain = new() { IgnoreComments = true, IgnoreProcessingInstructions = true, DtdProcessing = DtdProcessing.Prohibit };

    /// <summary>The same workbook with its filled cells only.</summary>
    /// <exception cref="ImportFileException">It goes over a limit.</exception>
    /// <exception cref="InvalidDataException">It is not a zip.</exception>
    /// <exception cref="XmlException">A part is not XML.</exception>
    public static byte[] Filled(string file, byte[] workbook)
    {
        using var source = new ZipArchive(new MemoryStream(workbook, writable: false), ZipArchiveMode.Read);
        using var kept = new MemoryStream();
        var dates = Dates(file, source);
        using (var target = new ZipArchive(kept, ZipArchiveMode.Create, leaveOpen: true))
        {
            var unpacked = 0L;
            foreach (var part in source.Entries.Where(part => Path.GetExtension(part.FullName) is ".xml" or ".rels"))
            {
                using var input = new UnpackedStream(file, part, unpacked);
                using var output = target.CreateEntry(part.FullName, CompressionLevel.Fastest).Open();
                Copy(file, part.FullName, input, output, dates);
                unpacked = input.Position;
            }
        }

        return kept.ToArray();
    }

    private static DateStyles Dates(string file, ZipArchive workbook)
    {
        var dates = new DateStyles();
        foreach (var part in workbook.Entries)
        {
            Action<XmlReader>? read = Path.GetFileName(part.FullName).ToLowerInvariant() switch
            {
                "styles.xml" => dates.ReadStyles,
                "workbook.xml" => dates.ReadWorkbook,
                _ => null,
            };
            if (read is null) continue;
            using var input = new UnpackedStream(file, part, 0);
            using var reader = XmlReader.Create(input, Plain);
            read(reader);
        }

        return dates;
    }

    private static void Copy(string file, string part, Stream input, Stream output, DateStyles dates)
    {
        using var reader = XmlReader.Create(input, Plain);
        using var writer = XmlWriter.Create(output);
        reader.MoveToContent();
        if (reader.LocalName == "worksheet") new FilledCells(file, part, reader, writer, dates).Copy();
        else writer.WriteNode(reader, defattr: false);
    }

    /// <summary>Copies of a sheet the rows and cells that hold something.</summary>
    private sealed class FilledCells(string file, string part, XmlReader reader, XmlWriter writer, DateStyles dates)
    {
        private readonly System.Text.StringBuilder text = new();
        private bool isRowOpen;
        private long row;
        private long column;
        private long lastColumn;

        public void Copy()
        {
            var name = reader.NamespaceURI;
            writer.WriteStartElement("worksheet", name);
            writer.WriteStartElement("sheetData", name);
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "row") StartRow();
                else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "c") CopyCell(name);
                else if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "row") EndRow();
            }

            EndRow();
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        private void StartRow()
        {
            EndRow();
            row = long.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : row + 1;
            column = 0;
        }

        private void EndRow()
        {
            if (isRowOpen) writer.WriteEndElement();
            isRowOpen = false;
        }

        private void CopyCell(string name)
        {
            var (type, style) = (reader.GetAttribute("t"), reader.GetAttribute("s"));
            column = ColumnOf(reader.GetAttribute("r")) ?? column + 1;
            if (!ReadText()) return;

            lastColumn = Math.Max(lastColumn, column);
            if (row * lastColumn > MostCells) throw TooWide();
            if (!isRowOpen)
            {
                writer.WriteStartElement("row", name);
                writer.WriteAttributeString("r", row.ToString(CultureInfo.InvariantCulture));
                isRowOpen = true;
            }

            writer.WriteStartElement("c", name);
            writer.WriteAttributeString("r", Letters(column) + row.ToString(CultureInfo.InvariantCulture));
            // A date is written as what it shows; an error, such as #REF!, as its text.
            var shown = type is null or "n" ? dates.TextOf(style, text.ToString()) : type == "d" ? text.Replace("T00:00:00", "").ToString() : null;
            if (shown is not null || type is "inlineStr" or "e") writer.WriteAttributeString("t", "str");
            else if (type is not null) writer.WriteAttributeString("t", type);
            writer.WriteElementString("v", name, shown ?? text.ToString());
            writer.WriteEndElement();
        }

        // The value, or the runs of a text that stands in the cell itself; how it is pronounced is not part of it.
        private bool ReadText()
        {
            text.Clear();
            if (reader.IsEmptyElement) return false;
            var depth = reader.Depth;
            var (isText, spoken) = (false, int.MaxValue);
            while (reader.Read() && reader.Depth > depth)
            {
                if (reader.NodeType == XmlNodeType.Element)
                {
                    if (reader.Depth <= spoken) spoken = reader.LocalName == "rPh" ? reader.Depth : int.MaxValue;
                    isText = reader.LocalName is "v" or "t" && spoken == int.MaxValue && !reader.IsEmptyElement;
                }
                else if (reader.NodeType == XmlNodeType.EndElement)
                {
                    isText = false;
                }
                else if (isText)
                {
                    text.Append(reader.Value);
                    if (text.Length > LongestCell) throw TooLong();
                }
            }

            return text.Length > 0;
        }

        private ImportFileException TooLong() => new($"{file} [{part}]", (int)row, new(
            $"cel {Letters(column)}{row} heeft meer dan {LongestCell} tekens, meer wordt niet gelezen; maak haar leeg of korter.",
            $"cell {Letters(column)}{row} has more than {LongestCell} characters, the most that are read; clear it or shorten it."));

        private ImportFileException TooWide() => new($"{file} [{part}]", (int)row, new(
            $"het blad loopt tot {Letters(lastColumn)}{row}, dat zijn meer dan {MostCells} cellen; wis de lege rijen en kolommen ertussen, of sla het op als CSV.",
            $"the sheet runs up to {Letters(lastColumn)}{row}, which is more than {MostCells} cells; delete the empty rows and columns in between, or save it as CSV."));

        private static long? ColumnOf(string? address)
        {
            if (address is null) return null;
            var number = 0L;
            foreach (var letter in address.AsSpan().TrimEnd("0123456789"))
            {
                if (!char.IsAsciiLetter(letter) || number > 100_000) return null;
                number = (number * 26) + char.ToUpperInvariant(letter) - 'A' + 1;
            }

            return number == 0 ? null : number;
        }

        private static string Letters(long column)
        {
            var letters = "";
            for (; column > 0; column = (column - 1) / 26) letters = (char)('A' + ((column - 1) % 26)) + letters;
            return letters;
        }
    }

    /// <summary>Unpacks a part; counts what comes out, and refuses what no spreadsheet writes and what would have to be held in memory whole.</summary>
    internal sealed class UnpackedStream(string file, ZipArchiveEntry part, long unpacked) : Stream
    {
        private static readonly SearchValues<byte> NotInText = SearchValues.Create("<>\0"u8);

        private readonly Stream packed = part.Open();
        private int run;
        private int opened;
        private bool isInTag;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        /// <summary>The bytes of this part and those before it.</summary>
        public override long Position { get => unpacked; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var length = packed.Read(buffer);
            unpacked += length;
            if (unpacked > LargestUnpacked) throw Refused(new(
                $"uitgepakt is het meer dan {LargestUnpacked} bytes, meer wordt niet gelezen; verdeel het over kleinere bestanden.",
                $"unpacked it has more than {LargestUnpacked} bytes, the most that are read; split it into smaller files."));
            Measure(buffer[..length]);
            return length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) packed.Dispose();
            base.Dispose(disposing);
        }

        // A text or a tag is a run without angle brackets (a reader takes long over a tag with very many attributes), except in <![CDATA[, which no spreadsheet writes and a reader holds whole.
        private void Measure(ReadOnlySpan<byte> bytes)
        {
            while (bytes.Length > 0)
            {
                if (opened > 0 && bytes[0] == "<!["[opened])
                {
                    if (++opened == 3) throw Refused(new("er staat CDATA in, dat wordt niet gelezen; sla het opnieuw op.", "it holds CDATA, which is not read; save it again."));
                    bytes = bytes[1..];
                    continue;
                }

                var end = bytes.IndexOfAny(NotInText);
                run += end < 0 ? bytes.Length : end;
                if (run > (isInTag ? LongestCell : 4 * LongestCell)) throw Refused(new(
                    $"er is een waarde van meer dan {LongestCell} tekens, meer wordt niet gelezen; maak haar leeg of korter.",
                    $"there is a value of more than {LongestCell} characters, the most that are read; clear it or shorten it."));
                opened = 0;
                if (end < 0) return;
                if (bytes[end] == 0) throw Refused(new("het is geen UTF-8; sla het opnieuw op.", "it is not UTF-8; save it again."));
                isInTag = bytes[end] == '<';
                (run, opened) = (0, isInTag ? 1 : 0);
                bytes = bytes[(end + 1)..];
            }
        }

        private ImportFileException Refused(Words why) => new($"{file} [{part.FullName}]", 0, why);
    }
}
