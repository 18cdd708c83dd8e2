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

    /// <summary>In JSON the names that lead to the table, in a workbook the sheet; the first that is there counts. Empty for the whole of JSON, and for the first sheet that has
    /// the columns.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Values that mean blank.</summary>
    public Placeholders Placeholders { get; init; } = new([]);

    /// <summary>Columns the file must have.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Names for columns whose heading differs from file to file: for each the headings it may have, with * and ?, the best first.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> NamedColumns { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Whether the first row holds headings; else columns are called by their place, <c>$1</c>, <c>$2</c>.</summary>
    public bool HasHeadings { get; init; } = true;

    /// <summary>Whether it is a square: the first column and the headings name the same things, all or nearly all.</summary>
    public bool IsSquare { get; init; }

    /// <summary>Whether only the name of a file tells that it is this table, since its columns are those of many others.</summary>
    public bool IsByName { get; init; }

    /// <summary>Columns that the file may have; null when any column may be used.</summary>
    public IReadOnlyList<string>? OptionalColumns { get; init; }

    /// <summary>Headings that a reader may have meant by one that is not read; null when what is not read is not told, since nobody expects all of a source to be read.</summary>
    public IReadOnlyList<string>? Headings { get; init; }

    /// <summary>Whether a value of the column can end up in a record.</summary>
    public bool Uses(string column) => OptionalColumns is null || NamedColumns.Count > 0 || Columns.Contains(column) || OptionalColumns.Contains(column);

    /// <summary>Whether the mapping can do without it.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether the file's name is one that the table may have.</summary>
    public bool MatchesName(string file) => Files.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, file, ignoreCase: true));

    /// <summary>The table in a file.</summary>
    /// <exception cref="ImportFileException">The file cannot be read, or has no such sheet or part.</exception>
    public SourceTable Read(SourceFile file)
    {
        var format = Format ?? FileFormats.OfName(file.Name);
        if (format is { } several && several.HasSheets()) return HasHeadings ? Sheet(file, several) : Sheet(file, several).WithoutHeadings();
        if (format != FileFormat.Json || Paths.Count == 0) return TableReader.Read(file, format, hasHeadings: HasHeadings, isHeading: IsHeading)[0];
        for (var i = 0; ; i++)
        {
            try
            {
                return TableReader.Read(file, format, Paths[i].Length == 0 ? null : Paths[i])[0];
            }
            catch (ImportFileException) when (i < Paths.Count - 1)
            {
                // The next name may be there; of the last the reason is told.
            }
        }
    }

    private Func<string, bool>? IsHeading => Columns.Count == 0 || !HasHeadings ? null : text => Columns.Contains(Keys.Fold(text))
        || NamedColumns.Values.Any(patterns => patterns.Any(pattern => TableColumns.Fits(pattern, Keys.Fold(text))));

    /// <summary>The columns of this table that another lacks.</summary>
    public IEnumerable<string> MissingFrom(SourceTable table)
    {
        var columns = new TableColumns(this, table);
        return Columns.Where(column => !columns.Has(column));
    }

    private SourceTable Sheet(SourceFile file, FileFormat format)
    {
        var sheets = TableReader.Read(file, format, isHeading: IsHeading);
        if (Paths.Count == 0)
        {
            return sheets.FirstOrDefault(sheet => !MissingFrom(sheet).Any()) ?? (sheets.Count > 0 ? sheets[0] : throw new ImportFileException(
                file.Name, 0, new("geen blad heeft een kopregel; zet de koppen in rij 1.", "no sheet has a heading row; put the headings in row 1.")));
        }

        return Paths.Select(path => sheets.FirstOrDefault(sheet => sheet.File.EndsWith($" [{path}]", StringComparison.OrdinalIgnoreCase))).OfType<SourceTable>().FirstOrDefault()
            ?? throw new ImportFileException(file.Name, 0, new Words("er is geen blad ", "there is no sheet ") + Words.AnyOf(Paths.Select(path => $"'{path}'"))
                + new Words("; noem het blad zo, of verbeter de vertaling.", "; give the sheet that name, or correct the mapping."));
    }
}
