using BenchmarkDotNet.Attributes;
using Wijk.Graph.Analysis.Clusters;

namespace Wijk.Benchmarks;

/// <summary>Finding communities with every parameter at its default.</summary>
[MemoryDiagnoser]
public class LeidenBenchmarks
{
    private City city = null!;

    [Params(1_000, 10_000, 100_000)]
    public int NodeCount { get; set; }

    [GlobalSetup]
    public void MakeCity() => city = new(NodeCount);

    [Benchmark]
    public LeidenResult Modularity() => Leiden.Run(city.Network, new());

    [Benchmark]
    public LeidenResult Cpm() => Leiden.Run(city.Network, new() { QualityFunction = QualityFunction.Cpm, Resolution = 0.01 });
}
