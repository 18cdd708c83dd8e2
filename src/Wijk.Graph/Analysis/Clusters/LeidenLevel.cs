using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Clusters;

/// <summary>A network at one level of aggregation, packed as compressed sparse rows. Its arrays may be longer than it needs: they serve again.</summary>
/// <remarks>Self-loops are not kept: no move changes what they bring.</remarks>
internal sealed class LeidenLevel
{
    /// <summary>How many nodes there are.</summary>
    public int NodeCount { get; private set; }

    /// <summary>Where the row of each node starts in <see cref="Neighbors"/>; one more than there are nodes.</summary>
    public int[] Offsets { get; private set; } = [0];

    /// <summary>The rows of neighbors one after the other; each edge is in the rows of both its ends.</summary>
    public int[] Neighbors { get; private set; } = [];

    /// <summary>The weight of each entry of <see cref="Neighbors"/>.</summary>
    public float[] Weights { get; private set; } = [];

    /// <summary>The mass of each node, which <see cref="LeidenAim"/> explains.</summary>
    public double[] Mass { get; private set; } = [];

    /// <summary>How many nodes of the network itself each stands for.</summary>
    public int[] Sizes { get; private set; } = [];

    /// <summary>How many entries the rows have together.</summary>
    public int EntryCount => Offsets[NodeCount];

    /// <summary>The lowest level: the rows of the network itself.</summary>
    /// <param name="network">The network.</param>
    /// <param name="byNodes">Whether mass is the number of nodes, as CPM asks, and not strength.</param>
    /// <param name="sizes">How many nodes each stands for; empty when each stands for itself.</param>
    public static LeidenLevel Of(Network network, bool byNodes, ReadOnlySpan<int> sizes)
    {
        var (offsets, neighbors, weights) = network.Rows;
        var level = new LeidenLevel
        {
            NodeCount = network.NodeCount,
            Offsets = offsets,
            Neighbors = neighbors,
            Weights = weights,
            Mass = new double[network.NodeCount],
            Sizes = new int[network.NodeCount],
        };
        if (!sizes.IsEmpty && sizes.Length != network.NodeCount)
            throw new ArgumentException($"{sizes.Length} sizes for {network.NodeCount} nodes; give one for each node or none.", nameof(sizes));
        if (sizes.IsEmpty) level.Sizes.AsSpan().Fill(1);
        else sizes.CopyTo(level.Sizes);
        for (var node = 0; node < level.NodeCount; node++)
        {
            var mass = byNodes ? level.Sizes[node] : 2.0 * network.SelfWeight(node);
            if (!byNodes)
            {
                foreach (var weight in weights.AsSpan(offsets[node]..offsets[node + 1])) mass += weight;
            }

            level.Mass[node] = mass;
        }

        return level;
    }

    /// <summary>Makes room, without keeping what was there.</summary>
    public void Fit(int nodeCount, int entryCount)
    {
        NodeCount = nodeCount;
        if (Mass.Length < nodeCount)
            (Offsets, Mass, Sizes) = (New<int>(nodeCount + 1), New<double>(nodeCount), New<int>(nodeCount));
        if (Neighbors.Length < entryCount) (Neighbors, Weights) = (New<int>(entryCount), New<float>(entryCount));
        Offsets[0] = 0;
    }

    private static T[] New<T>(int length) => GC.AllocateUninitializedArray<T>(length);
}
