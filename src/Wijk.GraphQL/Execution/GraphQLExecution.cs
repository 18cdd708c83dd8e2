using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using Microsoft.Extensions.Logging.Abstractions;
using Wijk.Graph.Findings;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.GraphQL.Execution;

/// <summary>Runs operations: one pinned snapshot each, within the limits. Cost, version, slice and age stand in the extensions.</summary>
internal sealed class GraphQLExecution(
    ISchema schema, SnapshotHost snapshots, TimeProvider clock, IServiceProvider services, ILogger<GraphQLExecution> log, double maxCost = QueryCost.Max)
{
    private readonly DocumentExecuter executer = new();
    private readonly IValidationRule[] rules = [.. DocumentValidator.CoreRules, QueryCost.Rule(maxCost)];

    /// <summary>Runs queries of Wijk's own over snapshots, without a server.</summary>
    public static GraphQLExecution QueriesOver(ISchema schema, SnapshotHost snapshots) =>
        new(schema, snapshots, TimeProvider.System, new ServiceCollection().BuildServiceProvider(), NullLogger<GraphQLExecution>.Instance, QueryCost.MaxInTerminal);

    /// <summary>Runs an operation.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="isQueryOnly">Whether anything but a query is refused.</param>
    /// <param name="language">The language of the messages of errors.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<ExecutionResult> ExecuteAsync(
        GraphQLRequestBody request, bool isQueryOnly, Language language, CancellationToken cancellationToken)
    {
        var operation = new Operation(snapshots, DateOnly.FromDateTime(clock.GetLocalNow().DateTime));
        var result = await executer.ExecuteAsync(new ExecutionOptions
        {
            Schema = schema,
            Query = request.Query,
            OperationName = request.OperationName,
            Variables = request.Variables,
            UserContext = operation,
            ValidationRules = isQueryOnly ? [.. rules, QueriesOnly.Rule] : rules,
            RequestServices = services,
            CancellationToken = cancellationToken,
            UnhandledExceptionDelegate = context =>
            {
                log.LogError(context.OriginalException, "A field could not be answered: {Message}", context.OriginalException.Message);
                return Task.CompletedTask;
            },
        });
        if (result.Errors is { Count: > 0 } errors) result.Errors = ErrorSentences.In(errors, language);
        result.Extensions ??= [];
        result.Extensions["version"] = operation.View.Version;
        result.Extensions["cost"] = new Dictionary<string, object?> { ["requested"] = operation.Cost, ["max"] = maxCost };
        if (operation.View.Graph.Slice is not null)
            result.Extensions["slice"] = SliceWords.AreasOf(operation.View).Select(area => new Dictionary<string, object?> { ["key"] = area.Key, ["name"] = area.Name });
        if (snapshots.Fault is { } fault) AddAge(result.Extensions, fault);
        return result;
    }

    private static void AddAge(Dictionary<string, object?> extensions, SnapshotFault fault)
    {
        extensions["staleSince"] = Moment.Write(fault.Since);
        extensions["staleReason"] = WordsJson.Of(new Words(
            "Deze gegevens kunnen verouderd zijn: wat daarna is veranderd, ziet Wijk nu niet. ",
            "This may be out of date: Wijk cannot see what has changed since then. ") + fault.Message);
    }
}
