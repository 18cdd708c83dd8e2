using System.Numerics;
using Wijk.Graph.Analysis.Overlap;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Chance;

/// <summary>How much sharing is concentrated in the same pairs.</summary>
internal static class SharedSquares
{
    /// <summary>The number of cells that each pair shares, squared and added up over all pairs.</summary>
    public static long Of(StratifiedCells cells, ulong[] bits)
    {
        var pairs = new List<(int Actor, int Cell)>(cells.EntryCount.Sum());
        for (var row = 0; row < cells.RowCount; row++)
        {
            var first = cells.FirstColumn[cells.StratumOf[row]];
            for (var word = cells.FirstWord[row]; word < cells.FirstWord[row + 1]; word++, first += 64)
            {
                for (var left = bits[word]; left != 0; left &= left - 1) pairs.Add((cells.ActorOf[row], first + BitOperations.TrailingZeroCount(left)));
            }
        }

        var (rows, sum) = (SharedCells.Of(Incidence.Of(cells.ActorCount, cells.ColumnDegree.Length, [.. pairs])).Rows(), 0L);
        while (rows.MoveNext())
        {
            foreach (var pair in rows.Current) sum += (long)pair.SharedCount * pair.SharedCount;
        }

        return sum;
    }
}
