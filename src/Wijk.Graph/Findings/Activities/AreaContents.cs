using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Activities;

/// <summary>What is meant for an area: its parts, all that is IN one of them, what that is a targeting OF, and who is active there.</summary>
/// <remarks>Where somebody has an office (SEATED_IN) says nothing about where they work, so it does not count.</remarks>
public static class AreaContents
{
    /// <summary>The numbers of the nodes, ascending.</summary>
    public static IReadOnlyList<int> In(GraphView view, AreaScope area)
    {
        var actors = ActiveActors.In(view, area);
        var meant = area.Areas.SelectMany(place => view.Graph.Incoming(RelationKind.In).Neighbors(place).ToArray());
        var works = Activity.Of(view).In(area).Select(work => work.Work);
        return [.. area.Areas.Concat(meant).Concat(works).Concat(actors.Agencies).Concat(actors.Initiatives).Distinct().Order()];
    }
}
