using System.Collections.Immutable;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.Graph.Snapshots;

/// <summary>One immutable version of the graph in memory. Nodes and relations have numbers from 0, in a fixed order.</summary>
/// <remarks>
/// Nodes are ordered by key (ordinal); a key starts with its kind, so the nodes of one kind have consecutive numbers.
/// Relations are ordered by kind, then by the numbers of their ends, then by key.
/// </remarks>
public sealed class GraphSnapshot
{
    // The kinds in the order of their keys, a colon after each, as in a key.
    private static readonly ImmutableArray<NodeKind> KindsInKeyOrder =
        [.. Vocabulary.Nodes.OrderBy(definition => definition.KeyPrefix + ":", StringComparer.Ordinal).Select(definition => definition.Kind)];

    private readonly Node[] nodes;
    private readonly LazyBlock[] blocks;
    private readonly int[] firstRelations;
    private readonly int[] counts;
    private readonly Range[] nodeRanges;
    private readonly Adjacency?[] outgoing;
    private readonly Adjacency?[] incoming;

    internal GraphSnapshot(GraphVersion version, GraphSlice? slice, Node[] nodes, int[] counts, LazyBlock[] blocks, ClusterBook clusters)
    {
        (Version, Slice, Clusters, this.nodes, this.counts, this.blocks) = (version, slice, clusters, nodes, counts, blocks);
        nodeRanges = new Range[Vocabulary.Nodes.Length];
        var start = 0;
        foreach (var kind in KindsInKeyOrder)
        {
            nodeRanges[(int)kind] = start..(start + counts[(int)kind]);
            start += counts[(int)kind];
        }

        firstRelations = new int[blocks.Length + 1];
        for (var kind = 0; kind < blocks.Length; kind++) firstRelations[kind + 1] = firstRelations[kind] + blocks[kind].Records.Length;
        (outgoing, incoming) = (new Adjacency[blocks.Length], new Adjacency[blocks.Length]);
    }

    /// <summary>The version of the graph it was made of.</summary>
    public GraphVersion Version { get; }

    /// <summary>The part of the graph that it holds, its areas by key; null when it holds all of it.</summary>
    public GraphSlice? Slice { get; }

    /// <summary>The clusters that were kept of versions before: bookkeeping beside the graph, shared by all its snapshots.</summary>
    public ClusterBook Clusters { get; }

    /// <summary>How many nodes there are.</summary>
    public int NodeCount => nodes.Length;

    /// <summary>How many relations there are.</summary>
    public int RelationCount => firstRelations[^1];

    /// <summary>Packs contents into a snapshot.</summary>
    /// <param name="contents">Everything, or a slice of it.</param>
    /// <param name="slice">The slice that it is; null for everything.</param>
    /// <param name="clusters">The clusters that were kept; null for none.</param>
    /// <exception cref="UnknownSliceAreaException">The slice names an area that is not there.</exception>
    public static GraphSnapshot Of(GraphContents contents, GraphSlice? slice = null, ClusterBook? clusters = null) => SnapshotPacking.Pack(contents, slice, clusters ?? new());

    /// <summary>The graph after changes: equal to packing everything again, but it shares with this one what did not change.</summary>
    /// <param name="version">The version that the changes led to.</param>
    /// <param name="changes">What changed since this version; of changes with the same key the last counts.</param>
    /// <remarks>
    /// Linear in the nodes and in the relations of the kinds that change, with a small constant; the ends of other relations are numbered when
    /// they are first asked for. A removal of what is not there changes nothing. When the snapshot is a slice, the changes must be those inside it.
    /// </remarks>
    /// <exception cref="MisfitException">The changes cannot be all that happened: an end of a relation is not there, or a node that goes has relations.</exception>
    public GraphSnapshot With(GraphVersion version, IEnumerable<Change> changes)
    {
        var delta = new SnapshotDelta(this, changes);
        var made = new LazyBlock[blocks.Length];
        Parallel.For(0, blocks.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, kind =>
            made[kind] = delta.Relations((RelationKind)kind) is { } edits
                ? new(blocks[kind].Value.With(delta.Nodes.Numbers, edits))
                : blocks[kind].Moved(delta.Nodes.Numbers));
        int[] grown = [.. counts.Select((count, kind) => count + delta.Nodes.Growth((NodeKind)kind))];
        return new(version, Slice, delta.Nodes.Apply(nodes), grown, made, Clusters);
    }

