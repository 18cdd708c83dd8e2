using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Overlap;

/// <summary>Counts the cells that one actor shares with each actor of a higher number: a dense accumulator, emptied by who reads it.</summary>
internal sealed class SharedCellCounter(Incidence actorsByCells, Incidence cellsByActors)
{
    private readonly int[] counts = new int[actorsByCells.RowCount];
    private readonly int[] met = new int[actorsByCells.RowCount];

    /// <summary>Whom an actor meets, each once; the counts of all of them are taken before the next.</summary>
    public ReadOnlySpan<int> Count(int actor)
    {
        var metCount = 0;
        foreach (var cell in actorsByCells.Row(actor))
        {
            // Ascending, so those of a higher number are the last of the cell's row.
            var inCell = cellsByActors.Row(cell);
            for (var place = inCell.Length - 1; inCell[place] > actor; place--)
            {
                if (counts[inCell[place]]++ == 0) met[metCount++] = inCell[place];
            }
        }

        return met.AsSpan(..metCount);
    }

    /// <summary>How many cells are shared with one of those met, which is forgotten.</summary>
    public int Take(int other)
    {
        var count = counts[other];
        counts[other] = 0;
        return count;
    }
}
