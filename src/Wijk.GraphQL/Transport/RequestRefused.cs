using Wijk.Graph.Model;
using Wijk.GraphQL.Execution;

namespace Wijk.GraphQL.Transport;

/// <summary>A request that is refused before anything is run.</summary>
/// <param name="kind">What sort of error it is.</param>
/// <param name="why">What is wrong and what to do.</param>
internal sealed class RequestRefused(ErrorCode kind, Words why) : ExplainedException(why)
{
    /// <summary>What sort of error it is; with it goes the HTTP status.</summary>
    public ErrorCode Kind { get; } = kind;
}
