using Wijk.Graph.Stores;

namespace Wijk.Graph.Import.Merges;

/// <summary>What making two nodes one, or one two again, would write.</summary>
/// <param name="ChangeSet">The changes.</param>
/// <param name="Merge">The merge that is made or undone.</param>
public sealed record MergePlan(ChangeSet ChangeSet, Merge Merge);
