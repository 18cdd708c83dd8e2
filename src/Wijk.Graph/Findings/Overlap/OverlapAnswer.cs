using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Overlap;

/// <summary>Where the work of several agencies meets, and what is not known of it.</summary>
/// <remarks>Pairs that meet are computed when they are first asked for, and then kept with the view.</remarks>
public sealed class OverlapAnswer : Answer
{
    /// <summary>The names of the figures that are only computed when somebody asks for them.</summary>
    public const string AgencyPairsFigure = "agencyPairs", MeasurePairsFigure = "measurePairs", GapsFigure = "gaps";

    private readonly CellTable table;
    private readonly Lazy<ImmutableArray<OverlapFinding>> findings, allFindings;
    private readonly Func<OverlapGaps> gaps;
    private readonly Lazy<(int Overlapping, long Pairs, long WhollyDifferent)> counts;

    internal OverlapAnswer(QuestionScope scope, ImmutableArray<Coverage> seen, OverlapQuestion question, CellTable table, Func<OverlapGaps> gaps)
        : base(scope, seen)
    {
        (Question, this.table, this.gaps) = (question, table, gaps);
        findings = new(() => OverlapFinding.Merge(Cells));
        allFindings = new(() => [.. Findings, .. OverlapFinding.Merge([.. Cells, .. LeftOut]).Skip(Findings.Length)]);
        counts = new(() => (Cells.Count(cell => cell.IsOverlapping), Cells.Sum(cell => cell.PairCount), Cells.Sum(cell => cell.WhollyDifferentPairCount ?? 0)));
    }

    /// <inheritdoc/>
    public override OverlapQuestion Question { get; }

    /// <inheritdoc/>
    public override ImmutableArray<Metric> Metrics => OverlapMetrics.All;

    /// <inheritdoc/>
    public override Words NextStep => OverlapWords.NextStepOf(this);

    /// <inheritdoc/>
    public override IEnumerable<string> Evidence =>
        Cells.SelectMany(cell => cell.Targetings).Distinct().Order().Select(targeting => View.Graph.Node(targeting).Key);

    /// <summary>How many cells somebody is active in, also those with one agency.</summary>
    public required int CellCount { get; init; }

    /// <summary>Every cell with two or more active agencies, what can be acted on first; those of muted terms only when they were asked for.</summary>
    public required ImmutableArray<OverlapCell> Cells { get; init; }

    /// <summary>The cells that are not listed, since somebody muted their group or activity.</summary>
    public required ImmutableArray<OverlapCell> LeftOut { get; init; }

    /// <summary>The cells with the same organisations taken together; each cell is in one of them.</summary>
    public ImmutableArray<OverlapFinding> Findings => findings.Value;

    /// <summary>Those, and after them the ones of organisations that meet only in cells that are not listed.</summary>
    public ImmutableArray<OverlapFinding> AllFindings => allFindings.Value;

    /// <summary>Agencies that meet in the most cells; those that do so more than chance gives come first, the lowest q before others.</summary>
    /// <param name="progress">Told how far the comparison with chance is.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public ImmutableArray<MeetingPair> AgencyPairs(IProgress<Words>? progress = null, CancellationToken cancellationToken = default) =>
        Agencies(progress, cancellationToken).Pairs;

    /// <summary>Whether agencies meet more often than chance gives; found together with <see cref="AgencyPairs"/>.</summary>
    public AgencyChance AgencyChance(CancellationToken cancellationToken = default) => Agencies(null, cancellationToken).Chance;

    /// <summary>Measures that meet in the most cells. They are not compared with chance: those of one agency are not chosen apart.</summary>
    public ImmutableArray<MeetingPair> MeasurePairs(CancellationToken cancellationToken = default) =>
        Figure(MeasurePairsFigure, () => MeetingPairs.OfMeasures(table), cancellationToken);

    /// <summary>The cells in which two agencies meet, what can be acted on first; those of muted terms last.</summary>
    public IEnumerable<OverlapCell> CellsOf(MeetingPair agencies) => Cells.Concat(LeftOut)
        .Where(cell => cell.Agencies.Count(agency => agency.Actor == agencies.A || agency.Actor == agencies.B) == 2);

    /// <summary>Groups for which little or nothing is known to be done in an area, where the data tags groups well enough to say so.</summary>
    public ImmutableArray<OverlapGap> Gaps => GapsFound().All;

    /// <summary>Areas of which nothing can be said of gaps, since too few of the targetings there name a group.</summary>
    public int UntaggedAreaCount => GapsFound().UntaggedAreaCount;

    /// <summary>That of some areas it cannot be said what is missing; null when that is not so.</summary>
    public Words? GapsNotSeen => GapWords.Untagged(UntaggedAreaCount);

    /// <summary>The barriers in the area, those nobody addresses first.</summary>
    public required ImmutableArray<BarrierOffer> Barriers { get; init; }

    /// <summary>How many cells overlap.</summary>
    public int OverlappingCount => counts.Value.Overlapping;

    /// <summary>Pairs of agencies that cross, or do the same, counted in each cell.</summary>
    public long PairCount => counts.Value.Pairs;

    /// <summary>Those that share no domain at all, counted in each cell; null in the activity lens, which compares none.</summary>
    public long? WhollyDifferentPairCount => Question.Lens == OverlapLens.Group ? counts.Value.WhollyDifferent : null;

    /// <summary>The combination that can be acted on first, in a sentence or two; null when none overlaps.</summary>
    public Words? Opening => OverlapWords.OpeningOf(this);

    /// <summary>How many combinations there are as a whole, and which are not listed.</summary>
    public Words Whole => OverlapWords.WholeOf(this);

    private protected override Words Found => Words.Join(Opening, Whole);

    private OverlapGaps GapsFound() => Figure(GapsFigure, gaps, CancellationToken.None);

    private (ImmutableArray<MeetingPair> Pairs, AgencyChance Chance) Agencies(IProgress<Words>? progress, CancellationToken cancellationToken) => Figure(
        AgencyPairsFigure,
        () => MeetingPairs.OfAgencies(table, Question.Lens, Question.Seed, progress is null ? null : new ChanceProgressWords(progress), cancellationToken),
        cancellationToken);
}

/// <summary>A barrier and the work that is meant to take it away.</summary>
/// <param name="Barrier">The barrier's node number.</param>
/// <param name="Offers">The measures and initiatives that address it; an offer may reach nobody.</param>
public sealed record BarrierOffer(int Barrier, ImmutableArray<int> Offers);
