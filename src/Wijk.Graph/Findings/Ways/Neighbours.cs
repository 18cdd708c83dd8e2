using System.Collections.Immutable;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Ways;

/// <summary>Who is near an initiative: active in the same areas, those for the same groups first.</summary>
internal sealed class Neighbours
{
    private const int Most = 3;

    private readonly Activity activity;
    private readonly Introductions introductions;
    private readonly ILookup<int, TargetedWork> byInitiative;
    private readonly ILookup<int, TargetedWork> byArea;

    public Neighbours(GraphView view, Introductions introductions)
    {
        (activity, this.introductions) = (Activity.Of(view), introductions);
        var placed = activity.All.Where(work => work.Area is not null).ToArray();
        byArea = placed.ToLookup(work => work.Area!.Value);
        byInitiative = placed.SelectMany(work => activity.InitiativesBehind(work.Work).Select(initiative => (initiative, work)))
            .ToLookup(entry => entry.initiative, entry => entry.work);
    }

    /// <summary>Up to three agencies to ask about an initiative; of equals those who pay or decide first.</summary>
    public ImmutableArray<int> Of(int initiative)
    {
        var groups = byInitiative[initiative].Select(mine => (mine.Area, mine.Group)).ToHashSet();
        return
        [
            .. (from area in byInitiative[initiative].Select(mine => mine.Area!.Value).Distinct()
                from work in byArea[area]
                let isForSame = work.Group is not null && groups.Contains((work.Area, work.Group))
                from agency in activity.AgenciesRunning(work.Work)
                group isForSame by agency into found
                orderby found.Any(isForSame => isForSame) descending, introductions.Deciders.Contains(found.Key) descending, found.Key
                select found.Key).Take(Most),
        ];
    }
}
