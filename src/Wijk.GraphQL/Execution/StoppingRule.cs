using GraphQL.Validation;
using GraphQLParser.AST;

namespace Wijk.GraphQL.Execution;

/// <summary>A rule of validation that stops when the client leaves, when the time is up, and when enough errors are known.</summary>
/// <param name="rule">The rule.</param>
/// <param name="enough">How many errors are enough.</param>
internal sealed class StoppingRule(IValidationRule rule, int enough) : IValidationRule
{
    /// <inheritdoc/>
    public async ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => Stopping(await rule.GetPreNodeVisitorAsync(context));

    /// <inheritdoc/>
    public ValueTask<IVariableVisitor?> GetVariableVisitorAsync(ValidationContext context) => rule.GetVariableVisitorAsync(context);

    /// <inheritdoc/>
    public async ValueTask<INodeVisitor?> GetPostNodeVisitorAsync(ValidationContext context) => Stopping(await rule.GetPostNodeVisitorAsync(context));

    private Visitor? Stopping(INodeVisitor? visitor) => visitor is null ? null : new(visitor, enough);

    private sealed class Visitor(INodeVisitor visitor, int enough) : INodeVisitor
    {
        public ValueTask EnterAsync(ASTNode node, ValidationContext context) => IsOver(context) ? default : visitor.EnterAsync(node, context);

        public ValueTask LeaveAsync(ASTNode node, ValidationContext context) => IsOver(context) ? default : visitor.LeaveAsync(node, context);

        private bool IsOver(ValidationContext context)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            return context.HasErrors && context.Errors.Count() >= enough;
        }
    }
}
