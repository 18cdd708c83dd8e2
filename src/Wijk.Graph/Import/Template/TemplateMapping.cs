using Wijk.Graph.Import.Formats;
using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Template;

/// <summary>Reads Wijk's own template: a folder of files or one workbook, with a file or sheet for each kind of node and relation.</summary>
public sealed class TemplateMapping : Mapping
{
    /// <summary>The name of this mapping, and its namespace when none is given.</summary>
    public const string MappingName = "wijk";

    /// <summary>The sheet or file that explains the others.</summary>
    public const string Explanation = "README";

    /// <inheritdoc/>
    public override string Name => MappingName;

    /// <inheritdoc/>
    public override Words Description { get; } = new(
        "Het sjabloon van Wijk: een map met CSV-bestanden of één werkboek, met een blad per soort.",
        "Wijk's own template: a folder of CSV files or one workbook, with a sheet for each kind.");

    /// <inheritdoc/>
    public override string Text => string.Join('\n', TemplateSheet.All.Select(sheet => $"{sheet.Name}: {string.Join(", ", sheet.Columns.Select(column => column.Name))}"));

    /// <inheritdoc/>
    public override string Namespace => MappingName;

    internal override IReadOnlyList<MatchedTable> Match(InputFiles input)
    {
        var found = input.All.SelectMany(path => Sheets(input.Read(path))).ToArray();
        foreach (var match in found) RefuseColumns(match);
        return found;
    }

    // Case counts here: other sources have an "addresses.csv" too.
    internal override bool Fits(InputFiles input) => input.All.Any(path => FileFormats.OfName(path) == FileFormat.Xlsx
        ? Readable(input.Read(path)).Any(table => IsSheet(SheetOf(table)))
        : IsSheet(Path.GetFileNameWithoutExtension(path)));

    internal override void Map(MappingRun run)
    {
        var ids = TemplateSheet.All.Where(sheet => sheet.Node is not null).ToDictionary(sheet => sheet.Node!.Value, sheet => (IReadOnlySet<string>)Ids(run.Table(sheet.Name)));
        var rows = new TemplateRows(run, new(run.Namespace, ids));
        foreach (var sheet in TemplateSheet.All) run.ForEach(sheet.Name, (row, records) => rows.Read(sheet, row, records));
    }

    internal override long RowsToMap(MappingRun run) => TemplateSheet.All.Sum(sheet => (long)(run.Table(sheet.Name)?.Rows.Count ?? 0));

    private static IEnumerable<MatchedTable> Sheets(SourceFile file)
    {
        foreach (var table in TableReader.Read(file))
        {
            var name = FileFormats.OfName(file.Name) == FileFormat.Xlsx ? SheetOf(table) : Path.GetFileNameWithoutExtension(file.Name);
            if (string.Equals(name, Explanation, StringComparison.OrdinalIgnoreCase)) continue;
            var sheet = TemplateSheet.Find(name) ?? throw UnknownSheet(table, name);
            yield return new(new(sheet.Name), file, table);
        }
    }

    private static void RefuseColumns(MatchedTable match)
    {
        var names = TemplateSheet.Find(match.Spec.Name)!.Columns.Select(column => column.Name).ToArray();
        if (match.Table.Columns.FirstOrDefault(column => !names.Contains(column)) is { } unknown)
        {
            throw new ImportFileException(match.Table.File, 1, unknown.Length == 0
                ? new("een kolom heeft geen kop; geef hem er een of haal hem weg.", "a column has no heading; give it one or take it out.")
                : new Words($"er is geen kolom '{unknown}' in {match.Spec.Name}.", $"there is no column '{unknown}' in {match.Spec.Name}.")
                    + NearestName.Hint(unknown, names)
                    + new Words(" De kolommen zijn ", " Columns are ") + string.Join(", ", names) + ".");
        }

        // The first column identifies a row or says where it starts; an end may not be missing either.
        var needed = names.Take(1).Concat(names.Where(name => name == "to"));
        if (needed.FirstOrDefault(name => match.Table.PositionOf(name) < 0) is { } missing)
        {
            throw new ImportFileException(match.Table.File, 1, new(
                $"de kolom '{missing}' ontbreekt; voeg hem toe.", $"the column '{missing}' is missing; add it."));
        }
    }

    private static ImportFileException UnknownSheet(SourceTable table, string name)
    {
        var kinds = TemplateSheet.All.Select(known => known.Name).ToArray();
        return new(table.File, 0, new Words($"'{name}' is geen soort knoop of relatie.", $"'{name}' is not a kind of node or relation.")
            + NearestName.Hint(name, kinds)
            + new Words(" De soorten zijn ", " Kinds are ") + string.Join(", ", kinds)
            + new Words(". Geef het een andere naam of laat het weg.", ". Rename it or leave it out."));
    }

    private static IReadOnlyList<SourceTable> Readable(SourceFile file)
    {
        try
        {
            return TableReader.Read(file);
        }
        catch (ImportFileException)
        {
            return [];
        }
    }

    private static bool IsSheet(string name) => TemplateSheet.Find(name)?.Name == name;

    private static string SheetOf(SourceTable table) => table.File[(table.File.LastIndexOf('[') + 1)..^1];

    private static HashSet<string> Ids(LoadedTable? table) =>
        table?.Rows.Select(row => Keys.Fold(row.Value("id"))).Where(id => id.Length > 0).ToHashSet() ?? [];
}
