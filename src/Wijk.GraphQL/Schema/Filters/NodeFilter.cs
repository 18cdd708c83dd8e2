using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using GraphQL.Types;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.GraphQL.Schema.Filters;

/// <summary>A filter as it was given, made into one condition on the number of a node; trying a node allocates nothing.</summary>
internal sealed class NodeFilter
{
    private readonly GraphView view;
    private readonly NodeDefinition? definition;

    private NodeFilter(GraphView view, NodeDefinition? definition) => (this.view, this.definition) = (view, definition);

    /// <summary>The argument for a filter; its type describes it.</summary>
    public static QueryArgument Argument(InputObjectGraphType filter) => new(filter) { Name = "filter" };

    /// <summary>The condition that a filter sets; null when it sets none.</summary>
    /// <param name="filter">The filter as GraphQL read it; null for none.</param>
    /// <param name="view">The graph.</param>
    /// <param name="definition">The kind that the filter is of; null when it is of any.</param>
    public static Func<int, bool>? Of(object? filter, GraphView view, NodeDefinition? definition = null) =>
        filter is IDictionary<string, object?> { Count: > 0 } given ? new NodeFilter(view, definition).All(given) : null;

    private Func<int, bool> All(IDictionary<string, object?> filter) => Joined([.. filter.Where(field => field.Value is not null).Select(field => Condition(field.Key, field.Value!))], all: true);

    private Func<int, bool> Condition(string name, object value) => name switch
    {
        FilterTypes.And => Joined(Each(value), all: true),
        FilterTypes.Or => Joined(Each(value), all: false),
        FilterTypes.Not when All(Fields(value)) is var inner => node => !inner(node),
        FilterTypes.Key when Chosen(value) is { } keys => node => keys.Contains(view.Graph.Node(node).Key),
        FilterTypes.Kind when Values<NodeKind>(value) is { } kinds => node => kinds.Contains(view.Graph.Node(node).Kind),
        FilterTypes.Name when (TextMatch.Of(Fields(value)), NameIndex.Of(view)) is var (match, names) =>
            node => match.Fits(names.NameOf(node), view.Graph.Node(node).Name),
        FilterTypes.Source when TextMatch.Of(Fields(value)) is var match => node => match.Fits(view.Graph.Node(node).Origin),
        FilterTypes.Period when Days(value) is var (first, last) => node => view.Graph.Node(node).Period is var own && own.First <= last && first <= own.Last,
        FilterTypes.IsStub => node => view.Graph.Node(node).IsStub == value is true,
        _ when definition?.Attribute(name) is { } attribute => OnAttribute(attribute, value),
        _ => static _ => true,
    };

    private Func<int, bool> OnAttribute(AttributeDefinition attribute, object value)
    {
        var name = attribute.Name;
        switch (attribute.Type)
        {
            case AttributeType.Text:
                var text = TextMatch.Of(Fields(value));
                return node => Of(node).Text(name) is { } own && text.Fits(own);
            case AttributeType.TextList:
                var one = TextMatch.Of(Fields(value));
                return node => Of(node)[name] is ImmutableArray<string> own && one.FitsAny(own);
            case AttributeType.Choice:
                return Chosen(value) is { } words ? node => Of(node).Text(name) is { } own && words.Contains(own) : static _ => true;
            case AttributeType.Boolean:
                return node => Of(node).IsTrue(name) == value is true;
            case AttributeType.Date:
                var days = Days(value);
                return node => Of(node).Date(name) is { } own && own.FirstDay <= days.Last && days.First <= own.LastDay;
            default:
                var (from, to) = (Number(value, FilterTypes.From), Number(value, FilterTypes.To));
                return node => Of(node).Number(name) is { } own && !(own < from) && !(own > to);
        }
    }

    private AttributeSet Of(int node) => view.Graph.Node(node).Attributes;

    private Func<int, bool>[] Each(object filters) => [.. ((IEnumerable)filters).Cast<object>().Select(filter => All(Fields(filter)))];

    private static Func<int, bool> Joined(Func<int, bool>[] conditions, bool all) => conditions.Length == 1 ? conditions[0] : node =>
    {
        foreach (var condition in conditions)
        {
            if (condition(node) != all) return !all;
        }

        return all;
    };

    private static IDictionary<string, object?> Fields(object value) => (IDictionary<string, object?>)value;

    private static object? Field(object value, string name) => Fields(value).TryGetValue(name, out var found) ? found : null;

    private static HashSet<string>? Chosen(object value) =>
        (Field(value, FilterTypes.In) as IEnumerable)?.Cast<object>().Select(one => one.ToString()!).ToHashSet(StringComparer.Ordinal);

    private static HashSet<T>? Values<T>(object value) => (Field(value, FilterTypes.In) as IEnumerable)?.Cast<T>().ToHashSet();

    private static decimal? Number(object value, string name) =>
        Field(value, name) is { } given ? Convert.ToDecimal(given, CultureInfo.InvariantCulture) : null;

    private static (DateOnly First, DateOnly Last) Days(object value) =>
        (Field(value, FilterTypes.From) as DateOnly? ?? DateOnly.MinValue, Field(value, FilterTypes.To) as DateOnly? ?? DateOnly.MaxValue);
}
