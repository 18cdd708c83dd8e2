using System.Collections.Immutable;

namespace Wijk.Graph.Analysis.Overlap;

/// <summary>A cell that another one lies in: for the same or a wider group, in the same or a larger area.</summary>
/// <param name="Cell">The cell, as its asker numbers it.</param>
/// <param name="Actors">Who is active in it, ascending.</param>
/// <param name="Steps">How many times wider, 1 or more: the steps up of the group and those of the area.</param>
public readonly record struct WiderCell(int Cell, ImmutableArray<CellActor> Actors, int Steps);

/// <summary>Two actors that meet because one works in a cell and the other in a wider one.</summary>
/// <param name="A">The lower actor.</param>
/// <param name="B">The higher actor.</param>
/// <param name="Weight">The highest Jaccard of their periods, halved for each step between the cells; above 0 to 1/2.</param>
public readonly record struct NestedPair(int A, int B, double Weight);

/// <summary>Who meets an actor of a cell from a wider one. These pairs stand apart: they do not make a cell overlap.</summary>
public sealed class NestedPairs
{
    private readonly CellOverlap cell;
    private readonly ImmutableArray<WiderCell> wider;

    private NestedPairs(CellOverlap cell, ImmutableArray<WiderCell> wider)
    {
        (this.cell, this.wider) = (cell, wider);
        foreach (var pair in Pairs())
        {
            Count++;
            Severity += pair.Weight;
        }
    }

    /// <summary>How many pairs there are that are none of the cell itself.</summary>
    public long Count { get; }

    /// <summary>The sum of their weights.</summary>
    public double Severity { get; }

    /// <summary>The pairs of a cell with the cells it lies in.</summary>
    /// <param name="cell">The cell; its own rule says which pairs count.</param>
    /// <param name="wider">The cells it lies in, at any height.</param>
    /// <remarks>
    /// A pair counts once, by its highest weight, and not at all when it is a pair of the cell itself. O(k · K) for k actors in the cell and
    /// K in all wider ones.
    /// </remarks>
    public static NestedPairs Of(CellOverlap cell, ImmutableArray<WiderCell> wider) => new(cell, wider);

    /// <summary>The pairs, by who works wider; not stored.</summary>
    public IEnumerable<NestedPair> Pairs()
    {
        if (wider.IsEmpty) yield break;
        var work = wider.SelectMany(around => around.Actors.Select(actor => (Actor: actor, around.Steps))).ToLookup(entry => entry.Actor.Actor);
        foreach (var others in work.OrderBy(entry => entry.Key))
        {
            var here = Here(others.Key);
            foreach (var own in cell.Actors)
            {
                // Two who both work here and wider are met twice: from either side.
                if (own.Actor == others.Key || (here is not null && own.Actor < others.Key && work.Contains(own.Actor))) continue;
                if (here is not null && CellPair.Of(own, here, cell.Rule).Weight > 0) continue;
                var weight = Highest(own, others);
                if (here is not null) weight = Math.Max(weight, Highest(here, work[own.Actor]));
                if (weight > 0) yield return new(Math.Min(own.Actor, others.Key), Math.Max(own.Actor, others.Key), weight);
            }
        }
    }

    /// <summary>Who of which wider cell is in a pair; not stored.</summary>
    public IEnumerable<(int Cell, int Actor)> Met() =>
        from around in wider
        from other in around.Actors
        let here = Here(other.Actor)
        where cell.Actors.Any(own => own.Actor != other.Actor
            && (here is null || CellPair.Of(own, here, cell.Rule).Weight == 0)
            && CellPair.Of(own, other, cell.Rule).Weight > 0)
        select (around.Cell, other.Actor);

    private CellActor? Here(int actor)
    {
        var place = cell.Actors.BinarySearch(new(actor, [], []), ByActor);
        return place < 0 ? null : cell.Actors[place];
    }

    private double Highest(CellActor own, IEnumerable<(CellActor Actor, int Steps)> wide)
    {
        var highest = 0.0;
        foreach (var (other, steps) in wide) highest = Math.Max(highest, Math.ScaleB(CellPair.Of(own, other, cell.Rule).Weight, -steps));
        return highest;
    }

    private static Comparer<CellActor> ByActor { get; } = Comparer<CellActor>.Create(static (a, b) => a.Actor.CompareTo(b.Actor));
}
