using GraphQL.Types;
using GraphQL.Validation.Complexity;
using Wijk.Graph.Findings;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Schema;
using Wijk.GraphQL.Schema.Costs;
using Wijk.GraphQL.Schema.Paging;

namespace Wijk.GraphQL.Questions;

/// <summary>Lists in an answer: each is a connection that reaches its end.</summary>
internal static class AnswerLists
{
    // About how many nodes something that was found has in a list.
    private const int Few = 5;

    /// <summary>What there is little of in most graphs.</summary>
    public static int AFew(GraphSnapshot graph) => Few;

    /// <summary>What most answers have one of, or none.</summary>
    public static int One(GraphSnapshot graph) => 1;

    /// <summary>A page of a list that is short in most things that are found.</summary>
    public static Expected AFew(FieldImpactContext field, NodeSample? asked) => new(Math.Min(PageRequest.SizeOf(field), Few));

    /// <summary>Adds a list of what an answer found.</summary>
    /// <param name="type">The type of the answer.</param>
    /// <param name="name">The name of the field.</param>
    /// <param name="item">The type of an item.</param>
    /// <param name="description">What is in it, and in which order.</param>
    /// <param name="types">The shared types.</param>
    /// <param name="found">The items, in order.</param>
    /// <param name="order">The order, spelled out, so that a cursor keeps its place when other items come or go.</param>
    /// <param name="usual">About how many there are in a graph, for the cost; null: as many as are asked for.</param>
    public static void AddList<TAnswer, T>(
        this ObjectGraphType<TAnswer> type, string name, ObjectGraphType<AnswerItem<T>> item, string description, SharedTypes types,
        AnswerItems<TAnswer, T> found, Func<AnswerItem<T>, SortKey> order, Func<GraphSnapshot, int>? usual = null)
        where TAnswer : Answer =>
        type.AddList(name, types.Connections.Of<AnswerItem<T>>(item), description, types, async context =>
        {
            var answer = (TAnswer)context.Source!;
            var items = await found.AllAsync(answer, Operation.Of(context), context.CancellationToken);
            return new Sequence<AnswerItem<T>>(
                NameOf(name, answer), answer.View, items.Count, place => new(answer.View, items[place], found.KeyOf(answer, items[place])), order);
        }, (field, _) => new(Math.Min(PageRequest.SizeOf(field), usual?.Invoke(Operation.Of(field).View.Graph) ?? int.MaxValue)));

    /// <summary>Adds a list of nodes to something that an answer found; by key.</summary>
    /// <param name="type">The type of what was found.</param>
    /// <param name="name">The name of the field.</param>
    /// <param name="kind">The kind of the nodes; null for any.</param>
    /// <param name="description">What is in it.</param>
    /// <param name="types">The shared types.</param>
    /// <param name="nodes">The nodes.</param>
    public static void AddNodes<T>(
        this ObjectGraphType<AnswerItem<T>> type, string name, NodeKind? kind, string description, SharedTypes types, Func<T, IEnumerable<int>> nodes) =>
        type.AddList(name, types.Connections.OfItems(kind), description, types, context =>
        {
            var owner = (AnswerItem<T>)context.Source!;
            return NodesOf(NameOf(name, owner.Key), owner.View, nodes(owner.Item));
        }, AFew);

    /// <summary>Adds a list of nodes to an answer of which most have one or none; by key.</summary>
    /// <param name="type">The type of the answer.</param>
    /// <param name="name">The name of the field.</param>
    /// <param name="kind">The kind of the nodes; null for any.</param>
    /// <param name="description">What is in it.</param>
    /// <param name="types">The shared types.</param>
    /// <param name="nodes">The nodes.</param>
    public static void AddFoundNodes<TAnswer>(
        this ObjectGraphType<TAnswer> type, string name, NodeKind? kind, string description, SharedTypes types, Func<TAnswer, IEnumerable<int>> nodes)
        where TAnswer : Answer =>
        type.AddList(name, types.Connections.OfItems(kind), description, types, context =>
        {
            var answer = (TAnswer)context.Source!;
            return NodesOf(NameOf(name, answer), answer.View, nodes(answer));
        }, static (field, _) => new(Math.Min(PageRequest.SizeOf(field), 1)));

    /// <summary>Adds a list of the nodes and relations with some keys: evidence; by key.</summary>
    public static void AddEvidence<T>(
        this ObjectGraphType<T> type, string name, string? description, SharedTypes types, Func<T, (GraphView View, string Owner, IEnumerable<string> Keys)> evidence) =>
        type.AddList(name, types.Connections.OfNodes(), description, types, context =>
        {
            var (view, owner, found) = evidence((T)context.Source!);
            string[] keys = [.. found.Distinct().Order(StringComparer.Ordinal)];
            return new Sequence<object>(NameOf(name, owner), view, keys.Length,
                place => (object?)NodeInView.Find(view, keys[place]) ?? RelationInView.Find(view, keys[place])
                    ?? throw new InvalidOperationException($"The evidence names '{keys[place]}', which the view does not have."),
                record => SortKey.Of(record is NodeInView node ? node.Node.Key : ((RelationInView)record).Relation.Key));
        });

    private static Sequence<NodeInView> NodesOf(string list, GraphView view, IEnumerable<int> nodes)
    {
        int[] numbers = [.. nodes.Distinct().Order()];
        return new(list, view, numbers.Length, place => new(view, numbers[place]), node => SortKey.Of(node.Node.Key));
    }

    /// <summary>What tells a list of an answer from those of other answers on the same day.</summary>
    public static string NameOf(string list, Answer answer) => $"{list} {answer.Question with { AsOf = null }}";

    /// <summary>What tells a list of something that was found from other lists on the same day.</summary>
    public static string NameOf(string list, string owner) => $"{list} {owner}";
}

/// <summary>Things of one sort that an answer found, and their keys.</summary>
/// <param name="All">All of them, in order.</param>
/// <param name="KeyOf">The key of one.</param>
/// <param name="Figure">The name of the figure that they are, when they are only computed once somebody asks; null when they come with the answer.</param>
internal sealed record AnswerItems<TAnswer, T>(
    Func<TAnswer, CancellationToken, IReadOnlyList<T>> All, Func<TAnswer, T, string> KeyOf, string? Figure = null)
    where TAnswer : Answer
{
    /// <summary>All of them; in their turn when they must still be computed.</summary>
    public async ValueTask<IReadOnlyList<T>> AllAsync(TAnswer answer, Operation operation, CancellationToken cancellationToken) => Figure is null
        ? All(answer, cancellationToken)
        : await operation.FigureAsync(answer, Figure, stop => All(answer, stop), cancellationToken);
}
