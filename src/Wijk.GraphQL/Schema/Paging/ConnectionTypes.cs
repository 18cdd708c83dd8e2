using GraphQL.Types;

namespace Wijk.GraphQL.Schema.Paging;

/// <summary>The Relay connection types.</summary>
internal static class ConnectionTypes
{
    /// <summary>The type <c>PageInfo</c>; its source is a page.</summary>
    public static ObjectGraphType<PageFacts> PageInfo(SharedTypes types)
    {
        var info = new ObjectGraphType<PageFacts> { Name = "PageInfo", Description = "Where a page stands in its list." };
        info.Add<PageFacts>("hasNextPage", types.Boolean.Required(), "Whether the list goes on after this page.", page => page.HasNext);
        info.Add<PageFacts>("hasPreviousPage", types.Boolean.Required(), "Whether something comes before this page.",
            page => page.HasPrevious);
        info.Add<PageFacts>("startCursor", types.String, "The cursor of the first item; null when the page is empty.",
            page => page.StartCursor);
        info.Add<PageFacts>("endCursor", types.String, "The cursor of the last item; null when the page is empty.", page => page.EndCursor);
        return info;
    }

    /// <summary>An edge type: cursor and node; more fields can be added to it.</summary>
    /// <param name="types">The shared types.</param>
    /// <param name="name">The name without "Edge".</param>
    /// <param name="description">What it is.</param>
    /// <param name="node">The type of the node.</param>
    /// <param name="read">The node of an item.</param>
    public static ObjectGraphType<Edge<T>> Edge<T>(SharedTypes types, string name, string description, IGraphType node, Func<T,
        object?> read)
    {
        var edge = new ObjectGraphType<Edge<T>> { Name = name + "Edge", Description = description };
        edge.Add<Edge<T>>("cursor", types.String.Required(), "Where it stands in the list: give it to after or before.",
            item => item.Cursor);
        edge.Add<Edge<T>>("node", node.Required(), "The node.", item => read(item.Item));
        return edge;
    }

    /// <summary>A connection type over an edge type.</summary>
    public static ObjectGraphType<Page<T>> Connection<T>(SharedTypes types, string name, string description, ObjectGraphType<Edge<T>> edge)
    {
        var connection = new ObjectGraphType<Page<T>> { Name = name + "Connection", Description = description };
        connection.Add<Page<T>>("edges", edge.List(), "The items of this page.", page => page.Edges())
            .Costing(context => context.Parent is { } parent ? PageRequest.SizeOf(parent) : PageRequest.DefaultSize);
        connection.Add<Page<T>>("pageInfo", types.PageInfo.Required(), "Where this page stands in the list.", page => page.Facts);
        connection.Add<Page<T>>("totalCount", types.Int.Required(), "How many items the whole list has.", page => page.TotalCount);
        return connection;
    }
}
