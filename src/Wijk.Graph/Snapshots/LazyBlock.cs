namespace Wijk.Graph.Snapshots;

/// <summary>The relations of one kind in a snapshot, whose ends are numbered as its nodes are once somebody asks for them.</summary>
/// <remarks>
/// One new node moves the numbers of all nodes after it, and so the ends of nearly every relation, though the relations stay as they were.
/// Few questions ask for all kinds, and changes come in bursts: several renumberings are then made in one go. Safe for several threads.
/// </remarks>
internal sealed class LazyBlock
{
    // Each costs a step per end, and keeps a table.
    private const int MostRenumberings = 16;

    private readonly Lock making = new();
    private RelationBlock numbered;
    private Renumbering? pending;
    private volatile RelationBlock? ready;

    /// <summary>A block that is as it should be.</summary>
    public LazyBlock(RelationBlock block) => (numbered, ready) = (block, block);

    private LazyBlock(RelationBlock numbered, Renumbering pending) => (this.numbered, this.pending) = (numbered, pending);

    /// <summary>How many relations there are; known without numbering.</summary>
    public int Count => numbered.Records.Length;

    /// <summary>The relations, their ends numbered.</summary>
    public RelationBlock Value => ready ?? Make();

    /// <summary>The same relations between nodes that get other numbers.</summary>
    /// <param name="nodes">The new numbers of nodes; null when they stay.</param>
    public LazyBlock Moved(Renumbering? nodes)
    {
        if (nodes is null) return this;
        lock (making)
        {
            if (pending is { Length: >= MostRenumberings }) Make();
            var all = pending is null ? nodes : nodes.After(pending);
            return numbered.IsMovedBy(all) ? new(numbered, all) : this;
        }
    }

    private RelationBlock Make()
    {
        lock (making)
        {
            if (ready is { } made) return made;
            made = numbered.With(pending, RelationEdits.None);
            (numbered, pending) = (made, null);
            return ready = made;
        }
    }
}
