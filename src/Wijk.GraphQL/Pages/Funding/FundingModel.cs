using Wijk.Graph.Findings.Funding;
using Wijk.GraphQL.Pages.Serving;
using Wijk.GraphQL.Questions.Funding;

namespace Wijk.GraphQL.Pages.Funding;

/// <summary>What is paid from several pots, in parts of lists.</summary>
/// <param name="Answer">The whole answer.</param>
/// <param name="Projects">The projects that are paid from several pots.</param>
/// <param name="Candidates">Projects that may be one.</param>
/// <param name="Runners">Who is paid from several pots.</param>
/// <param name="Areas">Where work is paid.</param>
public sealed record FundingModel(
    SplinteredFundingAnswer Answer, ListPart<FundedProject> Projects, ListPart<NearProjects> Candidates, ListPart<FundedRunner> Runners, ListPart<FundedArea> Areas)
{
    private static readonly SplinteredFundingBinding Binding = new();

    private static readonly PagedList ProjectList = new("projects"), CandidateList = new("candidates"), RunnerList = new("runners"), AreaList = new("areas");

    /// <summary>The first of each list, on paper.</summary>
    public static FundingModel First(SplinteredFundingAnswer answer, int count) => new(
        answer, ProjectList.First(answer.Projects, count), CandidateList.First(answer.Candidates, count), RunnerList.First(answer.Runners, count), AreaList.First(answer.Areas, count));

    internal static async Task<PageContent> ShowAsync(Visit visit)
    {
        var given = visit.Given;
        var answer = await visit.AskAsync(Binding.QuestionOf(given) with { Runner = null, Project = null });
        return PageContent.Of<FundingPage, FundingModel>(new(
            answer,
            ProjectList.PartOf(answer.Projects, given),
            CandidateList.PartOf(answer.Candidates, given),
            RunnerList.PartOf(answer.Runners, given),
            AreaList.PartOf(answer.Areas, given)));
    }
}
