using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using Microsoft.Extensions.Logging.Abstractions;
using Wijk.Graph.Findings;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.GraphQL.Execution;

/// <summary>Runs operations: one pinned snapshot each, within the limits. Cost, version, slice and age stand in the extensions.</summary>
internal sealed class GraphQLExecution(
    ISchema schema, SnapshotHost snapshots, TimeProvider clock, IServiceProvider services, ILogger<GraphQLExecution> log, Limits limits, AnalysisQueue analyses)
{
    private readonly DocumentExecuter executer = new(
        new GraphQLDocumentBuilder(), new DocumentValidator(), new DefaultExecutionStrategySelector([new(new CountedQueries(limits), OperationType.Query)]), []);
    private readonly LimitedDocuments documents = new(limits);
    private readonly IValidationRule[] rulesOfQueries = RulesFor(limits, QueriesOnly.Rule), rules = RulesFor(limits);

    /// <summary>Runs queries of Wijk's own over snapshots, without a server.</summary>
    public static GraphQLExecution QueriesOver(ISchema schema, SnapshotHost snapshots)
    {
        var limits = new Limits { Cost = QueryCost.MaxInTerminal, AnalysisCost = int.MaxValue, Seconds = int.MaxValue / 1_000 };
        return new(schema, snapshots, TimeProvider.System, new ServiceCollection().BuildServiceProvider(), NullLogger<GraphQLExecution>.Instance, limits, new(limits));
    }

    /// <summary>What an operation that begins now sees.</summary>
    public Operation Begin() => new(snapshots, DateOnly.FromDateTime(clock.GetLocalNow().DateTime), limits, analyses);

    /// <summary>Runs an operation.</summary>
    /// <param name="operation">What it sees.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="isQueryOnly">Whether anything but a query is refused.</param>
    /// <param name="language">The language of the messages of errors.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<ExecutionResult> ExecuteAsync(
        Operation operation, GraphQLRequestBody request, bool isQueryOnly, Language language, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(limits.Seconds), clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        ExecutionResult result;
        try
        {
            var document = documents.Build(request.Query);
            // What a change came to must be known, so it only stops at its own deadline.
            result = await RunAsync(document, request, isQueryOnly, operation, IsChange(document, request) ? cancellationToken : stop.Token);
        }
        catch (ExecutionError refused)
        {
            result = new() { Errors = [refused] };
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            result = new() { Errors = [TooLate(limits)] };
        }

        if (result.Errors is { Count: > 0 } errors) result.Errors = ErrorSentences.In(result.Executed ? errors : First(errors), language);
        result.Extensions ??= [];
        result.Extensions["version"] = operation.View.Version;
        result.Extensions["cost"] = new Dictionary<string, object?>
        {
            ["requested"] = operation.Cost,
            ["counted"] = operation.CountedCost,
            ["max"] = limits.Cost,
            ["analyses"] = new Dictionary<string, object?> { ["requested"] = Math.Round(operation.AnalysisCost), ["max"] = limits.AnalysisCost },
        };
        if (operation.View.Graph.Slice is not null)
            result.Extensions["slice"] = SliceWords.AreasOf(operation.View).Select(area => new Dictionary<string, object?> { ["key"] = area.Key, ["name"] = area.Name });
        if (operation.Fault is { } fault) AddAge(result.Extensions, fault);
        return result;
    }

    private Task<ExecutionResult> RunAsync(
        GraphQLDocument document, GraphQLRequestBody request, bool isQueryOnly, Operation operation, CancellationToken cancellationToken) =>
        executer.ExecuteAsync(new ExecutionOptions
        {
            Schema = schema,
            Query = request.Query,
            Document = document,
            OperationName = request.OperationName,
            Variables = request.Variables,
            UserContext = operation,
            ValidationRules = isQueryOnly ? rulesOfQueries : rules,
            RequestServices = services,
            CancellationToken = cancellationToken,
            UnhandledExceptionDelegate = context =>
            {
                log.LogError(context.OriginalException, "A field could not be answered: {Message}", context.OriginalException.Message);
                return Task.CompletedTask;
            },
        });

    private static IValidationRule[] RulesFor(Limits limits, params ReadOnlySpan<IValidationRule> more) =>
        [new StoppingRule(limits.Errors), .. DocumentValidator.CoreRules, QueryCost.Rule(limits), .. more];

    // Of a document that was not run: there may be one for each of its fields.
    private IEnumerable<ExecutionError> First(ExecutionErrors errors) =>
        errors.SelectMany(error => error is EnoughErrors many ? many.Errors : [error]).Take(limits.Errors);

    /// <summary>Says that something took longer than a query may.</summary>
    public static ExplainedError TooLate(Limits limits) => new(ErrorCode.DeadlineExceeded, ErrorCode.DeadlineExceeded.Meaning + new Words(
        $" Na {limits.Seconds} seconden is zij gestopt. Vraag minder tegelijk, of een kleiner gebied; wie Wijk beheert, kan de grens verzetten.",
        $" It was stopped after {limits.Seconds} seconds. Ask less at once, or for a smaller area; whoever runs Wijk can set another limit."));

    private static bool IsChange(GraphQLDocument document, GraphQLRequestBody request) => document.Definitions.OfType<GraphQLOperationDefinition>()
        .Any(operation => operation.Operation == OperationType.Mutation && (request.OperationName is null || operation.Name?.StringValue == request.OperationName));

    private static void AddAge(Dictionary<string, object?> extensions, SnapshotFault fault)
    {
        extensions["staleSince"] = Moment.Write(fault.Since);
        extensions["staleReason"] = WordsJson.Of(Stale(fault));
    }

    /// <summary>Says that what is seen may be out of date, and why.</summary>
    public static Words Stale(SnapshotFault fault) => new Words(
        "Deze gegevens kunnen verouderd zijn: wat daarna is veranderd, ziet Wijk nu niet. ",
        "This may be out of date: Wijk cannot see what has changed since then. ") + fault.Message;
}
