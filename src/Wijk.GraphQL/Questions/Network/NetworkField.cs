using System.Collections;
using GraphQL;
using GraphQL.Types;
using GraphQL.Validation.Complexity;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Findings.Subgraphs;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Schema;
using Wijk.GraphQL.Schema.Costs;
using Wijk.GraphQL.Schema.Filters;

namespace Wijk.GraphQL.Questions.Network;

/// <summary><c>network</c>: the part of the graph around some nodes.</summary>
internal static class NetworkField
{
    /// <summary>How many nodes are kept when nothing else is asked.</summary>
    public const int DefaultMaxNodes = 500;

    private const int MostNodes = 5_000, MostDepth = 6, MostFocus = 100;

    /// <summary>Adds the field to the query type.</summary>
    public static void AddTo(ObjectGraphType query, SharedTypes types)
    {
        var filter = new InputObjectGraphType
        {
            Name = "NetworkFilter",
            Description = "Which nodes and relations take part; all conditions given must hold.",
        };
        filter.Declare("node", types.Filters.Item, "Only these nodes.");
        filter.Declare("relationKind", types.Filters.KindOfRelation, "Only relations of these kinds, followed both ways.");
        filter.Declare("area", types.String, "Key, code or name of an area: only what is meant for it or a part of it: the areas, all that is IN them, "
            + "what that is a targeting OF, and who RUNS it. With a focus, the focus is kept too.");

        QueryArgument[] arguments =
        [
            new(filter) { Name = "filter", Description = "Which nodes and relations take part." },
            new(types.Id.OptionalList())
            {
                Name = "focus",
                Description = $"The keys of the nodes to start from, at most {MostFocus}; absent: every node that takes part.",
            },
            new(types.Int.Required())
            {
                Name = "depth",
                Description = $"How many relations away from the focus, 0 to {MostDepth}.",
                DefaultValue = 1,
            },
            new(types.Int.Required())
            {
                Name = "maxNodes",
                Description = $"How many nodes to keep at most, 1 to {MostNodes}.",
                DefaultValue = DefaultMaxNodes,
            },
            types.AsOf,
        ];
        var field = query.Add("network", NetworkTypes.Network(types),
            "The part of the graph around some nodes, for a map. The same question on the same version always gives the same answer.", arguments, Resolve);
        ListSizeDirective.Mark(field, DefaultMaxNodes, ["maxNodes"], ["nodes", "links"]);
        Expected.Note(field, (context, _) => Expect(context));
    }

    // From a focus its own neighbours are counted, and further on it is taken to go as with all nodes. A number out of range is refused later.
    private static Expected Expect(FieldImpactContext field)
    {
        var view = Operation.ViewOf(field);
        var (graph, depth) = (view.Graph, Math.Min(MostDepth, field.GetArgument("depth", 1)));
        double most = Math.Min(Math.Clamp(field.GetArgument("maxNodes", DefaultMaxNodes), 1, MostNodes), graph.NodeCount);
        if (Expected.TextsIn(field, "focus") is not { } focus) return new(most);
        var nodes = focus.Select(graph.Find).OfType<int>().ToList();
        double found = nodes.Count;
        if (depth > 0) found += nodes.Sum(node => Enum.GetValues<RelationKind>().Sum(kind => graph.Outgoing(kind).Degree(node) + graph.Incoming(kind).Degree(node)));
        var neighbours = 2.0 * graph.RelationCount / Math.Max(1, graph.NodeCount);
        for (var step = 1; step < depth && found < most; step++) found *= 1 + neighbours;
        return new(Math.Min(found, most), NodeSample.Among(view, nodes));
    }

    private static Subgraph Resolve(IResolveFieldContext context)
    {
        var view = Operation.ViewOf(context);
        var filter = context.GetArgument<Dictionary<string, object?>?>("filter") ?? [];
        var area = AreaIn(filter, view);
        var scope = area is null ? null : AreaContents.In(view, area).ToHashSet();
        var fits = NodeFilter.Of(filter.GetValueOrDefault("node"), view);
        var parameters = new SubgraphParameters(RelationKindsIn(filter), Between(context, "depth", 0, MostDepth), Between(context, "maxNodes", 1, MostNodes))
        {
            TakesPart = node => scope?.Contains(node) != false && fits?.Invoke(node) != false,
        };
        var start = context.GetArgument<List<string>?>("focus") is { } focus
            ? FocusOf(view, focus)
            : (scope ?? Enumerable.Range(0, view.Graph.NodeCount)).Where(parameters.TakesPart);
        return Subgraph.Around(view, start, parameters, context.CancellationToken);
    }

    private static AreaScope? AreaIn(Dictionary<string, object?> filter, GraphView view)
    {
        try
        {
            return AreaScope.Of(view, filter.GetValueOrDefault("area") as string);
        }
        catch (UnknownAreaException unknown)
        {
            throw new WrongArgument("filter.area: " + unknown.Why);
        }
    }

    private static IEnumerable<int> FocusOf(GraphView view, List<string> focus)
    {
        if (focus.Count > MostFocus) throw new WrongArgument(new(
            $"focus: {focus.Count} knopen is meer dan {MostFocus}; begin met minder.",
            $"focus: {focus.Count} nodes is more than {MostFocus}; start from fewer."));
        return [.. focus.Select(key =>
            view.Graph.Find(key) ?? throw new WrongArgument(new(
                $"focus: er is geen knoop '{key}'; zoek hem met search.", $"focus: there is no node '{key}'; look it up with search.")))];
    }

    private static RelationKind[] RelationKindsIn(Dictionary<string, object?> filter) =>
        (filter.GetValueOrDefault("relationKind") as IDictionary<string, object?>)?.TryGetValue(FilterTypes.In, out var kinds) == true && kinds is IEnumerable chosen
            ? [.. chosen.Cast<RelationKind>().Distinct().Order()]
            : Enum.GetValues<RelationKind>();

    private static int Between(IResolveFieldContext context, string name, int least, int most) =>
        context.GetArgument<int>(name) is var value && value >= least && value <= most
            ? value
            : throw new WrongArgument(new(
                $"{name}: {value} ligt niet tussen {least} en {most}.", $"{name}: {value} is not between {least} and {most}."));
}
