namespace Wijk.Graph.Snapshots;

/// <summary>The relations of one kind, in one direction, packed as compressed sparse rows.</summary>
/// <remarks>Rows cover only the nodes from the first to the last that have such a relation; every other node has an empty row.</remarks>
public sealed class Adjacency
{
    private readonly int firstNode;
    private readonly int[] offsets;
    private readonly int[] neighbors;
    private readonly int[] relations;

    private Adjacency(int firstNode, int[] offsets, int[] neighbors, int[] relations) =>
        (this.firstNode, this.offsets, this.neighbors, this.relations) = (firstNode, offsets, neighbors, relations);

    /// <summary>How many relations there are.</summary>
    public int Count => neighbors.Length;

    /// <summary>The node at the other end of each relation of a node, in the order of <see cref="Relations"/>.</summary>
    public ReadOnlySpan<int> Neighbors(int node) => Row(neighbors, node);

    /// <summary>The numbers of a node's relations, ascending.</summary>
    public ReadOnlySpan<int> Relations(int node) => Row(relations, node);

    /// <summary>How many relations a node has.</summary>
    public int Degree(int node) => Row(neighbors, node).Length;

    /// <summary>Packs the relations with numbers <paramref name="start"/> to <paramref name="end"/> (exclusive).</summary>
    internal static Adjacency Pack(int start, int end, ReadOnlySpan<int> ownEnds, ReadOnlySpan<int> otherEnds)
    {
        if (start == end) return new(0, [0], [], []);
        int first = int.MaxValue, last = 0;
        for (var relation = start; relation < end; relation++)
        {
            first = Math.Min(first, ownEnds[relation]);
            last = Math.Max(last, ownEnds[relation]);
        }

        var offsets = new int[last - first + 2];
        for (var relation = start; relation < end; relation++) offsets[ownEnds[relation] - first + 1]++;
        for (var row = 1; row < offsets.Length; row++) offsets[row] += offsets[row - 1];

        var (neighbors, relations) = (new int[end - start], new int[end - start]);
        var next = offsets.AsSpan(..^1).ToArray();
        for (var relation = start; relation < end; relation++)
        {
            var place = next[ownEnds[relation] - first]++;
            (neighbors[place], relations[place]) = (otherEnds[relation], relation);
        }

        return new(first, offsets, neighbors, relations);
    }

    private ReadOnlySpan<int> Row(int[] values, int node)
    {
        var row = node - firstNode;
        return (uint)row < (uint)(offsets.Length - 1) ? values.AsSpan(offsets[row]..offsets[row + 1]) : [];
    }
}
