using Wijk.Graph.Model;

namespace Wijk.Graph.Stores;

/// <summary>Everything a store holds at one version.</summary>
/// <param name="Version">The version.</param>
/// <param name="Nodes">All nodes, ordered by key (ordinal).</param>
/// <param name="Relations">All relations, in no promised order; both ends of each are in <paramref name="Nodes"/>.</param>
public sealed record GraphContents(GraphVersion Version, IReadOnlyList<Node> Nodes, IReadOnlyList<Relation> Relations);
