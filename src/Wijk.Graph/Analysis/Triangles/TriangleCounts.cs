using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Triangles;

/// <summary>Counts the triangles of a network: three nodes that are all tied to each other.</summary>
/// <remarks>
/// Nodes get new numbers by how many neighbors they have, most first, and every edge is kept at its end with the higher number only. So the middle of a network is in a few short rows that
/// stay near the processor, a triangle is found once, and no row is long. Source: Latapy (2008), doi:10.1016/j.tcs.2008.07.017. O(edges^1.5) time on all cores, O(nodes + edges) memory.
/// </remarks>
internal sealed class TriangleCounts
{
    private const int NodesPerPortion = 2_048, NodesTogether = 64;

    private readonly Network network;
    private readonly int[] numberOf;
    private readonly int[] offsets;
    private readonly int[] rows;

    private TriangleCounts(Network network, CancellationToken cancellationToken)
    {
        this.network = network;
        numberOf = ByDegree(network);
        (offsets, rows) = (new int[network.NodeCount + 1], new int[network.EdgeCount]);
        ForEach(node => offsets[numberOf[node] + 1] = CountLower(node), cancellationToken);
        for (var node = 0; node < network.NodeCount; node++) offsets[node + 1] += offsets[node];
        ForEach(WriteLower, cancellationToken);
    }

    /// <summary>In how many triangles each node is; self-loops and weights do not matter.</summary>
    /// <param name="network">The network.</param>
    /// <param name="cancellationToken">Stops the work between two portions of the nodes.</param>
    /// <returns>One count per node, at most the number of edges.</returns>
    public static int[] Of(Network network, CancellationToken cancellationToken = default) => new TriangleCounts(network, cancellationToken).Count(cancellationToken);

    private int[] Count(CancellationToken cancellationToken)
    {
        // Counts are whole, so that adding them up in any order gives the same.
        var counters = new Counter?[Environment.ProcessorCount];
        var count = network.NodeCount;
        Threads.Share(counters.Length, PortionCount, (thread, portion) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            var counter = counters[thread] ??= new(count);
            var end = Math.Min((portion + 1) * NodesPerPortion, count);
            for (var first = portion * NodesPerPortion; first < end; first += NodesTogether) counter.AddTriangles(offsets, rows, first, Math.Min(first + NodesTogether, end));
        });

        var found = new int[count];
        ForEach(
            node =>
            {
                foreach (var counter in counters) found[node] += counter?.Triangles[numberOf[node]] ?? 0;
            },
            cancellationToken);
        return found;
    }

    private int PortionCount => (network.NodeCount + NodesPerPortion - 1) / NodesPerPortion;

    private void ForEach(Action<int> node, CancellationToken cancellationToken) => Threads.Share(Environment.ProcessorCount, PortionCount, (_, portion) =>
    {
        cancellationToken.ThrowIfCancellationRequested();
        for (var one = portion * NodesPerPortion; one < Math.Min((portion + 1) * NodesPerPortion, network.NodeCount); one++) node(one);
    });

    private int CountLower(int node)
    {
        var (own, count) = (numberOf[node], 0);
        foreach (var neighbor in network.Neighbors(node)) count += numberOf[neighbor] < own ? 1 : 0;
        return count;
    }

    private void WriteLower(int node)
    {
        var own = numberOf[node];
        var next = offsets[own];
        foreach (var neighbor in network.Neighbors(node))
        {
            if (numberOf[neighbor] < own) rows[next++] = numberOf[neighbor];
        }
    }

    // Of nodes with as many neighbors the first comes first.
    private static int[] ByDegree(Network network)
    {
        var (numbers, most) = (new int[network.NodeCount], 0);
        for (var node = 0; node < numbers.Length; node++) most = Math.Max(most, network.Degree(node));
        var next = new int[most + 2];
        for (var node = 0; node < numbers.Length; node++) next[most - network.Degree(node) + 1]++;
        for (var place = 0; place <= most; place++) next[place + 1] += next[place];
        for (var node = 0; node < numbers.Length; node++) numbers[node] = next[most - network.Degree(node)]++;
        return numbers;
    }

    private sealed class Counter(int nodeCount)
    {
        private readonly bool[] isMarked = new bool[nodeCount];
        private (int Start, int End)[] places = [];

        // Only kept so that the entries it is made of are really read.
        private int seen;

        public int[] Triangles { get; } = new int[nodeCount];

        /// <summary>Adds the triangles of which some nodes are the one with the highest number.</summary>
        /// <remarks>Where the rows of all their neighbors are, and what comes first in them, is looked up before any is walked through: what is far away is fetched together then.</remarks>
        public void AddTriangles(int[] offsets, int[] rows, int first, int end)
        {
            var entries = rows.AsSpan(offsets[first]..offsets[end]);
            if (places.Length < entries.Length) places = new (int, int)[entries.Length];
            var found = places.AsSpan(..entries.Length);
            var read = 0;
            for (var entry = 0; entry < entries.Length; entry++) found[entry] = (offsets[entries[entry]], offsets[entries[entry] + 1]);
            foreach (var (start, stop) in found) read += start < stop ? rows[start] : 0;
            seen = read;
            for (var node = first; node < end; node++)
            {
                var row = rows.AsSpan(offsets[node]..offsets[node + 1]);
                if (row.Length > 1) AddTriangles(rows, node, row, found.Slice(offsets[node] - offsets[first], row.Length));
            }
        }

        // What the node and one of its neighbors have both in their rows closes a triangle with them.
        private void AddTriangles(int[] rows, int node, ReadOnlySpan<int> row, ReadOnlySpan<(int Start, int End)> places)
        {
            var (marks, triangles, ofNode, lowest) = (isMarked, Triangles, 0, row[0]);
            foreach (var neighbor in row)
            {
                marks[neighbor] = true;
                lowest = Math.Min(lowest, neighbor);
            }

            for (var entry = 0; entry < row.Length; entry++)
            {
                // In its row are lower numbers than its own, and of these the node has none.
                if (row[entry] == lowest) continue;
                var ofNeighbor = 0;
                foreach (var other in rows.AsSpan(places[entry].Start..places[entry].End))
                {
                    if (!marks[other]) continue;
                    triangles[other]++;
                    ofNeighbor++;
                }

                triangles[row[entry]] += ofNeighbor;
                ofNode += ofNeighbor;
            }

            triangles[node] += ofNode;
            foreach (var neighbor in row) marks[neighbor] = false;
        }
    }
}
