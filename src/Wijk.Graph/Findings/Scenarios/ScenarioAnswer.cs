using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Scenarios;

/// <summary>What changes if work stops or is merged, links come or go, somebody leaves, or funding ends.</summary>
public sealed class ScenarioAnswer : Answer
{
    internal ScenarioAnswer(QuestionScope scope, ImmutableArray<Coverage> seen, ScenarioQuestion question, ScenarioSteps steps)
        : base(scope, seen) => (Question, Steps) = (question, steps);

    /// <inheritdoc/>
    public override ScenarioQuestion Question { get; }

    /// <inheritdoc/>
    public override ImmutableArray<Metric> Metrics => ScenarioMetrics.All;

    /// <inheritdoc/>
    public override Words NextStep => ScenarioWords.NextStepOf(this);

    /// <inheritdoc/>
    public override IEnumerable<string> Evidence => Effect is null
        ? []
        : Effect.Stopping.Concat(Effect.Unpaid).Concat(Named).Concat(Effect.WithoutOffer.Concat(Effect.FewerOffers).SelectMany(offer => offer.Lost))
            .Concat(Effect.BarriersWithoutOffer).Distinct().Order().Select(node => View.Graph.Node(node).Key)
            .Concat(Effect.EndedGrants.Select(grant => View.Graph.Relation(grant).Key));

    /// <summary>What would change, in a few words: "Eettafel stopt".</summary>
    public Words Title => ScenarioWords.TitleOf(this);

    /// <summary>Why it cannot be told what changes: what is not there, or is named twice; none when all changes can be made.</summary>
    public ImmutableArray<Words> Problems => Steps.Problems;

    /// <summary>What it comes to; null when nothing changes or not all changes can be made.</summary>
    public required ScenarioEffect? Effect { get; init; }

    /// <summary>The changes.</summary>
    internal ScenarioSteps Steps { get; }

    private protected override Words Found => ScenarioWords.FoundIn(this);

    private IEnumerable<int> Named => [.. Steps.Stopped, .. Steps.Leaving, .. Steps.Unfunded, .. Steps.Merged.Concat(Steps.Linked).Concat(Steps.Unlinked).SelectMany(pair => new[] { pair.Item1, pair.Item2 })];
}
