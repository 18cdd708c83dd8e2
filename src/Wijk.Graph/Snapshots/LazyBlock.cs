using Wijk.Graph.Model;

namespace Wijk.Graph.Snapshots;

/// <summary>The relations of one kind in a snapshot, whose ends get the numbers of its nodes once somebody asks for them.</summary>
/// <remarks>
/// One new node moves the numbers of all nodes after it, and so the ends of nearly every relation, though the relations stay as they were.
/// Few questions ask for all kinds, and changes come in bursts: several renumberings are then made in one go. Safe for several threads.
/// </remarks>
internal sealed class LazyBlock
{
    // Each costs a step per end, and keeps a table.
    private const int MostRenumberings = 16;

    private readonly Lock making = new();
    private RelationBlock block;

    // Written after the block that it leads to, so that a reader who finds none also finds that block.
    private volatile Renumbering? pending;

    /// <summary>A block, with the numbers that its ends still have to get; null when they have them.</summary>
    public LazyBlock(RelationBlock block, Renumbering? pending = null) => (this.block, this.pending) = (block, pending);

    /// <summary>The relations, which no numbering changes.</summary>
    public Relation[] Records => block.Records;

    /// <summary>The relations, their ends numbered.</summary>
    public RelationBlock Value => pending is null ? block : Make();

    /// <summary>The same relations between nodes that get other numbers.</summary>
    /// <param name="nodes">The new numbers of nodes; null when they stay.</param>
    public LazyBlock Moved(Renumbering? nodes)
    {
        if (nodes is null) return this;
        lock (making)
        {
            if (pending is { Length: >= MostRenumberings }) Make();
            var all = pending is null ? nodes : nodes.After(pending);
            return block.IsMovedBy(all) ? new(block, all) : this;
        }
    }

    private RelationBlock Make()
    {
        lock (making)
        {
            block = block.With(pending, RelationEdits.None);
            pending = null;
            return block;
        }
    }
}
