using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Defragment;
using Wijk.Graph.Model;
using Wijk.GraphQL.Pages.Defragment;
using Wijk.GraphQL.Pages.Overlap;
using Wijk.GraphQL.Pages.Serving;
using Wijk.GraphQL.Questions;

namespace Wijk.GraphQL.Pages.Home;

/// <summary>What a plan has to say on the first page: whom to invite first.</summary>
internal static class DefragmentTelling
{
    /// <summary>Asks.</summary>
    /// <param name="visit">Who asks.</param>
    /// <param name="count">How many sentences there is room for.</param>
    public static async Task<Told> TellAsync(Visit visit, int count)
    {
        var answer = await visit.AskAsync(new DefragmentQuestion { Area = visit.Given.Of(Parameters.Area), AsOf = visit.Given.Of(Parameters.AsOf) });
        await PlanModel.FindTablesAsync(visit, answer, [.. answer.Plans.Take(count)]);
        return new([.. answer.Plans.Take(count).Where(plan => plan.Invitation is not null).Select(plan => Sentence(answer, plan))], [answer], !answer.Plans.IsEmpty);
    }

    private static TellingSentence Sentence(DefragmentAnswer answer, DefragmentPlan plan) => new(
        new Words("Nodig uit voor ", "Invite for ") + plan.Title,
        Words.Join(Phrasing.End(TableWords.NamesOf(plan.View, plan.Table.Seats)), TableWords.ConvenerOf(plan.Table)), [], PlanModel.PathOf(answer, plan))
    {
        About = plan is { Origin: PlanOrigin.Cell, Cells: [var cell, ..] } ? CellModel.PathOf(cell) : null,
    };
}
