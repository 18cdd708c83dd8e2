using System.Collections.Immutable;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Clusters.Trust;

/// <summary>Which clusters stand, and who is in them.</summary>
/// <remarks>
/// Seeded runs and what they agree on (<see cref="SeededRuns"/>); clusters against random networks (<see cref="Standing"/>); nodes against their clusters
/// (<see cref="Membership"/>). A cluster with more than <see cref="TrustParameters.LargestCluster"/> members is looked into in the same way: what stands
/// inside takes its place; where nothing does it is a block. Clusters that stand while hardly any of their nodes do are parts of a block: they hold together
/// only because something larger is apart, and that is looked for at lower resolutions.
/// </remarks>
public static class ClusterTrust
{
    // With fewer members, or a smaller share of the nodes that stood, it is not these members that hold together.
    private const int FewestMembers = 3;
    private const double FewestOfAll = 0.1;

    // A block leaves less than this share of the weight that chance would have leave it.
    private const double ApartBelow = 0.5;

    private const int DeepestLook = 4;

    // How much lower the resolutions are at which something larger is looked for.
    private static readonly int[] Coarser = [2, 4, 8, 16];

    /// <summary>Judges a network.</summary>
    /// <param name="layers">What it is made of.</param>
    /// <param name="leiden">The call that finds clusters, in the network as in random ones; its seed is not used.</param>
    /// <param name="parameters">How.</param>
    /// <param name="vary">Leaves out sources and respondents: the same nodes with what others brought; null when these are too few, and then seeds and a tenth of the ties are varied.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static TrustResult Of(
        NetworkLayers layers, LeidenParameters leiden, TrustParameters parameters, Func<int, NetworkLayers>? vary = null,
        IProgress<TrustProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var network = layers.Join();
        var runs = SeededRuns.Of(network, leiden, parameters, cancellationToken);
        var (found, nearest, randomCount) = Look(layers, runs, leiden, parameters, 1, progress, cancellationToken);
        var stability = Stability.Of([.. found.Select(group => group.Nodes)], layers, vary, leiden, parameters, cancellationToken);
        TrustedGroup[] groups = [.. found.Select((group, i) => group with { Stability = stability[i] }).OrderBy(group => group.IsBlock).ThenByDescending(group => group.Nodes.Length).ThenBy(group => group.Nodes[0])];
        var groupOf = new int[layers.NodeCount];
        groupOf.AsSpan().Fill(-1);
        foreach (var (number, group) in groups.Index())
        {
            foreach (var node in group.Nodes) groupOf[node] = number;
        }

