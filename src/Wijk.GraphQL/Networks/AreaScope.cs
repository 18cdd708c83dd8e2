using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.GraphQL.Networks;

/// <summary>
/// What is meant for an area: the area with its parts, all that is IN one of them, what that is a targeting OF, and who RUNS it.
/// </summary>
/// <remarks>Where somebody has an office (SEATED_IN) says nothing about where they work, so it does not count.</remarks>
internal static class AreaScope
{
    /// <summary>The numbers of the nodes, ascending.</summary>
    public static IReadOnlyList<int> Of(GraphSnapshot snapshot, int area)
    {
        HashSet<int> areas = [area];
        var waiting = new Queue<int>(areas);
        while (waiting.TryDequeue(out var next))
        {
            foreach (var part in snapshot.Incoming(RelationKind.PartOf).Neighbors(next))
            {
                if (areas.Add(part)) waiting.Enqueue(part);
            }
        }

        var scope = new SortedSet<int>(areas);
        foreach (var place in areas)
        {
            foreach (var concerned in snapshot.Incoming(RelationKind.In).Neighbors(place))
            {
                scope.Add(concerned);
                foreach (var offer in snapshot.Outgoing(RelationKind.Of).Neighbors(concerned))
                {
                    scope.Add(offer);
                    foreach (var runner in snapshot.Incoming(RelationKind.Runs).Neighbors(offer)) scope.Add(runner);
                }
            }
        }

        return [.. scope];
    }
}