    /// <summary>What remains of the graph after a filter; relations with an end that is left out are left out too.</summary>
    public GraphSnapshot Filtered(RecordFilter filter) => SnapshotFiltering.Apply(this, filter);

    /// <summary>The node with a number.</summary>
    public Node Node(int number) => nodes[number];

    /// <summary>The relation with a number.</summary>
    public Relation Relation(int number)
    {
        var kind = KindOf(number);
        return blocks[kind].Records[number - firstRelations[kind]];
    }

    /// <summary>The number of the node a relation starts at.</summary>
    public int From(int relation)
    {
        var kind = KindOf(relation);
        return blocks[kind].Value.From[relation - firstRelations[kind]];
    }

    /// <summary>The number of the node a relation leads to.</summary>
    public int To(int relation)
    {
        var kind = KindOf(relation);
        return blocks[kind].Value.To[relation - firstRelations[kind]];
    }

    /// <summary>The number of the node with a key; null when there is none.</summary>
    public int? Find(string key)
    {
        var place = FirstNotBefore(key);
        return place < nodes.Length && nodes[place].Key == key ? place : null;
    }

    /// <summary>The number of the relation with a key; null when there is none.</summary>
    /// <remarks>Without an index of its own: the key names the node it starts at, and the relations of a node are few.</remarks>
    public int? FindRelation(string key)
    {
        if (RelationKey.Of(key) is not var (kind, start, _) || Find(start) is not { } from) return null;
        foreach (var number in Outgoing(kind).Relations(from))
        {
            if (Relation(number).Key == key) return number;
        }

        return null;
    }

    /// <summary>The numbers of the nodes of a kind: consecutive, in key order.</summary>
    public Range NodesOf(NodeKind kind) => nodeRanges[(int)kind];

    /// <summary>How many nodes of a kind there are.</summary>
    public int Count(NodeKind kind) => counts[(int)kind];

    /// <summary>The numbers of the nodes of a kind, one by one, in key order.</summary>
    public IEnumerable<int> NumbersOf(NodeKind kind) => Enumerable.Range(nodeRanges[(int)kind].Start.Value, counts[(int)kind]);

    /// <summary>The numbers of the relations of a kind, one by one.</summary>
    public IEnumerable<int> NumbersOf(RelationKind kind) => Enumerable.Range(firstRelations[(int)kind], blocks[(int)kind].Records.Length);

    /// <summary>The relations of a kind by the node they start at.</summary>
    public Adjacency Outgoing(RelationKind kind) => outgoing[(int)kind] ??= new(Block(kind).Outgoing, firstRelations[(int)kind]);

    /// <summary>The relations of a kind by the node they lead to.</summary>
    public Adjacency Incoming(RelationKind kind) => incoming[(int)kind] ??= new(Block(kind).Incoming, firstRelations[(int)kind]);

    /// <summary>The relations of a kind, as they are packed.</summary>
    internal RelationBlock Block(RelationKind kind) => blocks[(int)kind].Value;

    /// <summary>The number of the first node whose key is not before this one; the number of nodes when there is none.</summary>
    internal int FirstNotBefore(string key)
    {
        var (low, high) = (0, nodes.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (string.CompareOrdinal(nodes[middle].Key, key) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private int KindOf(int relation)
    {
        var (low, high) = (0, blocks.Length);
        while (high - low > 1)
        {
            var middle = (low + high) >>> 1;
            if (firstRelations[middle] <= relation) low = middle;
            else high = middle;
        }

        return low;
    }
}
