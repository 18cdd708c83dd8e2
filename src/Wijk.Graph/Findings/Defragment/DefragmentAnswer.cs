using System.Collections.Immutable;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Defragment;

/// <summary>Whom to bring together, about what, and what would change.</summary>
public sealed class DefragmentAnswer : Answer
{
    internal DefragmentAnswer(QuestionScope scope, ImmutableArray<Coverage> seen, DefragmentQuestion question)
        : base(scope, seen) => Question = question;

    /// <inheritdoc/>
    public override DefragmentQuestion Question { get; }

    /// <inheritdoc/>
    public override ImmutableArray<Metric> Metrics => DefragmentMetrics.All;

    /// <summary>In how many combinations organisations from different domains meet, coordinated or not.</summary>
    public required int OverlappingCount { get; init; }

    /// <summary>
    /// Where no organisations are known to come from different domains: the combination with most organisations of which one has no domain that is known, two organisations
    /// or more; null when there is none.
    /// </summary>
    internal OverlapCell? Fullest { get; init; }

    /// <inheritdoc/>
    public override Words NextStep => DefragmentWords.NextStepOf(this);

    /// <inheritdoc/>
    public override IEnumerable<string> Evidence => Plans.SelectMany(plan => plan.Evidence).Distinct();

    /// <summary>What to begin with first: combinations in which organisations meet, what can be acted on first, then clusters.</summary>
    public required ImmutableArray<DefragmentPlan> Plans { get; init; }

    /// <summary>Why no table can be set as it was asked: who must be there and is not known, or does not fit; none when one can.</summary>
    public required ImmutableArray<Words> Problems { get; init; }

    /// <summary>The barriers that a plan can be asked for, by name.</summary>
    public ImmutableArray<int> Barriers => [.. BarrierOffers.Of(View).In(Scope).Select(offer => offer.Barrier).OrderBy(barrier => View.Graph.Node(barrier).Name, StringComparer.OrdinalIgnoreCase)];

    private protected override Words Found => DefragmentWords.FoundIn(this);
}
