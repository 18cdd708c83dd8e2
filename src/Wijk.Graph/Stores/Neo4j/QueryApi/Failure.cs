namespace Wijk.Graph.Stores.Neo4j;

/// <summary>Why one try of a statement gave no answer.</summary>
/// <param name="Error">What the caller is told when it is not tried again.</param>
/// <param name="IsTransient">Whether the same request may succeed later.</param>
/// <param name="NothingDone">Whether it is known that the statement changed nothing.</param>
internal sealed record Failure(StoreException Error, bool IsTransient, bool NothingDone);
