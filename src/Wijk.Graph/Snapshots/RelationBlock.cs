using Wijk.Graph.Model;

namespace Wijk.Graph.Snapshots;

/// <summary>All relations of one kind, ordered by the numbers of their ends and then by key, with their rows in both directions.</summary>
/// <remarks>Relations are numbered from 0 within the block, so that snapshots share the blocks of kinds in which nothing changed.</remarks>
internal sealed class RelationBlock
{
    private RelationBlock(Relation[] records, int[] from, int[] to, AdjacencyRows outgoing, AdjacencyRows incoming) =>
        (Records, From, To, Outgoing, Incoming) = (records, from, to, outgoing, incoming);

    /// <summary>The relations.</summary>
    public Relation[] Records { get; }

    /// <summary>The node each relation starts at.</summary>
    public int[] From { get; }

    /// <summary>The node each relation leads to.</summary>
    public int[] To { get; }

    /// <summary>The rows by the node that relations start at.</summary>
    public AdjacencyRows Outgoing { get; }

    /// <summary>The rows by the node that relations lead to.</summary>
    public AdjacencyRows Incoming { get; }

    /// <summary>Packs relations that are in order.</summary>
    public static RelationBlock Pack(Relation[] records, int[] from, int[] to) =>
        new(records, from, to, AdjacencyRows.PackSorted(from, to), AdjacencyRows.Pack(from, to));

    /// <summary>The place of the relations between two nodes, or where they would come.</summary>
    public (int Start, int End) Between(NodePlace from, NodePlace to)
    {
        var start = FirstNotBefore((from.Order, to.Order));
        var end = start;
        while (end < From.Length && NodePlace.OrderOf(From[end]) == from.Order && NodePlace.OrderOf(To[end]) == to.Order) end++;
        return (start, end);
    }

    /// <summary>Whether an end of a relation may get another number.</summary>
    public bool IsMovedBy(Renumbering nodes) => Moves(nodes, Outgoing.LastNode) || Moves(nodes, Incoming.LastNode);

    /// <summary>The block with edits, in which nodes may have other numbers.</summary>
    public RelationBlock With(Renumbering? nodes, RelationEdits edits)
    {
        var isMoved = !edits.Moves.IsEmpty;
        var (newFrom, newTo) = (isMoved || Moves(nodes, Outgoing.LastNode), isMoved || Moves(nodes, Incoming.LastNode));
        if (!newFrom && !newTo && edits.Replaced.Count == 0) return this;

        CopyRun<int>? copy = nodes is null ? null : nodes.Translate;
        var (records, from, to) = (Records, From, To);
        AdjacencyRows outgoing = Outgoing, incoming = Incoming;
        Parallel.Invoke(
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            () =>
            {
                records = edits.Apply(Records);
                from = newFrom ? edits.Moves.Apply(From, edits.InsertedFrom, copy) : From;
                to = newTo ? edits.Moves.Apply(To, edits.InsertedTo, copy) : To;
                outgoing = Outgoing.With(nodes, edits.Moves.Removed.Select(relation => From[relation]), edits.InsertedFrom, to, null);
            },
            () => incoming = newFrom || newTo ? IncomingWith(nodes, edits, copy) : Incoming);
        return new(records, from, to, outgoing, incoming);
    }

    private static bool Moves(Renumbering? nodes, int lastNode) => nodes is not null && lastNode >= nodes.FirstMoved;

    private AdjacencyRows IncomingWith(Renumbering? nodes, RelationEdits edits, CopyRun<int>? copy)
    {
        var removed = edits.Moves.Removed.Select(relation => EntryOf(To[relation], relation)).Order().ToArray();
        var inserted = edits.Inserted
            .Select((insertion, place) => (At: EntryBefore(insertion), To: insertion.To.New, Relation: edits.NewNumber(place), From: insertion.From.New))
            .Order().ToArray();
        var entries = new Edits(removed, [.. inserted.Select(entry => entry.At)]);
        var relations = Renumbering.Of(Records.Length, edits.Moves);
        return Incoming.With(
            nodes,
            edits.Moves.Removed.Select(relation => To[relation]),
            edits.InsertedTo,
            entries.Apply(Incoming.Neighbors, [.. inserted.Select(entry => entry.From)], copy),
            relations is null ? Incoming.Relations : entries.Apply(Incoming.Relations!, [.. inserted.Select(entry => entry.Relation)], relations.Translate));
    }

    private int EntryOf(int node, int relation)
    {
        var (start, length) = Incoming.Row(node);
        return Array.BinarySearch(Incoming.Relations!, start, length, relation);
    }

    private int EntryBefore(Insertion insertion)
    {
        if (insertion.To.IsNew) return Incoming.StartOf(insertion.To.Old);
        var (start, length) = Incoming.Row(insertion.To.Old);
        if (length == 0) return Incoming.StartOf(insertion.To.Old);
        var found = Array.BinarySearch(Incoming.Relations!, start, length, insertion.At);
        return found >= 0 ? found : ~found;
    }

    private int FirstNotBefore((long From, long To) ends)
    {
        var (low, high) = (0, From.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if ((NodePlace.OrderOf(From[middle]), NodePlace.OrderOf(To[middle])).CompareTo(ends) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
