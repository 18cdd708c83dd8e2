using Wijk.Graph.Model;

namespace Wijk.Graph.Snapshots;

/// <summary>What changes among the nodes, and the place each node then has.</summary>
internal sealed class NodeEdits
{
    private readonly GraphSnapshot old;
    private readonly Edits moves;
    private readonly Node[] inserted;
    private readonly string[] insertedKeys;
    private readonly List<(int Number, Node Record)> replaced = [];

    /// <summary>The edits that changes ask for.</summary>
    /// <param name="old">The snapshot they are made to.</param>
    /// <param name="changes">By key of a node, what it becomes; null when it goes.</param>
    public NodeEdits(GraphSnapshot old, IReadOnlyDictionary<string, Node?> changes)
    {
        this.old = old;
        var (removed, arrived) = (new List<int>(), new List<Node>());
        foreach (var (key, node) in changes)
        {
            if (old.Find(key) is not { } number)
            {
                if (node is not null) arrived.Add(node);
            }
            else if (node is null)
            {
                removed.Add(number);
            }
            else
            {
                replaced.Add((number, node));
            }
        }

        inserted = [.. arrived.OrderBy(node => node.Key, StringComparer.Ordinal)];
        insertedKeys = [.. inserted.Select(node => node.Key)];
        moves = new([.. removed.Order()], [.. insertedKeys.Select(old.FirstNotBefore)]);
        Numbers = Renumbering.Of(old.NodeCount, moves);
    }

    /// <summary>The new numbers of nodes; null when they stay.</summary>
    public Renumbering? Numbers { get; }

    /// <summary>The old numbers of nodes that go, ascending.</summary>
    public IReadOnlyList<int> Removed => moves.Removed;

    /// <summary>How many more nodes of a kind there are; below 0 for fewer.</summary>
    public int Growth(NodeKind kind) => inserted.Count(node => node.Kind == kind) - Removed.Count(number => old.Node(number).Kind == kind);

    /// <summary>The place of a node; null when it is not there after the changes.</summary>
    public NodePlace? Find(string key)
    {
        if (old.Find(key) is { } number)
            return Array.BinarySearch(moves.Removed, number) >= 0 ? null : new(number, false, Numbers is null ? number : Numbers[number]);
        var place = Array.BinarySearch(insertedKeys, key, StringComparer.Ordinal);
        if (place < 0) return null;
        var at = moves.InsertedAt[place];
        var gone = Array.BinarySearch(moves.Removed, at);
        return new(at, true, at + place - (gone >= 0 ? gone : ~gone));
    }

    /// <summary>The nodes after the changes; the same list when none changes.</summary>
    public Node[] Apply(Node[] nodes)
    {
        if (moves.IsEmpty && replaced.Count == 0) return nodes;
        var made = moves.Apply(nodes, inserted);
        foreach (var (number, record) in replaced) made[Numbers is null ? number : Numbers[number]] = record;
        return made;
    }
}
