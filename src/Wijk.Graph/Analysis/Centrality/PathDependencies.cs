using System.Runtime.Intrinsics;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Centrality;

/// <summary>Brandes' accumulation for eight sources at once: adds how much the paths from them depend on each node. Its memory serves again.</summary>
/// <remarks>
/// Each source has a lane of a vector. Nodes at the same distance from several sources are visited once for all of them, so sources that stand near each
/// other share most of the work; and what a visit does has no branch. Source for the search side by side: Then et al. (2014), doi:10.14778/2735496.2735507.
/// </remarks>
internal sealed class PathDependencies(Network network)
{
    /// <summary>How many sources at once.</summary>
    public const int LaneCount = 8;

    private static readonly Vector512<double>[] LanesOf = [.. Enumerable.Range(0, 1 << LaneCount).Select(Lanes)];

    private readonly Vector512<double>[] pathCount = new Vector512<double>[network.NodeCount];
    private readonly Vector512<double>[] flow = new Vector512<double>[network.NodeCount];

    // On the way out the paths that come in from one step nearer; on the way back what depends on the node.
    private readonly Vector512<double>[] received = new Vector512<double>[network.NodeCount];
    private readonly byte[] reached = new byte[network.NodeCount];
    private readonly bool[] isTouched = new bool[network.NodeCount];
    private readonly int[] touched = new int[network.NodeCount + 1];
    private readonly List<int> levelStarts = [];
    private (int Node, byte Mask)[] visits = new (int, byte)[network.NodeCount];
    private int visitCount;

    /// <summary>Adds the dependencies of some sources, 1 to <see cref="LaneCount"/> different ones.</summary>
    /// <param name="sources">The nodes from which paths begin.</param>
    /// <param name="sums">What is added to, by node.</param>
    public void AddFrom(ReadOnlySpan<int> sources, double[] sums)
    {
        CountPaths(sources);

        // From the farthest back: what depends on a node is shared over its predecessors by their share of the paths.
        for (var level = levelStarts.Count - 2; level > 0; level--) Share(Level(level), Level(level - 1));

        // Paths do not depend on where they begin.
        for (var lane = 0; lane < sources.Length; lane++) received[sources[lane]] = received[sources[lane]].WithElement(lane, 0);
        foreach (var (node, _) in visits.AsSpan(..visitCount))
        {
            if (reached[node] == 0) continue;
            sums[node] += Sum(received[node]);
            (reached[node], pathCount[node], received[node]) = (0, Vector512<double>.Zero, Vector512<double>.Zero);
        }
    }

    private void CountPaths(ReadOnlySpan<int> sources)
    {
        (visitCount, levelStarts.Capacity) = (0, Math.Max(levelStarts.Capacity, 16));
        levelStarts.Clear();
        levelStarts.Add(0);
        for (var lane = 0; lane < sources.Length; lane++)
        {
            var source = sources[lane];
            (pathCount[source], reached[source]) = (Vector512<double>.Zero.WithElement(lane, 1), (byte)(1 << lane));
            Visit(source, reached[source]);
        }

        while (levelStarts[^1] < visitCount)
        {
            levelStarts.Add(visitCount);
            foreach (var node in Send(Level(levelStarts.Count - 2)))
            {
                var (paths, isNew) = (received[node], (byte)(Vector512.GreaterThan(received[node], Vector512<double>.Zero).ExtractMostSignificantBits() & ~(uint)reached[node]));
                (received[node], isTouched[node]) = (Vector512<double>.Zero, false);
                if (isNew == 0) continue;
                pathCount[node] += paths & LanesOf[isNew];
                reached[node] |= isNew;
                Visit(node, isNew);
            }
        }
    }

    // Sends the paths of a level on to the neighbors, and gives these.
    private ReadOnlySpan<int> Send(ReadOnlySpan<(int Node, byte Mask)> level)
    {
        var (offsets, neighbors, _) = network.Rows;
        var (received, isTouched, touched, count) = (this.received, this.isTouched, this.touched, 0);
        foreach (var (node, mask) in level)
        {
            var paths = pathCount[node] & LanesOf[mask];
            foreach (var neighbor in neighbors.AsSpan(offsets[node]..offsets[node + 1]))
            {
                touched[count] = neighbor;
                count += isTouched[neighbor] ? 0 : 1;
                isTouched[neighbor] = true;
                received[neighbor] += paths;
            }
        }

        return touched.AsSpan(..count);
    }

    private void Share(ReadOnlySpan<(int Node, byte Mask)> level, ReadOnlySpan<(int Node, byte Mask)> nearer)
    {
        var (offsets, neighbors, _) = network.Rows;
        var flow = this.flow;
        foreach (var (node, mask) in level) flow[node] = ((Vector512<double>.One + received[node]) / pathCount[node]) & LanesOf[mask];
        foreach (var (node, mask) in nearer)
        {
            var sum = Vector512<double>.Zero;
            foreach (var neighbor in neighbors.AsSpan(offsets[node]..offsets[node + 1])) sum += flow[neighbor];
            received[node] += (sum * pathCount[node]) & LanesOf[mask];
        }

        foreach (var (node, _) in level) flow[node] = Vector512<double>.Zero;
    }

    private void Visit(int node, byte mask)
    {
        if (visitCount == visits.Length) Array.Resize(ref visits, 2 * visits.Length);
        visits[visitCount++] = (node, mask);
    }

    private ReadOnlySpan<(int Node, byte Mask)> Level(int level) =>
        visits.AsSpan(levelStarts[level]..(level + 1 < levelStarts.Count ? levelStarts[level + 1] : visitCount));

    // In a fixed order, so that the last bit is the same on any machine.
    private static double Sum(Vector512<double> lanes)
    {
        var four = lanes.GetLower() + lanes.GetUpper();
        var two = four.GetLower() + four.GetUpper();
        return two[0] + two[1];
    }

    private static Vector512<double> Lanes(int mask)
    {
        var lanes = Vector512<long>.Zero;
        for (var lane = 0; lane < LaneCount; lane++) lanes = lanes.WithElement(lane, (mask >> lane & 1) == 0 ? 0 : -1);
        return lanes.AsDouble();
    }
}
