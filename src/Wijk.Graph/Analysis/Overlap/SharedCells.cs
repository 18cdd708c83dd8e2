using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Overlap;

/// <summary>Which actors meet in the same cells, and how often.</summary>
/// <remarks>
/// A cell may be a group in an area, an activity in an area, a fund: whatever the columns stand for. Only pairs that share at least one cell
/// are made. From an inverted index, each pair once: O(co-incidences above the diagonal) time, O(actors + cells) memory on top of the incidence.
/// </remarks>
public sealed class SharedCells
{
    private readonly Incidence actorsByCells;
    private readonly Incidence cellsByActors;

    private SharedCells(Incidence actorsByCells) => (this.actorsByCells, cellsByActors) = (actorsByCells, actorsByCells.Transpose());

    /// <summary>The pairs of an incidence of actors (rows) and cells (columns).</summary>
    public static SharedCells Of(Incidence actorsByCells) => new(actorsByCells);

    /// <summary>Goes through the pairs actor by actor, without keeping them: <c>while (rows.MoveNext()) … rows.Current</c>.</summary>
    public SharedCellRows Rows() => new(actorsByCells, cellsByActors);

    /// <summary>All pairs that share a cell, kept at eight bytes each.</summary>
    /// <param name="threadCount">How many threads work on it, 1 or more; the list is the same with any number.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <remarks>On a large dense incidence there may be hundreds of millions. Whoever only goes through them takes <see cref="Rows"/> or <see cref="Top"/>.</remarks>
    public SharedPairs All(int threadCount = 1, CancellationToken cancellationToken = default) =>
        SharedPairs.Of(actorsByCells, cellsByActors, threadCount, cancellationToken);

    /// <summary>The pairs that share most cells, most first; among equals the higher Jaccard, then the lower actors.</summary>
    /// <param name="count">How many at most, 0 or more.</param>
    public SharedPair[] Top(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var order = Comparer<SharedPair>.Create(static (left, right) => -SharedPair.MostFirst(left, right));
        var (kept, rows) = (new PriorityQueue<SharedPair, SharedPair>(order), Rows());
        while (rows.MoveNext())
        {
            foreach (var pair in rows.Current)
            {
                if (kept.Count < count)
                    kept.Enqueue(pair, pair);
                else if (count > 0 && SharedPair.MostFirst(pair, kept.Peek()) < 0)
                    kept.EnqueueDequeue(pair, pair);
            }
        }

        var top = new SharedPair[kept.Count];
        for (var place = top.Length - 1; place >= 0; place--) top[place] = kept.Dequeue();
        return top;
    }
}
