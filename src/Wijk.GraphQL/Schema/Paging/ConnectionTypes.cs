using GraphQL;
using GraphQL.Types;
using GraphQL.Validation.Complexity;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.GraphQL.Schema.Costs;

namespace Wijk.GraphQL.Schema.Paging;

/// <summary>The Relay connection types. Paging is described once, on the interfaces <c>Connection</c> and <c>Edge</c>.</summary>
internal sealed class ConnectionTypes
{
    private readonly SharedTypes types;
    private readonly InterfaceGraphType connection;
    private readonly InterfaceGraphType edge;
    private readonly InterfaceGraphType relationEdge;
    private readonly ObjectGraphType<PageFacts> pageInfo;
    private readonly Dictionary<string, IObjectGraphType> made = [];

    public ConnectionTypes(SharedTypes types)
    {
        this.types = types;
        pageInfo = new() { Name = "PageInfo", Description = "Where a page stands in its list." };
        pageInfo.Add<PageFacts>("hasNextPage", types.Boolean.Required(), "Whether the list goes on after this page.", page => page.HasNext);
        pageInfo.Add<PageFacts>("hasPreviousPage", types.Boolean.Required(), "Whether something comes before this page.", page => page.HasPrevious);
        pageInfo.Add<PageFacts>("startCursor", types.String, "The cursor of the first item; null when the page is empty.", page => page.StartCursor);
        pageInfo.Add<PageFacts>("endCursor", types.String, "The cursor of the last item; null when the page is empty.", page => page.EndCursor);
        edge = new() { Name = "Edge", Description = "One item of a list." };
        edge.Declare("cursor", types.String.Required(), "Where it stands in the list: give it to after or before.");
        connection = new()
        {
            Name = "Connection",
            Description = "A page of a list. A field that gives one takes first (how many from the start) and after (only what comes after this cursor), "
                + $"or last and before to go from the end; 0 to {PageRequest.MaxSize}, and first {PageRequest.DefaultSize} when neither is given. "
                + "Every list reaches its end. A cursor stays right when items come or go; it belongs to one list in one order on one day, and is an error elsewhere.",
        };
        connection.Declare("pageInfo", pageInfo.Required(), "Where this page stands in the list.");
        connection.Declare("totalCount", types.Int.Required(), "How many items the whole list has.");
        relationEdge = new() { Name = "RelationEdge", Description = "One item of a list of what a relation leads to." };
        relationEdge.Declare("cursor", types.String.Required(), edge.GetField("cursor")!.Description);
        relationEdge.Declare("relation", types.Nodes.Relation.Required(), "The relation itself: what it carries, who said so and when it holds.");
        relationEdge.AddResolvedInterface(edge);
        edge.ResolveType = relationEdge.ResolveType = connection.ResolveType = static _ => throw new InvalidOperationException("No field gives the interface itself.");
    }

    /// <summary>What describes paging; no field gives it, so the schema must be told of it.</summary>
    public IEnumerable<IGraphType> Interfaces => [connection, edge, relationEdge];

    /// <summary>A list of nodes of one kind, or of any.</summary>
    public ObjectGraphType<Page<NodeInView>> OfItems(NodeKind? kind = null) =>
        kind is { } one ? Of<NodeInView>(types.Nodes.Of(one)) : Of<NodeInView>(types.Nodes.Item);

    /// <summary>A list of anything that has an id; its items are <see cref="NodeInView"/> or <see cref="RelationInView"/>.</summary>
    public ObjectGraphType<Page<object>> OfNodes() => Of<object>(types.Nodes.Node);

    /// <summary>A list of the sources of a type; the same object each time.</summary>
    public ObjectGraphType<Page<T>> Of<T>(IGraphType node) => Of<T>(node.Name, node, static item => item);

