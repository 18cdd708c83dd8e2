using System.Collections.Immutable;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Ways;

/// <summary>Who is near an initiative: active in the same areas, those for the same groups first.</summary>
internal sealed class Neighbours(GraphView view, Introductions introductions)
{
    private const int Most = 3;

    private readonly Activity activity = Activity.Of(view);

    /// <summary>Up to three agencies to ask about an initiative; of equals those who pay or decide first.</summary>
    public ImmutableArray<int> Of(int initiative)
    {
        var own = activity.All.Where(work => activity.InitiativesBehind(work.Work).Contains(initiative)).ToArray();
        return
        [
            .. (from work in activity.All
               where work.Area is not null && own.Any(mine => mine.Area == work.Area)
               let isForSame = work.Group is not null && own.Any(mine => mine.Area == work.Area && mine.Group == work.Group)
               from agency in activity.AgenciesRunning(work.Work)
               group isForSame by agency into found
               orderby found.Any(isForSame => isForSame) descending, introductions.Deciders.Contains(found.Key) descending, found.Key
               select found.Key).Take(Most),
        ];
    }
}
