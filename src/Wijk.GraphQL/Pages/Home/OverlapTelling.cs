using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Overlap;
using Wijk.GraphQL.Pages.Overlap;
using Wijk.GraphQL.Pages.Serving;
using Wijk.GraphQL.Questions;

namespace Wijk.GraphQL.Pages.Home;

/// <summary>What overlap has to say on the first page.</summary>
internal static class OverlapTelling
{
    /// <summary>Asks in each lens.</summary>
    /// <param name="visit">Who asks.</param>
    /// <param name="count">How many sentences there is room for.</param>
    public static async Task<Told> TellAsync(Visit visit, int count)
    {
        var answers = new List<OverlapAnswer>();
        foreach (var lens in FirstPage.Lenses)
        {
            answers.Add(await visit.AskAsync(new OverlapQuestion { Lens = lens, Area = visit.Given.Of(Parameters.Area), AsOf = visit.Given.Of(Parameters.AsOf) }));
        }

        // How much is known is best told by the groups, where most is missing.
        return new([.. FirstPage.Choose(answers, count).Select(Sentence)], [.. answers], answers.Any(answer => answer.CellCount > 0));
    }

    private static TellingSentence Sentence(OverlapFinding finding) => new(
        Phrasing.Begin(finding.Cells[0].Title),
        finding.Summary,
        [.. finding.Agencies.Select(agency => finding.View.Graph.Node(agency).Name).Order(StringComparer.OrdinalIgnoreCase).Select(Phrasing.Listed)],
        CellModel.PathOf(finding.Cells[0]));
}
