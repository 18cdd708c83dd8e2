namespace Wijk.Graph.Networks;

/// <summary>An undirected weighted network, packed as compressed sparse rows. Nodes have numbers from 0.</summary>
/// <remarks>
/// Parallel edges are merged into one whose weight is their sum. A self-loop is kept apart in <see cref="SelfWeight"/>
/// and is not a neighbor. Every row is ordered by neighbor, so equal networks are equal arrays.
/// </remarks>
public sealed class Network
{
    private readonly int[] offsets;
    private readonly int[] neighbors;
    private readonly float[] weights;
    private readonly float[] selfWeights;

    private Network(int[] offsets, int[] neighbors, float[] weights, float[] selfWeights) =>
        (this.offsets, this.neighbors, this.weights, this.selfWeights) = (offsets, neighbors, weights, selfWeights);

    /// <summary>The rows themselves, for code that reads them very often; never to be changed.</summary>
    internal (int[] Offsets, int[] Neighbors, float[] Weights) Rows => (offsets, neighbors, weights);

    /// <summary>How many nodes there are.</summary>
    public int NodeCount => offsets.Length - 1;

    /// <summary>How many edges join two different nodes.</summary>
    public int EdgeCount => neighbors.Length / 2;

    /// <summary>Where each node's row starts in <see cref="Neighbors()"/>; length NodeCount + 1.</summary>
    public ReadOnlySpan<int> Offsets => offsets;

    /// <summary>The rows of neighbors one after the other; each edge is in the rows of both its ends.</summary>
    public ReadOnlySpan<int> Neighbors() => neighbors;

    /// <summary>The weight of each entry of <see cref="Neighbors()"/>.</summary>
    public ReadOnlySpan<float> Weights() => weights;

    /// <summary>A node's neighbors, ascending.</summary>
    public ReadOnlySpan<int> Neighbors(int node) => neighbors.AsSpan(offsets[node]..offsets[node + 1]);

    /// <summary>The weights of a node's edges, in the order of <see cref="Neighbors(int)"/>.</summary>
    public ReadOnlySpan<float> Weights(int node) => weights.AsSpan(offsets[node]..offsets[node + 1]);

    /// <summary>How many neighbors a node has.</summary>
    public int Degree(int node) => offsets[node + 1] - offsets[node];

    /// <summary>The weight of a node's self-loop; 0 without one.</summary>
    public float SelfWeight(int node) => selfWeights[node];

    /// <summary>A network of the given edges.</summary>
    /// <param name="nodeCount">How many nodes; ends are numbers from 0 to nodeCount − 1.</param>
    /// <param name="edges">The edges; the order and which end comes first do not matter.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end is not a node, or a weight is not above 0.</exception>
    public static Network Of(int nodeCount, ReadOnlySpan<Edge> edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nodeCount);
        var (offsets, selfWeights) = (new int[nodeCount + 1], new float[nodeCount]);
        foreach (var edge in edges)
        {
            Check(edge, nodeCount);
            if (edge.A == edge.B)
            {
                selfWeights[edge.A] += edge.Weight;
                continue;
            }

            offsets[edge.A + 1]++;
            offsets[edge.B + 1]++;
        }

        for (var node = 0; node < nodeCount; node++) offsets[node + 1] += offsets[node];
        var (neighbors, weights) = (new int[offsets[^1]], new float[offsets[^1]]);
        var next = offsets.AsSpan(..nodeCount).ToArray();
        foreach (var edge in edges)
        {
            if (edge.A == edge.B) continue;
            (neighbors[next[edge.A]], weights[next[edge.A]++]) = (edge.B, edge.Weight);
            (neighbors[next[edge.B]], weights[next[edge.B]++]) = (edge.A, edge.Weight);
        }

        return MergeParallelEdges(offsets, neighbors, weights, selfWeights);
    }

    /// <summary>A network of rows that already hold each edge once at either end, in any order; the rows are put in order here.</summary>
    internal static Network OfSymmetricRows(int[] offsets, ReadOnlySpan<int> neighbors, ReadOnlySpan<float> weights, float[] selfWeights)
    {
        var (orderedNeighbors, orderedWeights) = (new int[neighbors.Length], new float[neighbors.Length]);
        var next = offsets.AsSpan(..^1).ToArray();

        // The rows are their own transpose: dealing them out from the first node on leaves every row ascending, without sorting.
        for (var node = 0; node < offsets.Length - 1; node++)
        {
            for (var entry = offsets[node]; entry < offsets[node + 1]; entry++)
            {
                var place = next[neighbors[entry]]++;
                (orderedNeighbors[place], orderedWeights[place]) = (node, weights[entry]);
            }
        }

        return new(offsets, orderedNeighbors, orderedWeights, selfWeights);
    }

    /// <summary>The network without some of its edges and with other weights.</summary>
    /// <param name="weightOf">The weight of each entry of <see cref="Neighbors()"/>, the same for both of an edge; 0 leaves it out. Self-loops are left out.</param>
    internal Network Reweighted(ReadOnlySpan<float> weightOf)
    {
        var (keptOffsets, write) = (new int[offsets.Length], 0);
        var (keptNeighbors, keptWeights) = (new int[neighbors.Length], new float[neighbors.Length]);
        for (var node = 0; node < NodeCount; node++)
        {
            for (var entry = offsets[node]; entry < offsets[node + 1]; entry++)
            {
                if (weightOf[entry] > 0) (keptNeighbors[write], keptWeights[write++]) = (neighbors[entry], weightOf[entry]);
            }

            keptOffsets[node + 1] = write;
        }

        return new(keptOffsets, keptNeighbors[..write], keptWeights[..write], new float[NodeCount]);
    }

    private static void Check(Edge edge, int nodeCount)
    {
        if ((uint)edge.A >= (uint)nodeCount || (uint)edge.B >= (uint)nodeCount)
            throw new ArgumentOutOfRangeException(nameof(edge), edge, $"Both ends must be nodes: 0 to {nodeCount - 1}.");
        if (!(edge.Weight > 0)) throw new ArgumentOutOfRangeException(nameof(edge), edge, "A weight must be above 0.");
    }

    private static Network MergeParallelEdges(int[] offsets, int[] neighbors, float[] weights, float[] selfWeights)
    {
        var (ordered, write) = (OfSymmetricRows(offsets, neighbors, weights, selfWeights), 0);
        (neighbors, weights) = (ordered.neighbors, ordered.weights);
        for (var node = 0; node < offsets.Length - 1; node++)
        {
            var (start, end) = (offsets[node], offsets[node + 1]);
            offsets[node] = write;
            for (var read = start; read < end; read++)
            {
                if (write > offsets[node] && neighbors[write - 1] == neighbors[read])
                    weights[write - 1] += weights[read];
                else
                    (neighbors[write], weights[write++]) = (neighbors[read], weights[read]);
            }
        }

        offsets[^1] = write;
        return write == neighbors.Length ? ordered : new(offsets, neighbors[..write], weights[..write], selfWeights);
    }
}

/// <summary>An undirected edge.</summary>
/// <param name="A">One end.</param>
/// <param name="B">The other end; equal to <paramref name="A"/> for a self-loop.</param>
/// <param name="Weight">Above 0.</param>
public readonly record struct Edge(int A, int B, float Weight = 1);
