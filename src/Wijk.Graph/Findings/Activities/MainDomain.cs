using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings.Activities;

/// <summary>The one domain an actor mostly works in.</summary>
internal static class MainDomain
{
    /// <summary>Its own domain or, where none is recorded, the one most of its measures are in; catch-alls left out.</summary>
    /// <returns>Null when no domain is known, or several come first together: then it works across domains.</returns>
    public static int? Of(GraphSnapshot snapshot, Activity activity, int actor)
    {
        var own = activity.DomainsOf(actor);
        if (own.Length > 0) return own.Length == 1 ? own[0] : null;
        var counts = snapshot.Outgoing(RelationKind.Runs).Neighbors(actor).ToArray()
            .SelectMany(measure => activity.DomainsOf(measure))
            .CountBy(domain => domain)
            .OrderByDescending(count => count.Value)
            .Take(2)
            .ToArray();
        return counts switch
        {
            [] => null,
            [var only] => only.Key,
            [var first, var second] => first.Value > second.Value ? first.Key : null,
            _ => null,
        };
    }
}
