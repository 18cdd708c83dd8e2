using GraphQL.Execution;
using GraphQL.Types;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace Wijk.GraphQL.Execution;

/// <summary>Runs queries as usual, counts their cost while they run, and stops one that costs more than is allowed after all.</summary>
/// <param name="limits">The highest cost.</param>
internal sealed class CountedQueries(Limits limits) : ParallelExecutionStrategy
{
    /// <inheritdoc/>
    protected override Task ExecuteNodeAsync(ExecutionContext context, ExecutionNode node) =>
        IsCounted(node) && ((Operation)context.UserContext).CountField() > limits.Cost ? throw QueryCost.Stopped(limits) : base.ExecuteNodeAsync(context, node);

    // The operation itself and the items of a list are no fields. The schema is small and always the same: asking for it costs no more than one field.
    private static bool IsCounted(ExecutionNode node) =>
        node is { Parent: { } parent, IndexInParentNode: null }
        && (parent.GraphType is NonNullGraphType { ResolvedType: { } type } ? type : parent.GraphType)?.Name is not ['_', '_', ..];
}
