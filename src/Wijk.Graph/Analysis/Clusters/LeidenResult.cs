using System.Collections.Immutable;

namespace Wijk.Graph.Analysis.Clusters;

/// <summary>The communities a Leiden run found.</summary>
/// <param name="CommunityOf">The community of each node; numbered by lowest node, so node 0 is in community 0. Each is connected inside.</param>
/// <param name="CommunityCount">How many communities there are; 0 without nodes.</param>
/// <param name="Quality">The modularity or CPM quality reached, at the resolution asked; null for modularity without edges.</param>
/// <param name="IterationCount">How many iterations were made.</param>
/// <param name="HasConverged">Whether the last iteration changed nothing.</param>
public sealed record LeidenResult(
    ImmutableArray<int> CommunityOf, int CommunityCount, double? Quality, int IterationCount, bool HasConverged);
