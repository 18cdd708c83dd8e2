using BenchmarkDotNet.Attributes;
using Wijk.Graph.Snapshots;

namespace Wijk.Benchmarks;

/// <summary>Packing the contents of a store into a snapshot.</summary>
[MemoryDiagnoser]
public class SnapshotBenchmarks
{
    private City city = null!;

    [Params(1_000, 10_000, 100_000)]
    public int NodeCount { get; set; }

    [GlobalSetup]
    public void MakeCity() => city = new(NodeCount);

    [Benchmark]
    public GraphSnapshot Build() => GraphSnapshot.Of(city.Contents);
}
