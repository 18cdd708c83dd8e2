using GraphQL;
using GraphQL.Types;
using GraphQL.Validation.Complexity;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Schema.Costs;
using Wijk.GraphQL.Schema.Filters;
using Wijk.GraphQL.Schema.Paging;

namespace Wijk.GraphQL.Schema.Nodes;

/// <summary><c>node</c> and <c>nodes</c>, and for each kind of node one by key and a list of all.</summary>
internal static class NodeFields
{
    /// <summary>Adds the fields to the query type.</summary>
    /// <param name="query">The query type.</param>
    /// <param name="types">The shared types.</param>
    /// <param name="search">Finds what has an id.</param>
    public static void AddTo(ObjectGraphType query, SharedTypes types, NodeSearch search)
    {
        query.Add("node", types.Nodes.Node,
            "What has an id: a node, a relation or something that an answer found, on the day that the id names; null when there is none.",
            [new(types.Id.Required()) { Name = "id", Description = "The id, as a field id gave it." }],
            context => search.FindAsync(context.GetArgument<string>("id"), Operation.Of(context), context.CancellationToken))
            .Costing((field, _) => Named(Operation.Of(field).View, [Expected.TextIn(field, "id")]));
        var nodes = query.Add("nodes", new ListGraphType(types.Nodes.Node),
                $"What has these ids, in the order asked, null where there is none; at most {PageRequest.MaxSize}.",
                [new(types.Id.List()) { Name = "ids", Description = "The ids, as fields id gave them." }], context => AllAsync(context, search))
            .Costing((field, _) => Named(Operation.Of(field).View, Expected.TextsIn(field, "ids") ?? []));
        ListSizeDirective.Mark(nodes, PageRequest.MaxSize);

        var order = NodeOrders.Type();
        foreach (var definition in Vocabulary.Nodes) AddKind(query, definition, order, types);
    }

    private static void AddKind(ObjectGraphType query, NodeDefinition definition, EnumerationGraphType order, SharedTypes types)
    {
        query.Add(Names.One(definition), types.Nodes.Of(definition.Kind), null,
            [new(types.Id.Required()) { Name = "key" }, types.AsOf],
            context => NodeInView.Find(Operation.ViewOf(context), context.GetArgument<string>("key")) is { } found
                && found.Node.Kind == definition.Kind ? found : null)
            .Costing((field, _) => OfKey(field, definition));

        query.AddList(Names.Many(definition), types.Connections.OfItems(definition.Kind), null, types,
            context =>
            {
                var view = Operation.ViewOf(context);
                return NodeOrders.Sequence(view, definition.Kind, context.GetArgument<NodeOrder>("orderBy"),
                    NodeFilter.Of(context.GetArgument<object?>("filter"), view, definition));
            },
            (field, _) => OfKind(field, definition),
            NodeFilter.Argument(types.Filters.Of(definition)),
            new(order.Required()) { Name = "orderBy", DefaultValue = NodeOrder.Key },
            types.AsOf);
    }

    // What an answer found is not looked up, only counted.
    private static Expected OfKey(FieldImpactContext field, NodeDefinition definition)
    {
        var view = Operation.ViewOf(field);
        return view.Graph.Find(Expected.TextIn(field, "key")) is { } node && view.Graph.Node(node).Kind == definition.Kind ? new(1, NodeSample.Among(view, [node])) : default;
    }

    private static Expected Named(GraphView view, List<string> ids)
    {
        var found = ids.Select(id => ViewId.TryParse(id, out var parts) ? view.Graph.Find(parts.Key) : null).OfType<int>().ToList();
        return new(ids.Count, found.Count == 0 ? null : NodeSample.Among(view, found));
    }

    private static Expected OfKind(FieldImpactContext field, NodeDefinition definition)
    {
        var (view, size) = (Operation.ViewOf(field), PageRequest.SizeOf(field));
        if (NodeFilter.Of(field.GetArgument<object?>("filter"), view, definition) is not { } filter)
            return new(Math.Min(size, view.Graph.Count(definition.Kind)), NodeSample.Of(view, definition.Kind));
        var (passing, count) = NodeSample.Of(view, definition.Kind, filter);
        return new(Math.Min(size, count), passing);
    }

    private static async ValueTask<object?> AllAsync(IResolveFieldContext context, NodeSearch search)
    {
        var ids = context.GetArgument<List<string>>("ids");
        if (ids.Count > PageRequest.MaxSize)
            throw new WrongArgument(new(
                $"ids: {ids.Count} is meer dan {PageRequest.MaxSize}; vraag ze in delen.",
                $"ids: {ids.Count} is more than {PageRequest.MaxSize}; ask for them in parts."));
        var operation = Operation.Of(context);
        var found = new object?[ids.Count];
        for (var place = 0; place < found.Length; place++) found[place] = await search.FindAsync(ids[place], operation, context.CancellationToken);
        return found;
    }
}
