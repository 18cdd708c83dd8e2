using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Template;

/// <summary>Makes records of the rows of a filled-in template.</summary>
internal sealed class TemplateRows(MappingRun run, TemplateReferences references)
{
    /// <summary>Makes the records of a row.</summary>
    /// <exception cref="RowRefusedException">A value is impossible, or refers to nothing.</exception>
    public void Read(TemplateSheet sheet, TableRow row, RowRecords records)
    {
        if (sheet.Columns.FirstOrDefault(column => column.IsRequired && row.Value(column.Name).Length == 0) is { } blank)
        {
            throw new RowRefusedException("", new(
                $"{blank.Name} is leeg; elke rij van {sheet.Name} heeft het nodig.", $"{blank.Name} is blank; every row of {sheet.Name} needs it."));
        }

        if (sheet.Relation is { } relation) Relation(relation, sheet, row, records);
        else if (sheet.Node == NodeKind.Targeting) Targeting(sheet, row, records);
        else records.Add(Node(Keys.Of(sheet.Node!.Value, run.Namespace, Keys.Fold(row.Value("id"))), sheet, row), []);
    }

    private void Relation(RelationKind kind, TemplateSheet sheet, TableRow row, RowRecords records)
    {
        var definition = Vocabulary.Of(kind);
        var from = references.KeyOf("from", Keys.Fold(row.Value("from")), [.. TemplateSheet.FromKinds(definition)], records);
        var start = Keys.NodeKindOf(from)!.Value;
        var to = references.KeyOf("to", Keys.Fold(row.Value("to")), [.. definition.ToKinds.Where(end => definition.Allows(start, end))], records);
        records.Add(Relation(kind, from, to, Attributes(sheet, row), row));
    }

    private void Targeting(TemplateSheet sheet, TableRow row, RowRecords records)
    {
        var of = references.KeyOf("of", Keys.Fold(row.Value("of")), [NodeKind.Measure, NodeKind.Initiative], records);
        var group = Optional("for", NodeKind.TargetGroup, row, records);
        var area = Optional("in", NodeKind.Area, row, records);
        if (group is null && area is null)
        {
            throw new RowRefusedException("", new(
                "for en in zijn allebei leeg; zeg voor wie, waar, of allebei.", "for and in are both blank; say for whom, where, or both."));
        }

        var key = Keys.OfTargeting(of, group, area, AttributeText.Date("validFrom", row.Value("validFrom")));
        records.Add(Node(key, sheet, row), []);
        foreach (var (kind, to) in new[] { (RelationKind.Of, of), (RelationKind.For, group), (RelationKind.In, area) })
        {
            if (to is not null) records.Add(Relation(kind, key, to, AttributeSet.Empty, row));
        }
    }

    private string? Optional(string column, NodeKind kind, TableRow row, RowRecords records) =>
        Keys.Fold(row.Value(column)) is { Length: > 0 } written ? references.KeyOf(column, written, [kind], records) : null;

    private Node Node(string key, TemplateSheet sheet, TableRow row) => new(key, sheet.Node!.Value)
    {
        Attributes = Attributes(sheet, row),
        ValidFrom = AttributeText.Date("validFrom", row.Value("validFrom")),
        ValidTo = AttributeText.Date("validTo", row.Value("validTo")),
        Visibility = AttributeText.Visibility(row.Value("visibility")),
        Source = run.Namespace,
        RecordedAt = run.RecordedAt,
    };

    private Relation Relation(RelationKind kind, string from, string to, AttributeSet attributes, TableRow row) => new(kind, from, to)
    {
        Attributes = attributes,
        ValidFrom = AttributeText.Date("validFrom", row.Value("validFrom")),
        ValidTo = AttributeText.Date("validTo", row.Value("validTo")),
        Visibility = AttributeText.Visibility(row.Value("visibility")),
        Source = run.Namespace,
        RecordedAt = run.RecordedAt,
    };

    // A name is one line; longer texts keep their lines.
    private static AttributeSet Attributes(TemplateSheet sheet, TableRow row)
    {
        var naming = sheet.Node is { } kind ? Vocabulary.Of(kind).NameAttribute : null;
        return AttributeSet.Of(sheet.Columns.Select(column => column.Attribute).OfType<AttributeDefinition>().Select(attribute =>
        {
            var text = row.Value(attribute.Name);
            return (attribute.Name, AttributeText.Read(attribute, attribute.IsRequired || attribute.Name == naming ? Keys.Fold(text) : text));
        }));
    }
}
