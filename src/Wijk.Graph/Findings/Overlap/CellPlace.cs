using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings.Overlap;

/// <summary>What a cell is: people, an activity or both, in one area. Node numbers.</summary>
/// <param name="Group">The target group; null where the lens does not look at groups.</param>
/// <param name="Activity">The domain or activity; null where the lens does not look at activities.</param>
/// <param name="Area">The area.</param>
public readonly record struct CellPlace(int? Group, int? Activity, int Area)
{
    /// <summary>The group and the activity, as far as it has them.</summary>
    internal IEnumerable<int> Subjects => new[] { Group, Activity }.OfType<int>();

    /// <summary>Its name: "jongeren in Oost", "schuldhulp voor jongeren in Oost".</summary>
    public Words NameIn(GraphSnapshot graph) => What(graph) + " in " + graph.Node(Area).Name;

    /// <summary>Its name without the area: "jongeren", "schuldhulp voor jongeren".</summary>
    public Words What(GraphSnapshot graph) => (Group, Activity) switch
    {
        ({ } group, { } activity) => graph.Node(activity).Name + new Words(" voor ", " for ") + graph.Node(group).Name,
        ({ } group, null) => graph.Node(group).Name,
        (null, { } activity) => graph.Node(activity).Name,
        _ => throw new InvalidOperationException("A cell is of a group, an activity or both."),
    };
}
