using GraphQL.Validation;
using GraphQLParser.AST;

namespace Wijk.GraphQL.Execution;

/// <summary>Refuses everything but queries, for requests that may not change anything: GET.</summary>
internal sealed class QueriesOnly : ValidationRuleBase
{
    /// <summary>The rule.</summary>
    public static QueriesOnly Rule { get; } = new();

    /// <inheritdoc/>
    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
    {
        if (context.Operation.Operation != OperationType.Query)
        {
            context.ReportError(new ExplainedError(ErrorCode.MethodNotAllowed, new(
                "GET beantwoordt alleen query's; stuur een mutatie met POST.", "GET only answers queries; send a mutation with POST.")));
        }

        return default;
    }
}
