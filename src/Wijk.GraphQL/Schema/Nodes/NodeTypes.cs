using GraphQL.Types;
using Wijk.Graph.Findings;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Schema.Costs;

namespace Wijk.GraphQL.Schema.Nodes;

/// <summary>
/// The interface <c>Node</c> of all that has an id; <c>Item</c> and an object type for each kind of node, and <c>Relation</c> and one for each
/// kind of relation, made from the vocabulary.
/// </summary>
internal sealed class NodeTypes
{
    private readonly ObjectGraphType<NodeInView>[] items;
    private readonly ObjectGraphType<RelationInView>[] relations;
    private readonly Dictionary<Type, IObjectGraphType> found = [];

    public NodeTypes(SharedTypes types)
    {
        Inference = RecordFields.Inference(types);
        Attributes = new AttributeTypes(types);
        Node = new InterfaceGraphType { Name = "Node", Description = "Anything that can be asked for again by its id." };
        Node.Declare("id", types.Id.Required(), IdDescription);
        Node.Declare("key", types.Id.Required(), KeyDescription);
        Item = new InterfaceGraphType
        {
            Name = "Item",
            Description = "What every node of the graph carries, whatever its kind. "
            + "A field named after a kind of relation, such as runs, lists where those relations lead; the type of that name, Runs, says what it means."
        };
        Relation = new InterfaceGraphType { Name = "Relation", Description = "What every relation carries, whatever its kind." };
        foreach (var (name, type, description, _) in ItemFields(types)) CostingInferred(Item.Declare(name, type, description));
        foreach (var (name, type, description, _) in RelationFields(types)) CostingInferred(Relation.Declare(name, type, description));
        Item.AddResolvedInterface(Node);
        Relation.AddResolvedInterface(Node);

        items = [.. Vocabulary.Nodes.Select(definition => ItemOf(definition, types))];
        relations = [.. Vocabulary.Relations.Select(definition => RelationOf(definition, types))];
        Node.ResolveType = source => source switch
        {
            NodeInView item => Of(item.Node.Kind),
            RelationInView relation => Of(relation.Relation.Kind),
            _ => found[source.GetType()],
        };
        Found.Declare("id", types.Id.Required(), IdDescription);
        Found.Declare("key", types.Id.Required(), KeyDescription);
        Found.Declare("kept", Item.List(), "The records in which somebody kept it, findings or suggestions whose answerKey is its key: acknowledged, disputed, resolved. Usually none or one.");
        Found.Declare("dispute", types.Words, "What is said against it, and by whom; null when nobody disputes it.");
        Found.AddResolvedInterface(Node);
        Item.ResolveType = Relation.ResolveType = Found.ResolveType = Node.ResolveType;
    }

    /// <summary>What the id of anything is.</summary>
    public const string IdDescription =
        "The global id: the key, with the day it was asked of where there was one, as in key@2016-07-01. What is asked of two days has two ids.";

    /// <summary>What the key of anything is.</summary>
    public const string KeyDescription = "The key, kind:namespace:id, unique over all kinds and the same on every day.";

    /// <summary>The interface of all that has an id, as Relay wants it.</summary>
    public InterfaceGraphType Node { get; }

    /// <summary>The interface of what an answer found.</summary>
    public InterfaceGraphType Found { get; } = new() { Name = "Found", Description = "Something that an answer found, with what was kept of it on record." };

    /// <summary>The interface of a node of any kind; its source is a <see cref="NodeInView"/>.</summary>
    public InterfaceGraphType Item { get; }

    /// <summary>The interface of a relation of any kind; its source is a <see cref="RelationInView"/>.</summary>
    public InterfaceGraphType Relation { get; }

    /// <summary>Why something was concluded; its source is <see cref="Graph.Model.Inference"/>.</summary>
    public ObjectGraphType<Inference> Inference { get; }

    /// <summary>The types of attributes.</summary>
    public AttributeTypes Attributes { get; }

    /// <summary>All object types that have an id and that no field need lead to.</summary>
    public IEnumerable<IGraphType> Objects => [.. items, .. relations];

    /// <summary>The object type of a kind of node; its source is a <see cref="NodeInView"/>.</summary>
    public ObjectGraphType<NodeInView> Of(NodeKind kind) => items[(int)kind];

