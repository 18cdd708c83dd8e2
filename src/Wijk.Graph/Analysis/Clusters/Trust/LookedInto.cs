using System.Collections.Immutable;

namespace Wijk.Graph.Analysis.Clusters.Trust;

/// <summary>A part of a network that was looked into, and what stands in it itself: not in a part that was looked into further.</summary>
/// <param name="Depth">1 for the whole network, one more for a part of a part.</param>
/// <param name="Nodes">Its nodes in the whole network, ascending.</param>
/// <param name="Layers">What it is made of: node i is the i-th of its nodes.</param>
/// <param name="Groups">What stands in it, by its own numbers.</param>
internal sealed record LookedInto(int Depth, ImmutableArray<int> Nodes, NetworkLayers Layers, List<TrustedGroup> Groups);
