using Wijk.Graph.Findings.Funding;
using Wijk.GraphQL.Pages.Funding;
using Wijk.GraphQL.Pages.Serving;
using Wijk.GraphQL.Questions;

namespace Wijk.GraphQL.Pages.Home;

/// <summary>What splintered funding has to say on the first page: a project that several funders pay, then who is paid apart, then more projects.</summary>
internal static class FundingTelling
{
    /// <summary>Asks.</summary>
    /// <param name="visit">Who asks.</param>
    /// <param name="count">How many sentences there is room for.</param>
    public static async Task<Told> TellAsync(Visit visit, int count)
    {
        var answer = await visit.AskAsync(new SplinteredFundingQuestion { Area = visit.Given.Of(Parameters.Area), AsOf = visit.Given.Of(Parameters.AsOf) });
        // Pots of one funder may be a scheme and what replaced it, and a general title may be that of several projects.
        var projects = answer.OfSeveralFunders.Where(project => project is not { IsByTitle: true, IsGeneralTitle: true })
            .Select(project => (Project: project, Path: OneDoorModel.PathOf(answer, project.Works[0])))
            .Where(one => one.Path is not null)
            .Select(one => new TellingSentence(one.Project.Name, one.Project.Summary, [], one.Path!))
            .ToArray();
        return new([.. projects.Take(1).Concat(answer.PaidApart.Select(Sentence)).Concat(projects.Skip(1)).Take(count)], [answer], answer.Figures.ApplicationCount > 0);
    }

    private static TellingSentence Sentence(PaidApart apart) => new(apart.Name, apart.Reason, [], "/funding#" + FundingPage.ApartPlace, IsOfArea: true);
}
