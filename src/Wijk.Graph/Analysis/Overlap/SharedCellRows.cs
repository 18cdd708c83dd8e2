using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Overlap;

/// <summary>Goes through the pairs of actors that share cells, one first actor at a time.</summary>
public sealed class SharedCellRows
{
    private readonly Incidence actorsByCells;
    private readonly Incidence cellsByActors;
    private readonly int[] passed;
    private readonly int[] counts;
    private readonly int[] met;
    private SharedPair[] row = [];
    private int rowLength;

    internal SharedCellRows(Incidence actorsByCells, Incidence cellsByActors)
    {
        (this.actorsByCells, this.cellsByActors) = (actorsByCells, cellsByActors);
        passed = new int[actorsByCells.ColumnCount];
        (counts, met) = (new int[actorsByCells.RowCount], new int[actorsByCells.RowCount]);
    }

    /// <summary>The first actor of the current pairs; −1 before the first.</summary>
    public int Actor { get; private set; } = -1;

    /// <summary>The current actor's pairs with actors of a higher number, in the order in which its cells meet them.</summary>
    /// <remarks>Valid until the next <see cref="MoveNext"/>.</remarks>
    public ReadOnlySpan<SharedPair> Current => row.AsSpan(..rowLength);

    /// <summary>Goes to the next actor, also when it shares nothing; false after the last.</summary>
    public bool MoveNext()
    {
        if (Actor + 1 >= actorsByCells.RowCount)
        {
            rowLength = 0;
            return false;
        }

        Actor++;
        var metCount = Count();
        if (row.Length < metCount) row = new SharedPair[Math.Max(metCount, 2 * row.Length)];
        var cellCount = actorsByCells.Degree(Actor);
        for (var i = 0; i < metCount; i++)
        {
            row[i] = new(Actor, met[i], counts[met[i]], cellCount, actorsByCells.Degree(met[i]));
            counts[met[i]] = 0;
        }

        rowLength = metCount;
        return true;
    }

    private int Count()
    {
        var metCount = 0;
        foreach (var cell in actorsByCells.Row(Actor))
        {
            // Actors come in ascending order, so those already passed in a cell are exactly the first ones of its row.
            foreach (var other in cellsByActors.Row(cell)[++passed[cell]..])
            {
                if (counts[other]++ == 0) met[metCount++] = other;
            }
        }

        return metCount;
    }
}
