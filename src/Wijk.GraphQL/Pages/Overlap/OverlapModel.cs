using System.Collections.Immutable;
using Wijk.Graph.Findings.Overlap;
using Wijk.GraphQL.Pages.Serving;
using Wijk.GraphQL.Questions;
using Wijk.GraphQL.Questions.Overlap;

namespace Wijk.GraphQL.Pages.Overlap;

/// <summary>A part of the list of what overlaps.</summary>
/// <param name="Answer">The whole answer.</param>
/// <param name="Findings">The findings of this part.</param>
/// <param name="Page">Which part it is, from 1.</param>
/// <param name="PageCount">How many parts there are.</param>
public sealed record OverlapModel(OverlapAnswer Answer, ImmutableArray<OverlapFinding> Findings, int Page, int PageCount)
{
    private const int PageSize = 10;

    private static readonly OverlapBinding Binding = new();

    private static readonly Parameter<int> PageNumber = Parameters.Between(
        "page", new("Welk deel van de lijst.", "Which part of the list."), 1, int.MaxValue, standard: 1);

    /// <summary>The first findings of an answer, as one part.</summary>
    public static OverlapModel Of(OverlapAnswer answer, int first) => new(answer, [.. answer.Findings.Take(first)], 1, 1);

    internal static async Task<PageContent> ShowAsync(Visit visit)
    {
        var page = visit.Given.Of(PageNumber);
        var answer = await visit.AskAsync(Binding.QuestionOf(visit.Given));
        var count = Math.Max(1, (answer.Findings.Length + PageSize - 1) / PageSize);
        if (page > count)
        {
            throw new PageRefused(StatusCodes.Status404NotFound, new(
                $"Deel {page} van deze lijst is er niet: het laatste is {count}. Begin bij het eerste.",
                $"There is no part {page} of this list: the last is {count}. Begin with the first."));
        }

        return PageContent.Of<OverlapPage, OverlapModel>(new(answer, [.. answer.Findings.Skip((page - 1) * PageSize).Take(PageSize)], page, count));
    }
}
