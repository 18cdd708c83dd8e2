using BenchmarkDotNet.Attributes;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Stores;

namespace Wijk.Benchmarks;

/// <summary>Packing the contents of a store into a snapshot, and following it by changes.</summary>
[MemoryDiagnoser]
public class SnapshotBenchmarks
{
    private const int ChangeCount = 100;

    private readonly GraphVersion next = new(2, DateTimeOffset.UnixEpoch);
    private City city = null!;
    private GraphSnapshot snapshot = null!;
    private Change[] saidAgain = null!;
    private Change[] ofAllSorts = null!;

    [Params(1_000, 10_000, 100_000, 1_000_000)]
    public int NodeCount { get; set; }

    [GlobalSetup]
    public void MakeCity()
    {
        city = new(NodeCount);
        snapshot = GraphSnapshot.Of(city.Contents);
        var random = new Random(1);
        saidAgain = [.. Enumerable.Range(0, ChangeCount).Select(_ => Change.Put(Node(random) with { Source = "again" })).DistinctBy(change => change.Key)];
        ofAllSorts = [.. Enumerable.Range(0, ChangeCount).Select(number => OfAnySort(number, random)).DistinctBy(change => change.Key)];
    }

    [Benchmark]
    public GraphSnapshot Build() => GraphSnapshot.Of(city.Contents);

    [Benchmark]
    public GraphSnapshot FollowNodesSaidAgain() => snapshot.With(next, saidAgain);

    /// <summary>Nodes and relations that come, change and go, over all the graph: the dearest delta.</summary>
    [Benchmark]
    public GraphSnapshot FollowChangesOfAllSorts() => snapshot.With(next, ofAllSorts);

    private Change OfAnySort(int number, Random random) => (number % 5) switch
    {
        0 => Change.Put(Node(random) with { Source = "again" }),
        1 => Change.Put(Relation(random) with { Source = "again" }),
        2 => Change.Remove(Relation(random).Key),
        3 => Change.Put(new Relation(RelationKind.Collaborates, Agency(random), Agency(random))
        {
            Source = "new",
            RecordedAt = DateTimeOffset.UnixEpoch,
            Attributes = AttributeSet.Of(("level", 1L), ("reportedBy", $"new {number}")),
        }),
        _ => Change.Put(new Node(Keys.Of(NodeKind.Agency, "new", $"{number}"), NodeKind.Agency)
        {
            Source = "new",
            RecordedAt = DateTimeOffset.UnixEpoch,
            Attributes = AttributeSet.Of(("name", "New")),
        }),
    };

    private Node Node(Random random) => snapshot.Node(random.Next(snapshot.NodeCount));

    private Relation Relation(Random random) => snapshot.Relation(random.Next(snapshot.RelationCount));

    private string Agency(Random random) => snapshot.Node(snapshot.NodesOf(NodeKind.Agency).Start.Value + random.Next(snapshot.Count(NodeKind.Agency))).Key;
}
