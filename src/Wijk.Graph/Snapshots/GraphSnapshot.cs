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
    private const int NodeBits = 29;
    private const int MostNodes = (1 << NodeBits) - 1;

    private static readonly Comparer<Relation> ByKey = Comparer<Relation>.Create(static (a, b) => string.CompareOrdinal(a.Key, b.Key));

    private readonly Node[] nodes;
    private readonly Relation[] relations;
    private readonly Dictionary<string, int> nodeNumbers;
    private readonly int[] from;
    private readonly int[] to;
    private readonly Range[] nodeRanges;
    private readonly Range[] relationRanges;
    private readonly Adjacency[] outgoing;
    private readonly Adjacency[] incoming;

    private GraphSnapshot(GraphVersion version, DateOnly? asOf, Node[] nodes, Relation[] relations)
    {
        (Version, AsOfDate, this.nodes, this.relations) = (version, asOf, nodes, relations);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nodes.Length, MostNodes, nameof(nodes));
        // Stores give their nodes in this order already; looking is much cheaper than sorting them again.
        if (!IsInKeyOrder(nodes)) Array.Sort(nodes, static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        nodeNumbers = new(nodes.Length, StringComparer.Ordinal);
        for (var node = 0; node < nodes.Length; node++) nodeNumbers.Add(nodes[node].Key, node);

        (from, to) = (new int[relations.Length], new int[relations.Length]);
        SortRelations();
        nodeRanges = RangesOf(Vocabulary.Nodes.Length, nodes.Length, node => (int)nodes[node].Kind);
        relationRanges = RangesOf(Vocabulary.Relations.Length, relations.Length, relation => (int)relations[relation].Kind);
        outgoing = [.. relationRanges.Select(range => Adjacency.Pack(range.Start.Value, range.End.Value, from, to))];
        incoming = [.. relationRanges.Select(range => Adjacency.Pack(range.Start.Value, range.End.Value, to, from))];
    }

    /// <summary>The version of the graph it was made of.</summary>
    public GraphVersion Version { get; }

    /// <summary>The day it is limited to; null when nothing is filtered by date.</summary>
    public DateOnly? AsOfDate { get; }

    /// <summary>How many nodes there are.</summary>
    public int NodeCount => nodes.Length;

    /// <summary>How many relations there are.</summary>
    public int RelationCount => relations.Length;

    /// <summary>Packs contents into a snapshot.</summary>
    public static GraphSnapshot Of(GraphContents contents) => new(contents.Version, null, [.. contents.Nodes], [.. contents.Relations]);

    /// <summary>The graph as it held on a day: records whose period excludes the day are left out, with the relations to them.</summary>
    /// <remarks>Valid time over this version of the graph. A record without dates always holds.</remarks>
    public GraphSnapshot AsOf(DateOnly day)
    {
        var valid = nodes.Where(node => node.Period.Contains(day)).ToArray();
        var keys = valid.Select(node => node.Key).ToHashSet(StringComparer.Ordinal);
        var joined = relations.Where(relation => relation.Period.Contains(day) && keys.Contains(relation.From) && keys.Contains(relation.To));
        return new(Version, day, valid, [.. joined]);
    }

    /// <summary>The node with a number.</summary>
    public Node Node(int number) => nodes[number];

    /// <summary>The relation with a number.</summary>
    public Relation Relation(int number) => relations[number];

    /// <summary>The number of the node a relation starts at.</summary>
    public int From(int relation) => from[relation];

    /// <summary>The number of the node a relation leads to.</summary>
    public int To(int relation) => to[relation];

    /// <summary>The number of the node with a key; null when there is none.</summary>
    public int? Find(string key) => nodeNumbers.TryGetValue(key, out var node) ? node : null;

    /// <summary>The numbers of the nodes of a kind: consecutive, in key order.</summary>
    public Range NodesOf(NodeKind kind) => nodeRanges[(int)kind];

    /// <summary>How many nodes of a kind there are.</summary>
    public int Count(NodeKind kind) => nodeRanges[(int)kind].GetOffsetAndLength(nodes.Length).Length;

    /// <summary>The numbers of the nodes of a kind, one by one, in key order.</summary>
    public IEnumerable<int> NumbersOf(NodeKind kind) => EachIn(nodeRanges[(int)kind]);

    /// <summary>The numbers of the relations of a kind, one by one.</summary>
    public IEnumerable<int> NumbersOf(RelationKind kind) => EachIn(relationRanges[(int)kind]);

    /// <summary>The relations of a kind by the node they start at.</summary>
    public Adjacency Outgoing(RelationKind kind) => outgoing[(int)kind];

    /// <summary>The relations of a kind by the node they lead to.</summary>
    public Adjacency Incoming(RelationKind kind) => incoming[(int)kind];

    private static IEnumerable<int> EachIn(Range range) => Enumerable.Range(range.Start.Value, range.End.Value - range.Start.Value);

    private static bool IsInKeyOrder(Node[] nodes)
    {
        for (var i = 1; i < nodes.Length; i++)
        {
            if (string.CompareOrdinal(nodes[i - 1].Key, nodes[i].Key) > 0) return false;
        }

        return true;
    }

    // Kind and ends fit in one number, so that hundreds of thousands of relations are sorted by comparing numbers.
    private void SortRelations()
    {
        var order = new ulong[relations.Length];
        var (lastFrom, start) = ("", 0UL);
        for (var i = 0; i < relations.Length; i++)
        {
            var relation = relations[i];
            // Stores give the relations of a node one after the other, with the same text for it.
            if (!ReferenceEquals(relation.From, lastFrom)) (lastFrom, start) = (relation.From, (uint)nodeNumbers[relation.From]);
            order[i] = ((ulong)relation.Kind << (2 * NodeBits)) | (start << NodeBits) | (uint)nodeNumbers[relation.To];
        }

        Array.Sort(order, relations);
        for (var first = 0; first < order.Length;)
        {
            var last = first;
            while (last + 1 < order.Length && order[last + 1] == order[first]) last++;
            if (last > first) Array.Sort(relations, first, last - first + 1, ByKey);
            first = last + 1;
        }

        for (var i = 0; i < order.Length; i++) (from[i], to[i]) = ((int)((order[i] >> NodeBits) & MostNodes), (int)(order[i] & MostNodes));
    }

    private static Range[] RangesOf(int kinds, int count, Func<int, int> kindOf)
    {
        var ranges = new Range[kinds];
        for (var start = 0; start < count;)
        {
            var end = start + 1;
            while (end < count && kindOf(end) == kindOf(start)) end++;
            ranges[kindOf(start)] = start..end;
            start = end;
        }

        return ranges;
    }
}
