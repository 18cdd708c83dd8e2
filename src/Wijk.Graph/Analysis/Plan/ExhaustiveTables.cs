namespace Wijk.Graph.Analysis.Plan;

/// <summary>Looks at every table that can be made of a pool.</summary>
/// <param name="pool">The candidates.</param>
/// <param name="parameters">What a table must be like.</param>
/// <param name="free">Those who may sit at it, ascending, without those who must.</param>
/// <param name="best">Where the tables go.</param>
internal sealed class ExhaustiveTables(TablePool pool, TableParameters parameters, int[] free, BestTables best)
{
    private readonly int[] seats = new int[parameters.MostSeats];

    /// <summary>Goes through all of them.</summary>
    public void Search(CancellationToken cancellationToken)
    {
        var counts = default(TableCounts);
        foreach (var included in parameters.Included)
        {
            if (!counts.TryAdd(pool, seats.AsSpan(..counts.Seats), included, parameters.MostOfOneOrganisation, out var grown)) return;
            seats[counts.Seats] = included;
            counts = grown;
        }

        if (counts.Seats >= parameters.FewestSeats) best.Show(counts, seats.AsSpan(..counts.Seats));
        Extend(counts, 0, cancellationToken);
    }

    private void Extend(TableCounts counts, int from, CancellationToken cancellationToken)
    {
        if (counts.Seats == parameters.MostSeats) return;
        cancellationToken.ThrowIfCancellationRequested();
        for (var next = from; next < free.Length; next++)
        {
            if (!counts.TryAdd(pool, seats.AsSpan(..counts.Seats), free[next], parameters.MostOfOneOrganisation, out var grown)) continue;
            seats[counts.Seats] = free[next];
            if (grown.Seats >= parameters.FewestSeats) best.Show(grown, seats.AsSpan(..grown.Seats));
            Extend(grown, next + 1, cancellationToken);
        }
    }
}
