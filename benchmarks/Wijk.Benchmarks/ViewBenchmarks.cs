using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;

namespace Wijk.Benchmarks;

/// <summary>The first look at a view: a day on which a tenth is over, a reader who does not see a tenth, and a scenario of one change.</summary>
[MemoryDiagnoser]
public class ViewBenchmarks
{
    private static readonly DateOnly Day = new(2026, 1, 1);
    private static readonly ImmutableArray<Change> Changes =
    [
        Change.Put(new Node(Keys.Of(NodeKind.Agency, "new", "1"), NodeKind.Agency)
        {
            Source = "new",
            RecordedAt = DateTimeOffset.UnixEpoch,
            Attributes = AttributeSet.Of(("name", "New")),
        }),
    ];

    private GraphSnapshot snapshot = null!;

    [Params(10_000, 100_000, 1_000_000)]
    public int NodeCount { get; set; }

    [GlobalSetup]
    public void MakeCity()
    {
        var contents = new City(NodeCount).Contents;
        snapshot = GraphSnapshot.Of(contents with
        {
            Nodes = [.. contents.Nodes.Index().Select(pair => IsTenth(pair.Index, pair.Item) ? pair.Item with { ValidTo = PartialDate.OfYear(2025), Visibility = Visibility.Partner } : pair.Item)],
        });
    }

    // No areas: what names one that ended names another, and is sorted in again.
    private static bool IsTenth(int place, Node node) => place % 10 == 0 && node.Kind != NodeKind.Area;

    [Benchmark]
    public int OnADay() => GraphView.Of(snapshot).On(Day).Graph.NodeCount;

    [Benchmark]
    public int ForAReader() => GraphView.Of(snapshot).For(new Reader("most", record => record.Visibility == Visibility.Public ? record : null)).Graph.NodeCount;

    [Benchmark]
    public int InAScenario() => GraphView.Of(snapshot).In(new Scenario("one", Changes)).Graph.NodeCount;
}
