using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Centrality;

/// <summary>Brandes' accumulation: adds, source by source, how much the paths from that source depend on each node.</summary>
internal sealed class PathDependencies(Network network)
{
    private readonly int[] reached = new int[network.NodeCount];
    private readonly int[] distance = Unreached(network.NodeCount);
    private readonly double[] pathCount = new double[network.NodeCount];
    private readonly double[] dependency = new double[network.NodeCount];

    /// <summary>The sums so far, by node.</summary>
    public double[] Sums { get; } = new double[network.NodeCount];

    /// <summary>Adds the dependencies of one source.</summary>
    public void AddFrom(int source)
    {
        var reachedCount = CountPaths(source);
        var offsets = network.Offsets;
        var neighbors = network.Neighbors();

        // From the farthest back: what depends on a node is shared over its predecessors by their share of the paths.
        for (var place = reachedCount - 1; place > 0; place--)
        {
            var node = reached[place];
            var nearer = distance[node] - 1;
            var share = (1 + dependency[node]) / pathCount[node];
            foreach (var neighbor in neighbors[offsets[node]..offsets[node + 1]])
            {
                if (distance[neighbor] == nearer) dependency[neighbor] += pathCount[neighbor] * share;
            }

            Sums[node] += dependency[node];
        }

        foreach (var node in reached.AsSpan(..reachedCount)) (distance[node], pathCount[node], dependency[node]) = (-1, 0, 0);
    }

    private int CountPaths(int source)
    {
        var offsets = network.Offsets;
        var neighbors = network.Neighbors();
        var (head, tail) = (0, 1);
        (reached[0], distance[source], pathCount[source]) = (source, 0, 1);
        while (head < tail)
        {
            var node = reached[head++];
            var (next, paths) = (distance[node] + 1, pathCount[node]);
            foreach (var neighbor in neighbors[offsets[node]..offsets[node + 1]])
            {
                if (distance[neighbor] < 0)
                {
                    distance[neighbor] = next;
                    reached[tail++] = neighbor;
                }

                if (distance[neighbor] == next) pathCount[neighbor] += paths;
            }
        }

        return tail;
    }

    private static int[] Unreached(int nodeCount)
    {
        var distance = new int[nodeCount];
        distance.AsSpan().Fill(-1);
        return distance;
    }
}
