using System.Collections.Immutable;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.Graph.Import.Merges;

/// <summary>A graph in which nodes are made one and two again. Decision 22.</summary>
internal sealed class MergedGraph
{
    private readonly Dictionary<string, GraphRecord> records;
    private readonly Dictionary<string, HashSet<string>> relationsOf = new(StringComparer.Ordinal);

    private MergedGraph(GraphVersion version, Dictionary<string, GraphRecord> records)
    {
        (Version, this.records) = (version, records);
        foreach (var relation in records.Values.OfType<Relation>()) Index(relation);
    }

    /// <summary>The version it was read at.</summary>
    public GraphVersion Version { get; }

    /// <summary>The graph that a store holds.</summary>
    public static MergedGraph Of(GraphContents contents) =>
        new(contents.Version, contents.Nodes.Concat<GraphRecord>(contents.Relations).ToDictionary(record => record.Key, StringComparer.Ordinal));

    /// <summary>A copy, so that one can be changed and the other not.</summary>
    public MergedGraph Copy() => new(Version, new(records, StringComparer.Ordinal));

    /// <summary>The same as a store gives it.</summary>
    public GraphContents Contents() => new(
        Version,
        [.. records.Values.OfType<Node>().OrderBy(node => node.Key, StringComparer.Ordinal)],
        [.. records.Values.OfType<Relation>().OrderBy(relation => relation.Key, StringComparer.Ordinal)]);

    /// <summary>The node with a key; null when there is none.</summary>
    public Node? Find(string key) => records.GetValueOrDefault(key) as Node;

    /// <summary>Whether there is a record with a key.</summary>
    public bool Holds(string key) => records.ContainsKey(key);

    /// <summary>The relations of a node.</summary>
    public IEnumerable<Relation> RelationsOf(string key) => relationsOf.GetValueOrDefault(key, []).Order(StringComparer.Ordinal).Select(relation => (Relation)records[relation]);

    /// <summary>The changes that lead from this graph to another, by key.</summary>
    public ImmutableArray<Change> ChangesTo(MergedGraph other)
    {
        var changes = new List<Change>();
        foreach (var (key, record) in other.records)
        {
            if (!records.TryGetValue(key, out var before) || !before.SameContentAs(record)) changes.Add(Change.Put(record));
        }

        changes.AddRange(records.Keys.Where(key => !other.records.ContainsKey(key)).Select(Change.Remove));
        changes.Sort(Change.ByKey);
        return [.. changes];
    }

    /// <summary>Makes changes.</summary>
    public void Apply(IEnumerable<Change> changes)
    {
        foreach (var change in changes)
        {
            if (change.Record is { } record) Put(record);
            else Remove(change.Key);
        }
    }

    /// <summary>Makes two nodes one, and puts the decision with all that was done.</summary>
    /// <param name="decision">The decision, without content.</param>
    /// <param name="keep">The key of the node that stays.</param>
    /// <param name="other">The key of the node that goes into it.</param>
    public Merge Join(Node decision, string keep, string other)
    {
        var (was, made, moves) = (new List<GraphRecord>(), new SortedDictionary<string, GraphRecord>(StringComparer.Ordinal), ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal));
        var filled = FilledNode.Of(Find(keep)!, Find(other)!);
        var at = decision.RecordedAt;
        was.AddRange([Find(keep)!, Find(other)!]);
        made.Add(keep, filled with { RecordedAt = at });

        // A targeting is known by what it is of, for and in, so it gets another key; one that is there already takes its place.
        var to = new Dictionary<string, string>(StringComparer.Ordinal) { [other] = keep };
        foreach (var targeting in RelationsOf(other).Where(relation => relation.To == other && relation.IdentifiesTargeting()).Select(relation => Find(relation.From)!).DistinctBy(node => node.Key))
        {
            if (KeyWith(targeting.Key, other, keep) is not { } key) continue;
            was.Add(targeting);
            to.Add(targeting.Key, key);
            moves.Add(targeting.Key, key);
            if (Find(key) is null) made.Add(key, Named(targeting, key) with { RecordedAt = at });
        }

        foreach (var relation in to.Keys.SelectMany(RelationsOf).DistinctBy(relation => relation.Key).OrderBy(relation => relation.Key, StringComparer.Ordinal).ToArray())
        {
            was.Add(relation);
            var moved = relation.Between(to.GetValueOrDefault(relation.From, relation.From), to.GetValueOrDefault(relation.To, relation.To)) with { RecordedAt = at };
            if (moved.From == moved.To) continue;
            if (There(moved.Key) is { })
            {
                // Two grants are two, also when each was the first of its year; other facts are the same fact, and what stays says it.
                if (moved.Kind != RelationKind.Funds) continue;
                while (There(moved.Key) is not null) moved = moved with { Attributes = moved.Attributes.With("ordinal", (moved.Attributes.Integer("ordinal") ?? 0) + 1) };
            }

            made.Add(moved.Key, moved);
            moves.Add(relation.Key, moved.Key);
        }

        foreach (var asked in records.Values.OfType<Relation>().Where(relation => relation.Kind == RelationKind.Inquired).OrderBy(relation => relation.Key, StringComparer.Ordinal).ToArray())
        {
            var relation = moves.TryGetValue(asked.Key, out var movedTo) ? (Relation)made[movedTo] : asked;
            if (relation.Attributes["listed"] is not ImmutableArray<string> listed || !listed.Contains(other)) continue;
            if (relation == asked && was.All(record => record.Key != asked.Key)) was.Add(asked);
            else if (relation == asked) continue;
            made[relation.Key] = relation with { Attributes = relation.Attributes.With("listed", listed.Select(key => key == other ? keep : key).Distinct(StringComparer.Ordinal).ToImmutableArray()), RecordedAt = at };
        }

