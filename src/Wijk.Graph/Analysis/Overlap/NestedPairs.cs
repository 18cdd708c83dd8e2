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
        foreach (var weight in Weights().Values)
        {
            Count++;
            Severity += weight;
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

    /// <summary>The pairs, by their actors; not stored.</summary>
    public IEnumerable<NestedPair> Pairs() =>
        Weights().OrderBy(pair => pair.Key).Select(pair => new NestedPair(pair.Key.A, pair.Key.B, pair.Value));

    /// <summary>Who of which wider cell is in a pair; not stored.</summary>
    public IEnumerable<(int Cell, int Actor)> Met() => wider
        .SelectMany(around => around.Actors.Where(other => cell.Actors.Any(own => Weight(own, other, around.Steps) > 0)).Select(other => (around.Cell, other.Actor)));

    private SortedDictionary<(int A, int B), double> Weights()
    {
        var weights = new SortedDictionary<(int A, int B), double>();
        foreach (var around in wider)
        {
            foreach (var other in around.Actors)
            {
                foreach (var own in cell.Actors)
                {
                    var weight = Weight(own, other, around.Steps);
                    if (weight == 0) continue;
                    var pair = (Math.Min(own.Actor, other.Actor), Math.Max(own.Actor, other.Actor));
                    weights[pair] = Math.Max(weight, weights.GetValueOrDefault(pair));
                }
            }
        }

        return weights;
    }

    private double Weight(CellActor own, CellActor other, int steps)
    {
        if (own.Actor == other.Actor) return 0;
        var shared = Overlaps.WeightOf(own, other, cell.Rule);
        return shared == 0 || IsPairHere(own, other.Actor) ? 0 : Math.ScaleB(shared, -steps);
    }

    private bool IsPairHere(CellActor own, int other)
    {
        var place = cell.Actors.BinarySearch(new(other, [], [], []), ByActor);
        return place >= 0 && Overlaps.WeightOf(own, cell.Actors[place], cell.Rule) > 0;
    }

    private static Comparer<CellActor> ByActor { get; } = Comparer<CellActor>.Create(static (a, b) => a.Actor.CompareTo(b.Actor));
}