        return new(
            [.. groupOf], [.. groups], [.. Enumerable.Range(0, layers.NodeCount).Select(runs.AmbiguityOf)], randomCount,
            DescriptionLength.Of(Network.Of(layers.NodeCount, layers.Ties), Array.ConvertAll(groupOf, group => group < 0 ? groups.Length : group), groups.Length + 1))
        {
            Nearest = nearest,
        };
    }

    private static (List<TrustedGroup> Groups, ClusterStanding? Nearest, int RandomCount) Look(
        NetworkLayers layers, SeededRuns runs, LeidenParameters leiden, TrustParameters parameters, int depth, IProgress<TrustProgress>? progress, CancellationToken cancellationToken)
    {
        var groups = new List<TrustedGroup>();
        if (runs.Network.EdgeCount == 0) return (groups, null, 0);
        var consensus = runs.Consensus(leiden, parameters.Seed, cancellationToken);
        var (standing, chance) = Standing.Of(layers, runs, consensus, leiden, parameters, progress, cancellationToken);
        var nearest = standing.Where(cluster => !cluster.Stands && cluster.ChanceMean > 0).OrderByDescending(cluster => cluster.Percentile).ThenByDescending(cluster => cluster.Score)
            .Select(cluster => (ClusterStanding?)cluster).FirstOrDefault();
        if (!standing.Any(cluster => cluster.Stands)) return (groups, nearest, chance.Count);

        var clusterOf = consensus.CommunityOf.AsSpan();
        var (memberOf, isUntestable) = Membership.Of(runs.Network, clusterOf, [.. standing.Select(cluster => cluster.Stands)]);
        var (all, members) = (NodesOf(clusterOf[..layers.NodeCount], standing.Length), NodesOf(memberOf.AsSpan(..layers.NodeCount), standing.Length));
        var hollow = new List<int>();
        for (var cluster = 0; cluster < standing.Length; cluster++)
        {
            if (!standing[cluster].Stands) continue;
            if (members[cluster].Length < Math.Max(FewestMembers, FewestOfAll * all[cluster].Length))
                hollow.Add(cluster);
            else if (members[cluster].Length > parameters.LargestCluster)
                groups.AddRange(Inside(all[cluster], standing[cluster]));
            else
                groups.Add(new(members[cluster], false, standing[cluster]) { IsByMajority = isUntestable[cluster] });
        }

        if (hollow.Count > 0) groups.AddRange(Blocks(layers.NodeCount, runs.Network, consensus, hollow, standing, leiden, parameters.Seed, cancellationToken));
        return (groups, nearest, chance.Count);

        IEnumerable<TrustedGroup> Inside(ImmutableArray<int> nodes, ClusterStanding outer)
        {
            var inner = depth == DeepestLook ? [] : LookInto(nodes);
            return inner.Any(group => !group.IsBlock) ? inner : [new(nodes, true, outer)];
        }

        List<TrustedGroup> LookInto(ImmutableArray<int> nodes)
        {
            var within = layers.Within(nodes.AsSpan());
            var inner = Look(within, SeededRuns.Of(within.Join(), leiden, parameters, cancellationToken), leiden, parameters, depth + 1, progress, cancellationToken).Groups;
            return [.. inner.Select(group => group with { Nodes = [.. group.Nodes.Select(node => nodes[node])] })];
        }
    }

    // What is apart as a whole, and of which the parts only seem to be clusters: at the lower resolution that tells the ties shortest.
    private static IEnumerable<TrustedGroup> Blocks(
        int nodeCount, Network network, LeidenResult consensus, List<int> hollow, ClusterStanding[] standing, LeidenParameters leiden, int seed, CancellationToken cancellationToken)
    {
        var isHollow = new bool[standing.Length];
        foreach (var cluster in hollow) isHollow[cluster] = true;
        var strongest = standing[hollow.MaxBy(cluster => standing[cluster].Score)];
        var wide = Coarser
            .Select(times => SameCall.Divide(network, leiden with { Resolution = leiden.Resolution / times }, seed, cancellationToken))
            .MaxBy(found => DescriptionLength.Of(network, found.CommunityOf.AsSpan(), found.CommunityCount)!.Saved)!;
        return NodesOf(wide.CommunityOf.AsSpan(), wide.CommunityCount)
            .Select(nodes => nodes.RemoveAll(node => !isHollow[consensus.CommunityOf[node]]))
            .Where(nodes => IsApart(network, nodes))
            .Select(nodes => nodes.RemoveAll(node => node >= nodeCount))
            .Where(nodes => nodes.Length >= FewestMembers)
            .Select(nodes => new TrustedGroup(nodes, true, strongest));
    }

    private static bool IsApart(Network network, ImmutableArray<int> nodes)
    {
        var isIn = new int[network.NodeCount];
        foreach (var node in nodes) isIn[node] = 1;
        return Cohesion.Of(network, isIn, 2).ShareLeaving(1) is { } share && share < ApartBelow;
    }

    private static ImmutableArray<int>[] NodesOf(ReadOnlySpan<int> clusterOf, int count)
    {
        var nodes = new ImmutableArray<int>.Builder[count];
        for (var cluster = 0; cluster < count; cluster++) nodes[cluster] = ImmutableArray.CreateBuilder<int>();
        for (var node = 0; node < clusterOf.Length; node++)
        {
            if (clusterOf[node] >= 0) nodes[clusterOf[node]].Add(node);
        }

        return Array.ConvertAll(nodes, builder => builder.ToImmutable());
    }
}