        var merge = new Merge(decision, keep, other, [.. was.OrderBy(record => record.Key, StringComparer.Ordinal)], [.. made.Values], moves.ToImmutable());
        foreach (var record in was.OfType<Relation>().Concat<GraphRecord>(was.OfType<Node>())) Remove(record.Key);
        foreach (var record in made.Values.OfType<Node>().Concat<GraphRecord>(made.Values.OfType<Relation>())) Put(record);
        Put(merge.ToNode());
        return merge;

        GraphRecord? There(string key) => made.GetValueOrDefault(key) ?? (records.TryGetValue(key, out var there) && !to.ContainsKey(((Relation)there).From) && !to.ContainsKey(((Relation)there).To) ? there : null);
    }

    /// <summary>Makes two of what a merge made one. What people changed since goes along.</summary>
    /// <returns>Whether that could be done; not where the node that stayed is gone.</returns>
    public bool Part(Merge merge)
    {
        if (Find(merge.Keep) is not { } keep) return false;
        var (made, was) = (merge.Made.ToDictionary(record => record.Key, StringComparer.Ordinal), merge.Was.ToDictionary(record => record.Key, StringComparer.Ordinal));
        var back = merge.Moves.Where(move => made.GetValueOrDefault(move.Value) is Node).ToDictionary(move => move.Value, move => move.Key, StringComparer.Ordinal);
        var restored = merge.Was.Select(record => Restored(merge, record, keep, made)).OfType<GraphRecord>().ToArray();

        // What others attached since to a targeting that gets its own key back.
        Relation[] strangers = [.. back.Keys.SelectMany(RelationsOf).Where(relation => !made.ContainsKey(relation.Key)).DistinctBy(relation => relation.Key)];
        foreach (var key in strangers.Select(relation => relation.Key).Concat(RelationsOf(merge.Decision.Key).Select(relation => relation.Key)).ToArray()) Remove(key);
        foreach (var record in merge.Made.OfType<Relation>().Concat<GraphRecord>(merge.Made.OfType<Node>()).Where(record => !was.ContainsKey(record.Key))) Remove(record.Key);
        Remove(merge.Decision.Key);
        foreach (var node in restored.OfType<Node>()) Put(node);
        foreach (var relation in restored.OfType<Relation>().Concat(strangers.Select(stranger => stranger.Between(back.GetValueOrDefault(stranger.From, stranger.From), back.GetValueOrDefault(stranger.To, stranger.To)))))
        {
            if (Find(relation.From) is not null && Find(relation.To) is not null) Put(relation);
        }

        return true;
    }

    // Null for what somebody took out since.
    private GraphRecord? Restored(Merge merge, GraphRecord was, Node keep, Dictionary<string, GraphRecord> made)
    {
        if (was.Key == merge.Keep) return FilledNode.Without(keep, (Node)made[merge.Keep], (Node)was);
        var key = merge.Moves.GetValueOrDefault(was.Key, was.Key);
        if (!made.TryGetValue(key, out var written)) return key == was.Key || records.ContainsKey(key) ? was : null;
        if (!records.TryGetValue(key, out var now)) return null;
        if (now.SameContentAs(written)) return was;
        return (was, now) switch
        {
            (Node, Node node) => Named(node, was.Key),
            (Relation before, Relation relation) => WithIdentityOf(before, relation.Between(before.From, before.To)),
            _ => was,
        };
    }

    private static Relation WithIdentityOf(Relation before, Relation relation)
    {
        var attributes = relation.Attributes;
        foreach (var attribute in Vocabulary.Of(before.Kind).Attributes.Where(attribute => attribute.Identifies)) attributes = attributes.With(attribute.Name, before.Attributes[attribute.Name]);
        return relation with { Attributes = attributes };
    }

    // The key of a targeting with another node in it; null when its key is not made of nodes.
    private static string? KeyWith(string targeting, string other, string keep)
    {
        if (Keys.PartsOf(targeting) is not [var work, var group, var area, var from] || Keys.NodeKindOf(work) is null) return null;
        var key = Keys.OfTargeting(With(work), With(group), With(area), PartialDate.TryParse(from, out var day) ? day : null);
        return key == targeting ? null : key;

        string With(string part) => part == other ? keep : part;
    }

    private static Node Named(Node node, string key) => new(key, node.Kind)
    {
        Attributes = node.Attributes,
        ValidFrom = node.ValidFrom,
        ValidTo = node.ValidTo,
        Visibility = node.Visibility,
        Source = node.Source,
        RecordedAt = node.RecordedAt,
        Inference = node.Inference,
        IsStub = node.IsStub,
    };

    private void Put(GraphRecord record)
    {
        records[record.Key] = record;
        if (record is Relation relation) Index(relation);
    }

    private void Remove(string key)
    {
        if (!records.Remove(key, out var record) || record is not Relation relation) return;
        relationsOf[relation.From].Remove(key);
        relationsOf[relation.To].Remove(key);
    }

    private void Index(Relation relation)
    {
        foreach (var end in new[] { relation.From, relation.To })
        {
            if (!relationsOf.TryGetValue(end, out var known)) relationsOf.Add(end, known = new(StringComparer.Ordinal));
            known.Add(relation.Key);
        }
    }
}
