using Wijk.Graph.Model;

namespace Wijk.Graph.Snapshots;

/// <summary>Works out what changes mean for the lists of a snapshot.</summary>
internal sealed class SnapshotDelta
{
    private readonly GraphSnapshot old;
    private readonly (List<(int, Relation)> Replaced, HashSet<int> Removed, List<Insertion> Inserted)?[] relations =
        new (List<(int, Relation)>, HashSet<int>, List<Insertion>)?[Vocabulary.Relations.Length];

    /// <summary>The delta of changes to a snapshot; of changes with the same key the last counts.</summary>
    /// <exception cref="MisfitException">A relation leads to a node that is not there, or a node goes that still has relations.</exception>
    public SnapshotDelta(GraphSnapshot old, IEnumerable<Change> changes)
    {
        this.old = old;
        var (nodes, others) = (new Dictionary<string, Node?>(StringComparer.Ordinal), new Dictionary<string, Relation?>(StringComparer.Ordinal));
        foreach (var change in changes)
        {
            if (change.Record is Relation relation) others[change.Key] = relation;
            else if (change.Record is Node node) nodes[change.Key] = node;
            else if (Keys.NodeKindOf(change.Key) is not null) nodes[change.Key] = null;
            else others[change.Key] = null;
        }

        Nodes = new(old, nodes);
        foreach (var (key, relation) in others)
        {
            if (relation is null) Remove(key);
            else Put(relation);
        }

        foreach (var node in Nodes.Removed) CheckIsBare(node);
    }

    /// <summary>What changes among the nodes.</summary>
    public NodeEdits Nodes { get; }

    /// <summary>What changes among the relations of a kind; null when nothing does.</summary>
    public RelationEdits? Relations(RelationKind kind) => relations[(int)kind] is var (replaced, removed, inserted)
        ? new(old.Block(kind).Records.Length, replaced, removed, inserted)
        : null;

    private (List<(int Number, Relation Record)> Replaced, HashSet<int> Removed, List<Insertion> Inserted) Of(RelationKind kind) =>
        relations[(int)kind] ??= ([], [], []);

    private void Put(Relation relation)
    {
        var (from, to) = (PlaceOf(relation, relation.From), PlaceOf(relation, relation.To));
        var block = old.Block(relation.Kind);
        var (at, end) = block.Between(from, to);
        // Only relations between the same two nodes are compared by key: making keys of all would cost far more memory than the graph.
        while (at < end && string.CompareOrdinal(block.Records[at].Key, relation.Key) < 0) at++;
        if (at < end && block.Records[at].Key == relation.Key) Of(relation.Kind).Replaced.Add((at, relation));
        else Of(relation.Kind).Inserted.Add(new(at, from, to, relation));
    }

    private NodePlace PlaceOf(Relation relation, string end) => Nodes.Find(end) ?? throw new MisfitException(new(
        $"'{relation.Key}' leidt naar '{end}', dat er niet is; lees alles opnieuw.", $"'{relation.Key}' leads to '{end}', which is not there; read everything again."));

    private void Remove(string key)
    {
        // A removal of what is not there: it came and went within the same delta.
        if (RelationKey.Of(key) is not var (kind, start, end) || old.Find(start) is not { } from || old.Find(end) is not { } to) return;
        var block = old.Block(kind);
        var (first, last) = block.Between(new(from, false, from), new(to, false, to));
        for (var number = first; number < last; number++)
        {
            if (block.Records[number].Key == key) Of(kind).Removed.Add(number);
        }
    }

    private void CheckIsBare(int node)
    {
        foreach (var definition in Vocabulary.Relations)
        {
            var block = old.Block(definition.Kind);
            var (start, length) = block.Outgoing.Row(node);
            Check(definition.Kind, Enumerable.Range(start, length));
            (start, length) = block.Incoming.Row(node);
            Check(definition.Kind, new ArraySegment<int>(block.Incoming.Relations!, start, length));
        }

        void Check(RelationKind kind, IEnumerable<int> numbers)
        {
            var key = old.Node(node).Key;
            if (!numbers.All(number => relations[(int)kind] is var (_, removed, _) && removed.Contains(number)))
                throw new MisfitException(new($"'{key}' heeft nog relaties; lees alles opnieuw.", $"'{key}' still has relations; read everything again."));
        }
    }
}

/// <summary>Changes do not fit the snapshot they are made to, so they cannot be all that happened since.</summary>
public sealed class MisfitException(Words why) : ExplainedException(why);
