using System.Runtime.InteropServices;
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

    /// <summary>All pairs that share a cell, by first and then by second actor.</summary>
    /// <remarks>On a large dense incidence there may be hundreds of millions; then use <see cref="Rows"/> or <see cref="Top"/>.</remarks>
    public SharedPair[] ToArray()
    {
        var pairs = new List<SharedPair>();
        var rows = Rows();
        while (rows.MoveNext())
        {
            var start = pairs.Count;
            pairs.AddRange(rows.Current);
            CollectionsMarshal.AsSpan(pairs)[start..].Sort(static (left, right) => left.B.CompareTo(right.B));
        }

        return [.. pairs];
    }

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
