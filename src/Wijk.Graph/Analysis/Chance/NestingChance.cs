namespace Wijk.Graph.Analysis.Chance;

/// <summary>How likely it is, in one stratum, that the cells of one row all lie among those of another, given how many each has.</summary>
/// <remarks>
/// That is the most two rows can share. Each cell goes to both, to one or to none of the two with the chances that its number of rows gives
/// (k (k − 1) / N (N − 1) for both), independently of other cells; then the two numbers of cells are given. Exact where rows are alike, and made of margins
/// only, so that nothing in it depends on who shares what. O(cells × d²) for rows of at most d cells.
/// </remarks>
internal sealed class NestingChance
{
    private readonly double[,] logs;

    private NestingChance(double[,] logs) => this.logs = logs;

    /// <summary>The chances of a stratum.</summary>
    /// <param name="rowCount">How many rows it has, 2 or more.</param>
    /// <param name="columnDegrees">How many rows each of its cells is in.</param>
    /// <param name="mostCells">The most cells that a row has.</param>
    public static NestingChance Of(int rowCount, ReadOnlySpan<int> columnDegrees, int mostCells)
    {
        // By cells of the first and the second row; and, with all cells of the first in the second, by cells of the first and those only the second has.
        var (any, nested, pairs) = (new double[mostCells + 1, mostCells + 1], new double[mostCells + 1, mostCells + 1], (double)rowCount * (rowCount - 1));
        (any[0, 0], nested[0, 0]) = (1, 1);
        foreach (var degree in columnDegrees)
        {
            var both = degree * (degree - 1.0) / pairs;
            var (one, none) = (degree * (double)(rowCount - degree) / pairs, (rowCount - degree) * (rowCount - degree - 1.0) / pairs);
            for (var first = mostCells; first >= 0; first--)
            {
                for (var second = mostCells; second >= 0; second--)
                {
                    var fewer = first > 0 ? any[first - 1, second] : 0;
                    any[first, second] = (none * any[first, second]) + (one * fewer)
                        + (second > 0 ? (one * any[first, second - 1]) + (first > 0 ? both * any[first - 1, second - 1] : 0) : 0);
                    nested[first, second] = (none * nested[first, second]) + (first > 0 ? both * nested[first - 1, second] : 0)
                        + (second > 0 ? one * nested[first, second - 1] : 0);
                }
            }
        }

        var logs = new double[mostCells + 1, mostCells + 1];
        for (var fewer = 1; fewer <= mostCells; fewer++)
        {
            for (var more = fewer; more <= mostCells; more++)
            {
                var (inside, all) = (nested[fewer, more - fewer], any[fewer, more]);
                logs[fewer, more] = logs[more, fewer] = inside > 0 && all > 0 ? Math.Min(0, Math.Log(inside / all)) : 0;
            }
        }

        return new(logs);
    }

    /// <summary>The logarithm of the chance; 0 where one cannot lie within the other.</summary>
    public double LogOf(int cells, int otherCells) => logs[cells, otherCells];
}
