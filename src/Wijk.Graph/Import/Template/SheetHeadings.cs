using System.Collections.Frozen;
using System.Collections.Immutable;
using Wijk.Graph.Import.Formats;
using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Import.Values;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Template;

/// <summary>A sheet that is read, by every name that people give to it and to its columns: Dutch or English, case, accents, blanks and signs aside.</summary>
internal sealed class SheetHeadings
{
    private static readonly FrozenDictionary<string, string[]> AlsoHeaded = new Dictionary<string, string[]>
    {
        ["id"] = ["nr", "nummer", "sleutel", "key", "number"],
        ["name"] = ["titel", "title", "benaming"],
        ["validFrom"] = ["vanaf", "start", "begin", "startdatum", "begindatum", "start date"],
        ["validTo"] = ["tot", "tot en met", "t/m", "eind", "einde", "einddatum", "until", "end", "end date"],
        ["population"] = ["aantal inwoners", "inwonertal", "inhabitants", "residents"],
        ["description"] = ["toelichting", "beschrijving", "notes"],
        ["partOf"] = ["is deel van", "deel van", "onderdeel van", "hoort bij", "ligt in", "valt onder", "part of", "lies in", "in"],
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<NodeKind, string[]> AlsoCalled = new Dictionary<NodeKind, string[]>
    {
        [NodeKind.Agency] = ["organisatie", "organisaties", "organisation", "organisations", "organization", "organizations"],
        [NodeKind.Area] = ["buurten", "wijken", "neighbourhoods", "districts"],
        [NodeKind.Domain] = ["thema", "themas", "themes"],
        [NodeKind.Initiative] = ["initiatief", "initiatieven", "initiatives"],
    }.ToFrozenDictionary();

    private readonly Dictionary<string, string> columns = [];
    private readonly Dictionary<string, int> order = [];
    private readonly HashSet<string> dutch = [];
    private readonly HashSet<string> names = [];

    private SheetHeadings(string table) => Spec = new(table);

    /// <summary>All sheets that are read, those of the form first.</summary>
    public static ImmutableArray<SheetHeadings> All { get; } =
        [Of(FormSheet.Activities), Of(FormSheet.Ties), .. TemplateSheet.All.Select(Of)];

    /// <summary>The table that rows of the sheet go into.</summary>
    public TableSpec Spec { get; private init; }

    /// <summary>The name it has in messages.</summary>
    public string Name { get; private init; } = "";

    /// <summary>Whether its headings say what it is, whatever the sheet is called.</summary>
    public bool IsKnownByHeadings { get; private init; }

    /// <summary>Of each of these groups of columns one must be there.</summary>
    public ImmutableArray<string[]> Required { get; private init; } = [];

    /// <summary>Whether a sheet of this name is this one.</summary>
    public bool IsCalled(string sheet) => names.Contains(VocabularyWords.Folded(sheet));

    /// <summary>The column that a heading stands for; null when it is none of this sheet.</summary>
    public string? ColumnOf(string heading) => columns.GetValueOrDefault(VocabularyWords.Folded(heading));

    /// <summary>The column that each heading stands for. Of two headings for one column, such as <c>Wijk</c> and <c>Buurt</c>, the one that says it best is read; the other is told like any that is not.</summary>
    public string[] ColumnsOf(IReadOnlyList<string> headings)
    {
        var best = headings.Index().Where(heading => ColumnOf(heading.Item) is not null)
            .GroupBy(heading => ColumnOf(heading.Item)!).ToDictionary(same => same.Key, same => same.MinBy(heading => order[VocabularyWords.Folded(heading.Item)]).Index);
        return [.. headings.Index().Select(heading => ColumnOf(heading.Item) is not { } column ? heading.Item : best[column] == heading.Index ? column : $"{heading.Item} *")];
    }

    /// <summary>Whether all columns that are needed stand under these headings.</summary>
    public bool HasRequired(IEnumerable<string> headings)
    {
        var found = headings.Select(ColumnOf).ToHashSet();
        return Required.All(group => group.Any(found.Contains));
    }

    /// <summary>Whether the headings of a table are in Dutch, where days come before months.</summary>
    public bool IsDutch(SourceTable table) => table.WrittenColumns.Any(heading => dutch.Contains(VocabularyWords.Folded(heading)));

    /// <summary>The headings that are most likely, in the reader's language, for a hint.</summary>
    public IEnumerable<string> Hints { get; private init; } = [];

    private static SheetHeadings Of(FormSheet sheet)
    {
        var made = new SheetHeadings(sheet.Name)
        {
            Name = sheet.Title.Nl,
            IsKnownByHeadings = true,
            Required = [.. sheet.Columns.Where(column => column.IsRequired).Select(column => new[] { column.Name })],
            Hints = [.. sheet.Columns.SelectMany(column => new[] { column.Heading.Nl, column.Heading.En })],
            Spec = Read(sheet.Name, sheet.Columns.Select(column => column.Name), sheet.Columns.SelectMany(column => new[] { column.Heading.Nl, column.Heading.En })),
        };
        foreach (var name in (string[])[sheet.Title.Nl, sheet.Title.En, .. sheet.AlsoCalled]) made.names.Add(VocabularyWords.Folded(name));
        foreach (var column in sheet.Columns) made.Add(column.Name, column.Heading.Nl, column.Heading.En);
        foreach (var column in sheet.Columns) made.Add(column.Name, [.. column.AlsoHeaded]);
        made.NoteDutch(sheet.Columns.Select(column => column.Heading));
        return made;
    }

    private static SheetHeadings Of(TemplateSheet sheet)
    {
        var known = sheet.Columns.Select(column => column.Name).ToList();
        if (sheet.Node is { } node && Vocabulary.Of(RelationKind.PartOf).Allows(node, node)) known.Add(TemplateRows.PartOf);
        var naming = sheet.Node is { } kind ? Vocabulary.Of(kind).NameAttribute : null;
        var made = new SheetHeadings(sheet.Name)
        {
            Name = sheet.Name,
            Required = sheet.Relation is not null ? [["from"], ["to"]] : sheet.Node == NodeKind.Targeting ? [["of"]] : [naming is null ? ["id"] : ["id", naming]],
            Hints = [.. known],
            Spec = Read(sheet.Name, known, sheet.Columns.SelectMany(column => new[] { column.Name, column.Label.Nl, column.Label.En })),
        };
        made.names.Add(VocabularyWords.Folded(sheet.Name));
        foreach (var name in (string[])[sheet.Label.Nl, sheet.Label.En]) made.names.Add(VocabularyWords.Folded(name));
        if (sheet.Node is { } called)
        {
            foreach (var name in (string[])[Vocabulary.Of(called).Label.Nl, Vocabulary.Of(called).Label.En, .. AlsoCalled.GetValueOrDefault(called, [])]) made.names.Add(VocabularyWords.Folded(name));
        }

        foreach (var column in sheet.Columns) made.Add(column.Name, column.Name);
        foreach (var column in sheet.Columns) made.Add(column.Name, column.Label.Nl, column.Label.En);
        foreach (var name in known) made.Add(name, [name, .. AlsoHeaded.GetValueOrDefault(name, [])]);
        if (sheet.Node == NodeKind.Area) made.Add("name", "gebied", "buurt", "area");
        if (sheet.Node == NodeKind.Agency) made.Add("name", "organisatie", "instantie", "organisation", "organization");
        made.NoteDutch(sheet.Columns.Select(column => column.Label with { En = column.Name == column.Label.Nl ? column.Label.Nl : column.Label.En }));
        return made;
    }

    private static TableSpec Read(string name, IEnumerable<string> columns, IEnumerable<string> hints) =>
        new(name) { OptionalColumns = [.. columns], Headings = [.. hints.Distinct()] };

    // What was added first counts: a code before a label, a label before other words for it.
    private void Add(string column, params string[] headings)
    {
        foreach (var folded in headings.Select(VocabularyWords.Folded))
        {
            if (columns.TryAdd(folded, column)) order.Add(folded, order.Count);
        }
    }

    private void NoteDutch(IEnumerable<Words> headings)
    {
        foreach (var heading in headings)
        {
            if (heading.Nl != heading.En && VocabularyWords.Folded(heading.Nl) is not "in") dutch.Add(VocabularyWords.Folded(heading.Nl));
        }
    }
}
