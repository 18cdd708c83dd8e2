using System.Collections.Immutable;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Findings.Clusters;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Defragment;

/// <summary>Finds whom to look at together.</summary>
/// <param name="view">What is looked at.</param>
/// <param name="overlap">Where they meet.</param>
internal sealed class PlanSubjects(GraphView view, OverlapAnswer overlap)
{
    private const int NamesInTitle = 3;

    private readonly Lazy<ILookup<int, OverlapCell>> cellsOf = new(() =>
        overlap.Cells.Where(cell => cell.IsOverlapping).SelectMany(cell => cell.Agencies.Select(agency => (agency.Actor, cell))).ToLookup(entry => entry.Actor, entry => entry.cell));

    /// <summary>The clusters that are advice, and in which organisations meet from different domains.</summary>
    /// <param name="answer">The answer they stand in.</param>
    /// <param name="clusters">What is more than chance in it.</param>
    public IEnumerable<PlanSubject> OfClusters(ClustersAnswer answer, ClustersTrust clusters) => clusters.Clusters.Where(found => found.IsAdvice).Select(found =>
    {
        var (cluster, cells) = (found.Cluster, CellsAmong(found.Cluster.Members));
        return new PlanSubject(
            PlanOrigin.Cluster, AnswerKeys.OfCluster(answer, found), ClustersWords.NamesOf(view, cluster.Members, NamesInTitle),
            OfKind(cluster.Members, NodeKind.Agency), OfKind(cluster.Members, NodeKind.Initiative),
            [.. cells.Select(cell => cell.Place.Area).Distinct().Order()], cells, [.. cells.SelectMany(cell => cell.Barriers).DistinctBy(offer => offer.Barrier)]);
    }).Where(subject => !subject.Cells.IsEmpty);

    /// <summary>The cells that overlap and of which not all pairs coordinate already, what can be acted on first.</summary>
    public IEnumerable<PlanSubject> OfCells() => overlap.Cells.Where(BeginsAPlan).Select(cell => new PlanSubject(
        PlanOrigin.Cell, AnswerKeys.OfCell(cell), cell.Title, [.. cell.Agencies.Select(agency => agency.Actor)], cell.Initiatives, [cell.Place.Area], [cell], cell.Barriers));

    /// <summary>Whether a plan starts from a cell: its organisations meet, and not all pairs coordinate already.</summary>
    public static bool BeginsAPlan(OverlapCell cell) => cell is { IsOverlapping: true, Standing: not CellStanding.Coordinated };

    /// <summary>The barrier with a key, or those with a name: who addresses it, and who is there for the people and the places it is recorded for.</summary>
    public IEnumerable<PlanSubject> OfBarrier(string asked)
    {
        var all = BarrierOffers.Of(view).In(null);
        var byKey = view.Graph.Find(Keys.Fold(asked));
        return all.Where(offer => byKey is { } barrier ? offer.Barrier == barrier : string.Equals(view.Graph.Node(offer.Barrier).Name, Keys.Fold(asked), StringComparison.OrdinalIgnoreCase))
            .Select(OfBarrier);
    }

    private PlanSubject OfBarrier(BarrierOffer offer)
    {
        var (graph, activity) = (view.Graph, Activity.Of(view));
        int[] areas = graph.Outgoing(RelationKind.In).Neighbors(offer.Barrier).ToArray(), groups = graph.Outgoing(RelationKind.For).Neighbors(offer.Barrier).ToArray();
        var there = activity.All.Where(work => work is { Group: { } group, Area: { } area } && groups.Contains(group) && areas.Contains(area)).Select(work => work.Work);
        int[] works = [.. offer.Offers.Concat(there).Distinct()];
        ImmutableArray<int> agencies = [.. works.SelectMany(activity.AgenciesRunning).Distinct().Order()];
        return new(
            PlanOrigin.Barrier, graph.Node(offer.Barrier).Key, graph.Node(offer.Barrier).Name, agencies, [.. works.SelectMany(activity.InitiativesBehind).Distinct().Order()],
            [.. areas.Distinct().Order()], CellsAmong(agencies), [offer]);
    }

    private ImmutableArray<OverlapCell> CellsAmong(ImmutableArray<int> members)
    {
        var shared = members.SelectMany(member => cellsOf.Value[member]).CountBy(cell => cell).Where(count => count.Value > 1).Select(count => count.Key).ToHashSet();
        return shared.Count == 0 ? [] : [.. overlap.Cells.Where(shared.Contains)];
    }

    private ImmutableArray<int> OfKind(ImmutableArray<int> members, NodeKind kind) => [.. members.Where(member => view.Graph.Node(member).Kind == kind)];
}
