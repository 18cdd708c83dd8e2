using GraphQL;
using GraphQL.Types;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Rounds;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;
using Wijk.GraphQL.Changes;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Questions;
using Wijk.GraphQL.Questions.AskList;
using Wijk.GraphQL.Schema;

namespace Wijk.GraphQL.Saved;

/// <summary><c>startRound</c>: starts a round of questions with the sheets of an ask-list.</summary>
internal static class StartRoundField
{
    private static readonly AskListBinding Binding = new();

    /// <summary>Says that there is nobody to ask, and why.</summary>
    public static Words Nothing(Words why) => Words.Join(new("Er is geen ronde begonnen.", "No round was started."), why);

    /// <summary>Adds the field to the mutation type.</summary>
    /// <param name="mutation">The mutation type.</param>
    /// <param name="types">The shared types.</param>
    /// <param name="payload">The type of what changes answer.</param>
    public static void AddTo(ObjectGraphType mutation, SharedTypes types, IGraphType payload) => mutation.Add(
        "startRound", payload,
        "Starts a round of questions: an Inquiry that asks the respondents of askList about the others on their sheets, so that it is known later how far it got (round). The same round is started once. "
            + "Unless answers may be named, only coordinators see whom it asked and what they answered.",
        [
            new QueryArgument(types.String.Required()) { Name = "name", Description = $"What it is called, 1 to {RoundStart.LongestName} characters; no two rounds have the same name." },
            .. Binding.AllParameters.Select(parameter => parameter.ArgumentIn(types)),
            new QueryArgument(types.Boolean.Required()) { Name = "mayName", DefaultValue = false, Description = "Whether an answer may be shown with who gave it." },
            new QueryArgument(types.Date) { Name = "sentOn", Description = "The day on which the lists are sent; today when absent." },
            new QueryArgument(types.String.Required()) { Name = "source", DefaultValue = "coordinator", Description = "Who holds the round: an organisation or a role, never a person's name." },
        ],
        ResolveAsync);

    /// <summary>Whether a round with this name is there with other contents than these records.</summary>
    public static bool IsAnother(GraphSnapshot graph, RoundStart start, IEnumerable<Change> records) => graph.Find(start.Key) is not null && !records.All(change => change.Record switch
    {
        Node node => node.SameContentAs(graph.Find(node.Key) is { } number ? graph.Node(number) : null),
        Relation relation => relation.SameContentAs(RelationLookup.Find(graph, relation.Key)),
        _ => false,
    });

    private static async ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var (operation, name) = (Operation.Of(context), context.GetArgument<string>("name"));
        if (RoundStart.WhyNot(name) is { } why) throw new WrongArgument("name: " + why);
        var start = new RoundStart(name, context.GetArgument<DateOnly?>("sentOn") ?? operation.Today, context.GetArgument<bool>("mayName"), Keys.Fold(context.GetArgument<string>("source")));
        try
        {
            var list = await operation.AskAsync(Binding.QuestionOf(Given.In(context)), context.CancellationToken);
            var records = RoundRecords.Of(list, start, DateTimeOffset.UnixEpoch);
            if (records.IsEmpty) throw new WrongArgument(Nothing(list.Reason));
            if (IsAnother(operation.View.Graph, start, records)) throw new WrongArgument("name: " + RoundRecords.IsThere(name));
            var request = new ApplyRequest($"round {start.Key} {start.SentOn:yyyy-MM-dd}", null, start.Source, [.. records.Select(RecordInputs.Of)]);
            var payload = await context.RequestServices!.GetRequiredService<ChangeService>().ApplyAsync(request, context.CancellationToken);
            operation.Renew();
            return new InView<ApplyPayload>(operation.View, payload);
        }
        catch (UnknownAreaException unknown)
        {
            throw new WrongArgument($"{Parameters.Area.Name}: " + unknown.Why);
        }
    }
}
