using System.Collections.Immutable;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Ways;

/// <summary>Who can introduce initiatives to somebody who pays or decides.</summary>
public sealed class WaysAnswer : Answer
{
    internal WaysAnswer(QuestionScope scope, ImmutableArray<Coverage> seen, WaysQuestion question)
        : base(scope, seen) => Question = question;

    /// <inheritdoc/>
    public override WaysQuestion Question { get; }

    /// <inheritdoc/>
    public override Words NextStep => WaysWords.NextStepOf(this);

    /// <inheritdoc/>
    public override IEnumerable<string> Evidence => Initiatives.SelectMany(initiative => initiative.Ways)
        .SelectMany(way => way.Relations)
        .Distinct()
        .Order()
        .Select(relation => View.Graph.Relation(relation).Key);

    /// <summary>Initiatives there are.</summary>
    public required int InitiativeCount { get; init; }

    /// <summary>The initiative that was asked for, or each that stands alone or of which no way is known, in key order.</summary>
    public required ImmutableArray<InitiativeWays> Initiatives { get; init; }

    private protected override Words Found => WaysWords.FoundIn(this);
}

/// <summary>The ways of one initiative. Nodes and relations are numbers in the graph of its view.</summary>
public sealed record InitiativeWays
{
    /// <summary>What it was read from.</summary>
    public required GraphView View { get; init; }

    /// <summary>The initiative.</summary>
    public required int Initiative { get; init; }

    /// <summary>Whether it has no tie and nobody who supports it, as far as is known.</summary>
    public required bool IsAlone { get; init; }

    /// <summary>Whether it was asked for ties; if not, it may well have them.</summary>
    public required bool WasAsked { get; init; }

    /// <summary>The shortest ways to different people who pay or decide, or through different people; none when none is known.</summary>
    public required ImmutableArray<Way> Ways { get; init; }

    /// <summary>Agencies near it that can be asked.</summary>
    public required ImmutableArray<int> ToAsk { get; init; }

    /// <summary>What this says, and what is not known of it.</summary>
    public Words Reason => WaysWords.ReasonOf(this);

    /// <summary>What to do, and whom to ask.</summary>
    public Words NextStep => WaysWords.NextStepOf(this);
}

/// <summary>A way from an initiative to somebody who pays or decides; it meets nobody twice.</summary>
/// <param name="Nodes">From the initiative to who pays or decides.</param>
/// <param name="Relations">How each leads to the next: the evidence.</param>
/// <param name="StepCount">How many introductions it takes; two who share a trajectory are one apart.</param>
public sealed record Way(ImmutableArray<int> Nodes, ImmutableArray<int> Relations, int StepCount);
