using GraphQL;

namespace Wijk.GraphQL.Execution;

/// <summary>An argument that no answer can be given to; the message names it, its value, the rule and what to do.</summary>
internal sealed class WrongArgument : ExecutionError
{
    public WrongArgument(string message) : base(message) => Code = "INVALID_ARGUMENT";
}
