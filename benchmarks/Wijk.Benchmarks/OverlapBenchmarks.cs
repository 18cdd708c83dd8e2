using BenchmarkDotNet.Attributes;
using Wijk.Graph.Analysis.Overlap;

namespace Wijk.Benchmarks;

/// <summary>Which measures and initiatives meet in the same cells.</summary>
[MemoryDiagnoser]
public class OverlapBenchmarks
{
    private City city = null!;

    [Params(1_000, 10_000, 100_000)]
    public int NodeCount { get; set; }

    [GlobalSetup]
    public void MakeCity() => city = new(NodeCount);

    [Benchmark]
    public long CountPairs()
    {
        var (rows, count) = (SharedCells.Of(city.OffersByCells).Rows(), 0L);
        while (rows.MoveNext()) count += rows.Current.Length;
        return count;
    }

    [Benchmark]
    public SharedPair[] Top100() => SharedCells.Of(city.OffersByCells).Top(100);
}
