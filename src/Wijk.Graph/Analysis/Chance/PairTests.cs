using System.Runtime.InteropServices;

namespace Wijk.Graph.Analysis.Chance;

/// <summary>The p-values of pairs, by dealing anew or by a formula.</summary>
internal static class PairTests
{
    private const int SamplesPerPair = 20;

    /// <summary>Whether the pairs of a city as a whole share otherwise than chance gives: the sum of shared cells squared, over all pairs.</summary>
    /// <remarks>How many cells all pairs share together is given by the margins; the squares grow when the same pairs share again and again. One-sided, at most 199 samples.</remarks>
    public static double Whole(
        StratifiedCells cells, ChanceParameters parameters, IProgress<ChanceProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        const int sampleCount = 199;
        var (recorded, all) = (SharedSquares.Of(cells, cells.Bits), Enumerable.Range(0, cells.StratumCount).ToArray());
        return new SequentialTest(new AreaDeal(cells), cells.StratumCount, parameters.Seed, parameters.ThreadCount)
            .Run(1, sampleCount, _ => all, (sample, _, bit, tally) => tally.Hits[0] |= SharedSquares.Of(cells, sample.Bits) >= recorded ? bit : 0, progress, cancellationToken)[0].P;
    }

    /// <summary>How likely each pair is to share as much as it does when cells are dealt anew within strata.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="pairs">Pairs that share something.</param>
    /// <param name="familySize">How many pairs are tested with them: what can be found among so many needs twenty times as many samples.</param>
    /// <param name="parameters">The seed, and how many threads.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static SequentialTest.Decided[] Sampled(
        StratifiedCells cells, FamilyPair[] pairs, long familySize, ChanceParameters parameters,
        IProgress<ChanceProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var (starts, rows) = (new int[pairs.Length + 1], new List<(int Row, int Other)>());
        for (var pair = 0; pair < pairs.Length; pair++)
        {
            rows.AddRange(cells.CommonRows(pairs[pair].A, pairs[pair].B));
            starts[pair + 1] = rows.Count;
        }

        var isOpen = new bool[cells.StratumCount];
        return new SequentialTest(new AreaDeal(cells), cells.StratumCount, parameters.Seed, parameters.ThreadCount)
            .Run(pairs.Length, SamplesPerPair * familySize, StrataOf, Look, progress, cancellationToken);

        int[] StrataOf(ReadOnlyMemory<int> open)
        {
            Array.Clear(isOpen);
            foreach (var pair in open.Span)
            {
                foreach (var (row, _) in CommonRows(pair)) isOpen[cells.StratumOf[row]] = true;
            }

            return [.. isOpen.Index().Where(stratum => stratum.Item).Select(stratum => stratum.Index)];
        }

        void Look(Deal sample, ReadOnlySpan<int> open, ulong bit, SequentialTest.Tally tally)
        {
            foreach (var pair in open)
            {
                var shared = 0;
                foreach (var (row, other) in CommonRows(pair)) shared += cells.Shared(sample.Bits, row, other);
                tally.Sums[pair] += shared;
                if (shared >= pairs[pair].SharedCount) tally.Hits[pair] |= bit;
            }
        }

        ReadOnlySpan<(int Row, int Other)> CommonRows(int pair) => CollectionsMarshal.AsSpan(rows)[starts[pair]..starts[pair + 1]];
    }

    /// <summary>How likely each pair is to share as much as it does when every actor also keeps its number of cells of each subject.</summary>
    /// <remarks>
    /// Each pair is dealt by itself. All pairs together get a fixed number of steps; should that be fewer samples than the size of the family asks for,
    /// a low p cannot become a low q, and then nothing is said of the pair.
    /// </remarks>
    /// <inheritdoc cref="Sampled"/>
    public static double[] GivenSubjects(
        StratifiedCells cells, FamilyPair[] pairs, long familySize, ChanceParameters parameters,
        IProgress<ChanceProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        const long mostWalks = 40_000_000, fewestSamples = 999;
        if (pairs.Length == 0) return [];
        var (table, p) = (SpecialismTable.Of(cells), new double[pairs.Length]);
        for (var pair = 0; pair < pairs.Length; pair++)
        {
            var (rows, recorded) = (cells.CommonRows(pairs[pair].A, pairs[pair].B).ToArray(), pairs[pair].SharedCount);
            var deal = SpecialismDeal.Of(cells, table, pairs[pair].A, pairs[pair].B);
            var most = deal.WalkCount == 0
                ? SequentialTest.HitCount
                : Math.Min(SamplesPerPair * familySize, Math.Max(fewestSamples, mostWalks / pairs.Length / deal.WalkCount));
            p[pair] = new SequentialTest(deal, cells.StratumCount, parameters.Seed, parameters.ThreadCount)
                .Run(1, most, _ => [], Look, progress, cancellationToken)[0].P;

            void Look(Deal sample, ReadOnlySpan<int> open, ulong bit, SequentialTest.Tally tally)
            {
                var shared = 0;
                foreach (var (row, other) in rows) shared += cells.Shared(sample.Bits, row, other);
                if (shared >= recorded) tally.Hits[0] |= bit;
            }
        }

        return p;
    }

    /// <summary>A cautious approximation of how likely each pair is to share as much as it does.</summary>
    /// <remarks>
    /// Each cell is in each row with the chance of <see cref="MaximumEntropy"/>, by itself, so that what a pair shares over all strata is Poisson-binomial.
    /// Rows then have their number of cells only on average, which spreads what two of them share and makes the tail heavier than when it is given
    /// (as sampling with replacement is to without: Hoeffding 1963, doi:10.1080/01621459.1963.10500830): it misses pairs rather than making them up.
    /// After Saracco et al. (2017), doi:10.1088/1367-2630/aa6b38.
    /// </remarks>
    public static (double P, double Mean)[] Screened(StratifiedCells cells, FamilyPair[] pairs, CancellationToken cancellationToken = default)
    {
        var models = new MaximumEntropy?[cells.StratumCount];
        var (tests, chances) = (new (double P, double Mean)[pairs.Length], new List<double>());
        for (var pair = 0; pair < pairs.Length; pair++)
        {
            if (pair % 1_024 == 0) cancellationToken.ThrowIfCancellationRequested();
            chances.Clear();
            foreach (var (row, other) in cells.CommonRows(pairs[pair].A, pairs[pair].B))
            {
                var stratum = cells.StratumOf[row];
                var columns = cells.ColumnDegree.AsSpan(cells.FirstColumn[stratum]..cells.FirstColumn[stratum + 1]);
                var model = models[stratum] ??= MaximumEntropy.Of(cells.RowDegree.AsSpan(cells.FirstRow[stratum]..cells.FirstRow[stratum + 1]), columns);
                foreach (var column in columns) chances.Add(model.Of(cells.RowDegree[row], column) * model.Of(cells.RowDegree[other], column));
            }

            var mean = 0.0;
            foreach (var chance in chances) mean += chance;
            tests[pair] = (PoissonBinomial.AtLeast(CollectionsMarshal.AsSpan(chances), pairs[pair].SharedCount), mean);
        }

        return tests;
    }
}
