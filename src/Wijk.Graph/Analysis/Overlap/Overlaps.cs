using System.Collections.Immutable;

namespace Wijk.Graph.Analysis.Overlap;

/// <summary>Finds the cells where several actors are active, and how their work there meets.</summary>
public static class Overlaps
{
    /// <summary>Every cell with two or more actors, in the order of cells.</summary>
    /// <param name="presences">Who is active where with what; exact repeats count once, and their order does not matter.</param>
    /// <param name="domains">The domains of each measure.</param>
    /// <param name="rule">Which pairs count.</param>
    /// <param name="cancellationToken">Stops the work between two cells.</param>
    /// <remarks>O(p log p + Σ k²) for p presences and k actors in a cell.</remarks>
    public static ImmutableArray<CellOverlap> Of(
        IEnumerable<Presence> presences,
        MeasureDomains domains,
        PairRule rule,
        CancellationToken cancellationToken = default)
    {
        var sorted = Sorted(presences);
        var cells = ImmutableArray.CreateBuilder<CellOverlap>();
        foreach (var range in CellsOf(sorted))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var inCell = sorted.AsSpan(range);
            if (inCell[0].Actor != inCell[^1].Actor)
                cells.Add(new(inCell[0].Cell, rule, ActorsIn(inCell, domains), EffectiveDomains(inCell, domains.Own)));
        }

        return cells.ToImmutable();
    }

    /// <summary>The actors of each cell that has any, ascending.</summary>
    /// <inheritdoc cref="Of"/>
    public static Dictionary<int, ImmutableArray<CellActor>> ActorsByCell(IEnumerable<Presence> presences, MeasureDomains domains)
    {
        var sorted = Sorted(presences);
        return CellsOf(sorted).ToDictionary(range => sorted[range.Start].Cell, range => ActorsIn(sorted.AsSpan(range), domains));
    }

    private static Presence[] Sorted(IEnumerable<Presence> presences)
    {
        var sorted = presences.ToArray();
        Array.Sort(sorted, static (a, b) =>
        {
            var byPlace = (a.Cell, a.Actor, a.Measure).CompareTo((b.Cell, b.Actor, b.Measure));
            return byPlace != 0 ? byPlace : (a.Days.First ?? int.MinValue, a.Days.Last ?? int.MaxValue)
                .CompareTo((b.Days.First ?? int.MinValue, b.Days.Last ?? int.MaxValue));
        });
        return sorted;
    }

    private static IEnumerable<Range> CellsOf(Presence[] sorted)
    {
        for (var start = 0; start < sorted.Length;)
        {
            var end = start + 1;
            while (end < sorted.Length && sorted[end].Cell == sorted[start].Cell) end++;
            yield return start..end;
            start = end;
        }
    }

    private static ImmutableArray<CellActor> ActorsIn(ReadOnlySpan<Presence> inCell, MeasureDomains domains)
    {
        var actors = ImmutableArray.CreateBuilder<CellActor>();
        for (var start = 0; start < inCell.Length;)
        {
            var end = start + 1;
            while (end < inCell.Length && inCell[end].Actor == inCell[start].Actor) end++;
            var works = WorksIn(inCell[start..end], domains);
            actors.Add(new(inCell[start].Actor, works, [.. works.SelectMany(work => domains.Own[work.Measure]).Distinct().Order()]));
            start = end;
        }

        return actors.ToImmutable();
    }

    private static ImmutableArray<CellWork> WorksIn(ReadOnlySpan<Presence> ofActor, MeasureDomains domains) =>
    [
        .. ofActor.ToArray().GroupBy(presence => presence.Measure, presence => presence.Days)
            .Select(days => new CellWork(days.Key, domains.Compared[days.Key], [.. days.Distinct()])),
    ];

    private static double EffectiveDomains(ReadOnlySpan<Presence> inCell, IReadOnlyList<ImmutableArray<int>> domainsOf)
    {
        var weights = new SortedDictionary<int, double>();
        var counted = new HashSet<int>();
        foreach (var presence in inCell)
        {
            if (!counted.Add(presence.Measure)) continue;
            var domains = domainsOf[presence.Measure];
            foreach (var domain in domains) weights[domain] = weights.GetValueOrDefault(domain) + (1.0 / domains.Length);
        }

        return ShannonDiversity.Effective([.. weights.Values]);
    }
}
