namespace Wijk.Graph.Stores.Neo4j.QueryApi;

/// <summary>Why one try of a statement gave no answer.</summary>
/// <param name="Error">What the caller gets when it is not tried again.</param>
/// <param name="IsTransient">Whether the same request may succeed later.</param>
/// <param name="IsAbandoned">Whether the server may still be at work on it.</param>
internal sealed record Failure(StoreException Error, bool IsTransient, bool IsAbandoned = false);
