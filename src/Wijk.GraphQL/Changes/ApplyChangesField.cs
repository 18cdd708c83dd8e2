using System.Collections;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQL.Validation.Complexity;
using Wijk.Graph.Views;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Schema;
using Wijk.GraphQL.Schema.Costs;

namespace Wijk.GraphQL.Changes;

/// <summary><c>applyChanges</c>: adds, changes, ends and removes nodes and relations by key.</summary>
internal static class ApplyChangesField
{
    /// <summary>Adds the field to the mutation type.</summary>
    /// <param name="mutation">The mutation type.</param>
    /// <param name="query">The query type, for what a client reads again after its change.</param>
    /// <param name="types">The shared types.</param>
    /// <returns>The type of what it answers.</returns>
    public static IGraphType AddTo(ObjectGraphType mutation, ObjectGraphType query, SharedTypes types)
    {
        var payload = Payload(query, types);
        mutation.AddField(new FieldType
        {
            Name = "applyChanges",
            Description = "Makes up to 1,000 changes, all or none, and answers when they can be seen. "
                + "Errors in the input are part of the answer, each with its place.",
            ResolvedType = payload.Required(),
            Arguments = new QueryArguments(
                new QueryArgument(ChangeInputs.ApplyChanges(types).Required()) { Name = "input", Description = "The changes." }),
            Resolver = new FuncFieldResolver<object?>(async context => await ResolveAsync(context)),
        });
        return payload;
    }

    private static async Task<InView<ApplyPayload>> ResolveAsync(IResolveFieldContext context)
    {
        var request = ApplyRequest.Of((IDictionary<string, object?>)context.Arguments!["input"].Value!);
        var payload = await context.RequestServices!.GetRequiredService<ChangeService>().ApplyAsync(request, context.CancellationToken);
        var operation = Operation.Of(context);
        operation.Renew();
        return new(operation.View, payload);
    }

    private static ObjectGraphType<InView<ApplyPayload>> Payload(ObjectGraphType query, SharedTypes types)
    {
        var payload = new ObjectGraphType<InView<ApplyPayload>> { Name = "ApplyChangesPayload", Description = "What became of the changes." };
        payload.Add<InView<ApplyPayload>>("version", types.Long.Required(),
            "The version in which the changes are visible; when there are errors, the version of the graph as it was found.",
            answer => answer.Item.Version);
        payload.Add<InView<ApplyPayload>>("wasApplied", types.Boolean.Required(),
            "Whether this request changed the graph; no when there are errors, when it had been sent before, or when the graph says all of it already.",
            answer => answer.Item.WasApplied);
        payload.Add<InView<ApplyPayload>>("keys", types.Id.List(), "The keys of the nodes and relations that were written or taken out.",
            answer => answer.Item.Keys);
        payload.Add<InView<ApplyPayload>>("changed", types.Nodes.Node.List(), "The nodes and relations that were written, as they are now, by key.",
                answer => answer.Item.Written.Select(key => (object?)NodeInView.Find(answer.View, key) ?? RelationInView.Find(answer.View, key)).OfType<object>())
            .Costing(ChangeCount);
        payload.Add<InView<ApplyPayload>>("removed", types.Id.List(), "The keys of the nodes and relations that were taken out.",
            answer => answer.Item.Removed);
        payload.Add<InView<ApplyPayload>>("errors", Error(types).List(),
            "What is wrong with the input; empty when the changes were made, now or before.", answer => answer.Item.Errors);
        payload.Add<InView<ApplyPayload>>("query", query.Required(),
            "All that can be asked, of the graph with the changes in it, so that a client refreshes its screen in the same request.", answer => answer);
        return payload;
    }

    // The changes are in the arguments of the field around this one, where their number is known; a node may be given by each.
    private static int ChangeCount(FieldImpactContext context) =>
        context.Parent?.Arguments is { } given && given.TryGetValue("input", out var input) && (input.Value as IDictionary<string, object?>)?["changes"] is ICollection changes
            ? Math.Clamp(changes.Count, 1, ApplyRequest.MostChanges)
            : 1;

    private static ObjectGraphType<ChangeError> Error(SharedTypes types)
    {
        var code = new EnumerationGraphType
        {
            Name = "ChangeErrorCode",
            Description = "What sort of error it is; these words stay the same.",
        };
        foreach (var known in ErrorCode.OfChanges) code.Add(known.Name, known, known.Meaning.En);

        var error = new ObjectGraphType<ChangeError> { Name = "ChangeError", Description = "One thing that is wrong with the input of a change." };
        error.Add<ChangeError>("code", code.Required(), "What sort of error it is.", wrong => wrong.Code);
        error.Add<ChangeError>("message", types.Words.Required(), "The value, the rule and what to do.", wrong => wrong.Message);
        error.Add<ChangeError>("path", types.String.List(), "Where in the input: names of fields, and places in lists from 0.",
            wrong => wrong.Path);
        return error;
    }
}
