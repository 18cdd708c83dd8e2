using System.Collections.Immutable;
using Wijk.Graph.Analysis.Bounds;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Findings.Fragmentation;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Rounds;

/// <summary>How far a round got, and what its answers change.</summary>
public sealed class RoundAnswer : Answer
{
    internal RoundAnswer(QuestionScope scope, ImmutableArray<Coverage> seen, RoundQuestion question, Round? round)
        : base(scope, seen) => (Question, Round) = (question, round);

    /// <inheritdoc/>
    public override RoundQuestion Question { get; }

    /// <inheritdoc/>
    public override ImmutableArray<Metric> Metrics => RoundWords.Metrics;

    /// <inheritdoc/>
    public override Words NextStep => RoundWords.NextStepOf(this);

    /// <inheritdoc/>
    public override IEnumerable<string> Evidence => Round is not { } round ? [] : new[] { round.Key }
        .Concat(round.Respondents.Select(respondent => View.Graph.Relation(respondent.Inquired).Key))
        .Concat(round.Pairs.SelectMany(pair => CollaborationTies.RelationsOf(View.Graph, new(pair.A, pair.B, pair.Level, false))))
        .Distinct()
        .Order(StringComparer.Ordinal);

    /// <summary>The round; null when there is none.</summary>
    public Round? Round { get; }

    /// <summary>The sentence that comes first: how many answered.</summary>
    public Words Response => RoundWords.ResponseTo(this);

    /// <summary>What they said, what is known now, and what that changes; null when there is no round.</summary>
    public Words? Learned => RoundWords.LearnedFrom(this);

    /// <summary>What is known now; null when there is no round.</summary>
    public required RoundState? Now { get; init; }

    /// <summary>What would be known without the answers of the round; null when there is no round.</summary>
    public required RoundState? Without { get; init; }

    /// <summary>The share of those asked who answered at least something, 0 to 1; null when it is not recorded who was asked.</summary>
    public double? ResponseRate => Round is { Respondents.Length: > 0 and var asked } round ? (double)round.AnsweredCount / asked : null;

    /// <summary>Who was asked and has not answered yet.</summary>
    public IEnumerable<Respondent> Open => Round?.Respondents.Where(respondent => !respondent.HasAnswered) ?? [];

    /// <summary>What overlap says on the first page now, and what it would say without the answers.</summary>
    public IEnumerable<FirstPageLine> FirstPage
    {
        get
        {
            if (Now is not { } now || Without is not { } without) return [];
            var before = without.FirstPage.ToDictionary(KeyOf);
            return now.FirstPage.Select(finding => new FirstPageLine(finding.Cells[0].Title, finding.Summary, before.GetValueOrDefault(KeyOf(finding))?.Summary))
                .Concat(without.FirstPage.ExceptBy(now.FirstPage.Select(KeyOf), KeyOf).Select(finding => new FirstPageLine(finding.Cells[0].Title, null, finding.Summary)));

            static string KeyOf(OverlapFinding finding) => AnswerKeys.OfCell(finding.Cells[0]);
        }
    }

    private protected override Words Found => RoundWords.FoundIn(this);

    /// <summary>How many pairs were answered about in each way.</summary>
    public int CountOf(AnswerAgreement agreement) => Round?.Pairs.Count(pair => pair.Agreement == agreement) ?? 0;
}

/// <summary>What is known with or without the answers of a round.</summary>
/// <param name="Bounds">How far the figures can be off; null where fewer than two are active.</param>
/// <param name="Pairs">How many pairs were asked, and how many are on record.</param>
/// <param name="FirstPage">What overlap says on the first page.</param>
/// <param name="DistanceWeighted">Between what the distance-weighted F lies; null where fewer than two are active, or more than <see cref="MostForDistances"/>: there it takes too long.</param>
public sealed record RoundState(NetworkBounds? Bounds, ImmutableArray<Coverage> Pairs, ImmutableArray<OverlapFinding> FirstPage, Interval? DistanceWeighted)
{
    /// <summary>Of more the distance-weighted F is not computed.</summary>
    public const int MostForDistances = 5_000;

    /// <summary>All pairs of those who are active.</summary>
    public long PairCount => Bounds?.PairCount ?? 0;

    /// <summary>Those of which it is known whether they have a tie at the level of the round.</summary>
    public long KnownPairCount => PairCount - (Bounds?.UnknownPairCount ?? 0);
}

/// <summary>Something that overlap says on the first page.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Now">What it says now; null when it is not on it any more.</param>
/// <param name="Without">What it would say without the answers of the round; null when it would not be on it.</param>
public sealed record FirstPageLine(Words Title, Words? Now, Words? Without)
{
    /// <summary>Whether the answers make a difference.</summary>
    public bool IsChanged => Now != Without;
}
