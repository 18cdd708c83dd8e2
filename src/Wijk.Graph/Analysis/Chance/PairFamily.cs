namespace Wijk.Graph.Analysis.Chance;

/// <summary>Two actors that can be tested.</summary>
/// <param name="A">The lower actor.</param>
/// <param name="B">The higher actor.</param>
/// <param name="SharedCount">How many cells they share.</param>
internal readonly record struct FamilyPair(int A, int B, int SharedCount);

/// <summary>The pairs that can be tested: those for which sharing as much as they could would be unlikely by chance.</summary>
/// <remarks>
/// A pair shares most when, in every stratum the two have in common, the cells of one lie within those of the other. Strata are dealt apart, so the chance of that
/// is the product of <see cref="NestingChance"/> over them; at most <see cref="Level"/> puts a pair in the family. All of it follows from margins, which
/// chance keeps: the family is fixed before anybody looks at who shares what. Actors that no partner could bring there are passed over
/// at once. O(rows of the others)² per stratum; only sharing pairs are kept.
/// </remarks>
internal sealed class PairFamily
{
    /// <summary>The highest chance of the most extreme value.</summary>
    public const double Level = 0.01;

    private PairFamily(long count, FamilyPair[] sharing) => (Count, Sharing) = (count, sharing);

    /// <summary>How many pairs can be tested, those that share nothing included.</summary>
    public long Count { get; }

    /// <summary>Those of them that share a cell, by actors.</summary>
    public FamilyPair[] Sharing { get; }

    /// <summary>The family of some cells.</summary>
    public static PairFamily Of(StratifiedCells cells, CancellationToken cancellationToken = default)
    {
        var chances = Chances(cells);
        var (firstRow, rows) = CandidateRows(cells, chances);
        var (logs, shared) = (new double[cells.ActorCount], new int[cells.ActorCount]);
        var (met, metBy) = (new int[cells.ActorCount], new int[cells.ActorCount]);
        var (count, sharing, level) = (0L, new List<FamilyPair>(), Math.Log(Level));
        var passed = new int[cells.StratumCount];
        for (var actor = 0; actor < cells.ActorCount; actor++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var metCount = 0;
            foreach (var row in cells.RowsOf(actor))
            {
                var stratum = cells.StratumOf[row];
                var from = firstRow[stratum] + passed[stratum];
                if (from == firstRow[stratum + 1] || rows[from] != row) continue;

                // Actors come in ascending order, so those already passed in a stratum are exactly its first ones.
                passed[stratum]++;
                foreach (var other in rows.AsSpan((from + 1)..firstRow[stratum + 1]))
                {
                    var partner = cells.ActorOf[other];
                    if (metBy[partner] != actor + 1) (met[metCount++], metBy[partner]) = (partner, actor + 1);
                    logs[partner] += chances[stratum]!.LogOf(cells.RowDegree[row], cells.RowDegree[other]);
                    shared[partner] += cells.Shared(cells.Bits, row, other);
                }
            }

            var firstSharing = sharing.Count;
            foreach (var partner in met.AsSpan(..metCount))
            {
                if (logs[partner] <= level)
                {
                    count++;
                    if (shared[partner] > 0) sharing.Add(new(actor, partner, shared[partner]));
                }

                (logs[partner], shared[partner]) = (0, 0);
            }

            sharing.Sort(firstSharing, sharing.Count - firstSharing, Comparer<FamilyPair>.Create(static (one, other) => one.B.CompareTo(other.B)));
        }

        return new(count, [.. sharing]);
    }

    private static NestingChance?[] Chances(StratifiedCells cells)
    {
        var chances = new NestingChance?[cells.StratumCount];
        for (var stratum = 0; stratum < chances.Length; stratum++)
        {
            var rows = cells.FirstRow[stratum]..cells.FirstRow[stratum + 1];
            if (rows.End.Value - rows.Start.Value < 2) continue;
            var mostCells = cells.RowDegree[rows].Max();
            chances[stratum] = NestingChance.Of(rows.End.Value - rows.Start.Value,
                cells.ColumnDegree.AsSpan(cells.FirstColumn[stratum]..cells.FirstColumn[stratum + 1]), mostCells);
        }

        return chances;
    }

    // The rows of actors that would be in the family if they had the best partner in each of their strata.
    private static (int[] FirstRow, int[] Rows) CandidateRows(StratifiedCells cells, NestingChance?[] chances)
    {
        var best = new double[cells.ActorCount];
        for (var stratum = 0; stratum < cells.StratumCount; stratum++)
        {
            if (chances[stratum] is not { } chance) continue;
            var rows = cells.FirstRow[stratum]..cells.FirstRow[stratum + 1];
            var sizes = cells.RowDegree[rows].CountBy(degree => degree).ToArray();
            var bestOf = sizes.ToDictionary(size => size.Key,
                size => sizes.Where(other => other.Key != size.Key || other.Value > 1).Min(other => chance.LogOf(size.Key, other.Key)));
            for (var row = rows.Start.Value; row < rows.End.Value; row++) best[cells.ActorOf[row]] += bestOf[cells.RowDegree[row]];
        }

        var (starts, kept) = (new int[cells.StratumCount + 1], new List<int>());
        for (var stratum = 0; stratum < cells.StratumCount; stratum++)
        {
            if (chances[stratum] is not null)
            {
                for (var row = cells.FirstRow[stratum]; row < cells.FirstRow[stratum + 1]; row++)
                {
                    if (best[cells.ActorOf[row]] <= Math.Log(Level)) kept.Add(row);
                }
            }

            starts[stratum + 1] = kept.Count;
        }

        return (starts, [.. kept]);
    }
}
