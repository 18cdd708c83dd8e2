using System.Collections.Immutable;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Overlap;

/// <summary>A target group for which little or nothing is known to be done in an area. Nodes are numbers in the graph of its view.</summary>
/// <param name="View">What it was read from.</param>
/// <param name="Group">The target group.</param>
/// <param name="Area">The area.</param>
/// <param name="Work">The one measure or initiative for it there; null when none is known.</param>
/// <param name="ServedAreaCount">In how many of the other areas there is work for it, by the same measure.</param>
/// <param name="OtherAreaCount">Of how many other areas any work is known.</param>
/// <param name="TaggedCount">Targetings in the area whose source names a target group: how well the data tags.</param>
/// <param name="TargetingCount">All targetings in the area.</param>
public sealed record OverlapGap(
    GraphView View, int Group, int Area, int? Work, int ServedAreaCount, int OtherAreaCount, int TaggedCount, int TargetingCount)
{
    /// <summary>What this says, and what is not known of it.</summary>
    public Words Reason => GapWords.ReasonOf(this);

    /// <summary>What to ask, and whom.</summary>
    public Words NextStep => GapWords.NextStepOf(this);
}

/// <summary>Finds the gaps beside the overlap: groups with little or nothing, where the data tags groups well enough to say so.</summary>
internal sealed class OverlapGaps
{
    /// <summary>The least share of the targetings in an area that must name a group, before anything is said of groups that none names.</summary>
    public const double TaggedShare = 0.5;

    /// <summary>The fewest targetings in an area that must name a group: of a place where little is known nothing can be said to be missing.</summary>
    public const int FewestTagged = 5;

    private OverlapGaps(ImmutableArray<OverlapGap> all, int untaggedAreaCount) => (All, UntaggedAreaCount) = (all, untaggedAreaCount);

    /// <summary>Groups with nothing first, then those that most other areas have work for, then by keys.</summary>
    public ImmutableArray<OverlapGap> All { get; }

    /// <summary>Areas of which nothing can be said, since too few of the targetings there name a group.</summary>
    public int UntaggedAreaCount { get; }

    /// <summary>The gaps in an area and its parts.</summary>
    /// <param name="view">The view.</param>
    /// <param name="targeted">All targetings, everywhere.</param>
    /// <param name="scope">The area; null for everywhere.</param>
    /// <param name="levels">On which levels groups and areas are looked at.</param>
    /// <remarks>
    /// Work for a wider group, or in a larger area, reaches the group in the area; work for a part of the group, or in a part of the area, is there. A muted
    /// group, and one that only one area has work for, is no gap elsewhere. O(targetings + groups × areas × what they are part of).
    /// </remarks>
    public static OverlapGaps Of(GraphView view, ImmutableArray<TargetedWork> targeted, AreaScope? scope, CellLevels levels)
    {
        var graph = view.Graph;
        var (works, tagged, total) = (new Dictionary<(int Group, int Area), HashSet<int>>(), new Dictionary<int, int>(), new Dictionary<int, int>());
        var areasOf = new Dictionary<int, HashSet<int>>();
        foreach (var work in targeted)
        {
            if (work.Area is not { } named) continue;
            if (work.Group is { } whom) Add(works, (whom, named), work.Work);
            foreach (var area in levels.AreasOf(named))
            {
                total[area] = total.GetValueOrDefault(area) + 1;
                if (work.Group is not { } group) continue;
                // Where for whom or where was concluded from a title or an address, that nothing was concluded says nothing.
                if (graph.Node(work.Targeting).Inference is null) tagged[area] = tagged.GetValueOrDefault(area) + 1;
                foreach (var counted in levels.GroupsOf(group)) Add(areasOf, counted, area);
            }
        }

        int[] groups = [.. areasOf.Where(areas => areas.Value.Count > 1 && graph.MutedBy(areas.Key) is null).Select(areas => areas.Key).Order()];
        int[] inScope = [.. total.Keys.Where(area => scope?.Contains(area) != false).Order()];
        int[] known = [.. inScope.Where(area => tagged.GetValueOrDefault(area) is var count && count >= FewestTagged && count >= TaggedShare * total[area])];
        var around = total.Keys.ToDictionary(area => area, area => Related(graph, area));
        var gaps =
            from @group in groups
            let reaching = Reaching(works, Related(graph, @group), around)
            let servedCount = reaching.Values.Count(there => there.Count > 0)
            from area in known
            let there = reaching[area]
            let served = servedCount - there.Count
            where there.Count <= 1 && served > 0
            select new OverlapGap(view, @group, area, there.Count == 0 ? null : there.First(), served, total.Count - 1, tagged[area], total[area]);
        return new(
            [.. gaps.OrderBy(gap => gap.Work is not null).ThenByDescending(gap => gap.ServedAreaCount).ThenByDescending(gap => gap.TaggedCount).ThenBy(gap => gap.Area).ThenBy(gap => gap.Group)],
            inScope.Length - known.Length);
    }

    // For each area the works that reach the group there: two at most, since what is more than little is no gap, however much more it is.
    private static Dictionary<int, HashSet<int>> Reaching(
        Dictionary<(int Group, int Area), HashSet<int>> works, IReadOnlyCollection<int> groups, Dictionary<int, IReadOnlyCollection<int>> around) =>
        around.ToDictionary(area => area.Key, area => groups.SelectMany(whom => area.Value.SelectMany(place => works.GetValueOrDefault((whom, place), []))).Distinct().Take(2).ToHashSet());

    private static IReadOnlyCollection<int> Related(GraphSnapshot graph, int node) => [.. Wholes.Of(graph, node).Select(whole => whole.Node), .. Parts.Of(graph, node).Where(part => part != node)];

    private static void Add<TKey>(Dictionary<TKey, HashSet<int>> sets, TKey key, int value)
        where TKey : notnull
    {
        if (!sets.TryGetValue(key, out var set)) sets.Add(key, set = []);
        set.Add(value);
    }
}
