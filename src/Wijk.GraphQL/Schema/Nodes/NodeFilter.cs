using System.Collections;
using GraphQL;
using GraphQL.Types;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.GraphQL.Schema.Nodes;

/// <summary>The filter of a list of nodes: a few conditions that are cheap and mean the same for every kind.</summary>
internal static class NodeFilter
{
    private const string NameContains = "nameContains", Keys = "keys", Sources = "sources", IsStub = "isStub";

    /// <summary>The type of the argument <c>filter</c>: name, keys, source, and each attribute that is a choice or a yes or no.</summary>
    public static InputObjectGraphType Type(NodeDefinition definition, SharedTypes types)
    {
        var type = new InputObjectGraphType
        {
            Name = definition.Name + "Filter",
            Description = $"Which {definition.Plural.En}; all conditions given must hold.",
        };
        type.Declare(NameContains, types.String, "The name contains this text, without regard to case and accents.");
        type.Declare(Keys, types.Id.OptionalList(), "It has one of these keys.");
        type.Declare(Sources, types.String.OptionalList(), "One of these sources brought it, also when it was inferred.");
        type.Declare(IsStub, types.Boolean, "Whether it is only mentioned by its source.");
        foreach (var attribute in Selectable(definition))
        {
            var value = types.Records.Attributes.TypeOf(definition.Name, attribute);
            type.Declare(attribute.Name, attribute.Type == AttributeType.Choice ? value.OptionalList() : value,
                attribute.Type == AttributeType.Choice ? $"One of these. {attribute.Description.En}" : attribute.Description.En + " Unknown counts as no.");
        }

        return type;
    }

    /// <summary>The condition that a field's argument <c>filter</c> sets on the number of a node; null when there is none.</summary>
    public static Func<int, bool>? Of(IResolveFieldContext context, NodeDefinition definition, GraphView view)
    {
        if (context.GetArgument<Dictionary<string, object?>?>("filter") is not { Count: > 0 } filter) return null;
        var conditions = new List<Func<int, bool>>();
        if (filter.GetValueOrDefault(NameContains) is string text)
        {
            var (names, sought) = (NameIndex.Of(view), TextFolding.Fold(text));
            conditions.Add(number => names.NameOf(number).Contains(sought, StringComparison.Ordinal));
        }

        if (Set(filter, Keys) is { } keys) conditions.Add(number => keys.Contains(view.Graph.Node(number).Key));
        if (Set(filter, Sources) is { } sources) conditions.Add(number => sources.Contains(view.Graph.Node(number).Origin));
        if (filter.GetValueOrDefault(IsStub) is bool isStub) conditions.Add(number => view.Graph.Node(number).IsStub == isStub);
        foreach (var attribute in Selectable(definition))
        {
            if (Set(filter, attribute.Name) is { } words)
                conditions.Add(number => view.Graph.Node(number).Attributes.Text(attribute.Name) is { } word && words.Contains(word));
            else if (filter.GetValueOrDefault(attribute.Name) is bool flag)
                conditions.Add(number => view.Graph.Node(number).Attributes.IsTrue(attribute.Name) == flag);
        }

        return number => conditions.TrueForAll(condition => condition(number));
    }

    private static IEnumerable<AttributeDefinition> Selectable(NodeDefinition definition) =>
        definition.Attributes.Where(attribute => attribute.Type is AttributeType.Choice or AttributeType.Boolean);

    private static HashSet<string>? Set(Dictionary<string, object?> filter, string name) =>
        filter.GetValueOrDefault(name) is IEnumerable values and not string
            ? values.Cast<object>().Select(value => value.ToString()!).ToHashSet(StringComparer.Ordinal)
            : null;
}
