using System.Collections.Immutable;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Funding;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.GraphQL.Pages.Serving;
using Wijk.GraphQL.Questions.Funding;

namespace Wijk.GraphQL.Pages.Funding;

/// <summary>One organisation or project with all its pots, wherever its work is: what one door would have to open.</summary>
public sealed record OneDoorModel
{
    private static readonly SplinteredFundingBinding Binding = new();

    /// <summary>The answer it is part of.</summary>
    public required SplinteredFundingAnswer Answer { get; init; }

    /// <summary>Its key among what answers find.</summary>
    public required string Key { get; init; }

    /// <summary>Its name.</summary>
    public required Words Name { get; init; }

    /// <summary>What it comes to.</summary>
    public required Words Summary { get; init; }

    /// <summary>The sentences after it.</summary>
    public required IEnumerable<Words> Details { get; init; }

    /// <summary>What to do, and with whom.</summary>
    public required Words NextStep { get; init; }

    /// <summary>The pots, the largest first.</summary>
    public required ImmutableArray<FundedPot> Pots { get; init; }

    /// <summary>For how many projects they pay.</summary>
    public required int ProjectCount { get; init; }

    /// <summary>So many applications and so many accounts there would be if each project that is clearly one had one.</summary>
    public required int AccountsIfOne { get; init; }

    /// <summary>So many applications that were granted and so many accounts there are now.</summary>
    public required int AccountingCount { get; init; }

    /// <summary>What one application and one account for each project would save.</summary>
    public required OneDoor OneDoor { get; init; }

    /// <summary>The organisations that do it; none where it is an organisation itself.</summary>
    public required ImmutableArray<int> Runners { get; init; }

    /// <summary>Its projects that are paid from several pots; none where it is a project itself.</summary>
    public required ImmutableArray<FundedProject> SplitProjects { get; init; }

    /// <summary>The grants it rests on.</summary>
    public required ImmutableArray<int> Grants { get; init; }

    /// <summary>The path of the page of somebody who is paid, or of a project by one of its works; null for who stands for a private person.</summary>
    public static string? PathOf(SplinteredFundingAnswer answer, int node) =>
        answer.View.Graph.Node(node).Kind != NodeKind.Initiative || answer.Runners.Any(one => one.Runner == node)
            ? "/funding/" + Uri.EscapeDataString(answer.View.Graph.Node(node).Key)
            : null;

    /// <summary>The question after what has a key, a name or an id, wherever its work is.</summary>
    /// <param name="id">The key or the name of somebody who is paid, the key of a work, or the key of what an answer on funding found; <c>key@2016-07-01</c> says the day as well.</param>
    /// <param name="asked">What was asked beside it: the day, when the id says none, and the hours that are assumed.</param>
    public static SplinteredFundingQuestion Asked(string id, SplinteredFundingQuestion asked)
    {
        var (text, day) = ViewId.TryParse(id, out var parts) && parts.Scenario is null ? (parts.Key, parts.Day) : (id, null);
        var found = AnswerKeys.FundingOf(text);
        var node = found is null ? text : Keys.PartsOf(text)[^1];
        var isWork = Keys.NodeKindOf(node) is NodeKind.Measure or NodeKind.Trajectory;
        return (found ?? asked) with { Area = null, AsOf = day ?? asked.AsOf, Project = isWork ? node : null, Runner = isWork ? null : node };
    }

    /// <summary>The page that an answer makes.</summary>
    /// <returns>Null when it found no such organisation or project; the answer says why.</returns>
    public static OneDoorModel? Of(SplinteredFundingAnswer answer) => answer switch
    {
        { WhyNot: not null } => null,
        { Question.Project: not null } => OfProject(answer, answer.Projects[0]),
        _ => OfRunner(answer, answer.Runners[0]),
    };

    internal static async Task<PageContent> ShowAsync(Visit visit, string id)
    {
        var answer = await visit.AskAsync(Asked(id, Binding.QuestionOf(visit.Given)));
        return Of(answer) is { } found
            ? PageContent.Of<OneDoorPage, OneDoorModel>(found)
            : throw new PageRefused(StatusCodes.Status404NotFound, answer.WhyNot!);
    }

    private static OneDoorModel OfRunner(SplinteredFundingAnswer answer, FundedRunner runner) => new()
    {
        Answer = answer,
        Key = AnswerKeys.Of(AnswerKeys.FundedRunner, answer, runner.Runner),
        Name = runner.View.Graph.Node(runner.Runner).Name,
        Summary = runner.Summary,
        Details = runner.Details,
        NextStep = runner.NextStep,
        Pots = runner.Pots,
        ProjectCount = runner.PaidProjectCount,
        AccountsIfOne = runner.AccountsIfOne,
        AccountingCount = runner.Figures.AccountingCount,
        OneDoor = runner.OneDoor,
        Runners = [],
        SplitProjects = runner.SplitProjects,
        Grants = runner.Grants,
    };

    private static OneDoorModel OfProject(SplinteredFundingAnswer answer, FundedProject project) => new()
    {
        Answer = answer,
        Key = AnswerKeys.Of(AnswerKeys.FundedProject, answer, project.Works[0]),
        Name = project.Name,
        Summary = project.Summary,
        Details = project.Details,
        NextStep = project.NextStep,
        Pots = project.Pots,
        ProjectCount = 1,
        AccountsIfOne = 1,
        AccountingCount = project.Figures.AccountingCount,
        OneDoor = project.OneDoor,
        Runners = [.. project.Runners.Where(runner => project.View.Graph.Node(runner).Kind == NodeKind.Agency)],
        SplitProjects = [],
        Grants = project.Grants,
    };
}
