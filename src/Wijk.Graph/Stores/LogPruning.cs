namespace Wijk.Graph.Stores;

/// <summary>What pruning takes from a log.</summary>
/// <param name="UpTo">The version up to which the log is pruned; 0 when all of it is too young.</param>
/// <param name="ChangeCount">How many changes the log holds up to there.</param>
/// <param name="ReplacedCount">How many of these a later one up to there replaced: they go.</param>
public sealed record LogPruning(long UpTo, long ChangeCount, long ReplacedCount);
