using System.Text.Json;

namespace Wijk.Graph.Import.Formats;

/// <summary>A file with its bytes, from which tables are read.</summary>
/// <param name="Name">The file's name without folders.</param>
/// <param name="Bytes">All its bytes.</param>
public sealed record SourceFile(string Name, byte[] Bytes)
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const long Largest = 1024L * 1024 * 1024;

    private readonly Dictionary<(FileFormat, string?), IReadOnlyList<SourceTable>> tables = [];
    private IReadOnlyList<SheetGrid>? sheets;
    private readonly Dictionary<int, CsvGrid> csv = [];
    private TextBytes? text;
    private JsonElement? json;

    /// <summary>The encoding that somebody chose, one of <see cref="TextBytes.Encodings"/>; null to find it out.</summary>
    public string? Encoding { get; init; }

    /// <summary>Its sheets, read once: every mapping looks at them, and unpacking is slow.</summary>
    /// <param name="format">Of which form of workbook it is.</param>
    /// <exception cref="ImportFileException">It cannot be read as a workbook.</exception>
    internal IReadOnlyList<SheetGrid> Sheets(FileFormat format) => sheets ??= format == FileFormat.Ods ? OpenDocumentTables.Read(Name, Bytes) : WorkbookTables.Read(Name, Bytes);

    /// <summary>Its text, read once.</summary>
    /// <exception cref="ImportFileException">It holds no text.</exception>
    internal TextBytes Text => text ??= TextBytes.Read(Name, Bytes, Encoding);

    /// <summary>Its text with a separator, looked through once: every mapping looks at it.</summary>
    /// <param name="separator">What stands between values; null to find it out.</param>
    /// <exception cref="ImportFileException">It holds no text, or a line that is too long or has too many values.</exception>
    internal CsvGrid Csv(char? separator) => csv.TryGetValue(separator ?? -1, out var known) ? known : csv[separator ?? -1] = new(Name, Text, separator);

    /// <summary>What it holds as JSON, read once: every mapping looks at it, and each of its tables is in it.</summary>
    /// <exception cref="ImportFileException">It is not JSON.</exception>
    internal JsonElement Json => json ??= JsonTables.Parse(Name, Text);

    /// <summary>Its tables, read once: every mapping looks at them.</summary>
    /// <param name="format">How it is read.</param>
    /// <param name="path">The part of JSON that is meant; null for the whole.</param>
    /// <param name="read">Reads them.</param>
    internal IReadOnlyList<SourceTable> Tables(FileFormat format, string? path, Func<IReadOnlyList<SourceTable>> read) =>
        tables.TryGetValue((format, path), out var known) ? known : tables[(format, path)] = read();

    /// <summary>Reads a file.</summary>
    /// <exception cref="ImportFileException">It is missing, a folder, too large or not readable.</exception>
    public static SourceFile Read(string path)
    {
        var name = Path.GetFileName(path);
        if (Directory.Exists(path))
        {
            throw new ImportFileException(path, 0, new(
                "dit is een map en er is een bestand nodig; noem een bestand daarin.", "this is a folder where a file is needed; name a file in it."));
        }

        if (!File.Exists(path))
        {
            throw new ImportFileException(path, 0, new(
                "dit bestand is er niet; controleer de naam en de map.", "there is no such file; check the name and the folder."));
        }

        try
        {
            var size = LengthOf(path);
            if (size == 0) throw Empty(name);
            if (size > Largest)
            {
                throw new ImportFileException(name, 0, new(
                    $"het bestand heeft {size} bytes en er worden er hoogstens {Largest} gelezen; verdeel het over kleinere bestanden.",
                    $"the file has {size} bytes and at most {Largest} are read; split it into smaller files."));
            }

            var bytes = new byte[size];
            using var stream = File.OpenRead(path);
            stream.ReadExactly(bytes);
            return new(name, bytes);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ImportFileException(name, 0, new(
                $"het bestand is niet te lezen ({fault.Message}); controleer de rechten en sluit programma's die het gebruiken.",
                $"the file cannot be read ({fault.Message}); check its permissions, and close programs that use it."), fault);
        }
    }

    /// <summary>The length of a file in bytes, without opening it: 0 for what only looks like a file. A pipe would be waited for, and a device has no end.</summary>
    /// <exception cref="IOException">It cannot be looked at.</exception>
    public static long LengthOf(string path) => (File.ResolveLinkTarget(path, returnFinalTarget: true) as FileInfo ?? new FileInfo(path)).Length;

    private static ImportFileException Empty(string name) => new(name, 0, new(
        "het bestand is leeg; er is niets te lezen. Van een pijp of apparaat wordt niet gelezen: bewaar wat eruit komt eerst als bestand. "
            + "Kijk of het helemaal is opgeslagen of gedownload.",
        "the file is empty; there is nothing to read. A pipe or a device is not read: save what comes out of it as a file first. "
            + "Check that it was saved or downloaded completely."));
}

/// <summary>Reads the tables of a file: one for a text, one for each sheet of a workbook, two for a network.</summary>
public static class TableReader
{
    /// <summary>The tables in a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="format">Its format; null to go by its name.</param>
    /// <param name="path">For JSON: the names that lead to the table, with dots between them; null for the whole.</param>
    /// <param name="hasHeadings">Whether its first row holds headings; else the columns of a text are called <c>$1</c>, <c>$2</c> and so on.</param>
    /// <param name="isHeading">Whether a text is a heading that is looked for, to find the row with the headings; null when none is known.</param>
    /// <exception cref="ImportFileException">The file cannot be read as a whole; rows that cannot are marked with a fault.</exception>
    public static IReadOnlyList<SourceTable> Read(
        SourceFile file, FileFormat? format = null, string? path = null, bool hasHeadings = true, Func<string, bool>? isHeading = null)
    {
        UnreadableForms.Refuse(file.Name, file.Bytes);
        if ((format ?? FileFormats.OfName(file.Name)) is not { } known) throw UnreadableForms.Unknown(file.Name);
        return known switch
        {
            _ when known.IsWorkbook() => [.. NotEmpty(file).Sheets(known).Select(sheet => sheet.Table(isHeading))],
            FileFormat.Csv => [file.Csv(null).Table(hasHeadings, isHeading)],
            FileFormat.Tsv => [file.Csv('\t').Table(hasHeadings, isHeading)],
            _ => file.Tables(known, path, () => known switch
            {
                FileFormat.Ndjson => [Told(file.Text, text => JsonTables.ReadLines(file.Name, text))],
                FileFormat.Gexf => GexfTables.Read(file.Name, NotEmpty(file).Bytes),
                FileFormat.GraphMl => GraphMlTables.Read(file.Name, NotEmpty(file).Bytes),
                FileFormat.Pajek => PajekTables.Read(file.Name, file.Text),
                _ => [Told(file.Text, text => JsonTables.Read(file.Name, text.Encoding, file.Json, path))],
            }),
        };
    }

    private static SourceTable Told(TextBytes text, Func<TextBytes, SourceTable> read)
    {
        var table = read(text);
        foreach (var note in text.Notes) table.Note(new(new(table.File, note.Line), note.Value, note.Message));
        return table;
    }

    private static SourceFile NotEmpty(SourceFile file) =>
        file.Bytes.Length > 0 ? file : throw new ImportFileException(
            file.Name, 0, new("het bestand is leeg; er is niets te lezen.", "the file is empty; there is nothing to read."));
}
