using Wijk.Graph.Import.Formats;
using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Import.Values;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Template;

/// <summary>
/// Reads Wijk's own form and template: a folder of files or one workbook. The form has a row for each activity and each tie; the template a file or sheet for each
/// kind of node and relation. Both may stand in one workbook.
/// </summary>
public sealed class TemplateMapping : Mapping
{
    /// <summary>The name of this mapping, and its namespace when none is given.</summary>
    public const string MappingName = "wijk";

    /// <summary>The sheet or file of the template that explains the others.</summary>
    public const string Explanation = "README";

    /// <summary>The sheet of the form that explains the others.</summary>
    public static Words FormExplanation { get; } = new("Uitleg", "Explanation");

    /// <summary>The sheet of the form with what can be chosen.</summary>
    public static Words FormLists { get; } = new("Lijsten", "Lists");

    private static readonly HashSet<string> NotData =
        [.. new[] { Explanation, "leesmij", FormExplanation.Nl, FormExplanation.En, FormLists.Nl, FormLists.En }.Select(VocabularyWords.Folded)];

    /// <inheritdoc/>
    public override string Name => MappingName;

    /// <inheritdoc/>
    public override Words Description { get; } = new(
        "Het formulier van Wijk: één rij voor elke activiteit. Of het hele sjabloon, met een blad per soort.",
        "Wijk's own form: one row for each activity. Or the whole template, with a sheet for each kind.");

    /// <inheritdoc/>
    public override string Text => string.Join('\n', SheetHeadings.All.Select(sheet => $"{sheet.Spec.Name}: {string.Join(", ", sheet.Spec.OptionalColumns ?? [])}"));

    /// <inheritdoc/>
    public override string Namespace => MappingName;

    /// <inheritdoc/>
    // Names refer to what is there already.
    public override bool LooksAtGraph => true;

    internal override IReadOnlyList<MatchedTable> Match(InputFiles input)
    {
        var found = input.All.SelectMany(path => Sheets(input.Read(path))).ToArray();
        if (found.Length > 0 && found.All(match => match.SkippedBecause is not null))
            throw new ImportFileException(found[0].Table.File, found[0].Table.HeadingRow, found[0].SkippedBecause!);
        return found;
    }

    // Case counts for the sheets of the template: other sources have an "addresses.csv" too. The form is known by its headings.
    internal override bool Fits(InputFiles input) => input.All.Any(path =>
    {
        try
        {
            return Candidates(input.Read(path)).Where(candidate => !NotData.Contains(VocabularyWords.Folded(candidate.Name)))
                .Any(candidate => IsTemplateSheet(candidate.Name) || FormIn(candidate.Table) is not null);
        }
        catch (ImportFileException)
        {
            return IsTemplateSheet(Path.GetFileNameWithoutExtension(path));
        }
    });

    /// <summary>Whether a sheet or file has the name of one of the template.</summary>
    internal static bool HasSheetOfTemplate(InputFiles input) => input.All.Any(path => Candidates(input.Read(path)).Any(candidate => IsTemplateSheet(candidate.Name)));

    /// <summary>Whether a table is a list of activities by its headings, or has the headings of the sheet of the form that it is called after.</summary>
    internal static bool HasSheetOfForm(InputFiles input) => input.All.Any(path =>
    {
        try
        {
            return Candidates(input.Read(path)).Any(candidate => FormIn(candidate.Table) is { } form && (form.Spec.Name == FormSheet.Activities.Name || form.IsCalled(candidate.Name)));
        }
        catch (ImportFileException)
        {
            return false;
        }
    });

    internal override void Map(MappingRun run)
    {
        var names = new TemplateNames(run);
        var rows = new TemplateRows(run, names);
        foreach (var sheet in TemplateSheet.All) run.ForEach(sheet.Name, (row, records) => rows.Read(sheet, row, records));
        new FormRows(run, names).Read();
    }

    internal override long RowsToMap(MappingRun run) => SheetHeadings.All.Sum(sheet => (long)(run.Table(sheet.Spec.Name)?.Rows.Count ?? 0));

