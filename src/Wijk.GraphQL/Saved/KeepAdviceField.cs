using GraphQL;
using GraphQL.Types;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Defragment;
using Wijk.Graph.Findings.Register;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.GraphQL.Changes;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Questions.Register;
using Wijk.GraphQL.Schema;

namespace Wijk.GraphQL.Saved;

/// <summary><c>keepAdvice</c>: keeps what of a plan is given out, dated and frozen.</summary>
internal static class KeepAdviceField
{
    /// <summary>Adds the field to the mutation type.</summary>
    /// <param name="mutation">The mutation type.</param>
    /// <param name="types">The shared types.</param>
    /// <param name="payload">The type of what changes answer.</param>
    public static void AddTo(ObjectGraphType mutation, SharedTypes types, IGraphType payload) => mutation.Add(
        "keepAdvice", payload,
        "Keeps in the register what of a plan is given out: as suggestions that only coordinators see, dated, with what was advised and the figures it rested on. Of links, about as good ones that are held back and "
            + "two choices to compare with are kept beside them. The same of one plan on one day is kept once.",
        [
            new QueryArgument(types.Id.Required()) { Name = "plan", Description = "The id or key of the plan." },
            new QueryArgument(types.EnumOf(RegisterTypes.Types).List()) { Name = "types", Description = "What is given out." },
            new QueryArgument(types.Date) { Name = "givenOn", Description = "The day; today when absent." },
            new QueryArgument(types.String.Required()) { Name = "source", DefaultValue = "coordinator", Description = "Who gives it: an organisation or a role, never a person's name." },
        ],
        ResolveAsync);

    /// <summary>A plan by its id or key, with the answer that it is part of.</summary>
    /// <returns>Null when the text is no key of a plan, or nobody is to be called together so.</returns>
    public static (DefragmentQuestion Question, string Key)? Asked(string id) =>
        ViewId.TryParse(id, out var parts) && parts.Scenario is null && AnswerKeys.DefragmentOf(parts.Key) is { } question ? (question with { AsOf = parts.Day }, parts.Key) : null;

    /// <summary>Says that there is no plan with a key, and what to do.</summary>
    public static Words NotThere(string id) => new($"Er is geen plan met de sleutel '{TextRules.Shown(id)}'; bij elk plan staat zijn sleutel.", $"There is no plan with the key '{TextRules.Shown(id)}'; each plan says its key.");

    /// <summary>Says that of what was asked a plan gives nothing.</summary>
    public static Words Nothing { get; } = new(
        "Dit plan geeft niets van wat u wilt bewaren: zonder bekende contacten zijn er geen verbindingen te kiezen, en zonder open paren is er niets te vragen.",
        "This plan gives nothing of what is to be kept: without known ties there are no links to choose, and without open pairs there is nothing to ask.");

    private static async ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var (operation, id, source) = (Operation.Of(context), context.GetArgument<string>("plan"), Keys.Fold(context.GetArgument<string>("source")));
        if (Asked(id) is not var (question, key)) throw new WrongArgument("plan: " + NotThere(id));
        var changes = Changes();
        var answer = await operation.AskAsync(question, context.CancellationToken);
        var plan = answer.Plans.FirstOrDefault(plan => AnswerKeys.OfPlan(answer, plan) == key) ?? throw new WrongArgument("plan: " + NotThere(id));
        var givenOn = context.GetArgument<DateOnly?>("givenOn") ?? operation.Today;
        AdviceType[] asked = [.. ((IEnumerable<object?>)context.Arguments!["types"].Value!).OfType<AdviceType>()];
        var records = AdviceRecords.Of(answer, plan, asked, givenOn, source, DateTimeOffset.UnixEpoch);
        if (records.IsEmpty) throw new WrongArgument("types: " + Nothing);
        var request = new ApplyRequest($"advice {key} {givenOn:yyyy-MM-dd} {string.Join(' ', asked)}", null, source, [.. records.Select(RecordInputs.Of)]);
        var payload = await changes.ApplyAsync(request, context.CancellationToken);
        operation.Renew();
        return new InView<ApplyPayload>(operation.View, payload);

        ChangeService Changes() => context.RequestServices!.GetRequiredService<ChangeService>();
    }
}
