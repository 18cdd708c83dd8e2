using System.Collections.Immutable;

namespace Wijk.Graph.Model;

/// <summary>The clusters that were found at one version, with the ids that they keep: bookkeeping of a store, no part of the graph.</summary>
/// <param name="Version">The version of the graph.</param>
/// <param name="Day">The day that was looked at.</param>
/// <param name="Clusters">The clusters and blocks, by id.</param>
public sealed record KeptClusters(long Version, DateOnly Day, ImmutableArray<KeptCluster> Clusters)
{
    /// <summary>How many versions a store keeps clusters of: those in which they changed last.</summary>
    public const int MostKept = 100;

    /// <summary>Whether another has the same ids with the same members, whatever its version.</summary>
    public bool SaysAsMuchAs(KeptClusters other) => Clusters.SequenceEqual(other.Clusters);

    /// <inheritdoc/>
    public bool Equals(KeptClusters? other) => other is not null && (Version, Day) == (other.Version, other.Day) && SaysAsMuchAs(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Version, Day, Clusters.Length);
}

/// <summary>A cluster that was found, or a block.</summary>
/// <param name="Id">Its id, kept as long as its membership overlaps most with what it was.</param>
/// <param name="IsBlock">Whether it was only apart from the rest.</param>
/// <param name="Members">The keys of its members, ordinal.</param>
public sealed record KeptCluster(string Id, bool IsBlock, ImmutableArray<string> Members)
{
    /// <inheritdoc/>
    public bool Equals(KeptCluster? other) => other is not null && (Id, IsBlock) == (other.Id, other.IsBlock) && Members.SequenceEqual(other.Members);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Members.Length);
}
