namespace Wijk.Graph.Analysis.Plan;

/// <summary>Fills tables seat by seat with whoever brings the most, from each candidate on, and exchanges seats as long as that is better.</summary>
/// <param name="pool">The candidates.</param>
/// <param name="parameters">What a table must be like.</param>
/// <param name="free">Those who may sit at it, ascending, without those who must.</param>
/// <param name="best">Where the tables go.</param>
internal sealed class GreedyTables(TablePool pool, TableParameters parameters, int[] free, BestTables best)
{
    private readonly TableOrder order = new(parameters.Order);

    /// <summary>Fills a table from each candidate on. O(candidates² × seats²).</summary>
    public void Search(CancellationToken cancellationToken)
    {
        if (CountsOf(parameters.Included.AsSpan()) is null) return;
        foreach (var first in free)
        {
            cancellationToken.ThrowIfCancellationRequested();
            List<int> seats = [.. parameters.Included];
            if (seats.Count < parameters.MostSeats) seats.Add(first);
            if (CountsOf([.. seats]) is null) continue;
            Fill(seats);
            while (Exchange(seats)) cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private void Fill(List<int> seats)
    {
        Show(seats);
        while (seats.Count < parameters.MostSeats)
        {
            if (Joining([.. seats]) is not { } joining) return;
            seats.Add(joining);
            Show(seats);
        }
    }

    // The first exchange that makes the table better.
    private bool Exchange(List<int> seats)
    {
        if (CountsOf([.. seats]) is not { } counts) return false;
        for (var place = parameters.Included.Length; place < seats.Count; place++)
        {
            var without = seats.Where((_, seat) => seat != place).ToArray();
            if (Joining(without) is not { } joining) continue;
            int[] changed = [.. without, joining];
            if (CountsOf(changed) is not { } better || order.RankOf(better) <= order.RankOf(counts)) continue;
            seats[place] = joining;
            Show(seats);
            return true;
        }

        return false;
    }

    // Who makes these seats the best table; of equals the first.
    private int? Joining(int[] seats)
    {
        if (CountsOf(seats) is not { } counts) return null;
        (ulong Rank, int? Candidate) most = (0, null);
        foreach (var candidate in free)
        {
            if (seats.AsSpan().Contains(candidate) || !counts.TryAdd(pool, seats, candidate, parameters.MostOfOneOrganisation, out var grown)) continue;
            var rank = order.RankOf(grown);
            if (most.Candidate is null || rank > most.Rank) most = (rank, candidate);
        }

        return most.Candidate;
    }

    private void Show(List<int> seats)
    {
        if (seats.Count >= parameters.FewestSeats && CountsOf([.. seats]) is { } counts) best.Show(counts, [.. seats]);
    }

    private TableCounts? CountsOf(ReadOnlySpan<int> seats)
    {
        var counts = default(TableCounts);
        for (var place = 0; place < seats.Length; place++)
        {
            if (!counts.TryAdd(pool, seats[..place], seats[place], parameters.MostOfOneOrganisation, out counts)) return null;
        }

        return counts;
    }
}
