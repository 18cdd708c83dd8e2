namespace Wijk.Graph.Snapshots;

/// <summary>The rows of an <see cref="Adjacency"/>: what snapshots share as long as the kind and its nodes stay as they are.</summary>
/// <remarks>Rows cover only the nodes from the first to the last that have such a relation; every other node has an empty row.</remarks>
internal sealed class AdjacencyRows
{
    private readonly int firstNode;
    private readonly int[] offsets;

    private AdjacencyRows(int firstNode, int[] offsets, int[] neighbors, int[]? relations) =>
        (this.firstNode, this.offsets, Neighbors, Relations) = (firstNode, offsets, neighbors, relations);

    /// <summary>The other ends, row after row.</summary>
    public int[] Neighbors { get; }

    /// <summary>The relations, row after row, numbered from 0 within their kind; null when their numbers are their places.</summary>
    public int[]? Relations { get; }

    /// <summary>The last node that may have a row; -1 when there is none.</summary>
    public int LastNode => offsets.Length == 1 ? -1 : firstNode + offsets.Length - 2;

    /// <summary>Where the row of a node starts, and how many relations it has.</summary>
    public (int Start, int Length) Row(int node)
    {
        var row = node - firstNode;
        return (uint)row < (uint)(offsets.Length - 1) ? (offsets[row], offsets[row + 1] - offsets[row]) : (0, 0);
    }

    /// <summary>Where the rows of a node, and of those after it, begin.</summary>
    public int StartOf(int node) => offsets[Math.Clamp(node - firstNode, 0, offsets.Length - 1)];

    /// <summary>Packs relations that are ordered by the node they start at.</summary>
    public static AdjacencyRows PackSorted(int[] from, int[] to)
    {
        var (first, offsets) = Offsets(from);
        return new(first, offsets, to, null);
    }

    /// <summary>Packs relations by the node they lead to.</summary>
    public static AdjacencyRows Pack(int[] from, int[] to)
    {
        var (first, offsets) = Offsets(to);
        var (neighbors, relations) = (new int[to.Length], new int[to.Length]);
        var next = offsets.AsSpan(..^1).ToArray();
        for (var relation = 0; relation < to.Length; relation++)
        {
            var place = next[to[relation] - first]++;
            (neighbors[place], relations[place]) = (from[relation], relation);
        }

        return new(first, offsets, neighbors, relations);
    }

    /// <summary>The same rows with other entries.</summary>
    /// <param name="nodes">The new numbers of nodes; null when they stay.</param>
    /// <param name="removed">For each entry that goes, the node whose row it is in, by its old number.</param>
    /// <param name="inserted">For each entry that comes, the node whose row it is in, by its new number.</param>
    /// <param name="neighbors">All other ends, as they will be.</param>
    /// <param name="relations">All relations, as they will be.</param>
    public AdjacencyRows With(Renumbering? nodes, IEnumerable<int> removed, IReadOnlyCollection<int> inserted, int[] neighbors, int[]? relations)
    {
        var isSame = (nodes is null || LastNode < nodes.FirstMoved) && inserted.Count == 0 && !removed.Any();
        if (isSame) return new(firstNode, offsets, neighbors, relations);
        var (first, last) = (int.MaxValue, -1);
        if (LastNode >= 0) (first, last) = (New(firstNode), New(LastNode));
        foreach (var node in inserted) (first, last) = (Math.Min(first, node), Math.Max(last, node));
        if (last < 0) return new(0, [0], neighbors, relations);

        var made = new int[last - first + 2];
        for (var row = 0; row + 1 < offsets.Length; row++) made[New(firstNode + row) - first + 1] += offsets[row + 1] - offsets[row];
        // A node that goes has the number of another here, but then all its entries go as well.
        foreach (var node in removed) made[New(node) - first + 1]--;
        foreach (var node in inserted) made[node - first + 1]++;
        for (var row = 1; row < made.Length; row++) made[row] += made[row - 1];
        return new(first, made, neighbors, relations);

        int New(int node) => nodes is null ? node : nodes[node];
    }

    private static (int First, int[] Offsets) Offsets(int[] owners)
    {
        if (owners.Length == 0) return (0, [0]);
        int first = int.MaxValue, last = 0;
        foreach (var owner in owners) (first, last) = (Math.Min(first, owner), Math.Max(last, owner));
        var offsets = new int[last - first + 2];
        foreach (var owner in owners) offsets[owner - first + 1]++;
        for (var row = 1; row < offsets.Length; row++) offsets[row] += offsets[row - 1];
        return (first, offsets);
    }
}
