using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.Graph.Tests.Views;

/// <summary>Changes that fit a graph: links added and taken out, somebody leaves with all that hangs on them, names change.</summary>
internal sealed class RandomScenario(int seed)
{
    private readonly Random random = new(seed);

    public IReadOnlyList<Change> ChangesTo(GraphContents graph)
    {
        var changes = new Dictionary<string, Change>();
        foreach (var gone in Some(graph.Nodes.Where(node => node.Kind is NodeKind.Professional or NodeKind.Targeting), 4))
        {
            changes[gone.Key] = Change.Remove(gone.Key);
            foreach (var relation in graph.Relations.Where(relation => relation.From == gone.Key || relation.To == gone.Key))
                changes[relation.Key] = Change.Remove(relation.Key);
        }

        foreach (var relation in Some(graph.Relations.Where(relation => relation.Kind == RelationKind.Runs), 3))
            changes[relation.Key] = Change.Remove(relation.Key);
        foreach (var agency in Some(graph.Nodes.Where(node => node.Kind == NodeKind.Agency), 3))
            changes[agency.Key] = Change.Put(agency with { Attributes = agency.Attributes.With("name", "anders " + agency.Name) });
        Node[] pair = [.. Some(graph.Nodes.Where(node => node.Kind == NodeKind.Agency), 8)];
        for (var i = 0; i + 1 < pair.Length; i += 2)
        {
            var tie = new Relation(RelationKind.Collaborates, pair[i].Key, pair[i + 1].Key)
            {
                Source = "what if",
                RecordedAt = DateTimeOffset.UnixEpoch,
                Attributes = AttributeSet.Of(("level", random.Next(6)), ("reportedBy", "what if")),
            };
            changes[tie.Key] = Change.Put(tie);
        }

        return [.. changes.Values];
    }

    private IEnumerable<T> Some<T>(IEnumerable<T> items, int count)
    {
        var all = items.ToArray();
        random.Shuffle(all);
        return all.Take(count);
    }
}
