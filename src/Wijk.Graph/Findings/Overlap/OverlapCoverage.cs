using System.Collections.Immutable;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings.Overlap;

/// <summary>How much of the work an overlap answer could see.</summary>
internal static class OverlapCoverage
{
    public static ImmutableArray<Coverage> Of(QuestionScope scope, Activity activity, ImmutableArray<TargetedWork> inScope, ImmutableArray<OverlapCell> cells)
    {
        var (snapshot, isEverywhere) = (scope.View.Graph, scope.Area is null);
        // Work of which no area is known may be in the area that is asked for, so it is counted over all areas.
        var overall = isEverywhere ? new Words("", "") : new(" (alle gebieden samen)", " (all areas together)");
        var targeted = activity.All.Select(work => work.Work).ToHashSet();
        int[] measures = [.. snapshot.NumbersOf(NodeKind.Measure).Where(measure => snapshot.Node(measure).Attributes.Text("type") != "scheme")];
        return
        [
            .. Money(snapshot, activity).Select(money => money with { What = money.What + overall }),
            new(new Words("maatregelen met een bekende inzet", "measures of which a targeting is known") + overall, measures.Count(targeted.Contains), measures.Length),
            new(new("inzetten waarvan bekend is wie het werk uitvoert", "targetings of which it is known who runs the work"),
                inScope.Count(work => activity.RunsOf(work).Any() || activity.InitiativesBehind(work.Work).Any()), inScope.Length),
            new(new("inzetten die een doelgroep noemen", "targetings that name a target group"), inScope.Count(work => work.Group is not null), inScope.Length),
            new(new Words("inzetten die een gebied noemen", "targetings that name an area") + overall, activity.All.Count(work => work.Area is not null), activity.All.Length),
            .. PairCoverage.Of(
                new("paren die gevraagd zijn of zij afstemmen, per combinatie geteld", "pairs that were asked whether they coordinate, counted in each combination"),
                cells.Sum(cell => cell.Coordination.Asked), cells.Sum(cell => cell.Coordination.Recorded), cells.Sum(cell => cell.Coordination.Total)),
        ];
    }

    // Much money may go to work of which nobody recorded where it is done. Amounts in several currencies cannot be added up.
    private static IEnumerable<Coverage> Money(GraphSnapshot snapshot, Activity activity)
    {
        var placed = activity.All.Where(work => work.Area is not null).Select(work => work.Work).ToHashSet();
        var grants = snapshot.NumbersOf(RelationKind.Funds)
            .Select(grant => (Place: placed.Contains(snapshot.To(grant)), snapshot.Relation(grant).Attributes))
            .Where(grant => grant.Attributes.Number("amount") > 0)
            .Select(grant => (grant.Place, Currency: grant.Attributes.Text("currency"), Amount: grant.Attributes.Number("amount")!.Value))
            .ToArray();
        if (grants.Select(grant => grant.Currency).Distinct().ToArray() is not [{ } currency]) yield break;
        yield return new(
            new($"toegekend geld ({currency}) voor werk waarvan een gebied bekend is", $"money granted ({currency}) to work of which an area is known"),
            (long)grants.Where(grant => grant.Place).Sum(grant => grant.Amount),
            (long)grants.Sum(grant => grant.Amount));
    }
}
