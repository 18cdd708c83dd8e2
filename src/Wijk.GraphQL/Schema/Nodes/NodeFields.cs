using System.Collections;
using GraphQL;
using GraphQL.Types;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.GraphQL.Execution;
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
            context => search.FindAsync(context.GetArgument<string>("id"), Operation.Of(context), context.CancellationToken));
        query.Add("nodes", new ListGraphType(types.Nodes.Node),
                $"What has these ids, in the order asked, null where there is none; at most {PageRequest.MaxSize}.",
                [new(types.Id.List()) { Name = "ids", Description = "The ids, as fields id gave them." }], context => AllAsync(context, search))
            .Costing(context => Math.Clamp((context.Arguments?["ids"].Value as ICollection)?.Count ?? 1, 1, PageRequest.MaxSize));

        var order = NodeOrders.Type();
        foreach (var definition in Vocabulary.Nodes) AddKind(query, definition, order, types);
    }

    private static void AddKind(ObjectGraphType query, NodeDefinition definition, EnumerationGraphType order, SharedTypes types)
    {
        query.Add(Names.One(definition), types.Nodes.Of(definition.Kind), null,
            [new(types.Id.Required()) { Name = "key" }, types.AsOf],
            context => NodeInView.Find(Operation.ViewOf(context), context.GetArgument<string>("key")) is { } found
                && found.Node.Kind == definition.Kind ? found : null);

        query.AddList(Names.Many(definition), types.Connections.OfItems(definition.Kind), null, types,
            context =>
            {
                var view = Operation.ViewOf(context);
                return NodeOrders.Sequence(view, definition.Kind, context.GetArgument<NodeOrder>("orderBy"),
                    NodeFilter.Of(context.GetArgument<object?>("filter"), view, definition));
            },
            NodeFilter.Argument(types.Filters.Of(definition)),
            new(order.Required()) { Name = "orderBy", DefaultValue = NodeOrder.Key },
            types.AsOf);
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
