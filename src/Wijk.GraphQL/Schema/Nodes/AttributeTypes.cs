using GraphQL.Types;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Schema.Nodes;

/// <summary>The schema's types for the attributes of the vocabulary.</summary>
internal sealed class AttributeTypes(SharedTypes types)
{
    private readonly Dictionary<string, EnumerationGraphType> choices = [];

    /// <summary>Adds a field for each attribute to an object type.</summary>
    /// <param name="type">The object type.</param>
    /// <param name="owner">The name that choices are called after.</param>
    /// <param name="attributes">The attributes; those that the type already has a field for are left out.</param>
    /// <param name="read">The values of a source.</param>
    public void AddFields<T>(ObjectGraphType<T> type, string owner, IEnumerable<AttributeDefinition> attributes, Func<T, AttributeSet> read)
    {
        foreach (var attribute in attributes)
        {
            if (type.GetField(attribute.Name) is null)
                type.Add<T>(attribute.Name, TypeOf(owner, attribute), DescriptionOf(attribute), source => read(source)[attribute.Name]);
        }
    }

    /// <summary>The type of an attribute's value; null values are always allowed: absent means unknown.</summary>
    public IGraphType TypeOf(string owner, AttributeDefinition attribute) => attribute.Type switch
    {
        AttributeType.Text => types.String,
        AttributeType.TextList => types.String.OptionalList(),
        AttributeType.Integer => attribute.Range is { Max: <= int.MaxValue, Min: >= int.MinValue } ? types.Int : types.Long,
        AttributeType.Number => types.Decimal,
        AttributeType.Boolean => types.Boolean,
        AttributeType.Date => types.PartialDate,
        AttributeType.Choice => ChoiceOf(owner, attribute),
        _ => throw new InvalidOperationException($"Attribute type {attribute.Type} has no type in the schema; add it here."),
    };

    /// <summary>The words of a choice.</summary>
    public EnumerationGraphType ChoiceOf(string owner, AttributeDefinition attribute)
    {
        var name = owner + char.ToUpperInvariant(attribute.Name[0]) + attribute.Name[1..];
        if (choices.TryGetValue(name, out var known)) return known;
        var type = new EnumerationGraphType { Name = name, Description = attribute.Description.En };
        foreach (var choice in attribute.ChoiceLabels)
        {
            // A word that says it all needs no more.
            var label = Names.Sentence(choice.Label.En);
            type.Add(EnumNames.Of(choice.Code), choice.Code, label == Names.Sentence(choice.Code) ? null : label);
        }

        choices.Add(name, type);
        return type;
    }

    private static string DescriptionOf(AttributeDefinition attribute) => attribute.IsPersonal
        ? attribute.Description.En + " Personal data: never in a public answer."
        : attribute.Description.En;
}
