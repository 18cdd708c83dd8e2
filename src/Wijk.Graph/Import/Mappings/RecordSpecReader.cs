using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Mappings;

/// <summary>Reads what a mapping says of nodes, relations and targetings, and checks it against the vocabulary.</summary>
internal sealed class RecordSpecReader(ExpressionReader expressions)
{
    private static readonly string[] Common = ["attributes", "validFrom", "validTo", "visibility", "inferred"];

    public NodeSpec Node(string name, JsonPart part)
    {
        part.Only([.. Common, "kind", "use", "namespace", "id", "stub", "optional", "keepFirst", "edition"]);
        var kind = part.Required("kind");
        var definition = Vocabulary.FindNode(kind.Text())
            ?? throw UnknownKind(kind, new("is geen soort knoop.", "is not a kind of node."), Vocabulary.Nodes.Select(node => node.Name));
        if (definition.Kind == NodeKind.Targeting) throw kind.Wrong(new(
                "wordt onder targetings gemaakt, want sleutel en relaties horen bij elkaar.",
                "is made under targetings, for its key and relations belong together."));
        var (keepFirst, edition) = (part.Optional("keepFirst"), part.Optional("edition"));
        if (edition is not null && definition.Kind != NodeKind.Area) throw edition.Wrong(new("hoort bij een gebied (Area).", "belongs to an Area."));
        foreach (var attribute in keepFirst?.Items() ?? []) Attribute(definition.Name, definition.Attributes, attribute.Text(), attribute);
        return new(name, definition.Kind, part.Optional("use")?.OneOf<NodeUse>() ?? NodeUse.Make, part.Optional("namespace")?.Text(),
            expressions.OneOrMore(part.Required("id")), Record(part, definition.Name, definition.Attributes))
        {
            IsStub = part.Optional("stub")?.Flag() == true,
            IsOptional = part.Optional("optional")?.Flag() == true,
            KeepFirst = keepFirst?.Texts() ?? [],
            Edition = edition is null ? null : expressions.Value(edition),
        };
    }

    public RelationSpec Relation(JsonPart part, IReadOnlySet<string> nodes)
    {
        part.Only([.. Common, "kind", "from", "to", "numbered"]);
        var kind = part.Required("kind");
        var definition = Vocabulary.FindRelation(kind.Text())
            ?? throw UnknownKind(
                kind, new("is geen soort relatie.", "is not a kind of relation."), Vocabulary.Relations.Select(relation => relation.Name));
        if (definition.Kind == RelationKind.Of) throw kind.Wrong(new("wordt onder targetings gemaakt.", "is made under targetings."));
        var numbered = part.Optional("numbered");
        return new(definition.Kind, Name(part.Required("from"), nodes), Name(part.Required("to"), nodes),
            Record(part, definition.Name, definition.Attributes),
            numbered is null ? null : Attribute(definition.Name, definition.Attributes, numbered.Text(), numbered));
    }

    public TargetingSpec Targeting(JsonPart part, IReadOnlySet<string> nodes)
    {
        part.Only([.. Common, "of", "for", "in"]);
        var (group, area) = (part.Optional("for"), part.Optional("in"));
        if (group is null && area is null)
        {
            throw part.Wrong(new(
                "zegt niet voor wie en niet waar; voeg for, in of allebei toe.", "says neither for whom nor where; add for, in or both."));
        }

        var definition = Vocabulary.Of(NodeKind.Targeting);
        return new(Name(part.Required("of"), nodes), group is null ? null : Name(group, nodes), area is null ? null : Name(area, nodes),
            Record(part, definition.Name, definition.Attributes));
    }

    private RecordSpec Record(JsonPart part, string kind, ImmutableArray<AttributeDefinition> definitions) => new()
    {
        Attributes = [.. part.Optional("attributes")?.Members().Select(member => AttributeOf(kind, definitions, member.Name, member.Value)) ?? []],
        ValidFrom = part.Optional("validFrom") is { } from ? expressions.Value(from) : null,
        ValidTo = part.Optional("validTo") is { } to ? expressions.Value(to) : null,
        Visibility = part.Optional("visibility") is { } visibility ? expressions.Value(visibility) : null,
        Inferred = part.Optional("inferred")?.InOneOrBothLanguages(),
    };

    private AttributeSpec AttributeOf(string kind, ImmutableArray<AttributeDefinition> definitions, string name, JsonPart part)
    {
        var definition = Attribute(kind, definitions, name, part);
        var values = expressions.OneOrMore(part);
        return definition.Type == AttributeType.TextList || values.Count == 1
            ? new(definition, values)
            : throw part.Wrong(new($"is een lijst, en {name} heeft één waarde.", $"is a list, and {name} has one value."));
    }

    private static AttributeDefinition Attribute(string kind, ImmutableArray<AttributeDefinition> definitions, string name, JsonPart part) =>
        definitions.FirstOrDefault(definition => definition.Name == name)
            ?? throw UnknownAttribute(kind, name, [.. definitions.Select(definition => definition.Name)], part);

    private static MappingException UnknownAttribute(string kind, string name, string[] known, JsonPart part) => part.Wrong(
        new Words($"is voor '{name}', en dat heeft {kind} niet; de velden zijn ", $"is for '{name}', which {kind} does not have; it has ")
        + string.Join(", ", known) + "." + NearestName.Hint(name, known));

    private static MappingException UnknownKind(JsonPart kind, Words rule, IEnumerable<string> known)
    {
        var names = known.ToArray();
        return kind.Wrong(rule + NearestName.Hint(kind.Text(), names) + new Words(" De soorten zijn ", " Kinds are ") + string.Join(", ", names) + ".");
    }

    /// <summary>The name of a node that was made before.</summary>
    public static string Name(JsonPart part, IReadOnlySet<string> nodes) =>
        nodes.Contains(part.Text()) ? part.Text()
            : throw part.Wrong(new Words(
                "noemt geen knoop die ervoor is gemaakt; de knopen hier zijn ", "names no node made before it; nodes here are ")
                + string.Join(", ", nodes.Order()) + "." + NearestName.Hint(part.Text(), nodes));
}
