namespace Wijk.Graph.Snapshots;

/// <summary>Which places of a list are taken out, and before which places something new comes in.</summary>
/// <param name="Removed">Places that are taken out, ascending.</param>
/// <param name="InsertedAt">For each new item, in its order, the place of the old list that it comes before; ascending, the length of the list for its end.</param>
internal sealed record Edits(int[] Removed, int[] InsertedAt)
{
    /// <summary>Nothing moves.</summary>
    public static Edits None { get; } = new([], []);

    /// <summary>Whether nothing moves.</summary>
    public bool IsEmpty => Removed.Length + InsertedAt.Length == 0;

    /// <summary>The edited list.</summary>
    /// <param name="old">The list as it was.</param>
    /// <param name="inserted">The new items.</param>
    /// <param name="copy">How a run of items that stay is copied; null to copy them as they are.</param>
    public T[] Apply<T>(T[] old, T[] inserted, CopyRun<T>? copy = null)
    {
        var made = GC.AllocateUninitializedArray<T>(old.Length + inserted.Length - Removed.Length);
        var (read, written, nextRemoved) = (0, 0, 0);
        for (var item = 0; item < inserted.Length; item++)
        {
            CopyUpTo(InsertedAt[item]);
            made[written++] = inserted[item];
        }

        CopyUpTo(old.Length);
        return made;

        void CopyUpTo(int end)
        {
            while (nextRemoved < Removed.Length && Removed[nextRemoved] < end)
            {
                CopyTo(Removed[nextRemoved++]);
                read++;
            }

            CopyTo(end);
        }

        void CopyTo(int end)
        {
            if (end == read) return;
            var run = old.AsSpan(read..end);
            var place = written;
            (read, written) = (end, written + run.Length);
            if (copy is null) run.CopyTo(made.AsSpan(place));
            else copy(run, made.AsSpan(place, run.Length));
        }
    }
}

/// <summary>Copies items into a span of the same length.</summary>
internal delegate void CopyRun<T>(ReadOnlySpan<T> from, Span<T> to);
