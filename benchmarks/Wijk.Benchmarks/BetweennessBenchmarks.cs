using BenchmarkDotNet.Attributes;
using Wijk.Graph.Analysis.Centrality;

namespace Wijk.Benchmarks;

/// <summary>Exact betweenness of every node.</summary>
[MemoryDiagnoser]
public class BetweennessBenchmarks
{
    private City city = null!;

    [Params(1_000, 10_000)]
    public int NodeCount { get; set; }

    [GlobalSetup]
    public void MakeCity() => city = new(NodeCount);

    [Benchmark]
    public double[] Exact() => Betweenness.Of(city.Network);
}
