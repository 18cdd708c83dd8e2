using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Template;

/// <summary>A sheet of the template, made from the vocabulary: one for each kind of node and of relation.</summary>
/// <param name="Name">The name of the sheet, and of the file without extension.</param>
/// <param name="Label">What it holds, in words.</param>
/// <param name="Description">What that is.</param>
/// <param name="Columns">Its columns in order.</param>
public sealed record TemplateSheet(string Name, Words Label, string Description, ImmutableArray<TemplateColumn> Columns)
{
    /// <summary>The kind of node it holds; null for relations.</summary>
    public NodeKind? Node { get; private init; }

    /// <summary>The kind of relation it holds; null for nodes.</summary>
    public RelationKind? Relation { get; private init; }

    /// <summary>All sheets: kinds of node, then kinds of relation.</summary>
    public static ImmutableArray<TemplateSheet> All { get; } =
    [
        .. Vocabulary.Nodes.Select(node => node.Kind == NodeKind.Targeting ? OfTargeting(node) : OfNode(node)),
        // OF, and FOR and IN of a targeting, are columns of the sheet Targeting.
        .. Vocabulary.Relations.Where(relation => relation.Kind != RelationKind.Of).Select(OfRelation),
    ];

    /// <summary>The sheet of that name, case ignored; null when there is none.</summary>
    public static TemplateSheet? Find(string name) => All.FirstOrDefault(sheet => string.Equals(sheet.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The kinds that a relation of the sheet may start at: a targeting names its ends in its own sheet.</summary>
    public static IEnumerable<NodeKind> FromKinds(RelationDefinition relation) =>
        relation.Kind is RelationKind.For or RelationKind.In ? relation.FromKinds.Where(kind => kind != NodeKind.Targeting) : relation.FromKinds;

    private static TemplateSheet OfNode(NodeDefinition node) => new(node.Name, node.Plural, node.Description,
    [
        new("id", new("eigen id", "own id"), "What you call it in the other sheets; any text, each once in this sheet.", "") { IsRequired = true },
        .. node.Attributes.Select(TemplateColumn.Of),
        .. TemplateColumn.Common,
    ])
    { Node = node.Kind };

    private static TemplateSheet OfTargeting(NodeDefinition node) => new(node.Name, node.Plural, node.Description,
    [
        Reference("of", new("van", "of"), "The measure or initiative.", [NodeKind.Measure, NodeKind.Initiative]) with { IsRequired = true },
        Reference("for", new("voor", "for"), "The target group; may be blank when 'in' is filled in.", [NodeKind.TargetGroup]),
        Reference("in", new("in", "in"), "The area; may be blank when 'for' is filled in.", [NodeKind.Area]),
        .. node.Attributes.Where(attribute => attribute.Name != "aliases").Select(TemplateColumn.Of),
        .. TemplateColumn.Common,
    ])
    { Node = node.Kind };

    private static TemplateSheet OfRelation(RelationDefinition relation) => new(relation.Name, relation.Label, relation.Description,
    [
        Reference("from", new("van", "from"), "Where it starts.", FromKinds(relation)) with { IsRequired = true },
        Reference("to", new("naar", "to"), "Where it leads.", relation.ToKinds) with { IsRequired = true },
        .. relation.Attributes.Select(TemplateColumn.Of),
        .. TemplateColumn.Common,
    ])
    { Relation = relation.Kind };

    private static TemplateColumn Reference(string name, Words label, string description, IEnumerable<NodeKind> kinds)
    {
        var allowed = kinds.ToArray();
        return new(name, label, description, allowed.Length == 1 ? $"id, {allowed[0]}:id" : string.Join(", ", allowed.Select(kind => $"{kind}:id")));
    }
}