    private static IEnumerable<MatchedTable> Sheets(SourceFile file)
    {
        foreach (var (name, table) in Candidates(file))
        {
            if (NotData.Contains(VocabularyWords.Folded(name))) continue;
            var byName = SheetHeadings.All.FirstOrDefault(sheet => sheet.IsCalled(name));
            if (byName is not null && Headed(table, byName) is { } named) yield return Matched(byName, file, named);
            else if (FormIn(table) is { } form) yield return Matched(form, file, Headed(table, form)!);
            else if (byName is not null) throw Missing(table(byName), byName);
            else yield return new(new(""), file, table(null)) { SkippedBecause = Unknown(name) };
        }
    }

    private static MatchedTable Matched(SheetHeadings sheet, SourceFile file, SourceTable table) => new(sheet.Spec, file, table.Renamed(sheet.ColumnsOf(table.Columns)));

    // Each table by its name, and a way to read it with the headings of one sheet in mind.
    private static IEnumerable<(string Name, Func<SheetHeadings?, SourceTable> Table)> Candidates(SourceFile file)
    {
        if (FileFormats.OfName(file.Name) is { } format && format.IsWorkbook())
        {
            TableReader.Read(file);
            return file.Sheets(format).Select(grid => (grid.Place[(grid.Place.LastIndexOf('[') + 1)..^1], (Func<SheetHeadings?, SourceTable>)(sheet => grid.Table(IsHeading(sheet)))));
        }

        return [(Path.GetFileNameWithoutExtension(file.Name), sheet => TableReader.Read(file, isHeading: IsHeading(sheet))[0])];
    }

    private static Func<string, bool>? IsHeading(SheetHeadings? sheet) => sheet is null ? null : text => sheet.ColumnOf(text) is not null;

    private static SourceTable? Headed(Func<SheetHeadings?, SourceTable> read, SheetHeadings sheet) => read(sheet) is var table && sheet.HasRequired(table.Columns) ? table : null;

    private static SheetHeadings? FormIn(Func<SheetHeadings?, SourceTable> read) => SheetHeadings.All.FirstOrDefault(sheet => sheet.IsKnownByHeadings && IsForm(read, sheet));

    private static bool IsForm(Func<SheetHeadings?, SourceTable> read, SheetHeadings sheet)
    {
        try
        {
            var table = read(sheet);
            return sheet.HasRequired(table.Columns) && table.Columns.Count(heading => sheet.ColumnOf(heading) is not null) > sheet.Required.Length;
        }
        catch (ImportFileException)
        {
            // What has a heading twice is another table: when it is not, it is refused under its own name.
            return false;
        }
    }

    private static ImportFileException Missing(SourceTable table, SheetHeadings sheet)
    {
        var missing = sheet.Required.First(group => !table.Columns.Any(heading => group.Contains(sheet.ColumnOf(heading))));
        var names = Words.AnyOf(missing.Select(name => $"'{name}'"));
        var columns = string.Join(", ", table.Columns.Where(heading => heading.Length > 0));
        return new(table.File, table.HeadingRow, new Words(
            $"de kolom {names.Nl} ontbreekt; voeg hem toe. De koppen in deze rij zijn: {columns}.",
            $"the column {names.En} is missing; add it. The headings in this row are: {columns}.")
            + table.Columns.Select(heading => NearestName.Hint(heading, missing)).FirstOrDefault(hint => hint.Nl.Length > 0, ""));
    }

    private static Words Unknown(string name)
    {
        var titles = FormSheet.All.Select(sheet => sheet.Title).ToArray();
        return new Words(
                $"'{name}' is geen blad van het formulier ({string.Join(", ", titles.Select(title => title.Nl))}) en geen soort knoop of relatie.",
                $"'{name}' is not a sheet of the form ({string.Join(", ", titles.Select(title => title.En))}) and not a kind of node or relation.")
            + NearestName.Hint(name, [.. titles.SelectMany(title => new[] { title.Nl, title.En }), .. TemplateSheet.All.Select(sheet => sheet.Name)])
            + new Words(" Hoort het erbij, geef het dan die naam.", " If it belongs here, give it that name.");
    }

    private static bool IsTemplateSheet(string name) => TemplateSheet.Find(name)?.Name == name;
}
