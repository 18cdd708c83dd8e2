using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Schema;

namespace Wijk.GraphQL.Changes;

/// <summary><c>applyChanges</c>: adds, changes, ends and removes nodes and relations by key.</summary>
internal static class ApplyChangesField
{
    /// <summary>Adds the field to the mutation type.</summary>
    public static void AddTo(ObjectGraphType mutation, SharedTypes types) => mutation.AddField(new FieldType
    {
        Name = "applyChanges",
        Description = "Makes up to 1,000 changes, all or none, and answers when they can be seen. "
            + "Errors in the input come in the answer, with the place of each.",
        ResolvedType = Payload(types).Required(),
        Arguments = new QueryArguments(
            new QueryArgument(ChangeInputs.ApplyChanges(types).Required()) { Name = "input", Description = "The changes." }),
        Resolver = new FuncFieldResolver<object?>(async context => await ResolveAsync(context)),
    });

    private static async Task<ApplyPayload> ResolveAsync(IResolveFieldContext context)
    {
        var request = ApplyRequest.Of((IDictionary<string, object?>)context.Arguments!["input"].Value!);
        var payload = await context.RequestServices!.GetRequiredService<ChangeService>().ApplyAsync(request, context.CancellationToken);
        Operation.Of(context).Version = payload.Version;
        return payload;
    }

    private static ObjectGraphType<ApplyPayload> Payload(SharedTypes types)
    {
        var payload = new ObjectGraphType<ApplyPayload> { Name = "ApplyChangesPayload", Description = "What became of the changes." };
        payload.Add<ApplyPayload>("version", types.Long.Required(),
            "The version in which the changes are visible; when there are errors, the version of the graph as it was found.",
            answer => answer.Version);
        payload.Add<ApplyPayload>("wasApplied", types.Boolean.Required(),
            "Whether this request changed the graph; no when there are errors, when it had been sent before, or when all of it stands there already.",
            answer => answer.WasApplied);
        payload.Add<ApplyPayload>("keys", types.Id.List(), "The keys of the records that were written or taken out.",
            answer => answer.Keys);
        payload.Add<ApplyPayload>("errors", Error(types).List(),
            "What is wrong with the input; empty when the changes were made, now or before.", answer => answer.Errors);
        return payload;
    }

    private static ObjectGraphType<ChangeError> Error(SharedTypes types)
    {
        var code = new EnumerationGraphType
        {
            Name = "ChangeErrorCode",
            Description = "What sort of error it is; these words stay the same.",
        };
        code.Add("VALIDATION", ChangeErrorCode.Validation, "A change breaks a rule of the vocabulary.");
        code.Add("NOT_FOUND", ChangeErrorCode.NotFound, "A change speaks of a record that is not there.");
        code.Add("CONFLICT", ChangeErrorCode.Conflict, "The graph is not at the expected version.");
        code.Add("TOO_MANY_CHANGES", ChangeErrorCode.TooManyChanges, "There are more changes than fit in one request.");
        code.Add("KEY_REUSED", ChangeErrorCode.KeyReused, "The idempotency key was used before, for other changes.");

        var error = new ObjectGraphType<ChangeError>
        {
            Name = "ChangeError",
            Description = "One thing that is wrong with the input of a change.",
        };
        error.Add<ChangeError>("code", code.Required(), "What sort of error it is.", wrong => wrong.Code);
        error.Add<ChangeError>("message", types.String.Required(), "The value, the rule and what to do.", wrong => wrong.Message);
        error.Add<ChangeError>("path", types.String.List(), "Where in the input: names of fields, and places in lists from 0.",
            wrong => wrong.Path);
        return error;
    }
}
