using System.Collections.Immutable;
using Wijk.Graph.Findings.AskList;
using Wijk.Graph.Model;
using Wijk.GraphQL.Pages.Serving;
using Wijk.GraphQL.Questions.AskList;

namespace Wijk.GraphQL.Pages.AskList;

/// <summary>Sheets to print, one for each who is asked.</summary>
/// <param name="Sheets">The sheets.</param>
/// <param name="Nothing">Why there are none; null when there are.</param>
public sealed record AskSheetsModel(ImmutableArray<SheetToFillIn> Sheets, Words? Nothing)
{
    private static readonly AskListBinding Binding = new();

    /// <summary>Where the sheets were asked for.</summary>
    public string? BackTo { get; init; }

    /// <summary>The sheets of an ask-list.</summary>
    public static AskSheetsModel Of(AskListAnswer answer) => new(SheetToFillIn.Of(answer), answer.Sheets.IsEmpty ? answer.Reason : null);

    /// <summary>The sheets of an ask-list for which no round was started yet.</summary>
    internal static async Task<PageContent> ShowAsync(Visit visit) =>
        PageContent.Of<AskSheetsPage, AskSheetsModel>(Of(await visit.AskAsync(Binding.QuestionOf(visit.Given))) with { BackTo = AskModel.Path });

    /// <summary>The sheets of a round.</summary>
    internal static async Task<PageContent> ShowAsync(Visit visit, string key)
    {
        var (_, round) = await RoundModel.FindAsync(visit, key);
        return PageContent.Of<AskSheetsPage, AskSheetsModel>(new(SheetToFillIn.Of(round), round.Respondents.IsEmpty ? RoundModel.NobodyAsked(round) : null) { BackTo = RoundModel.PathOf(round) });
    }
}
