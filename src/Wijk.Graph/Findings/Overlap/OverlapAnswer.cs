using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Overlap;

/// <summary>Where the work of several agencies meets, and what is not known of it.</summary>
/// <remarks>Pairs that meet are computed when they are first asked for, and then kept with the view.</remarks>
public sealed class OverlapAnswer : Answer
{
    /// <summary>The names of the figures that are only computed when somebody asks for them.</summary>
    public const string AgencyPairsFigure = "agencyPairs", MeasurePairsFigure = "measurePairs";

    private readonly CellTable table;

    internal OverlapAnswer(QuestionScope scope, ImmutableArray<Coverage> seen, OverlapQuestion question, CellTable table)
        : base(scope, seen) => (Question, this.table) = (question, table);

    /// <inheritdoc/>
    public override OverlapQuestion Question { get; }

    /// <inheritdoc/>
    public override Words NextStep => OverlapWords.NextStepOf(this);

    /// <inheritdoc/>
    public override IEnumerable<string> Evidence =>
        Cells.SelectMany(cell => cell.Targetings).Distinct().Order().Select(targeting => View.Graph.Node(targeting).Key);

    /// <summary>How many cells somebody is active in, also those with one agency.</summary>
    public required int CellCount { get; init; }

    /// <summary>Every cell with two or more active agencies: overlapping ones first, then by severity, agencies and key.</summary>
    public required ImmutableArray<OverlapCell> Cells { get; init; }

    /// <summary>Agencies that meet in the most cells; those that do so more than chance gives come first, the lowest q before others.</summary>
    public ImmutableArray<MeetingPair> AgencyPairs(CancellationToken cancellationToken = default) => Agencies(cancellationToken).Pairs;

    /// <summary>Whether agencies meet more often than chance gives; found together with <see cref="AgencyPairs"/>.</summary>
    public AgencyChance AgencyChance(CancellationToken cancellationToken = default) => Agencies(cancellationToken).Chance;

    /// <summary>Measures that meet in the most cells. They are not compared with chance: those of one agency are not chosen apart.</summary>
    public ImmutableArray<MeetingPair> MeasurePairs(CancellationToken cancellationToken = default) =>
        Figure(MeasurePairsFigure, () => MeetingPairs.OfMeasures(table), cancellationToken);

    /// <summary>The barriers in the area, those nobody addresses first.</summary>
    public required ImmutableArray<BarrierOffer> Barriers { get; init; }

    /// <summary>How many cells overlap.</summary>
    public int OverlappingCount => Cells.Count(cell => cell.IsOverlapping);

    /// <summary>Pairs of agencies that cross, or do the same, counted in each cell.</summary>
    public long PairCount => Cells.Sum(cell => cell.PairCount);

    /// <summary>Those that share no domain at all, counted in each cell; null in the activity lens, which compares none.</summary>
    public long? WhollyDifferentPairCount => Question.Lens == OverlapLens.Group ? Cells.Sum(cell => cell.WhollyDifferentPairCount) : null;

    private protected override Words Found => OverlapWords.FoundIn(this);

    private (ImmutableArray<MeetingPair> Pairs, AgencyChance Chance) Agencies(CancellationToken cancellationToken) =>
        Figure(AgencyPairsFigure, () => MeetingPairs.OfAgencies(table, Question.Lens, Question.Seed, null, cancellationToken), cancellationToken);
}

/// <summary>A barrier and the work that is meant to take it away.</summary>
/// <param name="Barrier">The barrier's node number.</param>
/// <param name="Offers">The measures and initiatives that address it; an offer may reach nobody.</param>
public sealed record BarrierOffer(int Barrier, ImmutableArray<int> Offers);
