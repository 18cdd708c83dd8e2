namespace Wijk.Graph.Analysis.Clusters;

/// <summary>Makes sure that communities are connected inside.</summary>
internal static class ConnectedParts
{
    /// <summary>Splits every community into its connected parts and numbers these by lowest node, in place.</summary>
    /// <remarks>
    /// Parts with no edge between them only cost quality together, so a split never lowers it. Leiden's own communities are connected when
    /// its last level comes to rest; this guarantees it, also when a run was stopped before that. The nodes of a level are connected inside
    /// themselves, so that it is enough to look at the last. O(nodes + edges).
    /// </remarks>
    /// <returns>How many parts there are.</returns>
    public static int Separate(LeidenLevel level, Span<int> communityOf)
    {
        var (partOf, queue, partCount) = (new int[communityOf.Length], new int[communityOf.Length], 0);
        partOf.AsSpan().Fill(-1);
        for (var start = 0; start < partOf.Length; start++)
        {
            if (partOf[start] >= 0) continue;
            var (head, tail) = (0, 1);
            (queue[0], partOf[start]) = (start, partCount);
            while (head < tail)
            {
                var node = queue[head++];
                foreach (var neighbor in level.Neighbors.AsSpan(level.Offsets[node]..level.Offsets[node + 1]))
                {
                    if (partOf[neighbor] >= 0 || communityOf[neighbor] != communityOf[node]) continue;
                    partOf[neighbor] = partCount;
                    queue[tail++] = neighbor;
                }
            }

            partCount++;
        }

        partOf.CopyTo(communityOf);
        return partCount;
    }
}
