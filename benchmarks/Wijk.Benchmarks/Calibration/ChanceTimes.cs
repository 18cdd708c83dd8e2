using System.Diagnostics;
using System.Globalization;
using Wijk.Graph.Analysis.Chance;
using Wijk.Graph.Generate;
using Wijk.Graph.Model;

namespace Wijk.Benchmarks.Calibration;

/// <summary>How long comparing pairs of agencies with chance takes, by the size of a generated city.</summary>
internal static class ChanceTimes
{
    public static int Run(string[] args)
    {
        Console.WriteLine("| Nodes | Agencies in areas | Pairs that can be tested | Whole p | Engine | q < .05 | Family s | Whole s | All s | All, one thread s | MB allocated |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var nodeCount in args.Select(size => int.Parse(size, CultureInfo.InvariantCulture)))
        {
            var cells = Cells(nodeCount);
            var clock = Stopwatch.StartNew();
            PairFamily.Of(cells);
            var family = clock.Elapsed.TotalSeconds;
            clock.Restart();
            PairTests.Whole(cells, new());
            var whole = clock.Elapsed.TotalSeconds;
            var before = GC.GetTotalAllocatedBytes();
            clock.Restart();
            var result = SharedMoreThanChance.Of(cells, new());
            var (all, allocated) = (clock.Elapsed.TotalSeconds, GC.GetTotalAllocatedBytes() - before);
            clock.Restart();
            SharedMoreThanChance.Of(cells, new() { ThreadCount = 1 });
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {nodeCount:N0} | {cells.RowCount:N0} | {result.FamilySize:N0} | {result.WholeP:F3} | {result.Engine} | {result.Pairs.Count(pair => pair.Q < 0.05)} "
                + $"| {family:F2} | {whole:F2} | {all:F2} | {clock.Elapsed.TotalSeconds:F2} | {allocated / 1e6:N0} |"));
        }

        return 0;
    }

    private static StratifiedCells Cells(int nodeCount)
    {
        var (nodes, relations) = SyntheticCity.Make(nodeCount, 1);
        var numbers = nodes.Index().ToDictionary(pair => pair.Item.Key, pair => pair.Index);
        var runs = relations.Where(relation => relation.Kind == RelationKind.Runs && nodes[numbers[relation.From]].Kind == NodeKind.Agency)
            .ToLookup(relation => relation.To, relation => numbers[relation.From]);
        var targetings = relations.Where(relation => relation.Kind is RelationKind.Of or RelationKind.For or RelationKind.In)
            .GroupBy(relation => relation.From, relation => (relation.Kind, relation.To))
            .Select(targeting => targeting.ToDictionary(end => end.Kind, end => end.To))
            .Where(targeting => targeting.Count == 3);
        return StratifiedCells.Of(nodeCount, targetings.SelectMany(targeting => runs[targeting[RelationKind.Of]]
            .Select(agency => (agency, numbers[targeting[RelationKind.In]], numbers[targeting[RelationKind.For]]))));
    }
}
