using System.Collections.Immutable;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Findings.Fragmentation;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Rounds;

/// <summary>How far did a round of questions get: who answered, and what do the answers change?</summary>
/// <remarks>The answer is about the area of the round, whatever area was asked for; that only decides which round is the latest.</remarks>
public sealed record RoundQuestion : Question<RoundAnswer>
{
    // As many as the first page tells.
    private const int FirstPageLength = 5;

    /// <summary>Key or name of the round; null for the latest.</summary>
    public string? Round { get; init; }

    /// <inheritdoc/>
    public override double CostPerRecord => 50;

    private protected override RoundAnswer Answer(QuestionScope scope, CancellationToken cancellationToken)
    {
        var view = scope.View;
        var round = Round is { } asked ? Rounds.Round.Find(view, asked) : Rounds.Round.All(view).FirstOrDefault(round => scope.Area is not { } area || (round.Area is { } own && area.Contains(own)));
        if (round is null) return new(scope, [], this, null) { Now = null, Without = null };
        var place = round.Area is { } number ? AreaScope.Of(view, view.Graph.Node(number).Key) : null;
        var now = StateOf(view, place, round.Level, cancellationToken);
        var without = round.Answers.IsEmpty ? now : WithoutAnswers(round, place, cancellationToken);
        ImmutableArray<Coverage> seen =
        [
            new(new("van wie in deze ronde is gevraagd en die antwoordde", "of those asked in this round who answered"), round.AnsweredCount, round.Respondents.Length),
            new(new("vragen van deze ronde met een antwoord", "questions of this round that have an answer"), round.AnsweredLineCount, round.LineCount),
            .. now.Pairs,
        ];
        return new(scope with { Area = place }, seen, this, round) { Now = now, Without = without };
    }

    private RoundState WithoutAnswers(Round round, AreaScope? place, CancellationToken cancellationToken)
    {
        var graph = round.View.Graph;
        var answers = new List<Change>();
        foreach (var relation in round.Answers) answers.Add(Change.Remove(graph.Relation(relation).Key));
        var before = round.View.Supposing("zonder-antwoorden", answers);
        return StateOf(before, place is null ? null : AreaScope.Of(before, graph.Node(place.Root).Key), round.Level, cancellationToken);
    }

    private RoundState StateOf(GraphView view, AreaScope? place, int level, CancellationToken cancellationToken)
    {
        var actors = ActiveActors.In(view, place);
        var network = CollaborationNetwork.Of(view, actors, level);
        var (area, day) = (place is null ? null : view.Graph.Node(place.Root).Key, view.Day ?? AsOf ?? default);
        OverlapAnswer[] overlaps = [.. FirstPage.Lenses.Select(lens => new OverlapQuestion { Lens = lens, Area = area, AsOf = view.Day, Seed = Seed }.Ask(view, day, cancellationToken))];
        var bounds = NetworkBounds.Of(view, actors, network);
        return new(bounds, PairCoverage.Of(actors, network.Known), [.. FirstPage.Choose(overlaps, FirstPageLength)],
            bounds?.Listed.Length <= RoundState.MostForDistances ? bounds.DistanceWeightedFragmentation(cancellationToken) : null);
    }
}
