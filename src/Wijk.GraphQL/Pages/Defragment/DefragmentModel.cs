using System.Collections.Immutable;
using Wijk.Graph.Findings.Defragment;
using Wijk.GraphQL.Pages.Serving;
using Wijk.GraphQL.Questions.Defragment;

namespace Wijk.GraphQL.Pages.Defragment;

/// <summary>Whom to bring together, in parts of a list.</summary>
/// <param name="Answer">The whole answer.</param>
/// <param name="Plans">The plans.</param>
/// <param name="Barriers">The barriers that a table can be set for.</param>
public sealed record DefragmentModel(DefragmentAnswer Answer, ListPart<DefragmentPlan> Plans, ImmutableArray<int> Barriers)
{
    private static readonly DefragmentBinding Binding = new();

    private static readonly PagedList PlanList = new("page");

    /// <summary>The first of the list, on paper.</summary>
    public static DefragmentModel First(DefragmentAnswer answer, int count) => new(answer, PlanList.First(answer.Plans, count), answer.Barriers);

    internal static async Task<PageContent> ShowAsync(Visit visit)
    {
        var answer = await visit.AskAsync(Binding.QuestionOf(visit.Given));
        var plans = PlanList.PartOf(answer.Plans, visit.Given);
        await PlanModel.FindTablesAsync(visit, answer, plans.Items);
        return PageContent.Of<DefragmentPage, DefragmentModel>(new(answer, plans, answer.Barriers));
    }
}
