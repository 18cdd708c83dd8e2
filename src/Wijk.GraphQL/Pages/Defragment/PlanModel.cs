using System.Collections.Immutable;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Defragment;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.GraphQL.Pages.Serving;
using Wijk.GraphQL.Questions;

namespace Wijk.GraphQL.Pages.Defragment;

/// <summary>One plan, for a meeting or to invite with.</summary>
/// <param name="Answer">The answer it is part of.</param>
/// <param name="Plan">The plan.</param>
public sealed record PlanModel(DefragmentAnswer Answer, DefragmentPlan Plan)
{
    /// <summary>Its key, for who wants to find it again.</summary>
    public string Key => AnswerKeys.OfPlan(Answer, Plan);

    /// <summary>The path of the page of a plan.</summary>
    public static string PathOf(DefragmentAnswer answer, DefragmentPlan plan) => PathOf(AnswerKeys.OfPlan(answer, plan));

    /// <summary>The path of the page of the plan that starts from a combination; null when none does.</summary>
    public static string? PathFrom(OverlapCell cell) => AnswerKeys.OfPlanFrom(cell) is { } key ? PathOf(key) : null;

    /// <summary>The path of the invitation of a plan.</summary>
    public static string InvitationOf(DefragmentAnswer answer, DefragmentPlan plan) => PathOf(answer, plan) + "/invitation";

    /// <summary>The question that finds a plan by its key or id.</summary>
    /// <param name="id">The key; <c>key@2016-07-01</c> says the day as well.</param>
    /// <param name="asOf">The day, when the id says none.</param>
    /// <returns>The question and the key; null when the text is no key of a plan.</returns>
    public static (DefragmentQuestion Question, string Key)? Asked(string id, DateOnly? asOf) =>
        ViewId.TryParse(id, out var parts) && parts.Scenario is null && parts.Key.StartsWith(AnswerKeys.Plan + ":", StringComparison.Ordinal)
            && AnswerKeys.DefragmentOf(parts.Key) is { } question
            ? (question with { AsOf = parts.Day ?? asOf }, parts.Key)
            : null;

    /// <summary>The plan with a key.</summary>
    /// <returns>Null when on the day that the answer looks at there is nothing to bring them together for.</returns>
    public static PlanModel? Find(DefragmentAnswer answer, string key) =>
        answer.Plans.FirstOrDefault(plan => AnswerKeys.OfPlan(answer, plan) == key) is { } found ? new(answer, found) : null;

    /// <summary>Says that a text is no key of a plan.</summary>
    public static Words NotAKey(string text)
    {
        var shown = TextRules.Shown(text);
        return new(
            $"'{shown}' is geen sleutel van een plan; zo'n sleutel begint met {AnswerKeys.Plan}: en staat bij elk plan.",
            $"'{shown}' is not the key of a plan; such a key begins with {AnswerKeys.Plan}: and stands with each plan.");
    }

    /// <summary>Says that there is no such plan on the day that was looked at.</summary>
    public static Words NotThere(string key, DefragmentAnswer answer)
    {
        var day = Phrasing.Day(answer.LookedAt.Day);
        return new(
            $"Op {day.Nl} is hier niemand om bij elkaar te roepen: '{TextRules.Shown(key)}'. Kies een andere dag, of zoek in de lijst van plannen.",
            $"On {day.En} there is nobody here to call together: '{TextRules.Shown(key)}'. Choose another day, or look in the list of plans.");
    }

    /// <summary>The page of a plan.</summary>
    internal static async Task<PageContent> ShowAsync(Visit visit, string id) => PageContent.Of<PlanPage, PlanModel>(await FoundAsync(visit, id));

    /// <summary>The invitation of a plan.</summary>
    internal static async Task<PageContent> InviteAsync(Visit visit, string id)
    {
        var found = await FoundAsync(visit, id);
        return found.Plan.Invitation is null
            ? throw new PageRefused(StatusCodes.Status404NotFound, InvitationWords.TooFew)
            : PageContent.Of<InvitationPage, PlanModel>(found);
    }

    /// <summary>Finds the tables of some plans and the links to make, in their turn: a page only shows them.</summary>
    internal static async Task FindTablesAsync(Visit visit, DefragmentAnswer answer, ImmutableArray<DefragmentPlan> plans)
    {
        if (plans.IsEmpty) return;
        await visit.FigureAsync(answer, "tables:" + AnswerKeys.OfPlan(answer, plans[0]), stop =>
        {
            foreach (var plan in plans)
            {
                stop.ThrowIfCancellationRequested();
                _ = (plan.Table, plan.Links.After);
            }

            return plans.Length;
        });
    }

    private static async Task<PlanModel> FoundAsync(Visit visit, string id)
    {
        if (Asked(id, visit.Given.Of(Parameters.AsOf)) is not var (question, key)) throw new PageRefused(StatusCodes.Status404NotFound, NotAKey(id));
        var answer = await visit.AskAsync(question);
        var found = Find(answer, key) ?? throw new PageRefused(StatusCodes.Status404NotFound, NotThere(key, answer));
        await FindTablesAsync(visit, answer, [found.Plan]);
        return found;
    }

    private static string PathOf(string key) => "/defragment/" + Uri.EscapeDataString(key);
}
