using System.Collections.Immutable;
using Wijk.Graph.Analysis.Bounds;
using Wijk.Graph.Analysis.Brokerage;
using Wijk.Graph.Analysis.Triangles;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Fragmentation;

/// <summary>An organisation or initiative that stands between others who have no contact with each other, as far as is known; never a person.</summary>
/// <param name="Actor">The organisation or initiative.</param>
/// <param name="ContactCount">How many it has contact with.</param>
/// <param name="Hole">How far its contacts know each other.</param>
/// <param name="ByDomain">Between whom it stands, by domain.</param>
/// <param name="ByPerspective">The same by the kind of organisation, residents being one.</param>
/// <param name="Clustering">The share of the pairs of its contacts that have contact, 0 to 1; null with fewer than two contacts.</param>
public sealed record Broker(int Actor, int ContactCount, StructuralHole Hole, NodeRoles ByDomain, NodeRoles ByPerspective, double? Clustering)
{
    /// <summary>The brokers of a network: those that stand between most pairs first.</summary>
    internal static ImmutableArray<Broker> Of(GraphView view, CollaborationNetwork network, NetworkBounds bounds, CancellationToken cancellationToken)
    {
        var holes = StructuralHoles.Of(network.Network, cancellationToken);
        var clustering = ClusteringCoefficient.Of(network.Network, cancellationToken).Local;
        var (byDomain, byPerspective) = (RolesBy(GroupedBy.Domain), RolesBy(GroupedBy.Perspective));
        return
        [
            .. network.Members.Index().Where(entry => view.Graph.Node(entry.Item).Kind != NodeKind.Professional && network.Network.Degree(entry.Index) > 0)
                .Select(entry =>
                {
                    var listed = bounds.Listed.BinarySearch(entry.Item);
                    return new Broker(entry.Item, network.Network.Degree(entry.Index), holes[entry.Index], byDomain[listed], byPerspective[listed], clustering[entry.Index]);
                })
                .OrderByDescending(broker => Rank(broker))
                .ThenBy(broker => broker.Actor),
        ];

        NodeRoles[] RolesBy(GroupedBy by)
        {
            var groups = MemberGroups.Of(view, bounds.Listed, by);
            return BrokerageRoles.Of(bounds.Known, [.. bounds.Listed.Select(groups.Of)], cancellationToken);
        }
    }

    /// <summary>What brokers are ordered by: the pairs of different perspectives or domains that it stands between.</summary>
    public static long Rank(Broker broker) => Math.Max(broker.ByDomain.Known.Crossing, broker.ByPerspective.Known.Crossing);
}

/// <summary>How far the figures of a broker move when a tenth of what is known is left out.</summary>
/// <param name="Betweenness">The lowest and highest betweenness.</param>
/// <param name="Constraint">The lowest and highest constraint; null without contacts.</param>
/// <param name="EffectiveSize">The lowest and highest effective size; null without contacts.</param>
/// <param name="Clustering">The lowest and highest share of the pairs of its contacts that have contact; null with fewer than two contacts.</param>
public sealed record BrokerBands(Interval Betweenness, Interval? Constraint, Interval? EffectiveSize, Interval? Clustering)
{
    /// <summary>In a larger network they would take too long.</summary>
    public const int MostMembers = 2_000;

    /// <summary>The bands by actor.</summary>
    internal static ImmutableDictionary<int, BrokerBands> Of(CollaborationNetwork network, int seed, CancellationToken cancellationToken)
    {
        var count = network.Members.Length;
        var bands = LeftOutBand.Of(network.Network, one =>
        {
            var (between, holes) = (Analysis.Centrality.Betweenness.Of(one, cancellationToken), StructuralHoles.Of(one, cancellationToken));
            return [.. between.Select(value => (double?)value), .. holes.Select(hole => hole.Constraint), .. holes.Select(hole => hole.EffectiveSize), .. ClusteringCoefficient.Of(one, cancellationToken).Local];
        }, seed: seed, cancellationToken: cancellationToken);
        return network.Members.Index().ToImmutableDictionary(entry => entry.Item,
            entry => new BrokerBands(bands[entry.Index]!.Value, bands[count + entry.Index], bands[(2 * count) + entry.Index], bands[(3 * count) + entry.Index]));
    }
}
