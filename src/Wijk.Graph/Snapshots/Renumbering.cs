namespace Wijk.Graph.Snapshots;

/// <summary>The numbers that the items of a list get when some are taken out and others come in between.</summary>
/// <remarks>
/// Between two places where something comes in or goes out, every number moves by as much. A small table of pages says by how much, so that
/// millions of numbers are translated at the speed of memory; only in a page in which something happens is the place looked up. Several
/// renumberings after each other are one.
/// </remarks>
internal sealed class Renumbering
{
    private const int PageBits = 8;
    private const int Mixed = int.MinValue;

    // From place starts[i] on, numbers move by shifts[i].
    private readonly int[] starts;
    private readonly int[] shifts;
    private readonly int[] pages;
    private readonly Renumbering? before;

    private Renumbering(int count, int[] starts, int[] shifts)
    {
        (this.starts, this.shifts) = (starts, shifts);
        FirstMoved = starts[1];
        pages = new int[(count >> PageBits) + 1];
        for (var (page, part) = (0, 0); page < pages.Length; page++)
        {
            while (part + 1 < starts.Length && starts[part + 1] <= page << PageBits) part++;
            var isWhole = part + 1 == starts.Length || starts[part + 1] >= (page + 1) << PageBits;
            pages[page] = isWhole ? shifts[part] : Mixed;
        }
    }

    private Renumbering(Renumbering before, Renumbering next)
    {
        this.before = next.before is null ? before : next.before.After(before);
        (starts, shifts, pages) = (next.starts, next.shifts, next.pages);
        FirstMoved = Math.Min(before.FirstMoved, next.FirstMoved);
        Length = before.Length + next.Length;
    }

    /// <summary>The first number that may change.</summary>
    public int FirstMoved { get; }

    /// <summary>How many renumberings it is made of.</summary>
    public int Length { get; } = 1;

    /// <summary>The number that an old number becomes; of one that is taken out, a number at or next to where it was.</summary>
    public int this[int old]
    {
        get
        {
            if (before is not null) old = before[old];
            var shift = pages[old >> PageBits];
            return old + (shift == Mixed ? Exact(old) : shift);
        }
    }

    /// <summary>This renumbering, applied to the numbers that another gave.</summary>
    /// <param name="first">The one that comes first.</param>
    public Renumbering After(Renumbering first) => new(first, this);

    /// <summary>How the items of a list of <paramref name="count"/> are renumbered; null when nothing moves.</summary>
    public static Renumbering? Of(int count, Edits edits)
    {
        if (edits.IsEmpty) return null;
        var moves = edits.InsertedAt.Select(place => (Place: place, By: 1)).Concat(edits.Removed.Select(place => (Place: place + 1, By: -1)))
            .GroupBy(move => move.Place, move => move.By).OrderBy(group => group.Key).ToArray();
        var (starts, shifts) = (new int[moves.Length + 1], new int[moves.Length + 1]);
        starts[0] = -1;
        for (var part = 1; part <= moves.Length; part++)
            (starts[part], shifts[part]) = (moves[part - 1].Key, shifts[part - 1] + moves[part - 1].Sum());
        return new(count, starts, shifts);
    }

    /// <summary>Translates numbers into a span of the same length.</summary>
    public void Translate(ReadOnlySpan<int> old, Span<int> made)
    {
        if (before is not null)
        {
            before.Translate(old, made);
            old = made;
        }

        var table = pages;
        for (var place = 0; place < old.Length; place++)
        {
            var shift = table[old[place] >> PageBits];
            made[place] = old[place] + (shift == Mixed ? Exact(old[place]) : shift);
        }
    }

    private int Exact(int old)
    {
        // Something may happen before the very first number, so there is a start below it that moves nothing.
        var part = Array.BinarySearch(starts, old);
        return shifts[part >= 0 ? part : ~part - 1];
    }
}
