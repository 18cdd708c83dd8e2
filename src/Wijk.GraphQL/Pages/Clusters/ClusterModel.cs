using System.Collections.Immutable;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Clusters;
using Wijk.Graph.Findings.Defragment;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.GraphQL.Pages.Serving;
using Wijk.GraphQL.Questions;

namespace Wijk.GraphQL.Pages.Clusters;

/// <summary>One group that hangs together, or a block.</summary>
/// <param name="Answer">The answer it is part of.</param>
/// <param name="Found">The group.</param>
/// <param name="Members">Its members, by name.</param>
public sealed record ClusterModel(ClustersAnswer Answer, TrustedCluster Found, ImmutableArray<ClusterMember> Members)
{
    /// <summary>The path of the plan that starts from it; null when none does.</summary>
    public string? PlanPath { get; init; }

    /// <summary>What became of it since the groups last changed; null when nothing was kept of before.</summary>
    public ClusterChange? Change { get; init; }

    /// <summary>Its key, for who wants to find it again.</summary>
    public string Key => AnswerKeys.OfCluster(Answer, Found);

    /// <summary>The path of the page of a group.</summary>
    public static string PathOf(ClustersAnswer answer, TrustedCluster found) => PathOf(AnswerKeys.OfCluster(answer, found));

    /// <summary>The path of the page of the group that a plan starts from; null when it starts from something else.</summary>
    public static string? PathFrom(DefragmentPlan plan) => plan.Origin == PlanOrigin.Cluster ? PathOf(plan.SubjectKey) : null;

    internal static async Task<PageContent> ShowAsync(Visit visit, string id)
    {
        if (Asked(id, visit.Given.Of(Parameters.AsOf)) is not var (question, key)) throw new PageRefused(StatusCodes.Status404NotFound, NotAKey(id));
        var answer = await visit.AskAsync(question);
        var trust = await ClustersModel.TrustAsync(visit, answer);
        if (trust.Clusters.FirstOrDefault(cluster => AnswerKeys.OfCluster(answer, cluster) == key) is not { } found)
            throw new PageRefused(StatusCodes.Status404NotFound, NotThere(key, answer));
        return PageContent.Of<ClusterPage, ClusterModel>(new(answer, found, ClusterMember.Of(found.Cluster))
        {
            PlanPath = found.IsAdvice ? await PlanAsync(visit, question, key) : null,
            Change = answer.Changes()?.Changes.FirstOrDefault(change => change.Id == found.Id),
        });
    }

    // Plans are made of the usual clusters only.
    private static async Task<string?> PlanAsync(Visit visit, ClustersQuestion question, string key)
    {
        var answer = await visit.AskAsync(new DefragmentQuestion { Area = question.Area, AsOf = question.AsOf, Seed = question.Seed });
        return answer.Plans.FirstOrDefault(plan => plan.SubjectKey == key) is { } plan ? Defragment.PlanModel.PathOf(answer, plan) : null;
    }

    // The question that finds a group by its key or id, and the key; null when the text is no key of a group.
    private static (ClustersQuestion Question, string Key)? Asked(string id, DateOnly? asOf) =>
        ViewId.TryParse(id, out var parts) && parts.Scenario is null && parts.Key.StartsWith(AnswerKeys.Cluster + ":", StringComparison.Ordinal)
            && AnswerKeys.ClustersOf(parts.Key) is { } question
            ? (question with { AsOf = parts.Day ?? asOf }, parts.Key)
            : null;

    private static Words NotAKey(string text)
    {
        var shown = TextRules.Shown(text);
        return new(
            $"'{shown}' is geen sleutel van een groep; zo'n sleutel begint met {AnswerKeys.Cluster}: en staat bij elke groep.",
            $"'{shown}' is not the key of a group; such a key begins with {AnswerKeys.Cluster}: and stands with each group.");
    }

    private static Words NotThere(string key, ClustersAnswer answer)
    {
        var day = Phrasing.Day(answer.LookedAt.Day);
        return new(
            $"Op {day.Nl} is deze groep niet meer dan toeval, of zij is er niet: '{TextRules.Shown(key)}'. Kies een andere dag, of zoek in de lijst van groepen.",
            $"On {day.En} this group is no more than chance, or it is not there: '{TextRules.Shown(key)}'. Choose another day, or look in the list of groups.");
    }

    private static string PathOf(string key) => "/clusters/" + Uri.EscapeDataString(key);
}
