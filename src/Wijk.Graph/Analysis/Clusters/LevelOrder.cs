namespace Wijk.Graph.Analysis.Clusters;

/// <summary>Numbers the nodes of a level community by community, so that what is asked together stands together in memory.</summary>
internal static class LevelOrder
{
    private const int NodesPerPortion = 4096;

    /// <summary>Fills a level with the nodes of another in the order of their communities.</summary>
    /// <param name="level">The level.</param>
    /// <param name="communities">The nodes of each community.</param>
    /// <param name="place">Scratch memory: one number for each node.</param>
    /// <param name="threadCount">How many threads at most.</param>
    /// <param name="next">The level to fill: its node i is node communities.Nodes[i].</param>
    public static void Run(LeidenLevel level, Grouping communities, int[] place, int threadCount, LeidenLevel next)
    {
        next.Fit(level.NodeCount, level.EntryCount);
        for (var at = 0; at < level.NodeCount; at++)
        {
            var node = communities.Nodes[at];
            place[node] = at;
            next.Offsets[at + 1] = next.Offsets[at] + level.Offsets[node + 1] - level.Offsets[node];
        }

        var portions = Portions.Of(communities, NodesPerPortion);
        portions.Share(threadCount, (_, portion) =>
        {
            var (first, last) = (communities.Starts[portions.Cuts[portion]], communities.Starts[portions.Cuts[portion + 1]]);
            for (var at = first; at < last; at++)
            {
                var node = communities.Nodes[at];
                (next.Mass[at], next.Sizes[at]) = (level.Mass[node], level.Sizes[node]);
                var row = next.Offsets[at]..next.Offsets[at + 1];
                level.Weights.AsSpan(level.Offsets[node]..level.Offsets[node + 1]).CopyTo(next.Weights.AsSpan(row));
                var write = next.Offsets[at];
                foreach (var neighbor in level.Neighbors.AsSpan(level.Offsets[node]..level.Offsets[node + 1])) next.Neighbors[write++] = place[neighbor];
            }
        });
    }
}
