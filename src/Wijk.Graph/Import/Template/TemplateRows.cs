using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Template;

/// <summary>Makes records of the rows of a filled-in template.</summary>
internal sealed class TemplateRows(MappingRun run, TemplateNames names)
{
    /// <summary>A column of nodes that may be part of another of their kind; a sheet of its own, PART_OF, says the same.</summary>
    public const string PartOf = "partOf";

    private static readonly Words SeasonRead = new(
        "een seizoen, schooljaar of 'van … t/m' is gelezen als hele maanden of jaren", "a season, school year or 'from … to' was read as whole months or years");

    /// <summary>What is told of the example row.</summary>
    public static readonly Words ExampleSkipped = new("dit is het voorbeeld, en dat is niet gelezen", "this is the example, and it was not read");

    private readonly Dictionary<TemplateSheet, SheetValues> values = [];

    /// <summary>Makes the records of a row.</summary>
    /// <exception cref="RowRefusedException">A value is impossible, or refers to nothing.</exception>
    public void Read(TemplateSheet sheet, TableRow row, RowRecords records)
    {
        if (IsExample(row))
        {
            run.Collector.Count(row.Row.Place, ExampleSkipped);
            return;
        }

        var id = TemplateNames.IdOf(sheet, row);
        var blank = sheet.Columns.FirstOrDefault(column => column.IsRequired && (column.Name == "id" ? id.Length == 0 : row.Value(column.Name).Length == 0));
        if (blank is not null && !(blank.Attribute is not null && sheet.Node is null))
        {
            var heading = row.Table.HeadingOf(blank.Name);
            throw new RowRefusedException("", new(
                $"{heading} is leeg; elke rij van {sheet.Name} heeft het nodig.", $"{heading} is blank; every row of {sheet.Name} needs it."));
        }

        if (sheet.Relation is { } relation) Relation(relation, sheet, row, records);
        else if (sheet.Node == NodeKind.Targeting) Targeting(sheet, row, records);
        else Node(sheet, row, id, records);
    }

    /// <summary>Whether a row is the example that the form comes with.</summary>
    public static bool IsExample(TableRow row) =>
        (string[])["organisation", "who", "name"] is var first && first.Select(row.Value).FirstOrDefault(text => text.Length > 0) is { } text
        && (text.StartsWith(FormSheet.ExampleMark.Nl, StringComparison.OrdinalIgnoreCase) || text.StartsWith(FormSheet.ExampleMark.En, StringComparison.OrdinalIgnoreCase));

    private void Node(TemplateSheet sheet, TableRow row, string id, RowRecords records)
    {
        var kind = TemplateNames.KindOf(sheet.Node!.Value, row);
        var key = Keys.Of(kind, run.Namespace, id);
        records.Meant.Add(key);
        var node = Made(key, kind, sheet, row, Period(sheet, row, records), records);
        var whole = row.Value(PartOf) is { Length: > 0 } written && sheet.Node is { } of && Vocabulary.Of(RelationKind.PartOf).Allows(of, of)
            ? records.Try(() => names.KeyOf(row.Table.HeadingOf(PartOf), Keys.Fold(written), [kind], records)) : null;
        if (records.Problems.Count > 0) return;
        records.Add(node, []);
        if (whole is not null && names.IsOnlyWhole(whole))
            records.Add(new(whole, kind) { Attributes = AttributeSet.Of(("name", Keys.Fold(row.Value(PartOf)))), Source = run.Namespace, RecordedAt = run.RecordedAt }, ["name"]);
        if (whole is not null) records.Add(Made(RelationKind.PartOf, key, whole, AttributeSet.Empty, row, node.ValidFrom, node.ValidTo));
    }

    private void Relation(RelationKind kind, TemplateSheet sheet, TableRow row, RowRecords records)
    {
        var definition = Vocabulary.Of(kind);
        var from = records.Try(() => names.KeyOf(row.Table.HeadingOf("from"), Keys.Fold(row.Value("from")), [.. TemplateSheet.FromKinds(definition)], records));
        var start = from is null ? null : Keys.NodeKindOf(from);
        var to = records.Try(() => names.KeyOf(
            row.Table.HeadingOf("to"), Keys.Fold(row.Value("to")), [.. definition.ToKinds.Where(end => start is not { } known || definition.Allows(known, end))], records));
        var attributes = Attributes(sheet, row, records);
        var period = Period(sheet, row, records);
        if (records.Problems.Count == 0) records.Add(Made(kind, from!, to!, attributes, row, period.From, period.To));
    }

