using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings.Overlap;

/// <summary>For whom and where something is, on the levels that were asked for: what is meant for a part is meant for its whole.</summary>
/// <param name="graph">The graph.</param>
/// <param name="areaLevel">The level of areas; null for those that targetings name.</param>
/// <param name="groupLevel">The level of the tree of target groups, 0 for the top; null for those that targetings name.</param>
internal sealed class CellLevels(GraphSnapshot graph, string? areaLevel, int? groupLevel)
{
    private readonly Dictionary<int, int[]> areas = [];
    private readonly TreeLevels? groups = groupLevel is { } level ? new(graph, NodeKind.TargetGroup, level) : null;

    /// <summary>The areas that an area counts for: itself, or those of the level that it is or is part of.</summary>
    public IReadOnlyList<int> AreasOf(int area)
    {
        if (areaLevel is null) return [area];
        if (!areas.TryGetValue(area, out var known))
            areas.Add(area, known = [.. Wholes.Of(graph, area).Select(whole => whole.Node).Where(whole => graph.Node(whole).Attributes.Text("level") == areaLevel)]);
        return known;
    }

    /// <summary>The groups that a group counts for.</summary>
    public IReadOnlyList<int> GroupsOf(int group) => groups?.Of(group) ?? [group];
}
