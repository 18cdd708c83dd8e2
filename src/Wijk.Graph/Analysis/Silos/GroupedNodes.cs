using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Silos;

/// <summary>The nodes of a network that have a group: the network among themselves, and the group of each.</summary>
internal readonly record struct GroupedNodes(Network Network, int[] Groups)
{
    /// <summary>Leaves out the nodes without a group.</summary>
    /// <param name="network">The network.</param>
    /// <param name="groupOf">The group of each node, from 0, or <see cref="EiIndex.NoGroup"/>.</param>
    /// <exception cref="ArgumentException">There is not one group for each node.</exception>
    public static GroupedNodes Of(Network network, ReadOnlySpan<int> groupOf)
    {
        if (groupOf.Length != network.NodeCount)
            throw new ArgumentException($"{groupOf.Length} groups for {network.NodeCount} nodes; give one for each node.", nameof(groupOf));
        var (nodes, groups) = (new List<int>(), new List<int>());
        for (var node = 0; node < groupOf.Length; node++)
        {
            if (groupOf[node] == EiIndex.NoGroup) continue;
            nodes.Add(node);
            groups.Add(groupOf[node]);
        }

        return new(network.Among([.. nodes]), [.. groups]);
    }
}
