using GraphQL.Types;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.GraphQL.Schema.Nodes;

/// <summary>The interfaces <c>Node</c> and <c>Record</c>, and an object type for each kind of node, all made from the vocabulary.</summary>
internal sealed class RecordTypes
{
    private readonly ObjectGraphType<NodeInView>[] objects;

    public RecordTypes(SharedTypes types)
    {
        var inference = Inference = RecordFields.Inference(types);
        Attributes = new AttributeTypes(types);
        Node = new InterfaceGraphType { Name = "Node", Description = "Anything with a global id." };
        Node.Declare("id", types.Id.Required(), "The global id: the key.");
        Record = new InterfaceGraphType { Name = "Record", Description = "What every node of the graph carries, whatever its kind." };
        foreach (var (name, type, description, _) in FieldsOf(types, inference)) Record.Declare(name, type, description);
        Record.AddResolvedInterface(Node);

        objects = [.. Vocabulary.Nodes.Select(definition => ObjectOf(definition, types, inference))];
        // Relations lead from type to type, so all types must be there before the first relation is added.
        var relations = new RelationFields(types, this, inference);
        foreach (var definition in Vocabulary.Nodes) relations.AddTo(objects[(int)definition.Kind], definition.Kind);
        Node.ResolveType = Record.ResolveType = source => Of(((NodeInView)source).Node.Kind);
    }

    /// <summary>The interface with only <c>id</c>, as Relay wants it.</summary>
    public InterfaceGraphType Node { get; }

    /// <summary>The interface of a node of any kind; its source is a <see cref="NodeInView"/>.</summary>
    public InterfaceGraphType Record { get; }

    /// <summary>Why something was concluded; its source is <see cref="Graph.Model.Inference"/>.</summary>
    public ObjectGraphType<Inference> Inference { get; }

    /// <summary>The types of attributes.</summary>
    public AttributeTypes Attributes { get; }

    /// <summary>The object types, in the order of <see cref="NodeKind"/>.</summary>
    public IReadOnlyList<ObjectGraphType<NodeInView>> Objects => objects;

    /// <summary>The object type of a kind; its source is a <see cref="NodeInView"/>.</summary>
    public ObjectGraphType<NodeInView> Of(NodeKind kind) => objects[(int)kind];

    private ObjectGraphType<NodeInView> ObjectOf(NodeDefinition definition, SharedTypes types, IGraphType inference)
    {
        var type = new ObjectGraphType<NodeInView>
        {
            Name = definition.Name,
            Description = definition.Description.En,
            IsTypeOf = source => source is NodeInView at && at.Node.Kind == definition.Kind,
        };
        foreach (var (name, result, description, value) in FieldsOf(types, inference))
            type.Add<NodeInView>(name, result, description, source => value(source.Node));
        Attributes.AddFields(type, definition.Name, definition.Attributes, source => source.Node.Attributes);
        // A type must have the fields of an interface before it can take it on.
        type.AddResolvedInterface(Node);
        type.AddResolvedInterface(Record);
        Node.AddPossibleType(type);
        Record.AddPossibleType(type);
        return type;
    }

    private static IEnumerable<(string Name, IGraphType Type, string Description, Func<Node, object?> Value)> FieldsOf(
        SharedTypes types, IGraphType inference) =>
    [
        ("id", types.Id.Required(), "The global id: the key.", node => node.Key),
        ("kind", types.NodeKind.Required(), "Its kind.", node => node.Kind),
        ("name", types.String.Required(),
            "The name to show, or the key where there is none. The name of a professional is personal data: never in a public answer.", node => node.Name),
        ("isStub", types.Boolean.Required(), "Whether its source only mentions it, so that another may complete it.", node => node.IsStub),
        .. RecordFields.Of(types, inference).Select(field => (field.Name, field.Type, field.Description, (Func<Node, object?>)field.Value)),
    ];
}
