using Wijk.Graph.Model;

namespace Wijk.GraphQL.Execution;

/// <summary>The store cannot be read or written now, so nothing can be changed; the request may be sent again.</summary>
/// <param name="why">The store's own sentence.</param>
/// <param name="inner">What the store threw; null when it only kept silent.</param>
internal sealed class StoreAway(Words why, Exception? inner = null) : ExplainedError(ErrorCode.StoreUnavailable, why, inner: inner);
