namespace Wijk.Graph.Analysis.Chance;

/// <summary>The chance that a row has a cell, in the random two-mode network that keeps both degree sequences on average and is otherwise most random.</summary>
/// <remarks>
/// p = x y / (1 + x y), with x of the row and y of the cell solved by a fixed point over the different degrees; full rows and full cells, which leave no
/// choice, are set aside first. The bipartite configuration model. Source: Saracco, Di Clemente, Gabrielli and Squartini (2015), doi:10.1038/srep10595;
/// the fixed point Vallarano et al. (2021), doi:10.1038/s41598-021-93830-4.
/// </remarks>
internal sealed class MaximumEntropy
{
    private const int MostRounds = 20_000;
    private const double Precision = 1e-10;

    private readonly Dictionary<int, Fitness> ofRows = [];
    private readonly Dictionary<int, Fitness> ofColumns = [];

    private MaximumEntropy()
    {
    }

    /// <summary>The chances of a stratum.</summary>
    public static MaximumEntropy Of(ReadOnlySpan<int> rowDegrees, ReadOnlySpan<int> columnDegrees)
    {
        var model = new MaximumEntropy();
        var (rows, columns) = (Classes(rowDegrees), Classes(columnDegrees));
        var (fullRows, fullColumns, left) = (0, 0, int.MaxValue);
        for (var round = 0; left > rows.Count + columns.Count; round += 2)
        {
            left = rows.Count + columns.Count;
            fullRows += SetAside(rows, model.ofRows, columns, fullColumns, round);
            fullColumns += SetAside(columns, model.ofColumns, rows, fullRows, round + 1);
        }

        if (rows.Count > 0) model.Solve(rows, columns, fullRows, fullColumns);
        return model;
    }

    /// <summary>The chance for a row and a cell with these degrees, 0 to 1.</summary>
    public double Of(int rowDegree, int columnDegree)
    {
        var (row, column) = (ofRows[rowDegree], ofColumns[columnDegree]);
        if (row.SetAside < column.SetAside) return row.Value;
        if (column.SetAside < row.SetAside) return column.Value;
        return row.Value * column.Value / (1 + (row.Value * column.Value));
    }

    private static List<Class> Classes(ReadOnlySpan<int> degrees) =>
        [.. degrees.ToArray().CountBy(degree => degree).Select(group => new Class(group.Key, group.Value)).OrderBy(group => group.Degree)];

    // Those that must have all of the other side that is left, and those that must have none of it.
    private static int SetAside(List<Class> classes, Dictionary<int, Fitness> solved, List<Class> others, int fullOthers, int round)
    {
        var (otherCount, settled) = (others.Sum(other => other.Count), 0);
        foreach (var one in classes.Where(one => one.Degree == fullOthers || one.Degree - fullOthers == otherCount).ToArray())
        {
            var isFull = one.Degree > fullOthers;
            solved[one.Degree] = new(isFull ? 1 : 0, round);
            settled += isFull ? one.Count : 0;
            classes.Remove(one);
        }

        return settled;
    }

    private void Solve(List<Class> rows, List<Class> columns, int fullRows, int fullColumns)
    {
        double[] degreesOfRows = [.. rows.Select(row => (double)row.Degree - fullColumns)];
        double[] degreesOfColumns = [.. columns.Select(column => (double)column.Degree - fullRows)];
        var total = Math.Sqrt(rows.Zip(degreesOfRows, (row, degree) => row.Count * degree).Sum());
        var (x, y) = (Array.ConvertAll(degreesOfRows, degree => degree / total), Array.ConvertAll(degreesOfColumns, degree => degree / total));
        for (var (round, change) = (0, double.MaxValue); round < MostRounds && change > Precision; round++)
            change = Math.Max(Step(x, degreesOfRows, y, columns), Step(y, degreesOfColumns, x, rows));
        for (var i = 0; i < x.Length; i++) ofRows[rows[i].Degree] = new(x[i], int.MaxValue);
        for (var i = 0; i < y.Length; i++) ofColumns[columns[i].Degree] = new(y[i], int.MaxValue);
    }

    private static double Step(double[] x, double[] degrees, double[] y, List<Class> others)
    {
        var change = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            var sum = 0.0;
            for (var j = 0; j < y.Length; j++) sum += others[j].Count * y[j] / (1 + (x[i] * y[j]));
            var better = degrees[i] / sum;
            change = Math.Max(change, Math.Abs((better / x[i]) - 1));
            x[i] = better;
        }

        return change;
    }

    private readonly record struct Class(int Degree, int Count);

    // Who is set aside has one chance with all that are left at that moment: what was set aside first decides.
    private readonly record struct Fitness(double Value, int SetAside);
}
