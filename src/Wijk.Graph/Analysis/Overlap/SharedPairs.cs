using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Overlap;

/// <summary>With whom an actor shares cells, and how many.</summary>
/// <param name="Other">The actor with the higher number.</param>
/// <param name="SharedCount">How many cells both have; 1 or more.</param>
public readonly record struct SharedWith(int Other, int SharedCount);

/// <summary>All pairs of actors that share cells, by their first actor.</summary>
/// <remarks>Eight bytes a pair, in blocks of which each thread fills its own, so that nothing is copied and nothing grows.</remarks>
public sealed class SharedPairs
{
    private const int BlockLength = 1 << 17, ActorsAtOnce = 256;

    private readonly Incidence actorsByCells;
    private readonly ArraySegment<SharedWith>[] rows;

    private SharedPairs(Incidence actorsByCells) => (this.actorsByCells, rows) = (actorsByCells, new ArraySegment<SharedWith>[actorsByCells.RowCount]);

    /// <summary>How many pairs there are.</summary>
    public long Count => rows.Sum(row => (long)row.Count);

    /// <summary>With whom of a higher number an actor shares cells, in the order in which its cells meet them.</summary>
    public ReadOnlySpan<SharedWith> Of(int actor) => rows[actor];

    /// <summary>The pairs one by one, by their first actor.</summary>
    public IEnumerable<SharedPair> Each()
    {
        for (var actor = 0; actor < rows.Length; actor++)
        {
            foreach (var shared in rows[actor])
                yield return new(actor, shared.Other, shared.SharedCount, actorsByCells.Degree(actor), actorsByCells.Degree(shared.Other));
        }
    }

    internal static SharedPairs Of(Incidence actorsByCells, Incidence cellsByActors, int threadCount, CancellationToken cancellationToken)
    {
        var (pairs, next) = (new SharedPairs(actorsByCells), 0);
        Threads.Run(threadCount, _ =>
        {
            var (counter, block) = (new SharedCellCounter(actorsByCells, cellsByActors), ArraySegment<SharedWith>.Empty);
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var first = Interlocked.Add(ref next, ActorsAtOnce) - ActorsAtOnce;
                if (first >= pairs.rows.Length) return;
                for (var actor = first; actor < Math.Min(first + ActorsAtOnce, pairs.rows.Length); actor++)
                    pairs.rows[actor] = Fill(counter, counter.Count(actor), ref block);
            }
        });
        return pairs;
    }

    private static ArraySegment<SharedWith> Fill(SharedCellCounter counter, ReadOnlySpan<int> met, ref ArraySegment<SharedWith> block)
    {
        if (block.Count < met.Length) block = GC.AllocateUninitializedArray<SharedWith>(Math.Max(BlockLength, met.Length));
        var row = block[..met.Length];
        var into = row.AsSpan();
        for (var place = 0; place < met.Length; place++) into[place] = new(met[place], counter.Take(met[place]));
        block = block[met.Length..];
        return row;
    }
}
