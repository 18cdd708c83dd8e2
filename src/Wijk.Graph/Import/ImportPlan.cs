using Wijk.Graph.Stores;

namespace Wijk.Graph.Import;

/// <summary>What an import would write, and what to report about it.</summary>
/// <param name="ChangeSet">The changes; null when rows are refused or there is nothing to do.</param>
/// <param name="Report">What was found.</param>
public sealed record ImportPlan(ChangeSet? ChangeSet, ImportReport Report);
