using System.Collections.Immutable;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Findings.Collaboration;

namespace Wijk.Graph.Findings.Ways;

/// <summary>Which initiatives stand alone, and who can introduce them to somebody who pays or decides?</summary>
public sealed record WaysQuestion : Question<WaysAnswer>
{
    /// <summary>How many ways are told of an initiative.</summary>
    public const int MostWays = 3;

    /// <summary>The key of the initiative; null for each in the area that stands alone or of which no way is known.</summary>
    public string? Initiative { get; init; }

    /// <inheritdoc/>
    public override double CostPerRecord => 8;

    private protected override WaysAnswer Answer(QuestionScope scope, CancellationToken cancellationToken)
    {
        var (view, graph) = (scope.View, scope.View.Graph);
        var actors = ActiveActors.In(view, scope.Area);
        var finder = new InitiativeWaysFinder(view);
        var alone = LoneInitiatives.Of(view, actors, level: 1).ToHashSet();
        var asked = Initiative is null
            ? actors.Initiatives.Where(initiative => alone.Contains(initiative) || !finder.Leads(initiative))
            : actors.Initiatives.Where(initiative => graph.Node(initiative).Key == Initiative);
        return new(scope, Seen(actors, CollaborationTies.Of(view), finder), this)
        {
            InitiativeCount = actors.Initiatives.Length,
            Initiatives = [.. asked.Select(initiative => finder.Of(initiative, cancellationToken))],
        };
    }

    private static ImmutableArray<Coverage> Seen(ActiveActors actors, CollaborationTies ties, InitiativeWaysFinder finder) =>
    [
        new(new("initiatieven waarvan we een weg kennen naar wie betaalt of beslist", "initiatives of which we know a way to somebody who pays or decides"),
            actors.Initiatives.Count(finder.Leads), actors.Initiatives.Length),
        .. PairCoverage.Of(actors, ties.All),
    ];
}
