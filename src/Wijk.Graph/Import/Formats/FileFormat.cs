namespace Wijk.Graph.Import.Formats;

/// <summary>The forms of file that Wijk reads.</summary>
public enum FileFormat
{
    /// <summary>Text with a separator, found from the heading line: comma, semicolon or tab.</summary>
    Csv,

    /// <summary>Text with tabs between columns.</summary>
    Tsv,

    /// <summary>A workbook of Excel, with or without macros, which are never run; each sheet is a table.</summary>
    Xlsx,

    /// <summary>A workbook of LibreOffice and others (OpenDocument); each sheet is a table.</summary>
    Ods,

    /// <summary>An array of objects, an object that maps an id to a value, to several values or to an object, or GeoJSON.</summary>
    Json,

    /// <summary>A JSON object on each line.</summary>
    Ndjson,

    /// <summary>A network of Gephi: tables of nodes and edges.</summary>
    Gexf,

    /// <summary>A network in GraphML: tables of nodes and edges.</summary>
    GraphMl,

    /// <summary>A network of Pajek: tables of nodes and edges.</summary>
    Pajek,
}

/// <summary>Which format a file name stands for.</summary>
public static class FileFormats
{
    private static readonly Dictionary<string, FileFormat> ByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".csv"] = FileFormat.Csv,
        [".tsv"] = FileFormat.Tsv,
        [".xlsx"] = FileFormat.Xlsx,
        [".xlsm"] = FileFormat.Xlsx,
        [".ods"] = FileFormat.Ods,
        [".json"] = FileFormat.Json,
        [".geojson"] = FileFormat.Json,
        [".ndjson"] = FileFormat.Ndjson,
        [".jsonl"] = FileFormat.Ndjson,
        [".gexf"] = FileFormat.Gexf,
        [".graphml"] = FileFormat.GraphMl,
        [".net"] = FileFormat.Pajek,
    };

    /// <summary>The extensions that are read, for messages: <c>.csv, .tsv</c> and so on.</summary>
    public static string Extensions { get; } = string.Join(", ", ByExtension.Keys);

    /// <summary>The format that the extension names; null when it names none.</summary>
    public static FileFormat? OfName(string file) =>
        ByExtension.TryGetValue(Path.GetExtension(file), out var format) ? format : null;

    /// <summary>Whether it is a workbook: sheets with cells, in which the headings may stand in any row.</summary>
    public static bool IsWorkbook(this FileFormat format) => format is FileFormat.Xlsx or FileFormat.Ods;

    /// <summary>Whether a file of this format holds several tables, which are told apart by name.</summary>
    public static bool HasSheets(this FileFormat format) => format.IsWorkbook() || format is FileFormat.Gexf or FileFormat.GraphMl or FileFormat.Pajek;
}
