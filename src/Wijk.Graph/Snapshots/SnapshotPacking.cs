using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.Graph.Snapshots;

/// <summary>Packs contents into a snapshot.</summary>
internal static class SnapshotPacking
{
    private const int NodeBits = 29;
    private const int MostNodes = (1 << NodeBits) - 1;

    /// <summary>The snapshot of contents.</summary>
    public static GraphSnapshot Pack(GraphContents contents, GraphSlice? slice, ClusterBook clusters)
    {
        var nodes = InKeyOrder(contents.Nodes);
        return Pack(contents.Version, nodes, contents.Relations, slice?.ByKey(nodes), clusters);
    }

    /// <summary>The snapshot of records that were in a snapshot before, whose slice names its areas by key already.</summary>
    public static GraphSnapshot Repack(GraphSnapshot before, IReadOnlyList<Node> nodes, IReadOnlyList<Relation> relations) =>
        Pack(before.Version, InKeyOrder(nodes), relations, before.Slice, before.Clusters);

    private static GraphSnapshot Pack(GraphVersion version, Node[] nodes, IReadOnlyList<Relation> relations, GraphSlice? slice, ClusterBook clusters)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nodes.Length, MostNodes, nameof(nodes));
        var counts = new int[Vocabulary.Nodes.Length];
        foreach (var node in nodes) counts[(int)node.Kind]++;
        return new(version, slice, nodes, counts, BlocksOf([.. relations], nodes), clusters);
    }

    // Stores give their nodes in this order already; looking is much cheaper than sorting them again.
    private static Node[] InKeyOrder(IReadOnlyList<Node> given)
    {
        Node[] nodes = [.. given];
        if (!IsInKeyOrder(nodes)) Array.Sort(nodes, static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        return nodes;
    }

    private static bool IsInKeyOrder(Node[] nodes)
    {
        for (var i = 1; i < nodes.Length; i++)
        {
            if (string.CompareOrdinal(nodes[i - 1].Key, nodes[i].Key) > 0) return false;
        }

        return true;
    }

    // Kind and ends fit in one number, so that hundreds of thousands of relations are sorted by comparing numbers.
    private static LazyBlock[] BlocksOf(Relation[] relations, Node[] nodes)
    {
        var order = OrderOf(relations, nodes);
        Array.Sort(order, relations);
        for (var first = 0; first < order.Length;)
        {
            var last = first;
            while (last + 1 < order.Length && order[last + 1] == order[first]) last++;
            if (last > first) SortByKey(relations.AsSpan(first..(last + 1)));
            first = last + 1;
        }

        var (blocks, start) = (new LazyBlock[Vocabulary.Relations.Length], 0);
        for (var kind = 0; kind < blocks.Length; kind++)
        {
            var end = start;
            while (end < relations.Length && (int)relations[end].Kind == kind) end++;
            blocks[kind] = new(RelationBlock.Pack(
                relations[start..end],
                Array.ConvertAll(order[start..end], static packed => (int)((packed >> NodeBits) & MostNodes)),
                Array.ConvertAll(order[start..end], static packed => (int)(packed & MostNodes))));
            start = end;
        }

        return blocks;
    }

    // A relation keeps its key once it is asked for, and millions of keys would take more memory than the graph: these are made and not kept.
    private static void SortByKey(Span<Relation> relations)
    {
        var keys = new string[relations.Length];
        for (var place = 0; place < keys.Length; place++) keys[place] = Keys.OfRelation(relations[place]);
        keys.AsSpan().Sort(relations, string.CompareOrdinal);
    }

    private static ulong[] OrderOf(Relation[] relations, Node[] nodes)
    {
        var numbers = new Dictionary<string, int>(nodes.Length, StringComparer.Ordinal);
        for (var node = 0; node < nodes.Length; node++) numbers.Add(nodes[node].Key, node);
        var order = new ulong[relations.Length];
        var (lastFrom, start) = ("", 0UL);
        for (var i = 0; i < relations.Length; i++)
        {
            var relation = relations[i];
            // Stores give the relations of a node one after the other, with the same text for it.
            if (!ReferenceEquals(relation.From, lastFrom)) (lastFrom, start) = (relation.From, (uint)numbers[relation.From]);
            order[i] = ((ulong)relation.Kind << (2 * NodeBits)) | (start << NodeBits) | (uint)numbers[relation.To];
        }

        return order;
    }
}
