using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Overlap;

/// <summary>Whether two actors share more cells than chance gives actors as busy as they are, in cells as crowded as these.</summary>
public static class BipartiteNullModel
{
    /// <summary>Below so many cells the samples resemble each other too much to judge by: give counts only.</summary>
    public const int MinimumCells = 20;

    /// <summary>The chance, for each pair, to share as many cells as observed in a random network with the same degrees.</summary>
    /// <remarks>
    /// Every actor keeps its number of cells and every cell its number of actors (<see cref="Curveball"/>). One-sided:
    /// p = (b + 1) / (n + 1), with b the samples in which the pair shares at least as many cells.
    /// Source: Strona et al. (2014), doi:10.1038/ncomms5114; for p Phipson and Smyth (2010), doi:10.2202/1544-6115.1585.
    /// A hypergeometric test would be wrong: most actors have one cell. Correct for the number of pairs with <see cref="BenjaminiHochberg"/>.
    /// O(samples × (trades + cells of the pairs)).
    /// </remarks>
    /// <param name="actorsByCells">Actors (rows) and cells (columns), the cells at least <see cref="MinimumCells"/>: the caller decides.</param>
    /// <param name="pairs">The observed pairs; in order of <see cref="SharedPair.A"/> it goes fastest.</param>
    /// <param name="parameters">How to sample.</param>
    /// <param name="cancellationToken">Stops the work between two samples.</param>
    /// <returns>A p-value for each pair, above 0 and at most 1.</returns>
    public static double[] Significance(
        Incidence actorsByCells, ReadOnlySpan<SharedPair> pairs, NullModelParameters parameters, CancellationToken cancellationToken = default)
    {
        var (sample, random) = (new Curveball(actorsByCells), new SeededRandom(parameters.Seed));
        var (atLeast, seen) = (new int[pairs.Length], new int[actorsByCells.ColumnCount]);
        sample.Trade((long)parameters.BurnInPerActor * actorsByCells.RowCount, ref random);
        var stamp = 0;
        for (var round = 0; round < parameters.SampleCount; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (round > 0) sample.Trade((long)parameters.TradesPerActor * actorsByCells.RowCount, ref random);
            var marked = -1;
            for (var i = 0; i < pairs.Length; i++)
            {
                if (marked != pairs[i].A)
                {
                    (marked, stamp) = (pairs[i].A, stamp + 1);
                    foreach (var cell in sample.Row(marked)) seen[cell] = stamp;
                }

                var shared = 0;
                foreach (var cell in sample.Row(pairs[i].B)) shared += seen[cell] == stamp ? 1 : 0;
                if (shared >= pairs[i].SharedCount) atLeast[i]++;
            }
        }

        return Array.ConvertAll(atLeast, count => (count + 1.0) / (parameters.SampleCount + 1));
    }
}
