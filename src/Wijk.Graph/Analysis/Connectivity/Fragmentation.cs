namespace Wijk.Graph.Analysis.Connectivity;

/// <summary>How far a network has fallen apart.</summary>
public static class Fragmentation
{
    /// <summary>Share of node pairs with no path between them.</summary>
    /// <remarks>
    /// 1 − Σ s(s − 1) / n(n − 1), with s the component sizes and n their sum.
    /// Source: Borgatti (2006), doi:10.1007/s10588-006-7084-x.
    /// </remarks>
    /// <param name="componentSizes">Nodes per connected component; length = number of components.</param>
    /// <returns>A ratio, 0 (all pairs connected) to 1 (every node alone); null below two nodes, where there are no pairs.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A component size is below 1.</exception>
    public static double? Of(ReadOnlySpan<int> componentSizes)
    {
        long nodes = 0, connectedPairs = 0;
        foreach (var size in componentSizes)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(size, 1, nameof(componentSizes));
            nodes += size;
            connectedPairs += (long)size * (size - 1);
        }

        return nodes < 2 ? null : 1 - ((double)connectedPairs / (nodes * (nodes - 1)));
    }
}
