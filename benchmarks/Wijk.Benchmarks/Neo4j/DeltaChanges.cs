using System.Collections.Immutable;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Benchmarks.Neo4j;

/// <summary>A change set as a day's work makes it: nodes and relations that come, change and go.</summary>
internal static class DeltaChanges
{
    public static ImmutableArray<Change> Of(GraphSnapshot snapshot, int round, int count)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        var agencies = snapshot.NumbersOf(NodeKind.Agency).Select(snapshot.Node).Skip(round * count).Take(count / 4).ToArray();
        var measures = Enumerable.Range(0, count / 4).Select(number => new Node(Keys.Of(NodeKind.Measure, "benchmark", $"{round}-{number}"), NodeKind.Measure)
        {
            Source = "benchmark",
            RecordedAt = at,
            Attributes = AttributeSet.Of(("name", $"Measure {round}-{number}")),
        }).ToArray();
        return
        [
            .. agencies.Select(agency => Change.Put(agency with { RecordedAt = at, Attributes = agency.Attributes.With("description", $"Round {round}") })),
            .. measures.Select(Change.Put),
            .. agencies.Zip(measures).Select(pair => Change.Put(new Relation(RelationKind.Runs, pair.First.Key, pair.Second.Key) { Source = "benchmark", RecordedAt = at })),
            .. snapshot.NumbersOf(RelationKind.Collaborates).Skip(round * count).Take(count / 4).Select(number => Change.Remove(snapshot.Relation(number).Key)),
        ];
    }
}
