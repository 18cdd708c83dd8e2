using GraphQL.Types;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.GraphQL.Schema.Paging;

namespace Wijk.GraphQL.Schema.Nodes;

/// <summary>In which order a list of nodes stands.</summary>
internal enum NodeOrder
{
    /// <summary>By key.</summary>
    Key,

    /// <summary>By key, downwards.</summary>
    KeyDown,

    /// <summary>By name as it is searched, without case and accents, then by key.</summary>
    Name,

    /// <summary>By name, downwards.</summary>
    NameDown,
}

/// <summary>The orders of a list of nodes.</summary>
internal static class NodeOrders
{
    /// <summary>The type of the argument <c>orderBy</c>.</summary>
    public static EnumerationGraphType Type()
    {
        var type = new EnumerationGraphType
        {
            Name = "NodeOrder",
            Description = "In which order a list of nodes stands; always ends in the key.",
        };
        type.Add("KEY", NodeOrder.Key, "By key.");
        type.Add("KEY_DESC", NodeOrder.KeyDown, "By key, from last to first.");
        type.Add("NAME", NodeOrder.Name, "By name, without regard to case and accents, then by key.");
        type.Add("NAME_DESC", NodeOrder.NameDown, "By name and key, from last to first.");
        return type;
    }

    /// <summary>The nodes of a kind that pass a filter, in an order.</summary>
    /// <param name="view">The graph.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="order">The order.</param>
    /// <param name="filter">Which nodes, by number; null for all.</param>
    public static Sequence<NodeInView> Sequence(GraphView view, NodeKind kind, NodeOrder order, Func<int, bool>? filter)
    {
        var (byName, isDescending) = (order is NodeOrder.Name or NodeOrder.NameDown, order is NodeOrder.KeyDown or NodeOrder.NameDown);
        var names = byName ? NameIndex.Of(view) : null;
        var (start, count) = view.Graph.NodesOf(kind).GetOffsetAndLength(view.Graph.NodeCount);
        var sorted = names?.ByName(kind);
        Func<int, int> numberAt = sorted is null ? place => start + place : place => sorted[place];
        if (filter is not null)
        {
            var unfiltered = numberAt;
            var kept = Enumerable.Range(0, count).Select(unfiltered).Where(filter).ToArray();
            (numberAt, count) = (place => kept[place], kept.Length);
        }

        var last = count - 1;
        return new($"{kind} {order}", view, count,
            place => new(view, numberAt(isDescending ? last - place : place)),
            names is null ? at => new(at.Node.Key) : at => new(names.NameOf(at.Number).ToString(), at.Node.Key),
            isDescending);
    }
}
