using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Wijk.Graph.Analysis.Overlap;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Model;
using Wijk.Graph.Networks;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Overlap;

/// <summary>Adds to an overlapping cell what a reader needs beside it: schemes, money, initiatives, barriers, coordination.</summary>
internal sealed class CellDescription(
    GraphView view, Activity activity, CellTable table, Nesting nesting, BarrierOffers barriers, CollaborationTies ties)
{
    private readonly GraphSnapshot graph = view.Graph;

    private readonly Lazy<Incidence> agenciesByArea = new(() => AgenciesByArea(view.Graph, activity));

    /// <summary>A cell: what it is ordered by at once, and the rest when it is read.</summary>
    public OverlapCell Of(CellOverlap overlap, OverlapQuestion question)
    {
        var place = table.Cells[overlap.Cell];
        var nested = nesting.PairsOf(overlap, place);
        return new(view, question, overlap, nested, () => DetailsOf(overlap, place, nested))
        {
            Place = place,
            AgenciesInAreaCount = agenciesByArea.Value.Degree(place.Area),
            Coordination = Coordination.Among([.. overlap.Actors.Select(actor => actor.Actor)], ties),
        };
    }

    // Who works in a part of an area works in that area.
    private static Incidence AgenciesByArea(GraphSnapshot graph, Activity activity)
    {
        var (found, wholes) = (new List<(int Area, int Agency)>(), new Dictionary<int, IReadOnlyList<(int Node, int Steps)>>());
        foreach (var work in activity.All)
        {
            if (work.Area is not { } area) continue;
            if (!wholes.TryGetValue(area, out var known)) wholes.Add(area, known = Wholes.Of(graph, area));
            foreach (var agency in activity.AgenciesRunning(work.Work)) found.AddRange(known.Select(whole => (whole.Node, agency)));
        }

        return Incidence.Of(graph.NodeCount, graph.NodeCount, CollectionsMarshal.AsSpan(found));
    }

    private CellDetails DetailsOf(CellOverlap overlap, CellPlace place, NestedPairs nested)
    {
        var targetings = table.TargetingsOf(overlap.Cell);
        int[] measures = [.. overlap.Actors.SelectMany(actor => actor.Works).Select(work => work.Measure).Distinct().Select(measure => table.Works[measure]).Order()];
        var ofAgencies = targetings.Where(targeting => Array.BinarySearch(measures, targeting.Work) >= 0).ToArray();
        var grants = measures.SelectMany(measure => graph.Incoming(RelationKind.Funds).Relations(measure).ToArray()).ToArray();
        return new()
        {
            Measures = [.. measures],
            Initiatives = [.. targetings.SelectMany(targeting => activity.InitiativesBehind(targeting.Work)).Distinct().Order()],
            Schemes = [.. measures.SelectMany(activity.SchemesOf).Distinct().Order()],
            Domains = [.. overlap.Actors.SelectMany(actor => actor.Domains).Distinct().Order()],
            Funders = [.. grants.Select(grant => graph.From(grant)).Distinct().Order()],
            Granted = SumByCurrency(grants),
            Targetings = [.. ofAgencies.Select(targeting => targeting.Targeting).Order()],
            InferredCount = ofAgencies.Count(targeting => graph.Node(targeting.Targeting).Inference is not null),
            OpenPeriodCount = ofAgencies.Count(targeting => targeting.Days.First is null || targeting.Days.Last is null),
            Barriers = place.Group is { } group ? [.. barriers.For(group, place.Area)] : [],
            WiderTargetings = new(() => nested.Count == 0 ? [] : nesting.TargetingsOf(nested, activity)),
            List = new(() => CellList.Of(graph, overlap.Actors, table.Works, activity.SchemesOf)),
        };
    }

    private ImmutableSortedDictionary<string, decimal> SumByCurrency(IEnumerable<int> grants) => grants
        .Select(grant => graph.Relation(grant).Attributes)
        .GroupBy(grant => grant.Text("currency") ?? "")
        .ToImmutableSortedDictionary(group => group.Key, group => group.Sum(grant => grant.Number("amount") ?? 0));
}
