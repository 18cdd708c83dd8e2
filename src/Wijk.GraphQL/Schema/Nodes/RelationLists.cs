using GraphQL.Types;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;
using Wijk.GraphQL.Schema.Paging;

namespace Wijk.GraphQL.Schema.Nodes;

/// <summary>A connection on each kind of node for every relation that may start or end there; its edges carry the relation.</summary>
internal sealed class RelationLists(SharedTypes types)
{
    /// <summary>Adds the connections of a kind of node to its type.</summary>
    public void AddTo(ObjectGraphType<NodeInView> type, NodeKind kind)
    {
        foreach (var definition in Vocabulary.Relations)
        {
            NodeKind[] to = [.. OtherEnds(definition, kind, isOutgoing: true)], from = [.. OtherEnds(definition, kind, isOutgoing: false)];
            if (!definition.IsDirected)
            {
                NodeKind[] others = [.. to.Union(from).Order()];
                if (others.Length > 0) Add(type, Names.Outgoing(definition.Kind), definition, others, RowOfBoth, null);
                continue;
            }

            if (to.Length > 0) Add(type, Names.Outgoing(definition.Kind), definition, to, RowOfOutgoing, null);
            if (from.Length > 0)
                Add(type, Names.Incoming(definition.Kind), definition, from, RowOfIncoming, $"{definition.Name}: The other way round: {definition.Description.En}");
        }
    }

    /// <summary>Gives the interface of a node of any kind the connections that every kind has.</summary>
    public void AddShared(InterfaceGraphType item)
    {
        ObjectGraphType<NodeInView>[] kinds = [.. Vocabulary.Nodes.Select(definition => types.Nodes.Of(definition.Kind))];
        foreach (var list in kinds[0].Fields.Where(field => IsConnection(field) && kinds.All(kind => kind.GetField(field.Name)?.ResolvedType == field.ResolvedType)))
            item.Declare(list.Name, list.ResolvedType!, list.Description).Arguments = new(PageRequest.Arguments(types));
    }

    private void Add(
        ObjectGraphType<NodeInView> type,
        string name,
        RelationDefinition definition,
        NodeKind[] others,
        Func<NodeInView, RelationKind, IEnumerable<RelationEdge>> row,
        string? description)
    {
        if (type.GetField(name) is not null)
            throw new InvalidOperationException($"{type.Name} would have two fields '{name}'; rename one in {nameof(Names)}.");
        type.AddList(name, ConnectionTo(definition, others), description, types, context =>
        {
            var node = (NodeInView)context.Source!;
            return new Sequence<RelationEdge>($"{name} {node.Node.Key}", node.View, row(node, definition.Kind).ToArray(),
                edge => SortKey.Of(edge.Node.Node.Key, edge.Seen.Relation.Key));
        });
    }

    // Where only one kind can be at the other end, the node has that kind's own type.
    private ObjectGraphType<Page<RelationEdge>> ConnectionTo(RelationDefinition definition, NodeKind[] others)
    {
        var only = others.Length == 1 ? others[0] : (NodeKind?)null;
        IGraphType node = only is { } kind ? types.Nodes.Of(kind) : types.Nodes.Item;
        return types.Connections.Of<RelationEdge>($"{definition.Kind}{(only is { } one ? Names.TypeOf(one) : "")}",
            node, item => item.Node, edge => types.Connections.AddRelation(edge, types.Nodes.Of(definition.Kind), item => item.Seen));
    }

    private static bool IsConnection(FieldType field) => field.ResolvedType is ObjectGraphType<Page<RelationEdge>>;

    private static IEnumerable<NodeKind> OtherEnds(RelationDefinition definition, NodeKind kind, bool isOutgoing) =>
        Enum.GetValues<NodeKind>().Where(other => isOutgoing ? definition.Allows(kind, other) : definition.Allows(other, kind));

    private static IEnumerable<RelationEdge> RowOfOutgoing(NodeInView node, RelationKind kind) => Row(node, node.View.Graph.Outgoing(kind));

    private static IEnumerable<RelationEdge> RowOfIncoming(NodeInView node, RelationKind kind) => Row(node, node.View.Graph.Incoming(kind));

    // Each of the two rows is ordered by the node at the other end; together they are not.
    private static IEnumerable<RelationEdge> RowOfBoth(NodeInView node, RelationKind kind) =>
        RowOfOutgoing(node, kind).Concat(RowOfIncoming(node, kind))
            .OrderBy(relation => relation.Node.Number).ThenBy(relation => relation.Seen.Relation.Key, StringComparer.Ordinal);

    private static RelationEdge[] Row(NodeInView node, Adjacency adjacency)
    {
        var others = adjacency.Neighbors(node.Number);
        var relations = adjacency.Relations(node.Number);
        var row = new RelationEdge[relations.Length];
        for (var place = 0; place < row.Length; place++) row[place] = new(new(node.View, relations[place]), new(node.View, others[place]));
        return row;
    }
}
