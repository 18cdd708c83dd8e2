using System.Collections.Immutable;
using Wijk.Graph.Findings.AskList;
using Wijk.Graph.Findings.Rounds;
using Wijk.GraphQL.Pages.Serving;
using Wijk.GraphQL.Questions.AskList;

namespace Wijk.GraphQL.Pages.AskList;

/// <summary>Whom to ask about whom, and the rounds that were held.</summary>
/// <param name="Answer">The whole answer.</param>
/// <param name="Sheets">Whom it asks, in parts of a list.</param>
/// <param name="Rounds">The rounds, the latest first.</param>
public sealed record AskModel(AskListAnswer Answer, ListPart<AskedSheet> Sheets, ImmutableArray<Round> Rounds)
{
    /// <summary>The path of the page.</summary>
    public const string Path = "/ask";

    private static readonly AskListBinding Binding = new();

    private static readonly PagedList SheetList = new("page");

    /// <summary>The parameter that says which part of the list is shown.</summary>
    public static string List => SheetList.Name;

    internal static async Task<PageContent> ShowAsync(Visit visit)
    {
        var answer = await visit.AskAsync(Binding.QuestionOf(visit.Given));
        return PageContent.Of<AskPage, AskModel>(new(answer, SheetList.PartOf(answer.Sheets, visit.Given), Round.All(answer.View)));
    }
}
