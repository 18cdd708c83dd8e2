using Wijk.Graph.Model;

namespace Wijk.GraphQL.Execution;

/// <summary>An argument that no answer can be given to.</summary>
/// <param name="why">Names the argument, its value, the rule and what to do.</param>
internal sealed class WrongArgument(Words why) : ExplainedError(ErrorCode.InvalidArgument, why);
