using System.Collections.Immutable;

namespace Wijk.Graph.Analysis.Clusters.Trust;

/// <summary>What hangs together more than chance.</summary>
/// <param name="GroupOf">The group of each node, −1 for a node that is in none.</param>
/// <param name="Groups">The clusters, the largest first, then the blocks.</param>
/// <param name="Ambiguity">How far the seeded runs disagree on each node, 0 to 1.</param>
/// <param name="RandomCount">How many random networks the whole was held against: a p lower than 1 in so many and one is estimated from how far they differ.</param>
/// <param name="DescriptionLength">What it takes to describe the ties, shared places left out, with and without these groups; null without ties.</param>
public sealed record TrustResult(
    ImmutableArray<int> GroupOf, ImmutableArray<TrustedGroup> Groups, ImmutableArray<double> Ambiguity, int RandomCount, DescriptionLength? DescriptionLength)
{
    /// <summary>The cluster of the whole network that comes nearest to standing and does not; null when all stand, or there are none.</summary>
    public ClusterStanding? Nearest { get; init; }

    /// <summary>How many groups are clusters: they come first.</summary>
    public int ClusterCount => Groups.Count(group => !group.IsBlock);
}

/// <summary>Nodes that hang together more than chance.</summary>
/// <param name="Nodes">The nodes, ascending.</param>
/// <param name="IsBlock">Whether it is only apart from the rest: it is too large to be one cluster, or none of its nodes is tied into a part of it, and inside it nothing stands.</param>
/// <param name="Standing">How it compares with chance; of a block, that of the whole or its largest part.</param>
public sealed record TrustedGroup(ImmutableArray<int> Nodes, bool IsBlock, ClusterStanding Standing)
{
    /// <summary>Whether its nodes are in it because at least half of their ties are: they have too few to test each.</summary>
    public bool IsByMajority { get; init; }

    /// <summary>How often it comes back in resampled networks; null when that was not asked for.</summary>
    public Stability? Stability { get; init; }
}
