using GraphQL.Types;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;
using Wijk.GraphQL.Schema.Paging;

namespace Wijk.GraphQL.Schema.Nodes;

/// <summary>A connection on each kind of node for every relation that may start or end there; its edges carry the relation.</summary>
internal sealed class RelationFields(SharedTypes types, RecordTypes records, IGraphType inference)
{
    private readonly Dictionary<string, ObjectGraphType<Page<RelationEdge>>> connections = [];

    /// <summary>Adds the connections of a kind of node to its type.</summary>
    public void AddTo(ObjectGraphType<NodeInView> type, NodeKind kind)
    {
        foreach (var definition in Vocabulary.Relations)
        {
            NodeKind[] to = [.. OtherEnds(definition, kind, isOutgoing: true)], from = [.. OtherEnds(definition, kind, isOutgoing: false)];
            if (!definition.IsDirected)
            {
                NodeKind[] others = [.. to.Union(from).Order()];
                if (others.Length > 0) Add(type, Names.Outgoing(definition.Kind), definition, others, RowOfBoth, definition.Description.En);
                continue;
            }

            if (to.Length > 0) Add(type, Names.Outgoing(definition.Kind), definition, to, RowOfOutgoing, definition.Description.En);
            if (from.Length > 0)
            {
                var description = "The other way round: " + definition.Description.En;
                Add(type, Names.Incoming(definition.Kind), definition, from, RowOfIncoming, description);
            }
        }
    }

    private void Add(
        ObjectGraphType<NodeInView> type,
        string name,
        RelationDefinition definition,
        NodeKind[] others,
        Func<NodeInView, RelationKind, IEnumerable<RelationEdge>> row,
        string description)
    {
        if (type.GetField(name) is not null)
            throw new InvalidOperationException($"{type.Name} would have two fields '{name}'; rename one in {nameof(Names)}.");
        var connection = ConnectionTo(definition, others).Required();
        type.Add(name, connection, $"{definition.Name}: {description}", PageRequest.Arguments(types), context =>
        {
            var relations = row((NodeInView)context.Source!, definition.Kind).ToArray();
            var sequence = new Sequence<RelationEdge>(definition.Name, relations.Length, place => relations[place],
                relation => new(relation.Node.Node.Key, relation.Relation.Key));
            return new Page<RelationEdge>(sequence, PageRequest.Of(context));
        }).Costing(_ => 1);
    }

    private ObjectGraphType<Page<RelationEdge>> ConnectionTo(RelationDefinition definition, NodeKind[] others)
    {
        // Where only one kind can be at the other end, the node has that kind's own type.
        var only = others.Length == 1 ? others[0] : (NodeKind?)null;
        var name = $"{definition.Kind}{only}";
        if (connections.TryGetValue(name, out var known)) return known;

        IGraphType node = only is { } kind ? records.Of(kind) : records.Record;
        var edge = ConnectionTypes.Edge<RelationEdge>(types, name,
            $"{definition.Name}, with who said so and when it holds. {definition.Description.En}", node, relation => relation.Node);
        records.Attributes.AddFields(edge, definition.Kind.ToString(), definition.Attributes, item => item.Item.Relation.Attributes);
        foreach (var (field, type, description, value) in RecordFields.Of(types, inference))
            edge.Add<Edge<RelationEdge>>(field, type, description, item => value(item.Item.Relation));
        var connection = ConnectionTypes.Connection(types, name, $"A page of {definition.Name} relations, ordered by the key of the node.",
            edge);
        connections.Add(name, connection);
        return connection;
    }

    private static IEnumerable<NodeKind> OtherEnds(RelationDefinition definition, NodeKind kind, bool isOutgoing) =>
        Enum.GetValues<NodeKind>().Where(other => isOutgoing ? definition.Allows(kind, other) : definition.Allows(other, kind));

    private static IEnumerable<RelationEdge> RowOfOutgoing(NodeInView node, RelationKind kind) => Row(node, node.View.Graph.Outgoing(kind));

    private static IEnumerable<RelationEdge> RowOfIncoming(NodeInView node, RelationKind kind) => Row(node, node.View.Graph.Incoming(kind));

    // Each of the two rows is ordered by the node at the other end; together they are not.
    private static IEnumerable<RelationEdge> RowOfBoth(NodeInView node, RelationKind kind) =>
        RowOfOutgoing(node, kind).Concat(RowOfIncoming(node, kind))
            .OrderBy(relation => relation.Node.Number).ThenBy(relation => relation.Relation.Key, StringComparer.Ordinal);

    private static RelationEdge[] Row(NodeInView node, Adjacency adjacency)
    {
        var others = adjacency.Neighbors(node.Number);
        var relations = adjacency.Relations(node.Number);
        var row = new RelationEdge[relations.Length];
        for (var place = 0; place < row.Length; place++) row[place] = new(new(node.View, relations[place]), new(node.View, others[place]));
        return row;
    }
}
