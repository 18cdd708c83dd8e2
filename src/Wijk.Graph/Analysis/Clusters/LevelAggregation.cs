namespace Wijk.Graph.Analysis.Clusters;

/// <summary>Leiden's third phase: makes a level of which each node is a part of the one below.</summary>
/// <remarks>Edges between two parts become one edge with the sum of their weights, taken in double precision; those inside a part are left out.</remarks>
internal sealed class LevelAggregation(int threadCount)
{
    private const int NodesPerPortion = 4096;

    // So much is written before it is closed up: what merging leaves free is used again at once, and memory stays near what is kept.
    private const int PortionsAtOnce = 16;

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
        var write = 0;
        for (var first = 0; first < portions.Count; first += PortionsAtOnce)
            write = Run(level, partOf, parts, next, portions, first, Math.Min(PortionsAtOnce, portions.Count - first), write);
    }

    // Each portion writes from where its entries would start if nothing were merged, so that portions need not wait for each other.
    private int Run(LeidenLevel level, int[] partOf, Grouping parts, LeidenLevel next, Portions portions, int first, int count, int from)
    {
        var (starts, ends) = (new int[count + 1], new int[count]);
        starts[0] = from;
        for (var number = 0; number < count; number++)
        {
            var entryCount = 0;
            for (var at = parts.Starts[portions.Cuts[first + number]]; at < parts.Starts[portions.Cuts[first + number + 1]]; at++)
                entryCount += level.Offsets[parts.Nodes[at] + 1] - level.Offsets[parts.Nodes[at]];
            starts[number + 1] = starts[number] + entryCount;
        }

        Portions.Share(threadCount, first, count, (thread, portion) =>
        {
            if (sums[thread].Length < parts.Count) (sums[thread], touched[thread]) = (new double[parts.Count], new int[parts.Count + 1]);
            var write = starts[portion - first];
            for (var part = portions.Cuts[portion]; part < portions.Cuts[portion + 1]; part++)
                next.Offsets[part + 1] = write = Fill(level, partOf, parts, next, part, write, sums[thread], touched[thread]);
            ends[portion - first] = write;
        });
        return Close(portions.Cuts.Slice(first, count + 1), starts, ends, next);
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

    private static int Close(ReadOnlySpan<int> cuts, int[] starts, int[] ends, LeidenLevel next)
    {
        var write = starts[0];
        for (var portion = 0; portion < ends.Length; portion++)
        {
            var (start, length) = (starts[portion], ends[portion] - starts[portion]);
            if (write < start)
            {
                Array.Copy(next.Neighbors, start, next.Neighbors, write, length);
                Array.Copy(next.Weights, start, next.Weights, write, length);
                foreach (ref var offset in next.Offsets.AsSpan((cuts[portion] + 1)..(cuts[portion + 1] + 1))) offset -= start - write;
            }

            write += length;
        }

        return write;
    }
}
