using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Centrality;

/// <summary>Brandes' accumulation for one source where edges have lengths: adds how much the paths from it depend on each node. Its memory serves again.</summary>
/// <remarks>
/// Most nodes have one nearest predecessor: it is kept while searching. Only of nodes with several as near, marked by the way, are the predecessors looked up again among their neighbors.
/// </remarks>
/// <param name="network">The network.</param>
/// <param name="lengths">The length of each entry of its neighbors, above 0.</param>
internal sealed class WeightedPathDependencies(Network network, double[] lengths)
{
    // Paths that differ by less are as long: what differs is how their sums are rounded.
    private const double Tolerance = 1e-10;

    private readonly double[] distance = Filled(network.NodeCount, double.PositiveInfinity);
    private readonly double[] pathCount = new double[network.NodeCount];
    private readonly double[] received = new double[network.NodeCount];
    private readonly int[] predecessor = new int[network.NodeCount];
    private readonly bool[] hasSeveral = new bool[network.NodeCount];
    private readonly int[] order = new int[network.NodeCount];
    private readonly NearestFirst open = new(network.NodeCount);

    /// <summary>Adds the dependencies of a source.</summary>
    /// <param name="source">The node from which paths begin.</param>
    /// <param name="sums">What is added to, by node.</param>
    public void AddFrom(int source, double[] sums)
    {
        var reached = order.AsSpan(..Search(source));
        pathCount[source] = 1;
        foreach (var node in reached[1..]) pathCount[node] = hasSeveral[node] ? PathsTo(node) : pathCount[predecessor[node]];
        for (var place = reached.Length - 1; place > 0; place--)
        {
            var node = reached[place];
            var share = (1 + received[node]) / pathCount[node];
            if (hasSeveral[node]) ShareAmongPredecessors(node, share);
            else received[predecessor[node]] += pathCount[predecessor[node]] * share;
            sums[node] += received[node];
        }

        foreach (var node in reached) (distance[node], received[node], hasSeveral[node]) = (double.PositiveInfinity, 0, false);
    }

    // Gives how many nodes it reached, nearest first.
    private int Search(int source)
    {
        var (offsets, neighbors, _) = network.Rows;
        var (distance, predecessor, lengthOf, count) = (this.distance, this.predecessor, lengths, 0);
        distance[source] = 0;
        open.Put(source, 0);
        while (open.TryTake(out var node))
        {
            order[count++] = node;
            var near = distance[node];
            for (var entry = offsets[node]; entry < offsets[node + 1]; entry++)
            {
                var (other, along) = (neighbors[entry], near + lengthOf[entry]);
                var known = distance[other];
                if (along > known * (1 + Tolerance)) continue;
                if (along >= known * (1 - Tolerance))
                {
                    hasSeveral[other] = true;
                    continue;
                }

                (distance[other], predecessor[other]) = (along, node);
                open.Put(other, along);
            }
        }

        return count;
    }

    private double PathsTo(int node)
    {
        var (offsets, neighbors, _) = network.Rows;
        var count = 0.0;
        for (var entry = offsets[node]; entry < offsets[node + 1]; entry++)
        {
            if (IsPredecessor(neighbors[entry], entry, node)) count += pathCount[neighbors[entry]];
        }

        return count;
    }

    private void ShareAmongPredecessors(int node, double share)
    {
        var (offsets, neighbors, _) = network.Rows;
        for (var entry = offsets[node]; entry < offsets[node + 1]; entry++)
        {
            if (IsPredecessor(neighbors[entry], entry, node)) received[neighbors[entry]] += pathCount[neighbors[entry]] * share;
        }
    }

    private bool IsPredecessor(int neighbor, int entry, int node) =>
        distance[neighbor] < distance[node] && Math.Abs(distance[neighbor] + lengths[entry] - distance[node]) <= distance[node] * Tolerance;

    private static double[] Filled(int count, double value)
    {
        var values = new double[count];
        values.AsSpan().Fill(value);
        return values;
    }
}
