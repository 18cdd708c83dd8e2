using GraphQL.Types;
using GraphQL.Validation.Complexity;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Schema.Costs;
using Wijk.GraphQL.Schema.Paging;

namespace Wijk.GraphQL.Schema.Nodes;

/// <summary>A connection on each kind of node for every relation that may start or end there; its edges carry the relation.</summary>
internal sealed class RelationLists(SharedTypes types)
{
    private readonly Dictionary<string, Func<GraphSnapshot, Adjacency[]>> rowsByName = [];

    /// <summary>Adds the connections of a kind of node to its type.</summary>
    public void AddTo(ObjectGraphType<NodeInView> type, NodeKind kind)
    {
        foreach (var definition in Vocabulary.Relations)
        {
            var relation = definition.Kind;
            NodeKind[] to = [.. OtherEnds(definition, kind, isOutgoing: true)], from = [.. OtherEnds(definition, kind, isOutgoing: false)];
            if (!definition.IsDirected)
            {
                NodeKind[] others = [.. to.Union(from).Order()];
                if (others.Length > 0) Add(type, kind, Names.Outgoing(relation), definition, others, graph => [graph.Outgoing(relation), graph.Incoming(relation)], null);
                continue;
            }

            if (to.Length > 0) Add(type, kind, Names.Outgoing(relation), definition, to, graph => [graph.Outgoing(relation)], null);
            if (from.Length > 0)
                Add(type, kind, Names.Incoming(relation), definition, from, graph => [graph.Incoming(relation)], $"{definition.Name}: The other way round: {definition.Description.En}");
        }
    }

    /// <summary>Gives the interface of a node of any kind the connections that every kind has.</summary>
    public void AddShared(InterfaceGraphType item)
    {
        ObjectGraphType<NodeInView>[] kinds = [.. Vocabulary.Nodes.Select(definition => types.Nodes.Of(definition.Kind))];
        foreach (var list in kinds[0].Fields.Where(field => IsConnection(field) && kinds.All(kind => kind.GetField(field.Name)?.ResolvedType == field.ResolvedType)))
        {
            var shared = item.Declare(list.Name, list.ResolvedType!, list.Description);
            shared.Arguments = new(PageRequest.Arguments(types));
            Expected.Note(shared, Expect(null, rowsByName[list.Name]));
        }
    }

    private void Add(
        ObjectGraphType<NodeInView> type,
        NodeKind kind,
        string name,
        RelationDefinition definition,
        NodeKind[] others,
        Func<GraphSnapshot, Adjacency[]> rows,
        string? description)
    {
        if (type.GetField(name) is not null)
            throw new InvalidOperationException($"{type.Name} would have two fields '{name}'; rename one in {nameof(Names)}.");
        rowsByName[name] = rows;
        type.AddList(name, ConnectionTo(definition, others), description, types, context =>
        {
            var node = (NodeInView)context.Source!;
            return new Sequence<RelationEdge>($"{name} {node.Node.Key}", node.View, Edges(node, rows(node.View.Graph)),
                edge => SortKey.Of(edge.Node.Node.Key, edge.Seen.Relation.Key));
        }, Expect(kind, rows));
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

    // A page of what some nodes of the kind really have; among nodes of several kinds the others have none.
    private static Func<FieldImpactContext, NodeSample?, Expected> Expect(NodeKind? kind, Func<GraphSnapshot, Adjacency[]> rows) => (field, asked) =>
    {
        var from = asked ?? NodeSample.Of(Operation.Of(field).View, kind);
        var (size, adjacencies, found) = (PageRequest.SizeOf(field), rows(from.View.Graph), new List<int>());
        foreach (var node in from.Nodes)
        {
            if (kind is { } only && from.View.Graph.Node(node).Kind != only) continue;
            var left = size;
            foreach (var adjacency in adjacencies)
            {
                var neighbors = adjacency.Neighbors(node);
                found.AddRange(neighbors[..Math.Min(left, neighbors.Length)]);
                left -= Math.Min(left, neighbors.Length);
            }
        }

        return new(from.Nodes.Length == 0 ? 0 : (double)found.Count / from.Nodes.Length, NodeSample.Among(from.View, found));
    };

    // Each row is ordered by the node at the other end; two together are not.
    private static RelationEdge[] Edges(NodeInView node, Adjacency[] rows) => rows.Length == 1
        ? Edges(node, rows[0])
        : [.. rows.SelectMany(row => Edges(node, row)).OrderBy(relation => relation.Node.Number).ThenBy(relation => relation.Seen.Relation.Key, StringComparer.Ordinal)];

    private static RelationEdge[] Edges(NodeInView node, Adjacency row)
    {
        var others = row.Neighbors(node.Number);
        var relations = row.Relations(node.Number);
        var edges = new RelationEdge[relations.Length];
        for (var place = 0; place < edges.Length; place++) edges[place] = new(new(node.View, relations[place]), new(node.View, others[place]));
        return edges;
    }
}
