using System.Diagnostics;
using System.Globalization;
using Wijk.Graph.Analysis.Clusters;
using Wijk.Graph.Analysis.Clusters.Trust;
using Wijk.Graph.Findings.Clusters;
using Wijk.Graph.Generate;
using Wijk.Graph.Networks;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Tests.Analysis.Clusters.Trust;
using Wijk.Graph.Views;

namespace Wijk.Benchmarks.Peers;

/// <summary>What trust in clusters takes, and what it finds: on networks of which it is known who belongs with whom, and on made-up cities.</summary>
internal static class TrustTimes
{
    private static readonly Dictionary<string, Func<int, int, (Network Network, int[] Groups)>> Kinds = new()
    {
        ["planted-.2"] = (seed, count) => MadeNetworks.Planted(seed, count, 10, 0.2, 20, 60),
        ["planted-.4"] = (seed, count) => MadeNetworks.Planted(seed, count, 15, 0.4, 20, 100),
        ["random"] = (seed, count) => MadeNetworks.Random(seed, count, 10),
        ["skewed"] = (seed, count) => MadeNetworks.Skewed(seed, count, 6),
    };

    /// <summary>Prints a table in Markdown: <c>trust NETWORKS SEEDS COUNT …</c>, networks being some of planted-.2, planted-.4, random, skewed and city, with commas between.</summary>
    public static int Run(string[] arguments)
    {
        if (arguments is not [var networks, var seeds, .. { Length: > 0 } counts])
        {
            Console.Error.WriteLine("trust planted-.2,planted-.4,random,skewed,city SEEDS COUNT ...");
            return 64;
        }

        var seedCount = int.Parse(seeds, CultureInfo.InvariantCulture);
        Console.WriteLine("| nodes | network | edges | ms | CPU ms | drawn | clusters | in them | NMI | peak MB |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var count in counts.Select(text => int.Parse(text, CultureInfo.InvariantCulture)))
        {
            foreach (var name in networks.Split(','))
            {
                if (name == "city") City(count, seedCount);
                else Made(count, name, seedCount);
            }
        }

        return 0;
    }

    private static void Made(int count, string name, int seedCount)
    {
        for (var seed = 1; seed <= seedCount; seed++)
        {
            var (network, groups) = Kinds[name](seed, count);
            var layers = NetworkLayers.Of(network);
            Print(count, name, network.EdgeCount, () => ClusterTrust.Of(layers, new() { MaxIterations = 2 }, new() { Seed = seed }), groups);
        }
    }

    private static void City(int count, int seedCount)
    {
        var view = GraphView.Of(GraphSnapshot.Of(new City(count).Contents));
        for (var seed = 1; seed <= seedCount; seed++)
        {
            var answer = new ClustersQuestion { Seed = seed }.Ask(view, new(2026, 1, 1));
            Print(count, "city", count * SyntheticCity.RelationsPerNode, () => answer.Trust().Result, null);
        }
    }

    private static void Print(int count, string name, int edgeCount, Func<TrustResult> judge, int[]? groups)
    {
        GC.Collect(2, GCCollectionMode.Aggressive, true, true);
        ResetPeak();
        var (before, clock, processor) = (Environment.WorkingSet, Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        var trust = judge();
        var (time, busy) = (clock.Elapsed, Process.GetCurrentProcess().TotalProcessorTime - processor);
        int[] inside = [.. Enumerable.Range(0, trust.GroupOf.Length).Where(node => trust.GroupOf[node] >= 0 && !trust.Groups[trust.GroupOf[node]].IsBlock)];
        var known = groups is null ? [] : inside.Where(node => groups[node] >= 0).ToArray();
        var nmi = known.Length == 0 ? "" : Agreement.Normalized(Array.ConvertAll(known, node => groups![node]), Array.ConvertAll(known, node => trust.GroupOf[node])).ToString("0.000", CultureInfo.InvariantCulture);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {count} | {name} | {edgeCount} | {time.TotalMilliseconds:0} | {busy.TotalMilliseconds:0} | {trust.RandomCount} | {trust.ClusterCount} of {trust.Groups.Length} | {inside.Length} | {nmi} | {Process.GetCurrentProcess().PeakWorkingSet64 - before >> 20} above {before >> 20} |"));
    }

    private static void ResetPeak()
    {
        if (OperatingSystem.IsLinux()) File.WriteAllText("/proc/self/clear_refs", "5");
    }
}
