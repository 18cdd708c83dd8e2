using System.IO.Enumeration;
using Wijk.Graph.Import.Formats;

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

    /// <summary>Whether the mapping can do without it.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether the file's name is one that the table may have.</summary>
    public bool MatchesName(string file) => Files.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, file, ignoreCase: true));

    /// <summary>The table in a file.</summary>
    /// <exception cref="ImportFileException">The file cannot be read, or has no such sheet or part.</exception>
    public SourceTable Read(SourceFile file)
    {
        var format = Format ?? FileFormats.OfName(file.Name);
        if (format != FileFormat.Xlsx) return TableReader.Read(file, format, Path)[0];
        var sheets = TableReader.Read(file, format);
        return sheets.FirstOrDefault(sheet => Path is null || sheet.File.EndsWith($" [{Path}]", StringComparison.OrdinalIgnoreCase))
            ?? throw new ImportFileException(file.Name, 0, Path is null
                ? new("geen blad heeft een kopregel; zet de koppen in rij 1.", "no sheet has a heading row; put the headings in row 1.")
                : new(
                    $"er is geen blad '{Path}'; noem het blad zo, of verbeter de vertaling.",
                    $"there is no sheet '{Path}'; give the sheet that name, or correct the mapping."));
    }

    /// <summary>The columns of this table that another lacks.</summary>
    public IEnumerable<string> MissingFrom(SourceTable table) => Columns.Where(column => table.PositionOf(column) < 0);
}
