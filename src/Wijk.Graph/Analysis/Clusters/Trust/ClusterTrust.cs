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
        parameters = parameters.For(layers.NodeCount + layers.Size);
        var network = layers.Join();
        var runs = SeededRuns.Of(network, leiden, parameters, cancellationToken);
        var look = new Look(leiden, parameters, cancellationToken);
        var (parts, nearest, randomCount) = look.Into(1, [.. Enumerable.Range(0, layers.NodeCount)], layers, runs, progress);
        parts.RemoveAll(part => part.Groups.Count == 0);
        var stability = Stability.Of(parts, layers, vary, leiden, parameters, cancellationToken);
        TrustedGroup[] groups =
        [
            .. parts.Zip(stability, (part, stable) => part.Groups.Zip(stable, (group, one) => group with { Nodes = [.. group.Nodes.Select(node => part.Nodes[node])], Stability = one }))
                .SelectMany(group => group).OrderBy(group => group.IsBlock).ThenByDescending(group => group.Nodes.Length).ThenBy(group => group.Nodes[0]),
        ];
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

    private sealed record Look(LeidenParameters Leiden, TrustParameters Parameters, CancellationToken CancellationToken)
    {
        public (List<LookedInto> Parts, ClusterStanding? Nearest, int RandomCount) Into(
            int depth, ImmutableArray<int> nodes, NetworkLayers layers, SeededRuns runs, IProgress<TrustProgress>? progress)
        {
            var into = new LookedInto(depth, nodes, layers, []);
            if (runs.Network.EdgeCount == 0) return ([into], null, 0);
            var consensus = runs.Consensus(Leiden, Parameters.Seed, CancellationToken);
            var (standing, chance) = Standing.Of(layers, runs, consensus, Leiden, Parameters, progress, CancellationToken);
            var nearest = standing.Where(cluster => !cluster.Stands && cluster.ChanceMean > 0).OrderByDescending(cluster => cluster.Percentile).ThenByDescending(cluster => cluster.Score)
                .Select(cluster => (ClusterStanding?)cluster).FirstOrDefault();
            if (!standing.Any(cluster => cluster.Stands)) return ([into], nearest, chance.Count);

            var clusterOf = consensus.CommunityOf.AsSpan();
            var (memberOf, isUntestable) = Membership.Of(runs.Network, clusterOf, [.. standing.Select(cluster => cluster.Stands)]);
            var (all, members) = (NodesOf(clusterOf[..layers.NodeCount], standing.Length), NodesOf(memberOf.AsSpan(..layers.NodeCount), standing.Length));
            var (hollow, large) = (new List<int>(), new List<int>());
            for (var cluster = 0; cluster < standing.Length; cluster++)
            {
                if (!standing[cluster].Stands) continue;
                if (members[cluster].Length < Math.Max(FewestMembers, FewestOfAll * all[cluster].Length))
                    hollow.Add(cluster);
                else if (members[cluster].Length > Parameters.LargestCluster)
                    large.Add(cluster);
                else
                    into.Groups.Add(new(members[cluster], false, standing[cluster]) { IsByMajority = isUntestable[cluster] });
            }

            if (hollow.Count > 0) into.Groups.AddRange(Blocks(layers.NodeCount, runs.Network, consensus, hollow, standing, Leiden, Parameters.Seed, CancellationToken));
            var inside = depth == DeepestLook ? new List<LookedInto>[large.Count] : Inside(into, [.. large.Select(cluster => all[cluster])], progress);
            var parts = new List<LookedInto> { into };
            foreach (var (cluster, found) in large.Zip(inside))
            {
                if (found?.Any(part => part.Groups.Any(group => !group.IsBlock)) == true) parts.AddRange(found);
                else into.Groups.Add(new(all[cluster], true, standing[cluster]));
            }

            return (parts, nearest, chance.Count);
        }

        // Many are looked into side by side, each on one thread, the largest first; a few one after the other, with all threads for each.
        private List<LookedInto>[] Inside(LookedInto outer, ImmutableArray<int>[] clusters, IProgress<TrustProgress>? progress)
        {
            var (found, within) = (new List<LookedInto>[clusters.Length], outer.Layers.Within(clusters));
            var isMany = clusters.Length >= 2 * Parameters.ThreadCount;
            var look = isMany ? this with { Parameters = Parameters with { ThreadCount = 1 } } : this;
            int[] order = [.. Enumerable.Range(0, clusters.Length).OrderByDescending(cluster => clusters[cluster].Length)];
            Threads.Share(isMany ? Parameters.ThreadCount : 1, order.Length, (_, number) =>
            {
                var (cluster, layers) = (order[number], within[order[number]]);
                var runs = SeededRuns.Of(layers.Join(), Leiden, look.Parameters, CancellationToken);
                found[cluster] = look.Into(outer.Depth + 1, [.. clusters[cluster].Select(node => outer.Nodes[node])], layers, runs, isMany ? null : progress).Parts;
            });
            return found;
        }
    }

    // What is apart as a whole, and of which the parts only seem to be clusters: at the lower resolution that tells the ties shortest.
    private static IEnumerable<TrustedGroup> Blocks(
        int nodeCount, Network network, LeidenResult consensus, List<int> hollow, ClusterStanding[] standing, LeidenParameters leiden, int seed, CancellationToken cancellationToken)
    {
        var isHollow = new bool[standing.Length];
        foreach (var cluster in hollow) isHollow[cluster] = true;
        var strongest = standing[hollow.MaxBy(cluster => standing[cluster].Score)];
        var call = new SameCall(leiden);
        var wide = Coarser
            .Select(times => call.Divide(network, seed, cancellationToken, 1.0 / times))
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
