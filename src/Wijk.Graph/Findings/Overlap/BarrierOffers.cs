using System.Collections.Immutable;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Overlap;

/// <summary>The barriers of a view, for whom and where they are, and the work that is meant to take them away.</summary>
internal sealed class BarrierOffers
{
    private readonly GraphSnapshot snapshot;
    private readonly ImmutableArray<BarrierOffer> all;
    private readonly ILookup<(int Group, int Area), BarrierOffer> byCell;

    private BarrierOffers(GraphSnapshot snapshot)
    {
        this.snapshot = snapshot;
        all = [.. snapshot.NumbersOf(NodeKind.Barrier)
            .Select(barrier => new BarrierOffer(barrier, [.. OffersFor(barrier)]))
            .OrderBy(offer => offer.Offers.Length)
            .ThenBy(offer => offer.Barrier)];
        byCell = all.SelectMany(offer => CellsOf(offer.Barrier).Select(cell => (cell, offer))).ToLookup(entry => entry.cell, entry => entry.offer);
    }

    /// <summary>The barriers of a view, those nobody addresses first.</summary>
    public static BarrierOffers Of(GraphView view) => view.Index(static view => new BarrierOffers(view.Graph));

    /// <summary>The barriers in an area; one for which no area is recorded is only listed when no area is asked for.</summary>
    public IEnumerable<BarrierOffer> In(AreaScope? scope) =>
        all.Where(offer => scope is null || AreasOf(offer.Barrier).Any(scope.Contains));

    /// <summary>The barriers recorded for a group in an area.</summary>
    public IEnumerable<BarrierOffer> For(int group, int area) => byCell[(group, area)];

    private IEnumerable<(int Group, int Area)> CellsOf(int barrier) =>
        from @group in Neighbors(RelationKind.For, barrier)
        from area in AreasOf(barrier)
        select (@group, area);

    private IEnumerable<int> OffersFor(int barrier) =>
        snapshot.Incoming(RelationKind.Addresses).Neighbors(barrier).ToArray()
            .Where(node => snapshot.Node(node).Kind is NodeKind.Measure or NodeKind.Initiative);

    private int[] AreasOf(int barrier) => Neighbors(RelationKind.In, barrier);

    private int[] Neighbors(RelationKind kind, int node) => snapshot.Outgoing(kind).Neighbors(node).ToArray();
}
