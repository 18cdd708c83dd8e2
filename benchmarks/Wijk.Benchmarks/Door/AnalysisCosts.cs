using System.Diagnostics;
using System.Globalization;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.AskList;
using Wijk.Graph.Findings.Clusters;
using Wijk.Graph.Findings.Defragment;
using Wijk.Graph.Findings.Fragmentation;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Findings.Ways;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;

namespace Wijk.Benchmarks.Door;

/// <summary>What each analysis takes for a node or relation beside what its question says that it costs; see <see cref="Question.CostPerRecord"/>.</summary>
internal static class AnalysisCosts
{
    private static readonly DateOnly Day = new(2026, 1, 1);

    /// <summary>Prints a table: <c>costs [NODES ...]</c>.</summary>
    public static int Run(string[] nodeCounts)
    {
        Console.WriteLine($"{"question",-24} {"records",10} {"ms",9} {"CPU ms",9} {"us/record",10} {"said",6}");
        foreach (var nodeCount in nodeCounts.DefaultIfEmpty("20000").Select(text => int.Parse(text, CultureInfo.InvariantCulture)))
        {
            var graph = GraphSnapshot.Of(new City(nodeCount).Contents);
            Print("overlap", graph, new OverlapQuestion());
            Print("overlap, activity", graph, new OverlapQuestion { Lens = OverlapLens.Activity });
            Print("overlap, agencyPairs", graph, new OverlapQuestion(), OverlapAnswer.AgencyPairsFigure, answer => answer.AgencyPairs());
            Print("overlap, measurePairs", graph, new OverlapQuestion(), OverlapAnswer.MeasurePairsFigure, answer => answer.MeasurePairs());
            Print("fragmentation", graph, new FragmentationQuestion());
            Print("clusters", graph, new ClustersQuestion());
            Print("clusters, trust", graph, new ClustersQuestion(), ClustersAnswer.TrustFigure, answer => answer.Trust());
            Print("defragment", graph, new DefragmentQuestion());
            Print("askList", graph, new AskListQuestion { Budget = AskListQuestion.MostSheets });
            Print("ways", graph, new WaysQuestion());
        }

        return 0;
    }

    // Each from a view that nobody asked anything before.
    private static void Print<TAnswer>(string name, GraphSnapshot graph, Question<TAnswer> question, string? figure = null, Action<TAnswer>? compute = null)
        where TAnswer : Answer
    {
        var view = GraphView.Of(graph);
        var (clock, busy) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        var answer = question.Ask(view, Day);
        if (compute is not null)
        {
            (clock, busy) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
            compute(answer);
        }

        var (records, time, work) = (graph.NodeCount + graph.RelationCount, clock.Elapsed, Process.GetCurrentProcess().TotalProcessorTime - busy);
        var said = figure is null ? question.CostPerRecord : question.CostPerRecordOf(figure);
        Console.WriteLine(FormattableString.Invariant($"{name,-24} {records,10} {time.TotalMilliseconds,9:0} {work.TotalMilliseconds,9:0} {work.TotalMicroseconds / records,10:0.0} {said,6:0.0}"));
    }
}
