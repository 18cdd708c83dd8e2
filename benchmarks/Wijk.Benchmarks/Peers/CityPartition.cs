using System.Diagnostics;
using System.Globalization;
using Wijk.Graph.Analysis.Clusters;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Findings.Clusters;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;

namespace Wijk.Benchmarks.Peers;

/// <summary>The clusters of made-up cities: what the network and its division take, of the product's own question.</summary>
internal static class CityPartition
{
    public static int Run(string[] counts)
    {
        foreach (var count in counts.Select(text => int.Parse(text, CultureInfo.InvariantCulture)))
        {
            var view = GraphView.Of(GraphSnapshot.Of(new City(count).Contents));
            GC.Collect(2, GCCollectionMode.Aggressive, true, true);
            for (var run = 0; run < 3; run++)
            {
                var before = Environment.WorkingSet >> 20;
                var watch = Stopwatch.StartNew();
                var network = ClusterNetwork.Of(view, ActiveActors.In(view, null), null);
                var (made, cpu) = (watch.Elapsed, Process.GetCurrentProcess().TotalProcessorTime);
                var result = Leiden.Run(network.Network, new());
                var (found, work) = (watch.Elapsed - made, Process.GetCurrentProcess().TotalProcessorTime - cpu);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{count} records: {network.Members.Length} members, {network.Network.NodeCount} nodes, {network.Network.EdgeCount} edges; ")
                    + string.Create(CultureInfo.InvariantCulture,
                    $"network {made.TotalSeconds:F2} s, communities {found.TotalSeconds:F2} s ({work.TotalSeconds:F2} s of processor), ")
                    + string.Create(CultureInfo.InvariantCulture,
                    $"{result.CommunityCount} of quality {result.Quality:F4}; {before} MB before, {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB at most"));
            }
        }

        return 0;
    }
}
