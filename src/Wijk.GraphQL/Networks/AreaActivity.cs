using Wijk.Graph.Findings;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.GraphQL.Networks;

/// <summary>What is meant for an area: its parts, all that is IN one of them, what that is a targeting OF, and who RUNS it.</summary>
/// <remarks>Where somebody has an office (SEATED_IN) says nothing about where they work, so it does not count.</remarks>
internal static class AreaActivity
{
    /// <summary>The numbers of the nodes, ascending.</summary>
    public static IReadOnlyList<int> In(GraphSnapshot snapshot, AreaScope area)
    {
        var concerned = new SortedSet<int>(area.Areas);
        foreach (var place in area.Areas)
        {
            foreach (var meant in snapshot.Incoming(RelationKind.In).Neighbors(place))
            {
                concerned.Add(meant);
                foreach (var offer in snapshot.Outgoing(RelationKind.Of).Neighbors(meant))
                {
                    concerned.Add(offer);
                    foreach (var runner in snapshot.Incoming(RelationKind.Runs).Neighbors(offer)) concerned.Add(runner);
                }
            }
        }

        return [.. concerned];
    }
}
