using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;

namespace Wijk.GraphQL.Schema.Costs;

/// <summary>Some nodes of a view that stand for many.</summary>
/// <param name="View">The view.</param>
/// <param name="Nodes">Their numbers.</param>
internal sealed record NodeSample(GraphView View, int[] Nodes)
{
    /// <summary>How many stand for all: enough to tell two from six, and few beside what a field takes.</summary>
    private const int Size = 64;

    // To find the few that pass a filter takes more.
    private const int SizeToFilter = 512;

    /// <summary>Nodes of a kind, or of any.</summary>
    public static NodeSample Of(GraphView view, NodeKind? kind) => new(view, Spread(Range(view.Graph, kind), Size));

    /// <summary>Nodes of a kind that pass a filter, and how many there are, judged from some; exact when there are few of the kind.</summary>
    public static (NodeSample Passing, double Count) Of(GraphView view, NodeKind? kind, Func<int, bool> filter)
    {
        var (all, tried) = (Range(view.Graph, kind).Count, Spread(Range(view.Graph, kind), SizeToFilter));
        int[] passing = [.. tried.Where(filter)];
        // When none of those tried passes there may be none, or fewer than one in so many.
        var share = tried.Length == all ? passing.Length : Math.Max(passing.Length, 0.5) / tried.Length * all;
        return (new(view, Spread(passing, Size)), share);
    }

    /// <summary>The share of them of which something holds, 0 to 1.</summary>
    public double Share(Func<Node, bool> holds) => Nodes.Length == 0 ? 0 : (double)Nodes.Count(node => holds(View.Graph.Node(node))) / Nodes.Length;

    /// <summary>Some of these nodes.</summary>
    public static NodeSample Among(GraphView view, List<int> nodes) => new(view, Spread(nodes, Size));

    private static int[] Spread(IReadOnlyList<int> nodes, int most) => nodes.Count <= most ? [.. nodes] : Spread((0, nodes.Count), most, place => nodes[place]);

    private static int[] Spread((int Start, int Count) range, int most) => Spread(range, most, static number => number);

    private static int[] Spread((int Start, int Count) range, int most, Func<int, int> at)
    {
        var spread = new int[Math.Min(range.Count, most)];
        for (var i = 0; i < spread.Length; i++) spread[i] = at(range.Start + (int)((long)i * range.Count / spread.Length));
        return spread;
    }

    private static (int Start, int Count) Range(GraphSnapshot graph, NodeKind? kind) =>
        kind is { } one ? graph.NodesOf(one).GetOffsetAndLength(graph.NodeCount) : (0, graph.NodeCount);
}
