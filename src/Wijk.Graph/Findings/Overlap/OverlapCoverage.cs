using System.Collections.Immutable;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings.Overlap;

/// <summary>How much of the work an overlap answer could see.</summary>
internal static class OverlapCoverage
{
    public static ImmutableArray<Coverage> Of(
        GraphSnapshot snapshot, Activity activity, ImmutableArray<TargetedWork> inScope, ImmutableArray<OverlapCell> cells)
    {
        var (start, length) = snapshot.NodesOf(NodeKind.Measure).GetOffsetAndLength(snapshot.NodeCount);
        var targeted = activity.All.Select(work => work.Work).ToHashSet();
        int[] measures = [.. Enumerable.Range(start, length).Where(measure => snapshot.Node(measure).Attributes.Text("type") != "scheme")];
        var asked = cells.Sum(cell => cell.Coordination.Known);
        return
        [
            new(new("maatregelen met een bekende inzet", "measures of which a targeting is known"), measures.Count(targeted.Contains), measures.Length),
            new(new("inzetten die een doelgroep noemen", "targetings that name a target group"), inScope.Count(work => work.Group is not null), inScope.Length),
            new(new("inzetten die een gebied noemen", "targetings that name an area"), inScope.Count(work => work.Area is not null), inScope.Length),
            new(new("paren van organisaties waarvan gevraagd is of zij afstemmen", "pairs of organisations that were asked whether they coordinate"),
                asked, cells.Sum(cell => cell.Coordination.Total)),
        ];
    }
}
