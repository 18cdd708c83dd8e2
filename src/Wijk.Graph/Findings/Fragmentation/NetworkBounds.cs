using System.Collections.Immutable;
using Wijk.Graph.Analysis.Bounds;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Fragmentation;

/// <summary>How far the figures of a collaboration network can be off because of what nobody asked, over a fixed list: all who are active, whether anything is known of them or not.</summary>
public sealed class NetworkBounds
{
    private readonly PartlyKnownNetwork known;

    private NetworkBounds(PartlyKnownNetwork known, ImmutableArray<int> listed, ReadOnlySpan<int> groupOf)
    {
        (this.known, Listed) = (known, listed);
        Connectivity = ConnectivityBounds.Of(known)!;
        EiIndex = EiBounds.Of(known, groupOf);
        var certain = Analysis.Bounds.CertainCutPoints.Of(known);
        CertainCutPoints = [.. certain.Nodes.Select(node => listed[node])];
        CertainBridges = [.. certain.Bridges.Select(bridge => (listed[bridge.A], listed[bridge.B]))];
    }

    /// <summary>The actors that the figures are about, ascending.</summary>
    public ImmutableArray<int> Listed { get; }

    /// <summary>What is known of their pairs; node n is <see cref="Listed"/>[n].</summary>
    internal PartlyKnownNetwork Known => known;

    /// <summary>All pairs of them.</summary>
    public long PairCount => known.PairCount;

    /// <summary>Pairs of which nothing is known at the level that was asked for.</summary>
    public long UnknownPairCount => known.UnknownCount;

    /// <summary>Between what the number of parts, F and the density lie.</summary>
    public ConnectivityBounds Connectivity { get; }

    /// <summary>Between what the E-I index lies, over those of whom one domain is known; null when there can be no tie between two of them.</summary>
    public Interval? EiIndex { get; }

    /// <summary>Those without whom two others that are known to have a path have none, whatever nobody asked turns out to be; ascending.</summary>
    public ImmutableHashSet<int> CertainCutPoints { get; }

    /// <summary>The ties without which their ends have no path, whatever nobody asked turns out to be.</summary>
    public ImmutableHashSet<(int A, int B)> CertainBridges { get; }

    /// <summary>Between what the distance-weighted F lies. Minutes from about 10^5 members with a tie on.</summary>
    public Interval DistanceWeightedFragmentation(CancellationToken cancellationToken) => DistanceBounds.Of(known, cancellationToken)!.Value;

    /// <summary>The bounds of a network.</summary>
    /// <returns>Null where fewer than two are active: there is no pair.</returns>
    internal static NetworkBounds? Of(GraphView view, ActiveActors actors, CollaborationNetwork network)
    {
        ImmutableArray<int> listed = [.. actors.Agencies.Concat(actors.Initiatives).Concat(network.Members).Distinct().Order()];
        if (listed.Length < 2) return null;
        var ties = network.Known.ToLookup(tie => tie.Level >= network.Level, tie => (listed.BinarySearch(tie.A), listed.BinarySearch(tie.B)));
        var activity = Activity.Of(view);
        int[] groupOf = [.. listed.Select(actor => MainDomain.Of(view.Graph, activity, actor) ?? Analysis.Silos.EiIndex.NoGroup)];
        return new(PartlyKnownNetwork.Of(listed.Length, ties[true], ties[false]), listed, groupOf);
    }
}
