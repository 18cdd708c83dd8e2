using System.Collections.Immutable;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Views;

/// <summary>What took the place of areas that ended.</summary>
internal static class AreaSuccession
{
    /// <summary>The areas that had ended by a day and that something which holds on it still names by IN, in key order.</summary>
    public static ImmutableArray<EndedArea> NamedAndEnded(GraphSnapshot history, DateOnly day)
    {
        var found = ImmutableArray.CreateBuilder<EndedArea>();
        foreach (var area in history.NumbersOf(NodeKind.Area))
        {
            if (history.Node(area).Period.Last >= day) continue;
            var (isNamed, targetings) = NamedBy(history, area, day);
            if (isNamed) found.Add(new(area, history.Node(area).Period.Last, ReplacementOf(history, area, day), targetings));
        }

        return found.ToImmutable();
    }

    /// <summary>The one area that holds on a day and took the place of one that had ended: what succeeds it or, failing that, what it is part of.</summary>
    /// <returns>Its number; null when there is none, or more than one.</returns>
    public static int? ReplacementOf(GraphSnapshot history, int area, DateOnly day)
    {
        var seen = new HashSet<int> { area };
        for (var current = area; ;)
        {
            int[] next = [.. Following(history, current).Where(seen.Add)];
            if (next.Length == 0) return null;
            int[] holding = [.. next.Where(other => history.Node(other).Period.Contains(day))];
            if (holding.Length == 1) return holding[0];
            // Parts of what it was went several ways: nothing says which way a record went that names the whole.
            if (holding.Length > 1 || next.Length > 1) return null;
            current = next[0];
        }
    }

    private static IEnumerable<int> Following(GraphSnapshot history, int area)
    {
        int[] successors = history.Incoming(RelationKind.Succeeds).Neighbors(area).ToArray();
        return successors.Length > 0 ? successors.Distinct() : history.Outgoing(RelationKind.PartOf).Neighbors(area).ToArray().Distinct();
    }

    private static (bool IsNamed, int TargetingCount) NamedBy(GraphSnapshot history, int area, DateOnly day)
    {
        var (named, targetings) = (false, 0);
        var adjacency = history.Incoming(RelationKind.In);
        var nodes = adjacency.Neighbors(area);
        var relations = adjacency.Relations(area);
        for (var i = 0; i < nodes.Length; i++)
        {
            if (!history.Node(nodes[i]).Period.Contains(day) || !history.Relation(relations[i]).Period.Contains(day)) continue;
            named = true;
            if (history.Node(nodes[i]).Kind == NodeKind.Targeting) targetings++;
        }

        return (named, targetings);
    }
}
