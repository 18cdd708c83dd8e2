using Wijk.Graph.Model;

namespace Wijk.Graph.Snapshots;

/// <summary>Makes the snapshot that remains after a <see cref="RecordFilter"/>.</summary>
internal sealed class SnapshotFiltering
{
    private readonly GraphSnapshot all;
    private readonly RecordFilter filter;
    private readonly List<Node> nodes;
    private readonly int[] numbers; // The new number of each node; -1 when it is left out.
    private readonly int[] counts = new int[Vocabulary.Nodes.Length];
    private readonly Kept[] kept = new Kept[Vocabulary.Relations.Length];
    private bool isOutOfOrder, isChanged;

    private SnapshotFiltering(GraphSnapshot all, RecordFilter filter)
    {
        (this.all, this.filter) = (all, filter);
        (nodes, numbers) = (new(all.NodeCount), new int[all.NodeCount]);
    }

    /// <summary>The snapshot of what remains, the same object when that is everything; relations with an end that is left out are left out too.</summary>
    /// <remarks>Linear in the records as long as no key and no end changes; otherwise what remains is packed again.</remarks>
    public static GraphSnapshot Apply(GraphSnapshot all, RecordFilter filter) => new SnapshotFiltering(all, filter).Apply();

    private GraphSnapshot Apply()
    {
        for (var number = 0; number < numbers.Length; number++) numbers[number] = Keep(all.Node(number));
        foreach (var definition in Vocabulary.Relations) kept[(int)definition.Kind] = Keep(all.Block(definition.Kind));
        if (!isChanged) return all;
        return isOutOfOrder
            ? SnapshotPacking.Repack(all, nodes, [.. kept.SelectMany(relations => relations.Records)])
            : new(all.Version, all.Slice, [.. nodes], counts,
                [.. kept.Select(relations => new LazyBlock(RelationBlock.Pack([.. relations.Records], [.. relations.From], [.. relations.To])))],
                all.Clusters);
    }

    private int Keep(Node node)
    {
        var remains = (Node?)filter(node);
        isChanged |= !ReferenceEquals(remains, node);
        if (remains is null) return -1;
        isOutOfOrder |= remains.Key != node.Key;
        counts[(int)remains.Kind]++;
        nodes.Add(remains);
        return nodes.Count - 1;
    }

    private Kept Keep(RelationBlock block)
    {
        var remaining = new Kept(new(block.Records.Length), new(block.Records.Length), new(block.Records.Length));
        for (var relation = 0; relation < block.Records.Length; relation++)
        {
            var (from, to) = (numbers[block.From[relation]], numbers[block.To[relation]]);
            var remains = from < 0 || to < 0 ? null : (Relation?)filter(block.Records[relation]);
            isChanged |= !ReferenceEquals(remains, block.Records[relation]);
            if (remains is null) continue;
            remaining.Records.Add(Between(remains, block.Records[relation], from, to));
            remaining.From.Add(from);
            remaining.To.Add(to);
        }

        return remaining;
    }

    // When a filter leads a relation to another node, that counts; otherwise the relation follows its nodes to their new keys.
    private Relation Between(Relation remains, Relation original, int from, int to)
    {
        if (!isOutOfOrder && ReferenceEquals(remains, original)) return remains;
        if (remains.From != original.From || remains.To != original.To)
        {
            isOutOfOrder = true;
            return remains;
        }

        var (start, end) = (nodes[from].Key, nodes[to].Key);
        return start == original.From && end == original.To ? remains : remains.Between(start, end);
    }

    private readonly record struct Kept(List<Relation> Records, List<int> From, List<int> To);
}
