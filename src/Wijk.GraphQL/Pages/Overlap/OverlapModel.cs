using System.Collections.Immutable;
using Wijk.Graph.Findings.Overlap;
using Wijk.GraphQL.Pages.Serving;
using Wijk.GraphQL.Questions.Overlap;

namespace Wijk.GraphQL.Pages.Overlap;

/// <summary>What overlaps and what is missing, in parts of lists.</summary>
/// <param name="Answer">The whole answer.</param>
/// <param name="Findings">What overlaps.</param>
/// <param name="Gaps">Where little or no offer is known.</param>
public sealed record OverlapModel(OverlapAnswer Answer, ListPart<OverlapFinding> Findings, ListPart<OverlapGap> Gaps)
{
    private static readonly OverlapBinding Binding = new();

    private static readonly PagedList FindingList = new("page"), GapList = new("gaps");

    /// <summary>The parameters that say which part of the lists is shown.</summary>
    internal static ImmutableArray<string> Lists => [FindingList.Name, GapList.Name];

    /// <summary>The first of each list, on paper.</summary>
    public static OverlapModel First(OverlapAnswer answer, int count) => new(answer, FindingList.First(answer.Findings, count), GapList.First(answer.Gaps, count));

    internal static ValueTask<OverlapAnswer> AskAsync(Visit visit) => visit.AskAsync(Binding.QuestionOf(visit.Given));

    internal static async Task<PageContent> ShowAsync(Visit visit)
    {
        var answer = await AskAsync(visit);
        var gaps = await visit.FigureAsync(answer, OverlapAnswer.GapsFigure, _ => answer.Gaps);
        return PageContent.Of<OverlapPage, OverlapModel>(new(answer, FindingList.PartOf(answer.Findings, visit.Given), GapList.PartOf(gaps, visit.Given)));
    }
}
