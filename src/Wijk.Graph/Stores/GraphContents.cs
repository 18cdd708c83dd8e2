using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores;

/// <summary>Everything a store holds at one version.</summary>
/// <param name="Version">The version.</param>
/// <param name="Nodes">All nodes, ordered by key (ordinal).</param>
/// <param name="Relations">All relations, in no promised order; both ends of each are in <paramref name="Nodes"/>.</param>
public sealed record GraphContents(GraphVersion Version, IReadOnlyList<Node> Nodes, IReadOnlyList<Relation> Relations)
{
    /// <summary>Records that do not stand in the store as they are here: empty unless somebody edited the store outside Wijk.</summary>
    public ImmutableArray<RecordWarning> Warnings { get; init; } = [];
}

/// <summary>A record that is served in another form than it has in the store, or not at all.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Message">Which property is wrong and why, what is served instead, and what to do.</param>
public sealed record RecordWarning(string Key, Words Message);
