using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Wijk.Graph.Analysis.Centrality;
using Wijk.Graph.Analysis.Clusters;
using Wijk.Graph.Analysis.Connectivity;
using Wijk.Graph.Analysis.Overlap;
using Wijk.Graph.Analysis.Triangles;
using Wijk.Graph.Networks;

namespace Wijk.Benchmarks.Compare;

/// <summary>One operation of ours on one graph of theirs; prints the line of JSON that other programs print. See benchmarks/compare.</summary>
internal static class PeerRun
{
    // What each does with a graph that is loaded; it gives what a reader compares, and the communities of nodes where it finds any. A new operation adds its line.
    private static readonly Dictionary<string, Func<string, Func<(object Result, IReadOnlyList<int>? Communities)>>> Operations = new()
    {
        ["overlap"] = OnCells(cells => (SharedCells.Of(cells).All(Environment.ProcessorCount).Count, null)),
        ["overlap_rows"] = OnCells(cells => (CountRows(SharedCells.Of(cells).Rows()), null)),
        ["leiden_mod_2"] = OnNetwork(network => Communities(Leiden.Run(network, new() { MaxIterations = 2 }))),
        ["leiden_mod_fast"] = OnNetwork(network => Communities(Leiden.Run(network, LeidenParameters.Fast))),
        ["leiden_cpm_2"] = OnNetwork(network => Communities(Leiden.Run(network, new() { MaxIterations = 2, QualityFunction = QualityFunction.Cpm, Resolution = 0.01 }))),
        ["components"] = OnNetwork(network => (Components.Of(network).Count, null)),
        ["articulation"] = OnNetwork(network => CutPoints.Of(network) is var cuts ? ($"{cuts.ArticulationPoints.Length}, {cuts.Bridges.Length} bridges", null) : default),
        ["betweenness"] = OnNetwork(network => (Betweenness.Of(network).Max(), null)),
        ["betweenness_w"] = OnNetwork(network => (Betweenness.Weighted(network, EdgeLength.Weight).Sum(), null)),
        ["clustering"] = OnNetwork(network => (ClusteringCoefficient.Of(network).Local.Sum() ?? 0, null)),
    };

    /// <summary>Runs an operation: <c>peer OPERATION FILE TIMES</c>, after a second, and at least two runs, that are not measured.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(string[] arguments)
    {
        if (arguments is not [var name, var path, var times] || !Operations.TryGetValue(name, out var operation))
        {
            Console.Error.WriteLine($"peer {string.Join('|', Operations.Keys)} FILE TIMES");
            return 64;
        }

        var clock = Stopwatch.StartNew();
        var run = operation(path);
        var (loaded, before) = (clock.Elapsed.TotalSeconds, Environment.WorkingSet);
        clock.Restart();
        for (var warm = 0; warm < 2 || clock.Elapsed.TotalSeconds < 1; warm++)
        {
            run();
            GC.Collect();
        }

        var (graph, wall, cpu, result) = (Path.GetFileNameWithoutExtension(path), new List<double>(), new List<double>(), (object)0);
        for (var time = 0; time < int.Parse(times, CultureInfo.InvariantCulture); time++)
        {
            GC.Collect();
            var started = Environment.CpuUsage.TotalTime;
            clock.Restart();
            (result, var communities) = run();
            wall.Add(clock.Elapsed.TotalSeconds);
            cpu.Add((Environment.CpuUsage.TotalTime - started).TotalSeconds);
            if (communities is not null && Directory.Exists("results/memb"))
                File.WriteAllBytes($"results/memb/wijk.{name}_r{time}.{graph}.i32", MemoryMarshal.AsBytes<int>(communities.ToArray()).ToArray());
        }

        Console.WriteLine(JsonSerializer.Serialize(new
        {
            peer = "wijk",
            op = name,
            graph,
            wall,
            cpu,
            busy_before = System.Array.Empty<double>(),
            load_s = loaded,
            rss_loaded_mb = before / 1048576.0,
            rss_peak_mb = Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0,
            extra = new { result },
        }));
        return 0;
    }

    private static Func<string, Func<(object, IReadOnlyList<int>?)>> OnCells(Func<Incidence, (object, IReadOnlyList<int>?)> operation) => path =>
    {
        var cells = PeerGraph.Incidence(path);
        return () => operation(cells);
    };

    private static Func<string, Func<(object, IReadOnlyList<int>?)>> OnNetwork(Func<Network, (object, IReadOnlyList<int>?)> operation) => path =>
    {
        var network = PeerGraph.Network(path);
        return () => operation(network);
    };

    private static (object, IReadOnlyList<int>?) Communities(LeidenResult found) => (found.Quality ?? 0, found.CommunityOf);

    private static long CountRows(SharedCellRows rows)
    {
        var count = 0L;
        while (rows.MoveNext()) count += rows.Current.Length;
        return count;
    }
}
