using GraphQL.Types;
using Wijk.Graph.Model;
using Wijk.GraphQL.Schema.Nodes;

namespace Wijk.GraphQL.Schema.Filters;

/// <summary>
/// The grammar of filters: a filter is an input with a field for each thing a node has, and <c>and</c>, <c>or</c> and <c>not</c>; what is asked of
/// one thing is an input too, named after the sort of its value, so that both can gain fields and break nobody.
/// </summary>
internal sealed class FilterTypes
{
    public const string And = "and", Or = "or", Not = "not";
    public const string Key = "key", Kind = "kind", Name = "name", Source = "source", Period = "period", IsStub = "isStub";
    public const string In = "in", Contains = "contains", EqualTo = "equals", From = "from", To = "to";

    private readonly SharedTypes types;
    private readonly InputObjectGraphType id, text, number, period;
    private readonly Dictionary<string, InputObjectGraphType> choices = [];

    public FilterTypes(SharedTypes types)
    {
        this.types = types;
        id = Input("IdCondition", "What a key must be.");
        id.Declare(In, types.Id.OptionalList(), "One of these.");
        text = Input("TextCondition", "What a text must be; of several texts one must be it.");
        text.Declare(Contains, types.String, "It has this in it, without regard to case and accents.");
        text.Declare(EqualTo, types.String, "It is this, without regard to case and accents.");
        text.Declare(In, types.String.OptionalList(), "It is one of these, to the letter.");
        number = Input("NumberCondition", "What a number must be.");
        number.Declare(From, types.Decimal, "At least this.");
        number.Declare(To, types.Decimal, "At most this.");
        period = Input("PeriodCondition", "What a period, or a date, must have a day in; an open end of it reaches any day.");
        period.Declare(From, types.Date, "On or after this day.");
        period.Declare(To, types.Date, "On or before this day.");
        KindOfNode = ChoiceOf(types.NodeKind);
        KindOfRelation = ChoiceOf(types.RelationKind);
        Item = Input("ItemFilter", "Which nodes: all that is given must hold. What is asked of something that is not known does not hold; of a yes or no, unknown counts as no. "
            + "The filter of a kind also asks by what its type has.");
        foreach (var (name, type, description) in FieldsOf(Item)) Item.Declare(name, type, description);
        Item.Declare(Kind, KindOfNode, "Its kind.");
    }

    /// <summary>The filter of nodes of any kind.</summary>
    public InputObjectGraphType Item { get; }

    /// <summary>What a kind of node must be.</summary>
    public InputObjectGraphType KindOfNode { get; }

    /// <summary>What a kind of relation must be.</summary>
    public InputObjectGraphType KindOfRelation { get; }

    /// <summary>The attributes of a kind of node that can be filtered by: all but personal data.</summary>
    public static IEnumerable<AttributeDefinition> AttributesOf(NodeDefinition definition) =>
        definition.Attributes.Where(attribute => !attribute.IsPersonal && attribute.Name is not (Name or Key or Kind or Source or Period or IsStub));

    /// <summary>The filter of nodes of one kind; call it once for each.</summary>
    public InputObjectGraphType Of(NodeDefinition definition)
    {
        var name = Names.TypeOf(definition.Kind);
        var filter = Input(name + "Filter", null);
        foreach (var (field, type, _) in FieldsOf(filter)) filter.Declare(field, type, null);
        foreach (var attribute in AttributesOf(definition)) filter.Declare(attribute.Name, ConditionOn(name, attribute), null);
        return filter;
    }

    private (string Name, IGraphType Type, string Description)[] FieldsOf(IGraphType filter) =>
    [
        (And, filter.OptionalList(), "All of these hold; an empty list holds."),
        (Or, filter.OptionalList(), "One of these holds; an empty list does not."),
        (Not, filter, "This does not hold."),
        (Key, id, "Its key."),
        (Name, text, "Its name."),
        (Source, text, "The source that brought it, also when it was inferred."),
        (Period, period, "When it holds."),
        (IsStub, types.Boolean, "Whether its source only mentions it."),
    ];

    private IGraphType ConditionOn(string owner, AttributeDefinition attribute) => attribute.Type switch
    {
        AttributeType.Text or AttributeType.TextList => text,
        AttributeType.Integer or AttributeType.Number => number,
        AttributeType.Boolean => types.Boolean,
        AttributeType.Date => period,
        AttributeType.Choice => ChoiceOf(types.Nodes.Attributes.ChoiceOf(owner, attribute)),
        _ => throw new InvalidOperationException($"Attribute type {attribute.Type} has no condition; add it here."),
    };

    private InputObjectGraphType ChoiceOf(EnumerationGraphType choice)
    {
        if (choices.TryGetValue(choice.Name, out var known)) return known;
        var condition = Input(choice.Name + "Condition", null);
        condition.Declare(In, choice.OptionalList(), null);
        choices.Add(choice.Name, condition);
        return condition;
    }

    private static InputObjectGraphType Input(string name, string? description) => new() { Name = name, Description = description };
}
