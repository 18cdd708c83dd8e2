using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.Testing;

/// <summary>Random changes, one set after the other, each of which a store would commit; equal seeds give equal histories.</summary>
/// <remarks>Few ids, so that records come, change, go and come back, nodes together with their relations.</remarks>
public sealed class RandomHistory(int seed)
{
    private readonly RandomGraph random = new(seed);
    private readonly SortedDictionary<string, GraphRecord> records = new(StringComparer.Ordinal);

    /// <summary>How many sets there were.</summary>
    public int Version { get; private set; }

    /// <summary>Everything after the sets so far.</summary>
    public GraphContents Contents => new(
        new(Version, DateTimeOffset.UnixEpoch.AddMinutes(Version)), [.. records.Values.OfType<Node>()], [.. records.Values.OfType<Relation>()]);

    /// <summary>The next changes, each key once; they change something, since a store makes no version of those that do not.</summary>
    /// <param name="most">How many nodes come or change, and how many relations are tried, at most; 1 or more, since a history without records has nothing to change.</param>
    public IReadOnlyList<Change> Next(int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        IReadOnlyList<Change> changes;
        do changes = Drawn(most);
        while (changes.All(change => change.Record is { } record && record.SameContentAs(records.GetValueOrDefault(change.Key))));
        foreach (var change in changes)
        {
            if (change.Record is { } record) records[change.Key] = record;
            else records.Remove(change.Key);
        }

        Version++;
        return changes;
    }

    private IReadOnlyList<Change> Drawn(int most)
    {
        var puts = Enumerable.Range(0, random.Number(most + 1)).Select(_ => random.Node()).DistinctBy(node => node.Key).ToList();
        var removed = records.Keys.Where(_ => random.Number(8) == 0).Except(puts.Select(node => node.Key)).ToHashSet();
        removed.UnionWith(records.Values.OfType<Relation>()
            .Where(relation => removed.Contains(relation.From) || removed.Contains(relation.To)).Select(relation => relation.Key).ToList());
        List<Node> nodes = [.. puts, .. records.Values.OfType<Node>().Where(node => !removed.Contains(node.Key) && puts.TrueForAll(put => put.Key != node.Key))];
        // Half of the relations that change were there: they get other values under the same key.
        var relations = Enumerable.Range(0, random.Number((4 * most) + 1)).Select(_ => random.Relation(nodes)).OfType<Relation>()
            .Concat(records.Values.OfType<Relation>().Where(_ => random.Number(6) == 0).Select(relation => relation with { ValidTo = PartialDate.OfYear(2101 + random.Number(9)) }))
            .Where(relation => !removed.Contains(relation.Key)).DistinctBy(relation => relation.Key);
        return [.. removed.Select(Change.Remove), .. relations.Select(Change.Put), .. puts.Select(Change.Put)];
    }
}
