using GraphQL;

namespace Wijk.GraphQL.Execution;

/// <summary>A GraphQL request as GraphQL over HTTP defines it.</summary>
/// <param name="Query">The document.</param>
/// <param name="OperationName">Which of its operations to run; null when there is only one.</param>
/// <param name="Variables">The values of its variables.</param>
internal sealed record GraphQLRequestBody(string Query, string? OperationName, Inputs? Variables);
