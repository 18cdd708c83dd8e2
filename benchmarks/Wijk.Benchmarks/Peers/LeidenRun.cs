using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Wijk.Benchmarks.Compare;
using Wijk.Graph.Analysis.Clusters;

namespace Wijk.Benchmarks.Peers;

/// <summary>Communities of a graph file, to compare with other programs: one JSON line, and the memberships.</summary>
internal static class LeidenRun
{
    public static int Run(string[] args)
    {
        if (args is not [var file, var setting, var threads, var runs])
        {
            Console.Error.WriteLine("Usage: leiden FILE.wgr SETTING THREADS RUNS");
            return 2;
        }

        var load = Stopwatch.StartNew();
        var network = PeerGraph.Network(file);
        GC.Collect(2, GCCollectionMode.Aggressive, true, true);
        var (loaded, loadTime) = (Status("VmRSS"), load.Elapsed);
        var name = Path.GetFileNameWithoutExtension(file);
        var parameters = Setting(setting) with { ThreadCount = int.Parse(threads, CultureInfo.InvariantCulture) };
        List<double> walls = [], cpus = [];
        LeidenResult? result = null;
        for (var run = 0; run < int.Parse(runs, CultureInfo.InvariantCulture); run++)
        {
            var (watch, cpu) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);

            // What a changed tie costs: the network is as it was, but for the run it has changed.
            result = setting == "leiden_mod_tie" && result is not null
                ? Leiden.Update(network, result.CommunityOf.AsSpan(), [run, network.Neighbors(run)[0]], parameters)
                : Leiden.Run(network, parameters with { Seed = run + 1 });
            walls.Add(watch.Elapsed.TotalSeconds);
            cpus.Add((Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds);
            Save($"results/memb/wijk-t{threads}.{setting}_r{run}.{name}.i32", result);
        }

        Console.WriteLine(JsonSerializer.Serialize(new
        {
            peer = $"wijk-t{threads}",
            op = setting,
            graph = name,
            wall = walls,
            cpu = cpus,
            busy_before = Array.Empty<double>(),
            load_s = loadTime.TotalSeconds,
            rss_loaded_mb = loaded,
            rss_peak_mb = Status("VmHWM"),
            extra = new { nc = result?.CommunityCount, reported_q = result?.Quality, iterations = result?.IterationCount },
        }));
        return 0;
    }

    private static LeidenParameters Setting(string name) => name switch
    {
        "leiden_mod_2" or "leiden_mod_tie" => new(),
        "leiden_mod_fast" => LeidenParameters.Fast,
        "leiden_mod_conv" => new() { MaxIterations = 100 },
        "leiden_cpm_2" => new() { QualityFunction = QualityFunction.Cpm, Resolution = 0.01 },
        _ => throw new ArgumentException(
            $"No setting '{name}'; there are leiden_mod_2, leiden_mod_fast, leiden_mod_tie (a full run, then one changed tie a run), leiden_mod_conv and leiden_cpm_2."),
    };

    private static void Save(string file, LeidenResult result)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var writer = new BinaryWriter(File.Create(file));
        foreach (var community in result.CommunityOf) writer.Write(community);
    }

    private static double Status(string name) => File.Exists("/proc/self/status")
        ? double.Parse(
            File.ReadLines("/proc/self/status").First(line => line.StartsWith(name + ":", StringComparison.Ordinal))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture) / 1024
        : Environment.WorkingSet / 1048576.0;
}
