using GraphQL;
using GraphQL.Types;
using Wijk.Graph.Import.Merges;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using Wijk.Graph.Views;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Schema;

namespace Wijk.GraphQL.Changes;

/// <summary><c>mergeNodes</c> and <c>unmergeNode</c>: two nodes become one because a person says so, and two again. The commands merge and unmerge do the same.</summary>
internal static class MergeFields
{
    private const string Keep = "keep", Other = "other", Source = "source";

    /// <summary>Adds the fields to the mutation type.</summary>
    /// <param name="mutation">The mutation type.</param>
    /// <param name="types">The shared types.</param>
    /// <param name="payload">The type of what changes answer.</param>
    public static void AddTo(ObjectGraphType mutation, SharedTypes types, IGraphType payload)
    {
        mutation.Add(
            "mergeNodes", payload,
            "Makes two nodes of one kind one, because a person says that they are; duplicates finds such pairs. What stays gets the relations and other ids of the other, and what only that one said. "
                + "Sources that bring both again go on doing so, and it stays one; unmergeNode makes them two again, exactly. People are never merged.",
            [Id(types, Keep, "The id or key of the node that stays."), Id(types, Other, "The id or key of the node that goes into it."), Who(types)],
            context => MergeAsync(context, (graph, source, now) => MergePlanner.Join(graph, KeyOf(context, Keep), KeyOf(context, Other), source, now)));
        mutation.Add(
            "unmergeNode", payload,
            "Makes two again of what mergeNodes made one. What people changed since stays changed.",
            [Id(types, Other, "The key of the node that went into another."), Who(types)],
            context => MergeAsync(context, (graph, source, now) => MergePlanner.Part(graph, KeyOf(context, Other), source, now)));
    }

    private static QueryArgument Id(SharedTypes types, string name, string description) => new(types.Id.Required()) { Name = name, Description = description };

    private static QueryArgument Who(SharedTypes types) =>
        new(types.String.Required()) { Name = Source, DefaultValue = "coordinator", Description = "Who says so: an organisation or a role, never a person's name." };

    private static async ValueTask<object?> MergeAsync(IResolveFieldContext context, Func<GraphContents, string, DateTimeOffset, MergePlan> plan)
    {
        var (operation, source) = (Operation.Of(context), Keys.Fold(context.GetArgument<string>(Source)));
        var payload = ApplyRequest.ProblemOfSource(source) is { } nobody
            ? ApplyPayload.Refused(operation.View.Version, [nobody])
            : await context.RequestServices!.GetRequiredService<ChangeService>().MergeAsync((graph, now) => plan(graph, source, now), refused => ErrorOf(context, refused), context.CancellationToken);
        operation.Renew();
        return new InView<ApplyPayload>(operation.View, payload);
    }

    private static ChangeError ErrorOf(IResolveFieldContext context, MergeException refused) => refused.Missing is { } missing
        ? new(ErrorCode.NotFound, refused.Why, [context.HasArgument(Keep) && KeyOf(context, Keep) == missing ? Keep : Other])
        : new(ErrorCode.Validation, refused.Why, []);

    // An id says on which day it was asked for; what is merged is the node of all days.
    private static string KeyOf(IResolveFieldContext context, string argument)
    {
        var id = context.GetArgument<string>(argument);
        return ViewId.TryParse(id, out var parts) && parts.Scenario is null ? Keys.Fold(parts.Key) : id;
    }
}
