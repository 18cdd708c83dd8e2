using System.Collections.Immutable;
using Wijk.Graph.Analysis.Plan;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Defragment;

/// <summary>What somebody asks of every table. Nodes are numbers in the graph of its view.</summary>
/// <param name="MostSeats">The most seats.</param>
/// <param name="Included">Who sits at it.</param>
/// <param name="Excluded">Who does not.</param>
/// <param name="Order">What makes one table better than another.</param>
/// <param name="Problems">Why no table can be set so; none when one can.</param>
internal sealed record TableWishes(int MostSeats, ImmutableArray<int> Included, ImmutableArray<int> Excluded, ImmutableArray<TableCriterion> Order, ImmutableArray<Words> Problems)
{
    private static readonly NodeKind[] Actors = [NodeKind.Agency, NodeKind.Initiative, NodeKind.Professional];

    /// <summary>The wishes of a question, found in a view.</summary>
    public static TableWishes Of(GraphView view, DefragmentQuestion question)
    {
        var named = new NamedNodes(view);
        ImmutableArray<int> included = [.. question.Include.SelectMany(asked => named.Find(asked, Actors)).Distinct()],
            excluded = [.. question.Exclude.SelectMany(asked => named.Find(asked, Actors)).Distinct()];
        return new(question.Seats, included, excluded, [.. question.Order],
        [
            .. named.Problems,
            .. included.Intersect(excluded).Select(node => TableWords.NameOf(view, node)).Select(name =>
                new Words($"'{name}' moet erbij en mag er niet bij; kies een van de twee.", $"'{name}' must be there and may not; choose one of the two.")),
            .. included.Length <= question.Seats
                ? (Words[])[]
                : [new($"{included.Length} die erbij moeten passen niet op {question.Seats} plaatsen; noem er minder, of meer plaatsen.",
                    $"{included.Length} who must be there do not fit in {question.Seats} seats; name fewer, or more seats.")],
        ]);
    }
}