    private void Targeting(TemplateSheet sheet, TableRow row, RowRecords records)
    {
        var of = records.Try(() => names.KeyOf(row.Table.HeadingOf("of"), Keys.Fold(row.Value("of")), [NodeKind.Measure, NodeKind.Initiative], records));
        var group = Optional("for", NodeKind.TargetGroup, row, records);
        var area = Optional("in", NodeKind.Area, row, records);
        if (group is null && area is null && records.Problems.Count == 0)
        {
            throw new RowRefusedException("", new(
                "for en in zijn allebei leeg; zeg voor wie, waar, of allebei.", "for and in are both blank; say for whom, where, or both."));
        }

        var period = Period(sheet, row, records);
        if (records.Problems.Count > 0) return;
        var key = Keys.OfTargeting(of!, group, area, period.From);
        var node = Made(key, NodeKind.Targeting, sheet, row, period, records);
        if (records.Problems.Count > 0) return;
        records.Add(node, []);
        foreach (var (kind, to) in new[] { (RelationKind.Of, of), (RelationKind.For, group), (RelationKind.In, area) })
        {
            if (to is not null) records.Add(Made(kind, key, to, AttributeSet.Empty, row, period.From, period.To));
        }
    }

    private string? Optional(string column, NodeKind kind, TableRow row, RowRecords records) =>
        Keys.Fold(row.Value(column)) is { Length: > 0 } written ? records.Try(() => names.KeyOf(row.Table.HeadingOf(column), written, [kind], records)) : null;

    private Node Made(string key, NodeKind kind, TemplateSheet sheet, TableRow row, (PartialDate? From, PartialDate? To) period, RowRecords records) => new(key, kind)
    {
        Attributes = Attributes(sheet, row, records, kind),
        ValidFrom = period.From,
        ValidTo = period.To,
        Visibility = records.Try(() => (Visibility?)SheetValues.Visibility(row)) ?? Visibility.Public,
        Source = run.Namespace,
        RecordedAt = run.RecordedAt,
    };

    private Relation Made(RelationKind kind, string from, string to, AttributeSet attributes, TableRow row, PartialDate? validFrom, PartialDate? validTo) => new(kind, from, to)
    {
        Attributes = attributes,
        ValidFrom = validFrom,
        ValidTo = validTo,
        Visibility = SheetValues.Visibility(row),
        Source = run.Namespace,
        RecordedAt = run.RecordedAt,
    };

    private (PartialDate? From, PartialDate? To) Period(TemplateSheet sheet, TableRow row, RowRecords records) =>
        Values(sheet).Period(row, "validFrom", "validTo", records, read => run.Collector.Count(row.Row.Place, SeasonRead, read));

    // A name is one line; longer texts keep their lines. An initiative among the organisations has the attributes of an initiative.
    private AttributeSet Attributes(TemplateSheet sheet, TableRow row, RowRecords records, NodeKind? kind = null)
    {
        var naming = sheet.Node is { } node ? Vocabulary.Of(node).NameAttribute : null;
        var read = new List<(string, object?)>();
        foreach (var attribute in sheet.Columns.Select(column => column.Attribute).OfType<AttributeDefinition>())
        {
            if (kind is { } made && made != sheet.Node && Vocabulary.Of(made).Attributes.All(known => known.Name != attribute.Name)) continue;
            var value = records.Try(() => Values(sheet).Attribute(attribute, row, attribute.IsRequired || attribute.Name == naming));
            if (value is null && attribute.Name == naming && !attribute.IsRequired && row.Value("id").Length == 0) value = TemplateNames.IdOf(sheet, row);
            read.Add((attribute.Name, value));
        }

        return AttributeSet.Of(read);
    }

    private SheetValues Values(TemplateSheet sheet)
    {
        if (values.TryGetValue(sheet, out var known)) return known;
        var headings = SheetHeadings.All.First(read => read.Spec.Name == sheet.Name);
        string[] dates = ["validFrom", "validTo", .. sheet.Columns.Where(column => column.Attribute?.Type == AttributeType.Date).Select(column => column.Name)];
        return values[sheet] = new(run.Table(sheet.Name)!, headings, dates);
    }
}
