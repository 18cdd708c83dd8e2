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
        CancellationToken cancellationToken = default) =>
        Of(ActorsByCell(presences, domains), domains, rule, cancellationToken);

    /// <summary>Every cell with two or more actors, in the order of cells, of actors that are known.</summary>
    /// <inheritdoc cref="Of(IEnumerable{Presence}, MeasureDomains, PairRule, CancellationToken)"/>
    public static ImmutableArray<CellOverlap> Of(
        Dictionary<int, ImmutableArray<CellActor>> actorsByCell,
        MeasureDomains domains,
        PairRule rule,
        CancellationToken cancellationToken = default)
    {
        var cells = ImmutableArray.CreateBuilder<CellOverlap>();
        foreach (var (cell, actors) in actorsByCell.OrderBy(cell => cell.Key))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (actors.Length > 1) cells.Add(new(cell, rule, actors, domains));
        }

        return cells.ToImmutable();
    }

    /// <summary>The actors of each cell that has any, ascending.</summary>
    /// <inheritdoc cref="Of(IEnumerable{Presence}, MeasureDomains, PairRule, CancellationToken)"/>
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
            actors.Add(new(inCell[start].Actor, works, DomainsOf(works, domains.Own)));
            start = end;
        }

        return actors.DrainToImmutable();
    }

    private static ImmutableArray<CellWork> WorksIn(ReadOnlySpan<Presence> ofActor, MeasureDomains domains)
    {
        var works = ImmutableArray.CreateBuilder<CellWork>(1);
        for (var start = 0; start < ofActor.Length;)
        {
            var (measure, days, end) = (ofActor[start].Measure, ImmutableArray.CreateBuilder<DayRange>(1), start);
            for (; end < ofActor.Length && ofActor[end].Measure == measure; end++)
            {
                if (days.Count == 0 || days[^1] != ofActor[end].Days) days.Add(ofActor[end].Days);
            }

            works.Add(new(measure, domains.Compared[measure], days.DrainToImmutable()));
            start = end;
        }

        return works.DrainToImmutable();
    }

    private static ImmutableArray<int> DomainsOf(ImmutableArray<CellWork> works, IReadOnlyList<ImmutableArray<int>> domainsOf) =>
        works.Length == 1 ? domainsOf[works[0].Measure] : [.. works.SelectMany(work => domainsOf[work.Measure]).Distinct().Order()];
}
