using System.Collections.Immutable;
using Wijk.Graph.Analysis.Overlap;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings.Overlap;

/// <summary>Asks a snapshot where the work of several agencies meets.</summary>
public static class OverlapFinding
{
    /// <summary>The answer to a question; computed once for each snapshot and question.</summary>
    /// <exception cref="UnknownAreaException">The question names an area that is not there.</exception>
    public static OverlapAnswer Ask(GraphSnapshot snapshot, OverlapQuestion question, CancellationToken cancellationToken = default) =>
        FindingMemo.Of(snapshot, question, () => Answer(snapshot, question, cancellationToken), cancellationToken);

    private static OverlapAnswer Answer(GraphSnapshot snapshot, OverlapQuestion question, CancellationToken cancellationToken)
    {
        var activity = Activity.Of(snapshot);
        var scope = AreaScope.Of(snapshot, question.Area);
        var inScope = activity.All.Where(work => scope is null || (work.Area is { } area && scope.Contains(area))).ToImmutableArray();
        var table = CellTable.Of(activity, inScope, question.Lens);
        var rule = question.Lens == OverlapLens.Group ? PairRule.DifferentDomains : PairRule.SameTime;
        var overlaps = Overlaps.Of(table.Presences, table.DomainsOf, rule, cancellationToken);
        var barriers = BarrierOffers.Of(snapshot);
        var ties = CollaborationTies.Of(snapshot);
        var nesting = Nesting.Of(snapshot, scope is null ? table : CellTable.Of(activity, activity.All, question.Lens));
        var describe = new CellDescription(snapshot, activity, table, nesting, barriers, ties);
        var cells = overlaps.Select(overlap => describe.Of(overlap, question.Lens))
            .OrderByDescending(cell => cell.IsOverlapping)
            .ThenByDescending(cell => cell.Severity)
            .ThenByDescending(cell => cell.Agencies.Length)
            .ThenBy(cell => cell.Area)
            .ThenBy(cell => cell.Subject)
            .ToImmutableArray();
        return new(table)
        {
            Snapshot = snapshot,
            Question = question,
            CellCount = table.Cells.Count,
            Cells = cells,
            Barriers = [.. barriers.In(scope)],
            Coverage = OverlapCoverage.Of(snapshot, activity, inScope, cells, scope is null),
        };
    }
}
