using System.Collections;
using GraphQL;
using GraphQL.Types;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Schema.Paging;

namespace Wijk.GraphQL.Schema.Nodes;

/// <summary><c>node</c> and <c>nodes</c>, and for each kind of node one by key and a list of all.</summary>
internal static class NodeFields
{
    /// <summary>Adds the fields to the query type.</summary>
    public static void AddTo(ObjectGraphType query, SharedTypes types)
    {
        query.Add("node", types.Records.Node, "The node with an id; null when there is none.",
            [IdArgument("id", types), types.AsOf],
            context => NodeInView.Find(Operation.ViewOf(context), context.GetArgument<string>("id")));
        query.Add("nodes", new NonNullGraphType(new ListGraphType(types.Records.Node)),
                $"The nodes with these ids, in the order asked, null where there is none; at most {PageRequest.MaxSize}.",
                [new(types.Id.List()) { Name = "ids", Description = "The keys of the nodes." }, types.AsOf], Nodes)
            .Costing(context => Math.Clamp((context.Arguments?["ids"].Value as ICollection)?.Count ?? 1, 1, PageRequest.MaxSize));

        var order = NodeOrders.Type();
        foreach (var definition in Vocabulary.Nodes) AddKind(query, definition, order, types);
    }

    private static void AddKind(ObjectGraphType query, NodeDefinition definition, EnumerationGraphType order, SharedTypes types)
    {
        var node = types.Records.Of(definition.Kind);
        var name = definition.Label.En;
        query.Add(Names.One(definition), node, $"The {name} with a key; null when there is none.",
            [IdArgument("key", types), types.AsOf],
            context => NodeInView.Find(Operation.ViewOf(context), context.GetArgument<string>("key")) is { } found
                && found.Node.Kind == definition.Kind ? found : null);

        var edge = ConnectionTypes.Edge<NodeInView>(types, definition.Name, $"One {name} of a list.", node, item => item);
        var connection = ConnectionTypes.Connection(types, definition.Name, $"A page of {definition.Plural.En}.", edge);
        QueryArgument[] arguments =
        [
            .. PageRequest.Arguments(types),
            new(NodeFilter.Type(definition, types)) { Name = "filter", Description = "Which of them; all conditions must hold." },
            new(order.Required())
            {
                Name = "orderBy",
                Description = "The order of the list; it always ends in the key.",
                DefaultValue = NodeOrder.Key,
            },
            types.AsOf,
        ];
        query.Add(Names.Many(definition), connection.Required(), $"All {definition.Plural.En}. {definition.Description.En}", arguments,
            context =>
        {
            var snapshot = Operation.ViewOf(context);
            var filter = NodeFilter.Of(context, definition, snapshot);
            var sequence = NodeOrders.Sequence(snapshot, definition.Kind, context.GetArgument<NodeOrder>("orderBy"), filter);
            return new Page<NodeInView>(sequence, PageRequest.Of(context));
        }).Costing(_ => 1);
    }

    private static IEnumerable<NodeInView?> Nodes(IResolveFieldContext context)
    {
        var ids = context.GetArgument<List<string>>("ids");
        if (ids.Count > PageRequest.MaxSize)
            throw new WrongArgument(new(
                $"ids: {ids.Count} is meer dan {PageRequest.MaxSize}; vraag ze in delen.",
                $"ids: {ids.Count} is more than {PageRequest.MaxSize}; ask for them in parts."));
        var snapshot = Operation.ViewOf(context);
        return ids.Select(id => NodeInView.Find(snapshot, id));
    }

    private static QueryArgument IdArgument(string name, SharedTypes types) =>
        new(types.Id.Required()) { Name = name, Description = "The key of the node: kind:namespace:id." };
}
