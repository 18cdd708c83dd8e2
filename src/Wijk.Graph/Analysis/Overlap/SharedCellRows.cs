using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Overlap;

/// <summary>Goes through the pairs of actors that share cells, one first actor at a time.</summary>
public sealed class SharedCellRows
{
    private readonly Incidence actorsByCells;
    private readonly SharedCellCounter counter;
    private SharedPair[] row = [];
    private int rowLength;

    internal SharedCellRows(Incidence actorsByCells, Incidence cellsByActors) =>
        (this.actorsByCells, counter) = (actorsByCells, new(actorsByCells, cellsByActors));

    /// <summary>The first actor of the current pairs; −1 before the first.</summary>
    public int Actor { get; private set; } = -1;

    /// <summary>The current actor's pairs with actors of a higher number, in the order in which its cells meet them.</summary>
    /// <remarks>Valid until the next <see cref="MoveNext"/>.</remarks>
    public ReadOnlySpan<SharedPair> Current => row.AsSpan(..rowLength);

    /// <summary>Goes to the next actor, also when it shares nothing; false after the last.</summary>
    public bool MoveNext()
    {
        rowLength = 0;
        if (Actor + 1 >= actorsByCells.RowCount) return false;
        var met = counter.Count(++Actor);
        if (row.Length < met.Length) row = new SharedPair[Math.Max(met.Length, 2 * row.Length)];
        var cellCount = actorsByCells.Degree(Actor);
        foreach (var other in met) row[rowLength++] = new(Actor, other, counter.Take(other), cellCount, actorsByCells.Degree(other));
        return true;
    }
}
