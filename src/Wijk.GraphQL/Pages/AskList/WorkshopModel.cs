using System.Collections.Immutable;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.AskList;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Findings.Rounds;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.GraphQL.Pages.Overlap;
using Wijk.GraphQL.Pages.Serving;
using Wijk.GraphQL.Questions.AskList;

namespace Wijk.GraphQL.Pages.AskList;

/// <summary>A sheet of A2 for a meeting, after Net-Map (Schiffer and Hauck 2010): cards to connect with lines of several colours, and towers for who has influence.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Cards">The cards, in order; at most <see cref="MostCards"/>.</param>
/// <param name="LeftOutCount">For how many there was no room.</param>
public sealed record WorkshopModel(Words Title, ImmutableArray<ActorCard> Cards, int LeftOutCount)
{
    /// <summary>The most cards that fit around the room to draw.</summary>
    public const int MostCards = 20;

    /// <summary>How many cards are left empty for who is missing.</summary>
    public const int EmptyCount = 4;

    private const int Across = 7, Along = 5;

    private static readonly AskListBinding Binding = new();

    /// <summary>Where the sheet was asked for; null in a file.</summary>
    public string? BackTo { get; private init; }

    /// <summary>The cards by the side of the sheet on which they stand: above, to the right, below, to the left. Null is a card that is left empty.</summary>
    public ImmutableArray<ImmutableArray<ActorCard?>> Sides
    {
        get
        {
            ActorCard?[] all = [.. Cards, .. Enumerable.Repeat<ActorCard?>(null, EmptyCount)];
            // As many above as below and left as right, in the proportion of the sheet.
            var across = Math.Min(Across, (int)Math.Ceiling(all.Length * (double)Across / (2 * (Across + Along))));
            var along = (all.Length - (2 * across) + 1) / 2;
            return [Take(0, across), Take(across, along), Take(across + along, across), Take((2 * across) + along, along)];

            ImmutableArray<ActorCard?> Take(int from, int count) => [.. all.Skip(Math.Max(0, from)).Take(Math.Max(0, count))];
        }
    }

    /// <summary>The sheet of a round: who was asked comes first, then the others by how many were asked about them.</summary>
    public static WorkshopModel Of(Round round) => Of(
        round.View, round.Area is { } area ? AreaScope.Of(round.View, round.View.Graph.Node(area).Key) : null, new(round.Name, round.Name),
        round.Respondents.Select(respondent => respondent.Node), round.Respondents.SelectMany(respondent => respondent.Listed));

    /// <summary>The sheet of an ask-list, in the same order.</summary>
    public static WorkshopModel Of(AskListAnswer answer) => Of(
        answer.View, answer.Scope, answer.Scope is { } scope ? answer.View.Graph.Node(scope.Root).Name : new Words("Wie kent wie?", "Who knows whom?"),
        answer.Sheets.Select(sheet => sheet.Respondent), answer.Sheets.SelectMany(sheet => sheet.Lines).Select(line => line.About));

    /// <summary>The sheet of a combination: its organisations.</summary>
    public static WorkshopModel Of(OverlapCell cell) => Of(cell.View, null, Phrasing.Begin(cell.Title), cell.Agencies.Select(agency => agency.Actor), cell.Initiatives);

    internal static async Task<PageContent> ShowAsync(Visit visit) =>
        PageContent.Of<WorkshopPage, WorkshopModel>(Of(await visit.AskAsync(Binding.QuestionOf(visit.Given))) with { BackTo = AskModel.Path });

    internal static async Task<PageContent> ShowAsync(Visit visit, string key)
    {
        var (_, round) = await RoundModel.FindAsync(visit, key);
        return PageContent.Of<WorkshopPage, WorkshopModel>(Of(round) with { BackTo = RoundModel.PathOf(round) });
    }

    internal static async Task<PageContent> ShowCellAsync(Visit visit, string key)
    {
        var found = await CellModel.FindAsync(visit, key);
        return PageContent.Of<WorkshopPage, WorkshopModel>(Of(found.Cell) with { BackTo = CellModel.PathOf(found.Cell) });
    }

    private static WorkshopModel Of(GraphView view, AreaScope? area, Words title, IEnumerable<int> first, IEnumerable<int> others)
    {
        int[] all = [.. first.Concat(others.CountBy(other => other).OrderByDescending(other => other.Value).ThenBy(other => other.Key).Select(other => other.Key)).Distinct()];
        return new(title, ActorCard.Of(view, area, [.. all.Take(MostCards)]), Math.Max(0, all.Length - MostCards));
    }
}
