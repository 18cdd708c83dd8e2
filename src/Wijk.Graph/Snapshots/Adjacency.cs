namespace Wijk.Graph.Snapshots;

/// <summary>The relations of one kind, in one direction, packed as compressed sparse rows.</summary>
public sealed class Adjacency
{
    private readonly AdjacencyRows rows;
    private readonly int firstRelation;

    /// <summary>Rows, with the numbers they have in a snapshot.</summary>
    /// <param name="rows">The rows; snapshots may share them.</param>
    /// <param name="firstRelation">The number of the first relation of the kind.</param>
    internal Adjacency(AdjacencyRows rows, int firstRelation) => (this.rows, this.firstRelation) = (rows, firstRelation);

    /// <summary>How many relations there are.</summary>
    public int Count => rows.Neighbors.Length;

    /// <summary>The node at the other end of each relation of a node, in the order of <see cref="Relations"/>.</summary>
    public ReadOnlySpan<int> Neighbors(int node)
    {
        var (start, length) = rows.Row(node);
        return rows.Neighbors.AsSpan(start, length);
    }

    /// <summary>The numbers of a node's relations, ascending.</summary>
    public RelationNumbers Relations(int node)
    {
        var (start, length) = rows.Row(node);
        return rows.Relations is { } relations
            ? new(firstRelation, relations.AsSpan(start, length))
            : new(firstRelation + start, length);
    }

    /// <summary>How many relations a node has.</summary>
    public int Degree(int node) => rows.Row(node).Length;
}
