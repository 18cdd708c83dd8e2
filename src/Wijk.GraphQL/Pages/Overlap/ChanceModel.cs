using Wijk.Graph.Findings.Overlap;
using Wijk.GraphQL.Pages.Serving;

namespace Wijk.GraphQL.Pages.Overlap;

/// <summary>Whether the same organisations meet more often than chance gives: a page of its own, since it takes long to compute.</summary>
/// <param name="Answer">The answer it is part of.</param>
/// <param name="Chance">What can be said of all pairs together.</param>
/// <param name="Pairs">The pairs that meet more than once.</param>
public sealed record ChanceModel(OverlapAnswer Answer, AgencyChance Chance, ListPart<MeetingPair> Pairs)
{
    private static readonly PagedList PairList = new("page");

    internal static async Task<PageContent> ShowAsync(Visit visit)
    {
        var answer = await OverlapModel.AskAsync(visit);
        var (pairs, chance) = await visit.FigureAsync(answer, OverlapAnswer.AgencyPairsFigure, stop => (answer.AgencyPairs(cancellationToken: stop), answer.AgencyChance(stop)));
        return PageContent.Of<ChancePage, ChanceModel>(new(answer, chance, PairList.PartOf([.. pairs.Where(pair => pair.SharedCellCount > 1)], visit.Given)));
    }
}