    /// <summary>A list of items of which each leads to a node; the same object each time.</summary>
    /// <param name="name">The name without "Connection".</param>
    /// <param name="node">The type of the node.</param>
    /// <param name="read">The node of an item.</param>
    /// <param name="more">Adds what an edge has beside its node.</param>
    public ObjectGraphType<Page<T>> Of<T>(string name, IGraphType node, Func<T, object?> read, Action<ObjectGraphType<Edge<T>>>? more = null)
    {
        if (made.TryGetValue(name, out var known)) return (ObjectGraphType<Page<T>>)known;
        var one = new ObjectGraphType<Edge<T>> { Name = name + "Edge" };
        one.Add<Edge<T>>("cursor", types.String.Required(), null, item => item.Cursor);
        one.Add<Edge<T>>("node", node.Required(), null, item => read(item.Item));
        more?.Invoke(one);
        Implement(one, edge);

        var page = new ObjectGraphType<Page<T>> { Name = name + "Connection" };
        page.Add<Page<T>>("edges", one.List(), null, list => list.Edges())
            .WithComplexityImpact(static context => new(1, context.Parent is { } list ? Expected.Of(list).Count : PageRequest.DefaultSize));
        page.Add<Page<T>>("pageInfo", pageInfo.Required(), null, list => list.Facts);
        page.Add<Page<T>>("totalCount", types.Int.Required(), null, list => list.TotalCount);
        Implement(page, connection);
        made.Add(name, page);
        return page;
    }

    /// <summary>Gives an edge the relation that leads to its node.</summary>
    /// <param name="one">The edge.</param>
    /// <param name="relation">The type of the relation.</param>
    /// <param name="read">The relation of an item.</param>
    public void AddRelation<T>(ObjectGraphType<Edge<T>> one, IGraphType relation, Func<T, RelationInView> read)
    {
        // From there on, which nodes are asked is not known.
        Expected.Note(one.Add<Edge<T>>("relation", relation.Required(), null, item => read(item.Item)), static (_, _) => new(1));
        Implement(one, relationEdge);
    }

    private static void Implement(IObjectGraphType type, InterfaceGraphType one)
    {
        type.AddResolvedInterface(one);
        one.AddPossibleType(type);
    }
}

/// <summary>Short ways to write fields that give a connection.</summary>
internal static class ListFields
{
    /// <summary>Adds a list that is paged through. Null, with an error, when its arguments cannot be used.</summary>
    /// <param name="type">The type that has the list.</param>
    /// <param name="name">The name of the field.</param>
    /// <param name="connection">The type of the list.</param>
    /// <param name="description">What is in it, and in which order.</param>
    /// <param name="types">The shared types.</param>
    /// <param name="list">The whole list.</param>
    /// <param name="expect">What a page is expected to hold; null: what is asked for.</param>
    /// <param name="arguments">What it takes beside the arguments of every page.</param>
    public static FieldType AddList<T>(
        this IObjectGraphType type,
        string name,
        ObjectGraphType<Page<T>> connection,
        string? description,
        SharedTypes types,
        Func<IResolveFieldContext, Sequence<T>> list,
        Func<FieldImpactContext, NodeSample?, Expected>? expect = null,
        params IEnumerable<QueryArgument> arguments) =>
        type.AddList(name, connection, description, types, context => new ValueTask<Sequence<T>>(list(context)), expect, arguments);

    /// <summary>Adds a list that is paged through and may have to wait for its turn to be computed.</summary>
    public static FieldType AddList<T>(
        this IObjectGraphType type,
        string name,
        ObjectGraphType<Page<T>> connection,
        string? description,
        SharedTypes types,
        Func<IResolveFieldContext, ValueTask<Sequence<T>>> list,
        Func<FieldImpactContext, NodeSample?, Expected>? expect = null,
        params IEnumerable<QueryArgument> arguments)
    {
        var field = type.Add(name, connection, description, [.. PageRequest.Arguments(types), .. arguments],
            async context => new Page<T>(await list(context), PageRequest.Of(context)));
        Expected.Note(field, expect ?? (static (context, _) => new(PageRequest.SizeOf(context))));
        return ListSizeDirective.Mark(field, PageRequest.DefaultSize, ["first", "last"], ["edges"]);
    }
}
