using System.Collections.Immutable;

namespace Wijk.Graph.Analysis.Plan;

/// <summary>Keeps the best of the tables it is shown.</summary>
/// <param name="capacity">How many.</param>
/// <param name="order">What is better.</param>
internal sealed class BestTables(int capacity, TableOrder order)
{
    private readonly List<(ulong Rank, Table Table)> kept = [];

    /// <summary>Keeps a table when it is among the best. Of equals, the one that is shown first.</summary>
    public void Show(TableCounts counts, ReadOnlySpan<int> seats)
    {
        var rank = order.RankOf(counts);
        if (kept.Count == capacity && (capacity == 0 || rank <= kept[^1].Rank)) return;
        ImmutableArray<int> ordered = [.. seats];
        ordered = ordered.Sort();
        if (kept.Any(other => other.Table.Seats.AsSpan().SequenceEqual(ordered.AsSpan()))) return;
        var place = kept.FindIndex(other => other.Rank < rank);
        kept.Insert(place < 0 ? kept.Count : place, (rank, new(ordered, counts)));
        if (kept.Count > capacity) kept.RemoveAt(capacity);
    }

    /// <summary>The best, best first.</summary>
    public ImmutableArray<Table> Tables() => [.. kept.Select(entry => entry.Table)];
}