    /// <summary>The object type of a kind of relation; its source is a <see cref="RelationInView"/>.</summary>
    public ObjectGraphType<RelationInView> Of(RelationKind kind) => relations[(int)kind];

    /// <summary>Gives an object type an id and a key, so that <c>node</c> can find it.</summary>
    /// <typeparam name="T">What its source is; each object type has one of its own.</typeparam>
    public void Add<T>(ObjectGraphType<T> type)
        where T : IHasKey
    {
        type.Add<T>("id", Node.GetField("id")!.ResolvedType!, null, source => ViewId.Of(source.View, source.Key));
        type.Add<T>("key", Node.GetField("key")!.ResolvedType!, null, source => source.Key);
        type.Add<T>("kept", Found.GetField("kept")!.ResolvedType!, null,
            source => KeptFindings.Of(source.View).Records(source.Key).Select(record => new NodeInView(source.View, record))).Costing(0);
        type.Add<T>("dispute", Found.GetField("dispute")!.ResolvedType!, null, source => KeptFindings.Of(source.View).DisputeOf(source.Key)).Costing(0);
        Implement(type, Node, Found);
        found.Add(typeof(T), type);
    }

    private ObjectGraphType<NodeInView> ItemOf(NodeDefinition definition, SharedTypes types)
    {
        var type = new ObjectGraphType<NodeInView> { Name = Names.TypeOf(definition.Kind), Description = definition.Description.En };
        foreach (var (name, result, _, value) in ItemFields(types)) CostingInferred(type.Add(name, result, null, value));
        Attributes.AddFields(type, Names.TypeOf(definition.Kind), definition.Attributes, source => source.Node.Attributes);
        Implement(type, Node, Item);
        return type;
    }

    private ObjectGraphType<RelationInView> RelationOf(RelationDefinition definition, SharedTypes types)
    {
        var type = new ObjectGraphType<RelationInView> { Name = definition.Kind.ToString(), Description = $"{definition.Name}: {definition.Description.En}" };
        foreach (var (name, result, _, value) in RelationFields(types)) CostingInferred(type.Add(name, result, null, value));
        Attributes.AddFields(type, definition.Kind.ToString(), definition.Attributes, source => source.Relation.Attributes);
        Implement(type, Node, Relation);
        return type;
    }

    // Most records have no inference. What holds of the nodes holds of the relations between them.
    private void CostingInferred(FieldType field)
    {
        if (field.ResolvedType == Inference)
            field.Costing((context, asked) => new((asked ?? NodeSample.Of(Operation.Of(context).View, null)).Share(node => node.Inference is not null)));
    }

    // A type must have the fields of an interface before it can take it on.
    private static void Implement(IObjectGraphType type, params ReadOnlySpan<InterfaceGraphType> interfaces)
    {
        foreach (var one in interfaces)
        {
            type.AddResolvedInterface(one);
            one.AddPossibleType(type);
        }
    }

    private (string Name, IGraphType Type, string Description, Func<NodeInView, object?> Value)[] ItemFields(SharedTypes types) =>
    [
        ("id", types.Id.Required(), IdDescription, source => ViewId.Of(source.View, source.Node.Key)),
        ("kind", types.NodeKind.Required(), "Its kind.", source => source.Node.Kind),
        ("name", types.String.Required(),
            "The name to show, or the key where there is none. The name of a professional is personal data: never in a public answer.",
            source => source.Node.Name),
        ("isStub", types.Boolean.Required(), "Whether its source only mentions it, so that another may complete it.", source => source.Node.IsStub),
        ("aliases", types.String.OptionalList(), "Its ids in other sources and editions.", source => source.Node.Attributes["aliases"]),
        .. RecordFields.Of<NodeInView>(types, Inference, source => source.Node),
    ];

    private (string Name, IGraphType Type, string Description, Func<RelationInView, object?> Value)[] RelationFields(SharedTypes types) =>
    [
        ("id", types.Id.Required(), IdDescription, source => ViewId.Of(source.View, source.Relation.Key)),
        ("kind", types.RelationKind.Required(), "Its kind.", source => source.Relation.Kind),
        ("from", Item.Required(), "The node it starts at.", source => source.From),
        ("to", Item.Required(), "The node it leads to; of a relation without direction the other end.", source => source.To),
        .. RecordFields.Of<RelationInView>(types, Inference, source => source.Relation),
    ];
}
