using System.Numerics;
using System.Runtime.Intrinsics;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Connectivity;

/// <summary>Counts pairs of nodes by the steps between them, from 512 nodes at once. Its memory serves again; for one thread.</summary>
/// <remarks>
/// Each source has a bit. A node at the same distance from many sources is visited once for all of them, so an edge is walked about as often as there are
/// distances and not as there are sources. Source: Then et al. (2014), doi:10.14778/2735496.2735507.
/// </remarks>
/// <param name="network">The network; weights do not matter.</param>
/// <param name="isCounted">Whether each node counts as the far end of a pair; empty when all do.</param>
internal sealed class DistanceCounts(Network network, bool[] isCounted)
{
    /// <summary>How many sources at once.</summary>
    public const int SourceCount = 512;

    private readonly Vector512<ulong>[] reached = new Vector512<ulong>[network.NodeCount];
    private readonly Vector512<ulong>[] frontier = new Vector512<ulong>[network.NodeCount];
    private readonly Vector512<ulong>[] next = new Vector512<ulong>[network.NodeCount];
    private readonly int[] active = new int[network.NodeCount];
    private readonly bool[] isTouched = new bool[network.NodeCount];
    private readonly int[] touched = new int[network.NodeCount + 1];

    /// <summary>How many pairs of a source and a node that counts are each number of steps apart; index 0 stays 0.</summary>
    public long[] PairsAtDistance { get; } = new long[Math.Max(1, network.NodeCount)];

    /// <summary>Adds the pairs of some sources, at most <see cref="SourceCount"/> different ones.</summary>
    public void AddFrom(ReadOnlySpan<int> sources)
    {
        reached.AsSpan().Clear();
        for (var source = 0; source < sources.Length; source++)
        {
            var node = sources[source];
            active[source] = node;
            reached[node] = frontier[node] = Vector512<ulong>.Zero.WithElement(source / 64, 1UL << source % 64);
        }

        var (distance, activeCount) = (0, sources.Length);
        while (activeCount > 0) activeCount = Reach(Send(active.AsSpan(..activeCount)), ++distance);
    }

    // Sends who has come to each node on to its neighbors, and gives these.
    private ReadOnlySpan<int> Send(ReadOnlySpan<int> nodes)
    {
        var (offsets, neighbors, _) = network.Rows;
        var (next, isTouched, touched, count) = (this.next, this.isTouched, this.touched, 0);
        foreach (var node in nodes)
        {
            var sources = frontier[node];
            foreach (var neighbor in neighbors.AsSpan(offsets[node]..offsets[node + 1]))
            {
                // Written first and counted afterwards, since a branch here would be mispredicted.
                touched[count] = neighbor;
                count += isTouched[neighbor] ? 0 : 1;
                isTouched[neighbor] = true;
                next[neighbor] |= sources;
            }
        }

        return touched.AsSpan(..count);
    }

    private int Reach(ReadOnlySpan<int> nodes, int distance)
    {
        var (activeCount, pairs) = (0, 0L);
        foreach (var node in nodes)
        {
            var isNew = Vector512.AndNot(next[node], reached[node]);
            (next[node], isTouched[node]) = (Vector512<ulong>.Zero, false);
            if (isNew == Vector512<ulong>.Zero) continue;
            reached[node] |= isNew;
            frontier[node] = isNew;
            active[activeCount++] = node;
            if (isCounted.Length > 0 && !isCounted[node]) continue;
            for (var part = 0; part < Vector512<ulong>.Count; part++) pairs += BitOperations.PopCount(isNew[part]);
        }

        // Beyond the last distance there is nobody, and no place.
        if (pairs > 0) PairsAtDistance[distance] += pairs;
        return activeCount;
    }
}
