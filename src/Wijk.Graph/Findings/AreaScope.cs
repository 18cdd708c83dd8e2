using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings;

/// <summary>An area with everything that is part of it.</summary>
public sealed class AreaScope
{
    private readonly HashSet<int> areas;

    private AreaScope(int root, HashSet<int> areas) => (Root, this.areas) = (root, areas);

    /// <summary>The number of the area that was asked for.</summary>
    public int Root { get; }

    /// <summary>The numbers of the area and all its parts, in no order.</summary>
    public IReadOnlyCollection<int> Areas => areas;

    /// <summary>Whether an area is the one asked for or part of it.</summary>
    public bool Contains(int area) => areas.Contains(area);

    /// <summary>The area meant by a key, a code or a name, in that order.</summary>
    /// <param name="view">What the asker sees.</param>
    /// <param name="area">What was asked for; null for every area.</param>
    /// <param name="isDayChosen">Whether the asker named no day and does not look at today: a code that was another area at another time then does not say which is meant.</param>
    /// <returns>Null when nothing was asked for: then every area counts.</returns>
    /// <exception cref="UnknownAreaException">No area is called so on the day of the view, or several are, or the text is blank.</exception>
    public static AreaScope? Of(GraphView view, string? area, bool isDayChosen = false)
    {
        if (area is null) return null;
        var asked = Keys.Fold(area);
        var candidates = asked.Length == 0 ? throw UnknownAreaException.Blank() : Candidates(view.Graph, asked);
        if (isDayChosen && candidates.Length == 1 && Candidates(view.History, asked) is { Length: > 1 } ever)
            throw UnknownAreaException.SeveralOverTime(asked, [.. ever.Select(view.History.Node).OrderBy(node => node.Period.First).ThenBy(node => node.Key, StringComparer.Ordinal)]);
        var root = candidates.Length == 1 ? candidates[0] : throw WhyNot(view, asked, candidates);
        return new(root, Parts.Of(view.Graph, root));
    }

    private static int[] Candidates(GraphSnapshot graph, string area)
    {
        if (graph.Find(area) is { } byKey && graph.Node(byKey).Kind == NodeKind.Area) return [byKey];
        int[] byCode = [.. graph.NumbersOf(NodeKind.Area).Where(node => graph.Node(node).Attributes.Text("code") == area)];
        return byCode.Length > 0
            ? byCode
            : [.. graph.NumbersOf(NodeKind.Area).Where(node => string.Equals(graph.Node(node).Name, area, StringComparison.OrdinalIgnoreCase))];
    }

    private static UnknownAreaException WhyNot(GraphView view, string area, int[] candidates)
    {
        if (candidates.Length > 1) return UnknownAreaException.Several(area, [.. candidates.Select(node => view.Graph.Node(node).Key)]);
        return view.Day is { } day && Candidates(view.History, area) is [var other]
            ? NotOnThatDay(view.History, other, day)
            : UnknownAreaException.None(area);
    }

    private static UnknownAreaException NotOnThatDay(GraphSnapshot history, int area, DateOnly day)
    {
        var (node, period) = (history.Node(area), history.Node(area).Period);
        if (period.First > day) return UnknownAreaException.NotYet(node.Name, period.First);
        var replacement = AreaSuccession.ReplacementOf(history, area, day);
        return UnknownAreaException.Ended(node.Name, period.Last, replacement is { } other ? history.Node(other).Name : null);
    }
}
