using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Register;

/// <summary>What became of what was given out: do the links exist now, more than those that were held back?</summary>
/// <remarks>In an area counts what is about that area or about somebody who is active there.</remarks>
public sealed record RegisterQuestion : Question<RegisterAnswer>
{
    /// <inheritdoc/>
    public override double CostPerRecord => 2;

    private protected override RegisterAnswer Answer(QuestionScope scope, CancellationToken cancellationToken)
    {
        var view = scope.View;
        var actors = ActiveActors.In(view, scope.Area);
        var entries = view.Graph.NumbersOf(NodeKind.Suggestion).Where(IsHere).Select(suggestion => RegisterEntry.Of(view, suggestion)).OfType<RegisterEntry>()
            .OrderBy(entry => entry.GivenOn).ThenBy(entry => entry.Suggestion).ToArray();
        return new(scope, this, [.. entries]);

        bool IsHere(int suggestion) => scope.Area is not { } area
            || view.Graph.Outgoing(RelationKind.About).Neighbors(suggestion).ToArray().Any(node => area.Contains(node) || actors.Contains(node));
    }
}
