using GraphQL.Types;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Paging;

namespace Wijk.GraphQL.Nodes;

/// <summary>A connection on each kind of node for every relation that may start or end there; its edges carry the relation.</summary>
internal sealed class RelationFields(SharedTypes types, RecordTypes records, IGraphType inference)
{
    private readonly Dictionary<string, ObjectGraphType<Page<RelationAt>>> connections = [];

    /// <summary>Adds the connections of a kind of node to its type.</summary>
    public void AddTo(ObjectGraphType<NodeAt> type, NodeKind kind)
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
        ObjectGraphType<NodeAt> type,
        string name,
        RelationDefinition definition,
        NodeKind[] others,
        Func<NodeAt, RelationKind, IEnumerable<RelationAt>> row,
        string description)
    {
        if (type.GetField(name) is not null)
            throw new InvalidOperationException($"{type.Name} would have two fields '{name}'; rename one in {nameof(Names)}.");
        var connection = ConnectionTo(definition, others).Required();
        type.Add(name, connection, $"{definition.Name}: {description}", PageRequest.Arguments(types), context =>
        {
            var relations = row((NodeAt)context.Source!, definition.Kind).ToArray();
            var sequence = new Sequence<RelationAt>(definition.Name, relations.Length, place => relations[place],
                relation => new(relation.Snapshot.Node(relation.Other).Key, relation.Relation.Key));
            return new Page<RelationAt>(sequence, PageRequest.Of(context));
        }).Costing(_ => 1);
    }

    private ObjectGraphType<Page<RelationAt>> ConnectionTo(RelationDefinition definition, NodeKind[] others)
    {
        // Where only one kind can be at the other end, the node has that kind's own type.
        var only = others.Length == 1 ? others[0] : (NodeKind?)null;
        var name = $"{definition.Kind}{only}";
        if (connections.TryGetValue(name, out var known)) return known;

        IGraphType node = only is { } kind ? records.Of(kind) : records.Record;
        var edge = ConnectionTypes.Edge<RelationAt>(types, name,
            $"{definition.Name}, with who said so and when it holds. {definition.Description.En}", node, relation => relation.Node);
        records.Attributes.AddFields(edge, definition.Kind.ToString(), definition.Attributes, item => item.Item.Relation.Attributes);
        foreach (var (field, type, description, value) in RecordFields.Of(types, inference))
            edge.Add<Edge<RelationAt>>(field, type, description, item => value(item.Item.Relation));
        var connection = ConnectionTypes.Connection(types, name, $"A page of {definition.Name} relations, ordered by the key of the node.",
            edge);
        connections.Add(name, connection);
        return connection;
    }

    private static IEnumerable<NodeKind> OtherEnds(RelationDefinition definition, NodeKind kind, bool isOutgoing) =>
        Enum.GetValues<NodeKind>().Where(other => isOutgoing ? definition.Allows(kind, other) : definition.Allows(other, kind));

    private static IEnumerable<RelationAt> RowOfOutgoing(NodeAt node, RelationKind kind) => Row(node, node.Snapshot.Outgoing(kind));

    private static IEnumerable<RelationAt> RowOfIncoming(NodeAt node, RelationKind kind) => Row(node, node.Snapshot.Incoming(kind));

    // Each of the two rows is ordered by the node at the other end; together they are not.
    private static IEnumerable<RelationAt> RowOfBoth(NodeAt node, RelationKind kind) =>
        RowOfOutgoing(node, kind).Concat(RowOfIncoming(node, kind))
            .OrderBy(relation => relation.Other).ThenBy(relation => relation.Relation.Key, StringComparer.Ordinal);

    private static RelationAt[] Row(NodeAt node, Adjacency adjacency)
    {
        var others = adjacency.Neighbors(node.Number);
        var relations = adjacency.Relations(node.Number);
        var row = new RelationAt[relations.Length];
        for (var place = 0; place < row.Length; place++) row[place] = new(node.Snapshot, relations[place], others[place]);
        return row;
    }
}
