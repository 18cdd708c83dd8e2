namespace Wijk.Graph.Import.Formats;

/// <summary>The forms of file that Wijk reads.</summary>
public enum FileFormat
{
    /// <summary>Text with a separator, found from the heading line: comma, semicolon or tab.</summary>
    Csv,

    /// <summary>Text with tabs between columns.</summary>
    Tsv,

    /// <summary>A workbook; each sheet is a table.</summary>
    Xlsx,

    /// <summary>An array of objects, or an object that maps an id to a value, to several values or to an object.</summary>
    Json,

    /// <summary>A JSON object on each line.</summary>
    Ndjson,
}

/// <summary>Which format a file name stands for.</summary>
public static class FileFormats
{
    private static readonly Dictionary<string, FileFormat> ByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".csv"] = FileFormat.Csv,
        [".tsv"] = FileFormat.Tsv,
        [".xlsx"] = FileFormat.Xlsx,
        [".json"] = FileFormat.Json,
        [".ndjson"] = FileFormat.Ndjson,
        [".jsonl"] = FileFormat.Ndjson,
    };

    /// <summary>The format that the extension names; null when it names none.</summary>
    public static FileFormat? OfName(string file) =>
        ByExtension.TryGetValue(Path.GetExtension(file), out var format) ? format : null;
}
