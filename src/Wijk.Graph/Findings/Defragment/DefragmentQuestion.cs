using Wijk.Graph.Analysis.Plan;
using Wijk.Graph.Findings.Clusters;
using Wijk.Graph.Findings.Overlap;

namespace Wijk.Graph.Findings.Defragment;

/// <summary>Whom should we bring together, about what, and what would change?</summary>
/// <remarks>
/// From combinations of a group and an area in which organisations meet and do not all coordinate, and from clusters that are advice and hold such a
/// combination; of one barrier where that is asked for.
/// </remarks>
public sealed record DefragmentQuestion : Question<DefragmentAnswer>
{
    /// <summary>The fewest and the most seats that can be asked for.</summary>
    public const int FewestSeats = 3, MostSeats = 8;

    /// <summary>Key or name of a barrier to set a table for; null for all that stands out.</summary>
    public string? Barrier { get; init; }

    /// <summary>The most seats of a table, <see cref="FewestSeats"/> to <see cref="MostSeats"/>.</summary>
    public int Seats
    {
        get;
        init => field = value is >= FewestSeats and <= MostSeats
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Seats), value, $"A table has {FewestSeats} to {MostSeats} seats.");
    } = 5;

    /// <summary>Agencies, initiatives and professionals that sit at every table, by key or name; of an agency one of those who work for it.</summary>
    public ValueList<string> Include { get; init; } = [];

    /// <summary>Those that sit at none.</summary>
    public ValueList<string> Exclude { get; init; } = [];

    /// <summary>What makes one table better than another: what comes first decides, and what follows only among equals. What is not named follows in <see cref="TableParameters.UsualOrder"/>.</summary>
    public ValueList<TableCriterion> Order
    {
        get;
        init => field = [.. value.Concat(TableParameters.UsualOrder).Distinct()];
    } = [.. TableParameters.UsualOrder];

    /// <inheritdoc/>
    public override double CostPerRecord => 40;

    private protected override DefragmentAnswer Answer(QuestionScope scope, CancellationToken cancellationToken)
    {
        var (view, day) = (scope.View, scope.LookedAt.Day);
        var overlap = new OverlapQuestion { Area = Area, AsOf = day, Seed = Seed }.Ask(view, day, cancellationToken);
        var subjects = new PlanSubjects(view, overlap);
        var found = Barrier is { } barrier
            ? subjects.OfBarrier(barrier)
            : subjects.OfCells().Concat(Clusters(scope, subjects, cancellationToken));
        var wishes = TableWishes.Of(view, this);
        return new(scope, overlap.Seen, this)
        {
            OverlappingCount = overlap.OverlappingCount,
            Fullest = overlap.OverlappingCount > 0 ? null : overlap.Cells.Where(cell => cell.Agencies.Any(agency => !OverlapCell.ComparedBy(agency).Any())).MaxBy(cell => cell.Agencies.Length),
            Problems = wishes.Problems,
            Plans = wishes.Problems.IsEmpty ? [.. found.Select(subject => new DefragmentPlan(view, wishes, subject))] : [],
        };
    }

    private IEnumerable<PlanSubject> Clusters(QuestionScope scope, PlanSubjects subjects, CancellationToken cancellationToken)
    {
        var clusters = new ClustersQuestion { Area = Area, AsOf = scope.LookedAt.Day, Seed = Seed }.Ask(scope.View, scope.LookedAt.Day, cancellationToken);
        return subjects.OfClusters(clusters, clusters.Trust(scope.Progress, cancellationToken));
    }
}
