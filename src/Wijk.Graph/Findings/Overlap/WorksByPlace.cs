using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings.Overlap;

/// <summary>Which work there is for a group in an area, and which reaches it from elsewhere.</summary>
internal sealed class WorksByPlace(GraphSnapshot graph)
{
    private readonly Dictionary<(int Group, int Area), HashSet<int>> named = [];
    private readonly Dictionary<(int Group, int Area), HashSet<int>> inside = [];
    private readonly Dictionary<int, HashSet<int>> areas = [];
    private readonly Dictionary<int, int[]> related = [];

    /// <summary>The groups that there is any work for.</summary>
    public IReadOnlyCollection<int> Groups => areas.Keys;

    /// <summary>The areas that work for a group names.</summary>
    public IReadOnlyCollection<int> AreasWith(int group) => areas[group];

    /// <summary>Notes that work names a group and an area.</summary>
    public void Add(int group, int area, int work)
    {
        Of(areas, group).Add(area);
        Of(named, (group, area)).Add(work);
        foreach (var (larger, _) in Wholes.Of(graph, area)) Of(inside, (group, larger)).Add(work);
    }

    /// <summary>
    /// The work that reaches a group in an area, or some of it: for the group, a wider or a narrower one, in the area or a part of it; and for the group or
    /// a wider one in a larger area. Once there are two, more may be left out.
    /// </summary>
    public HashSet<int> Reaching(int group, int area)
    {
        var reaching = new HashSet<int>();
        foreach (var other in Related(group))
        {
            if (inside.TryGetValue((other, area), out var there)) reaching.UnionWith(there);
            if (reaching.Count > 1) return reaching;
        }

        foreach (var (wider, _) in Wholes.Of(graph, group))
        {
            foreach (var (larger, _) in Wholes.Of(graph, area))
            {
                if (named.TryGetValue((wider, larger), out var there)) reaching.UnionWith(there);
            }
        }

        return reaching;
    }

    // The group, those it is part of, and those that are part of it.
    private int[] Related(int group)
    {
        if (related.TryGetValue(group, out var known)) return known;
        var wider = Wholes.Of(graph, group).Select(whole => whole.Node);
        var narrower = Groups.Where(other => Wholes.Of(graph, other).Any(whole => whole.Node == group));
        related.Add(group, known = [.. wider.Union(narrower)]);
        return known;
    }

    private static HashSet<int> Of<TKey>(Dictionary<TKey, HashSet<int>> sets, TKey key)
        where TKey : notnull
    {
        if (!sets.TryGetValue(key, out var found)) sets.Add(key, found = []);
        return found;
    }
}
