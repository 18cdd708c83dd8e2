using GraphQL;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace Wijk.GraphQL.Execution;

/// <summary>Ends validation when the client leaves, when the time is up, and when enough errors are known. It must come before the other rules.</summary>
/// <param name="enough">How many errors are enough.</param>
internal sealed class StoppingRule(int enough) : ValidationRuleBase, INodeVisitor
{
    /// <inheritdoc/>
    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(this);

    /// <inheritdoc/>
    public ValueTask EnterAsync(ASTNode node, ValidationContext context)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        return context.HasErrors && context.Errors.Count() >= enough ? throw new EnoughErrors([.. context.Errors]) : default;
    }

    /// <inheritdoc/>
    public ValueTask LeaveAsync(ASTNode node, ValidationContext context) => default;
}

/// <summary>The errors of a document that has so many that no more were looked for.</summary>
/// <param name="errors">The errors.</param>
internal sealed class EnoughErrors(IReadOnlyList<ExecutionError> errors) : ExecutionError("There are more errors than are looked for.")
{
    /// <summary>The errors.</summary>
    public IReadOnlyList<ExecutionError> Errors => errors;
}
