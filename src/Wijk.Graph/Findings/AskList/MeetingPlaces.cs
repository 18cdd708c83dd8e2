using System.Collections.Immutable;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Model;
using Wijk.Graph.Networks;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.AskList;

/// <summary>Who meets whom in how many places: the same target group in the same area, or one trajectory.</summary>
internal static class MeetingPlaces
{
    /// <summary>With more at one place that two are there says nothing of the two.</summary>
    public const int MostMembers = 20;

    /// <summary>The pairs that meet, the weight being in how many places; node n is the n-th on the list.</summary>
    /// <param name="view">What is seen on a day.</param>
    /// <param name="area">Where; null for everywhere.</param>
    /// <param name="listed">Node numbers, ascending.</param>
    public static Network Of(GraphView view, AreaScope? area, ImmutableArray<int> listed)
    {
        var activity = Activity.Of(view);
        var cells = activity.In(area).Where(work => work is { Group: not null, Area: not null })
            .GroupBy(work => (work.Group, work.Area), work => activity.AgenciesRunning(work.Work).Concat(activity.InitiativesBehind(work.Work)))
            .Select(cell => cell.SelectMany(actors => actors));
        var trajectories = view.Graph.NumbersOf(NodeKind.Trajectory).Select(trajectory => view.Graph.Incoming(RelationKind.MemberOf).Neighbors(trajectory).ToArray().AsEnumerable());
        var met = new List<Edge>();
        foreach (var place in cells.Concat(trajectories))
        {
            int[] members = [.. place.Distinct().Select(actor => listed.BinarySearch(actor)).Where(member => member >= 0).Order()];
            if (members.Length > MostMembers) continue;
            for (var one = 0; one < members.Length; one++)
            {
                for (var other = one + 1; other < members.Length; other++) met.Add(new(members[one], members[other]));
            }
        }

        return Network.Of(listed.Length, [.. met]);
    }
}
