using System.Collections.Immutable;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Findings.Collaboration;

namespace Wijk.Graph.Findings.Clusters;

/// <summary>A member of a cluster: what it works on, and whom of the others it is known to know. Nodes are numbers in the graph of its view.</summary>
/// <param name="Actor">The agency or initiative.</param>
/// <param name="Name">Its name; of an initiative what it calls itself, where that may be seen.</param>
/// <param name="Domains">The domains of its work, ascending; catch-alls left out.</param>
/// <param name="Known">The other members with which a tie above level 0 is known, ascending.</param>
public sealed record ClusterMember(int Actor, string Name, ImmutableArray<int> Domains, ImmutableArray<int> Known)
{
    /// <summary>The members of a cluster, by name.</summary>
    public static ImmutableArray<ClusterMember> Of(Cluster cluster)
    {
        var (graph, activity, ties, inside) = (cluster.View.Graph, Activity.Of(cluster.View), CollaborationTies.Of(cluster.View), cluster.Members.ToHashSet());
        return
        [
            .. cluster.Members
                .Select(member => new ClusterMember(
                    member,
                    ClustersWords.NameOf(cluster.View, member),
                    [.. Traits.WorksOf(graph, member).Append(member).SelectMany(work => activity.DomainsOf(work)).Distinct().Order()],
                    [.. ties.Of(member).Where(tie => tie.Level > 0).Select(tie => tie.A == member ? tie.B : tie.A).Where(inside.Contains).Distinct().Order()]))
                .OrderBy(member => member.Name, StringComparer.OrdinalIgnoreCase).ThenBy(member => member.Actor),
        ];
    }
}
