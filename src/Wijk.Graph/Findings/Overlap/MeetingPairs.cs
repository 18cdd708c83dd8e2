using System.Collections.Immutable;
using Wijk.Graph.Analysis.Chance;
using Wijk.Graph.Analysis.Overlap;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Findings.Overlap;

/// <summary>Finds who meets in the most cells, and whether agencies do so more than chance gives.</summary>
/// <remarks>
/// Measures are counted and not compared with chance: chance deals groups anew to all who work in an area as if they chose apart, and the measures of one agency do not.
/// </remarks>
internal static class MeetingPairs
{
    /// <summary>How many pairs are listed at most, besides those that stand out: beyond it a list no longer says anything, and takes too much memory.</summary>
    private const int Listed = 200_000;

    /// <summary>The measures that share most cells.</summary>
    public static ImmutableArray<MeetingPair> OfMeasures(CellTable table)
    {
        var (measures, incidence) = Memberships(table, presence => table.Works[presence.Measure]);
        return
        [
            .. SharedCells.Of(incidence).Top(Listed)
                .Select(pair => new MeetingPair(measures[pair.A], measures[pair.B], pair.SharedCount, pair.Jaccard, pair.OverlapCoefficient, null)),
        ];
    }

    /// <summary>The agencies that share most cells, those that stand out from chance first.</summary>
    /// <param name="table">Who works where for whom.</param>
    /// <param name="lens">What a cell is.</param>
    /// <param name="seed">Fixes how cells are dealt anew.</param>
    /// <param name="progress">Told how far the comparison is.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static (ImmutableArray<MeetingPair> Pairs, AgencyChance Chance) OfAgencies(
        CellTable table, OverlapLens lens, int seed, IProgress<ChanceProgress>? progress, CancellationToken cancellationToken)
    {
        var (agencies, incidence) = Memberships(table, presence => presence.Actor);
        // What is dealt anew in an area: its groups, its activities, or both together.
        var subjects = table.Cells.Select(cell => (cell.Group, cell.Activity)).Distinct().Index().ToDictionary(subject => subject.Item, subject => subject.Index);
        var cells = StratifiedCells.Of(agencies.Length, table.Presences.Select(presence => (presence.Actor, Place: table.Cells[presence.Cell]))
            .Select(presence => (Array.BinarySearch(agencies, presence.Actor), presence.Place.Area, subjects[(presence.Place.Group, presence.Place.Activity)])));
        var result = SharedMoreThanChance.Of(cells, new() { Seed = seed }, progress, cancellationToken);
        var tested = result.Pairs.ToDictionary(pair => (pair.A, pair.B), pair => new PairChanceFound(pair, result.Engine!.Value));
        var listed = SharedCells.Of(incidence).Top(Listed).Select(pair => Found(pair, tested.GetValueOrDefault((pair.A, pair.B)))).ToList();
        if (listed.Count == Listed)
        {
            var there = listed.Select(pair => (pair.A, pair.B)).ToHashSet();
            listed.AddRange(tested.Values.Where(pair => pair.IsMore && !there.Contains((agencies[pair.Pair.A], agencies[pair.Pair.B])))
                .Select(pair => Found(new(pair.Pair.A, pair.Pair.B, pair.Pair.SharedCount, incidence.Degree(pair.Pair.A), incidence.Degree(pair.Pair.B)), pair)));
        }

        return ([.. listed.OrderBy(pair => pair.Rank)], new(result.Verdict, result.WholeP, result.FamilySize, result.Engine, tested.Values.Count(pair => pair.IsMore)));

        MeetingPair Found(SharedPair pair, PairChanceFound? chance) =>
            new(agencies[pair.A], agencies[pair.B], pair.SharedCount, pair.Jaccard, pair.OverlapCoefficient, chance) { Compared = (lens, result.Verdict) };
    }

    private static (int[] Nodes, Incidence Incidence) Memberships(CellTable table, Func<Presence, int> nodeOf)
    {
        int[] nodes = [.. table.Presences.Select(nodeOf).Distinct().Order()];
        (int, int)[] pairs = [.. table.Presences.Select(presence => (Array.BinarySearch(nodes, nodeOf(presence)), presence.Cell))];
        return (nodes, Incidence.Of(nodes.Length, table.Cells.Count, pairs));
    }
}
