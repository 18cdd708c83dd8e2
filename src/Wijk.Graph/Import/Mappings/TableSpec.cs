using System.IO.Enumeration;
using Wijk.Graph.Import.Formats;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Mappings;

/// <summary>A table that a mapping reads, and the files that may hold it.</summary>
/// <param name="Name">The mapping's name for it.</param>
public sealed record TableSpec(string Name)
{
    /// <summary>Patterns of file names with * and ?, case ignored.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>The format; null to go by the file's name.</summary>
    public FileFormat? Format { get; init; }

    /// <summary>In JSON the names that lead to the table, in a workbook the sheet; null for the whole or the first sheet.</summary>
    public string? Path { get; init; }

    /// <summary>Values that mean blank.</summary>
    public Placeholders Placeholders { get; init; } = new([]);

    /// <summary>Columns the file must have.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Columns that the file may have; null when any column may be used.</summary>
    public IReadOnlyList<string>? OptionalColumns { get; init; }

    /// <summary>Headings that a reader may have meant by one that is not read; null when what is not read is not told, since nobody expects all of a source to be read.</summary>
    public IReadOnlyList<string>? Headings { get; init; }

    /// <summary>Whether a value of the column can end up in a record.</summary>
    public bool Uses(string column) => OptionalColumns is null || Columns.Contains(column) || OptionalColumns.Contains(column);

    /// <summary>Whether the mapping can do without it.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether the file's name is one that the table may have.</summary>
    public bool MatchesName(string file) => Files.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, file, ignoreCase: true));

    /// <summary>The table in a file.</summary>
    /// <exception cref="ImportFileException">The file cannot be read, or has no such sheet or part.</exception>
    public SourceTable Read(SourceFile file)
    {
        var format = Format ?? FileFormats.OfName(file.Name);
        if (format != FileFormat.Xlsx) return TableReader.Read(file, format, Path, IsHeading)[0];
        var sheets = TableReader.Read(file, format, isHeading: IsHeading);
        return sheets.FirstOrDefault(sheet => Path is null || sheet.File.EndsWith($" [{Path}]", StringComparison.OrdinalIgnoreCase))
            ?? throw new ImportFileException(file.Name, 0, Path is null
                ? new("geen blad heeft een kopregel; zet de koppen in rij 1.", "no sheet has a heading row; put the headings in row 1.")
                : new(
                    $"er is geen blad '{Path}'; noem het blad zo, of verbeter de vertaling.",
                    $"there is no sheet '{Path}'; give the sheet that name, or correct the mapping."));
    }

    private Func<string, bool>? IsHeading => Columns.Count == 0 ? null : text => Columns.Contains(Keys.Fold(text));

    /// <summary>The columns of this table that another lacks.</summary>
    public IEnumerable<string> MissingFrom(SourceTable table) => Columns.Where(column => table.PositionOf(column) < 0);
}
