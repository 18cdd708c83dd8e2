namespace Wijk.Graph.Analysis.Clusters;

/// <summary>Leiden's third phase: makes a level of which each node is a part of the one below.</summary>
/// <remarks>Edges between two parts become one edge with the sum of their weights, taken in double precision; those inside a part are left out.</remarks>
internal sealed class LevelAggregation(int threadCount)
{
    private const int NodesPerPortion = 4096;

    private readonly double[][] sums = [.. Enumerable.Repeat<double[]>([], threadCount)];
    private readonly int[][] touched = [.. Enumerable.Repeat<int[]>([], threadCount)];

    /// <summary>Fills the next level.</summary>
    /// <param name="level">The level below.</param>
    /// <param name="partOf">The part of each of its nodes.</param>
    /// <param name="parts">The nodes of each part.</param>
    /// <param name="next">The level to fill.</param>
    public void Run(LeidenLevel level, int[] partOf, Grouping parts, LeidenLevel next)
    {
        next.Fit(parts.Count, level.EntryCount);
        var portions = Portions.Of(parts, NodesPerPortion);

        // Each portion writes from where its entries would start if nothing were merged, so that portions need not wait for each other.
        var (starts, ends) = (new int[portions.Count + 1], new int[portions.Count]);
        for (var portion = 0; portion < portions.Count; portion++)
        {
            var entryCount = 0;
            for (var at = parts.Starts[portions.Cuts[portion]]; at < parts.Starts[portions.Cuts[portion + 1]]; at++)
                entryCount += level.Offsets[parts.Nodes[at] + 1] - level.Offsets[parts.Nodes[at]];
            starts[portion + 1] = starts[portion] + entryCount;
        }

        portions.Share(threadCount, (thread, portion) =>
        {
            if (sums[thread].Length < parts.Count) (sums[thread], touched[thread]) = (new double[parts.Count], new int[parts.Count + 1]);
            var write = starts[portion];
            for (var part = portions.Cuts[portion]; part < portions.Cuts[portion + 1]; part++)
                next.Offsets[part + 1] = write = Fill(level, partOf, parts, next, part, write, sums[thread], touched[thread]);
            ends[portion] = write;
        });
        Close(portions, starts, ends, next);
    }

    private static int Fill(LeidenLevel level, int[] partOf, Grouping parts, LeidenLevel next, int part, int write, double[] sums, int[] touched)
    {
        var (touchedCount, mass, size) = (0, 0.0, 0);
        foreach (var node in parts.Of(part))
        {
            mass += level.Mass[node];
            size += level.Sizes[node];
            var neighbors = level.Neighbors.AsSpan(level.Offsets[node]..level.Offsets[node + 1]);
            var weights = level.Weights.AsSpan(level.Offsets[node]..level.Offsets[node + 1]);
            for (var entry = 0; entry < neighbors.Length; entry++)
            {
                // Every weight is above 0, so a sum of 0 means: not met yet.
                var other = partOf[neighbors[entry]];
                touched[touchedCount] = other;
                touchedCount += sums[other] == 0 ? 1 : 0;
                sums[other] += weights[entry];
            }
        }

        foreach (var other in touched.AsSpan(..touchedCount))
        {
            if (other != part) (next.Neighbors[write], next.Weights[write++]) = (other, (float)sums[other]);
            sums[other] = 0;
        }

        (next.Mass[part], next.Sizes[part]) = (mass, size);
        return write;
    }

    private static void Close(Portions portions, int[] starts, int[] ends, LeidenLevel next)
    {
        var write = 0;
        for (var portion = 0; portion < portions.Count; portion++)
        {
            var (start, length) = (starts[portion], ends[portion] - starts[portion]);
            if (write < start)
            {
                Array.Copy(next.Neighbors, start, next.Neighbors, write, length);
                Array.Copy(next.Weights, start, next.Weights, write, length);
                foreach (ref var offset in next.Offsets.AsSpan((portions.Cuts[portion] + 1)..(portions.Cuts[portion + 1] + 1))) offset -= start - write;
            }

            write += length;
        }
    }
}
