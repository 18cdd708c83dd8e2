using Wijk.Graph.Analysis.Bounds;
using Wijk.Graph.Analysis.Clusters;
using Wijk.Graph.Analysis.Silos;
using Wijk.Graph.Model;
using Wijk.Graph.Networks;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Fragmentation;

/// <summary>How well domains, spheres or kinds of organisation divide the network, beside the best division that can be found.</summary>
/// <param name="By">By what the members are put in groups.</param>
/// <param name="Division">The modularity of both, and what chance gives.</param>
/// <param name="Band">How far the modularity of the given groups moves when a tenth of what is known is left out.</param>
public sealed record GivenDivision(GroupedBy By, DivisionResult Division, Interval Band)
{
    /// <summary>What this says, in sentences.</summary>
    public Words Reason => SiloWords.ReasonOf(By, Division);

    /// <summary>The division of a network; null when no tie joins two members with a group.</summary>
    internal static GivenDivision? Of(GraphView view, CollaborationNetwork network, GroupedBy by, int seed, CancellationToken cancellationToken)
    {
        var groups = MemberGroups.Of(view, network.Members, by);
        int[] groupOf = [.. network.Members.Select(groups.Of)];
        if (DivisionTest.Of(network.Network, groupOf, seed: seed, cancellationToken: cancellationToken) is not { } division) return null;
        int[] grouped = [.. Enumerable.Range(0, groupOf.Length).Where(member => groupOf[member] != EiIndex.NoGroup)];
        var among = network.Network.Among(grouped);
        int[] labels = [.. grouped.Select(member => groupOf[member])];
        return new(by, division, LeftOutBand.Of(among, one => Modularity.Of(one, labels), seed: seed, cancellationToken: cancellationToken)!.Value);
    }
}
