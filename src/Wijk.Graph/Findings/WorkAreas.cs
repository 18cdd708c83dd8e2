using System.Collections.Immutable;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings;

/// <summary>An area that can be asked about.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Asked">What to ask for: its name, or its key where that name could mean something else.</param>
/// <param name="Depth">In how many of the areas before it in the list it lies.</param>
public sealed record WorkArea(string Key, string Name, string Asked, int Depth);

/// <summary>The areas in which any work is known, and those they are part of: where a question has something to look at.</summary>
public sealed class WorkAreas
{
    private readonly GraphSnapshot graph;
    private readonly HashSet<int> worked;
    private readonly HashSet<string> codes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> nameCounts = new(StringComparer.OrdinalIgnoreCase);

    private WorkAreas(GraphView view)
    {
        graph = view.Graph;
        foreach (var area in graph.NumbersOf(NodeKind.Area))
        {
            if (graph.Node(area).Attributes.Text("code") is { } code) codes.Add(code);
            nameCounts[graph.Node(area).Name] = nameCounts.GetValueOrDefault(graph.Node(area).Name) + 1;
        }

        worked = WithWholes(Activity.Of(view).All.Select(work => work.Area).OfType<int>());
        All = [.. InTreeOrder()];
        var levels = worked.Select(area => graph.Node(area).Attributes.Text("level")).ToHashSet();
        Levels = [.. Vocabulary.AreaLevels.Where(levels.Contains)];
    }

    /// <summary>All of them, each below what it is part of, by name.</summary>
    public ImmutableArray<WorkArea> All { get; }

    /// <summary>The levels on which they are, words of the vocabulary, in its order.</summary>
    public ImmutableArray<string> Levels { get; }

    /// <summary>The areas of a view; read once.</summary>
    public static WorkAreas Of(GraphView view) => view.Index(static view => new WorkAreas(view));

    /// <summary>Whether they were read already, so that asking takes no time.</summary>
    public static bool AreRead(GraphView view) => view.HasIndex<WorkAreas>();

    private HashSet<int> WithWholes(IEnumerable<int> areas)
    {
        var waiting = new Stack<int>(areas);
        var all = new HashSet<int>(waiting);
        while (waiting.TryPop(out var area))
        {
            foreach (var whole in graph.Outgoing(RelationKind.PartOf).Neighbors(area))
            {
                if (all.Add(whole)) waiting.Push(whole);
            }
        }

        return all;
    }

    // One that is part of several stands below the first; what is part of itself in a circle stands at the end.
    private IEnumerable<WorkArea> InTreeOrder()
    {
        var seen = new HashSet<int>();
        var tops = ByName(worked.Where(area => graph.Outgoing(RelationKind.PartOf).Neighbors(area).IsEmpty));
        var waiting = new Stack<(int Area, int Depth)>(ByName(worked).Concat(tops.Reverse()).Select((area, _) => (area, 0)));
        while (waiting.TryPop(out var next))
        {
            if (!seen.Add(next.Area)) continue;
            yield return Of(next.Area, next.Depth);
            var parts = graph.Incoming(RelationKind.PartOf).Neighbors(next.Area).ToArray();
            foreach (var part in ByName(parts.Where(worked.Contains)).Reverse()) waiting.Push((part, next.Depth + 1));
        }
    }

    private int[] ByName(IEnumerable<int> areas) =>
        [.. areas.OrderBy(area => graph.Node(area).Name, StringComparer.OrdinalIgnoreCase).ThenBy(area => area)];

    private WorkArea Of(int area, int depth)
    {
        var node = graph.Node(area);
        var isPlain = nameCounts[node.Name] == 1 && !codes.Contains(node.Name) && graph.Find(node.Name) is null;
        return new(node.Key, node.Name, isPlain ? node.Name : node.Key, depth);
    }
}
