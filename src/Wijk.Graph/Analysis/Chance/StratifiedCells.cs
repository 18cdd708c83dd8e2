using System.Numerics;

namespace Wijk.Graph.Analysis.Chance;

/// <summary>Who has which subjects in which strata: agencies (actors) for target groups or activities (subjects) in areas (strata).</summary>
/// <remarks>
/// A cell is a subject in a stratum that somebody has. A row is an actor in a stratum, its cells kept as bits: what two rows share is one
/// instruction for sixty-four cells. O(cells of all actors) memory where strata have few hundreds of cells.
/// </remarks>
public sealed class StratifiedCells
{
    private readonly int[] rowsOfActor;
    private readonly int[] firstOfActor;

    private StratifiedCells(int actorCount, (int Actor, int Stratum, int Subject)[] sorted)
    {
        ActorCount = actorCount;
        var columns = sorted.Select(cell => (cell.Stratum, cell.Subject)).Distinct().Order().ToArray();
        int[] strata = [.. columns.Select(column => column.Stratum).Distinct()];
        StratumCount = strata.Length;
        SubjectOf = Array.ConvertAll(columns, column => column.Subject);
        FirstColumn = Starts(strata, columns, column => column.Stratum);
        var rows = sorted.Select(cell => (cell.Stratum, cell.Actor)).Distinct().ToArray();
        ActorOf = Array.ConvertAll(rows, row => row.Actor);
        FirstRow = Starts(strata, rows, row => row.Stratum);
        FirstWord = new int[rows.Length + 1];
        for (var stratum = 0; stratum < StratumCount; stratum++)
        {
            var words = (FirstColumn[stratum + 1] - FirstColumn[stratum] + 63) / 64;
            for (var row = FirstRow[stratum]; row < FirstRow[stratum + 1]; row++) FirstWord[row + 1] = FirstWord[row] + words;
        }

        (Bits, RowDegree, ColumnDegree) = (new ulong[FirstWord[^1]], new int[rows.Length], new int[columns.Length]);
        (StratumOf, EntryCount) = (new int[rows.Length], new int[StratumCount]);
        var (at, ofStratum) = (-1, 0);
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || (sorted[i].Stratum, sorted[i].Actor) != (sorted[i - 1].Stratum, sorted[i - 1].Actor)) at++;
            while (at >= FirstRow[ofStratum + 1]) ofStratum++;
            var column = Array.BinarySearch(columns, (sorted[i].Stratum, sorted[i].Subject)) - FirstColumn[ofStratum];
            Bits[FirstWord[at] + (column >> 6)] |= 1UL << column;
            (RowDegree[at], StratumOf[at]) = (RowDegree[at] + 1, ofStratum);
            ColumnDegree[FirstColumn[ofStratum] + column]++;
            EntryCount[ofStratum]++;
        }

        (firstOfActor, rowsOfActor) = (new int[actorCount + 1], new int[rows.Length]);
        foreach (var actor in ActorOf) firstOfActor[actor + 1]++;
        for (var actor = 0; actor < actorCount; actor++) firstOfActor[actor + 1] += firstOfActor[actor];
        var next = firstOfActor.AsSpan(..actorCount).ToArray();
        for (var row = 0; row < rows.Length; row++) rowsOfActor[next[ActorOf[row]]++] = row;
    }

    /// <summary>How many actors there are, those without cells included.</summary>
    public int ActorCount { get; }

    /// <summary>How many strata somebody has a cell in.</summary>
    public int StratumCount { get; }

    /// <summary>How many actors there are in strata: one in three strata counts three times.</summary>
    public int RowCount => ActorOf.Length;

    /// <summary>The actor of each row; rows are ordered by stratum, then actor.</summary>
    internal int[] ActorOf { get; }

    /// <summary>The stratum of each row.</summary>
    internal int[] StratumOf { get; }

    /// <summary>How many cells each row has, 1 or more.</summary>
    internal int[] RowDegree { get; }

    /// <summary>How many rows each cell is in, 1 or more.</summary>
    internal int[] ColumnDegree { get; }

    /// <summary>The subject of each cell; cells are ordered by stratum, then subject.</summary>
    internal int[] SubjectOf { get; }

    /// <summary>Where each stratum's rows start; length StratumCount + 1.</summary>
    internal int[] FirstRow { get; }

    /// <summary>Where each stratum's cells start; length StratumCount + 1.</summary>
    internal int[] FirstColumn { get; }

    /// <summary>Where each row's words start in <see cref="Bits"/>; length RowCount + 1.</summary>
    internal int[] FirstWord { get; }

    /// <summary>The cells of all rows as they are recorded: bit c of a row is its stratum's cell c.</summary>
    internal ulong[] Bits { get; }

    /// <summary>Lays out memberships; one that is given twice counts once.</summary>
    /// <param name="actorCount">Actors have numbers from 0 to actorCount − 1.</param>
    /// <param name="cells">Who has which subject in which stratum, in any order; strata and subjects have any number.</param>
    /// <exception cref="ArgumentOutOfRangeException">An actor lies outside the count.</exception>
    public static StratifiedCells Of(int actorCount, IEnumerable<(int Actor, int Stratum, int Subject)> cells)
    {
        var sorted = cells.Select(cell => (cell.Stratum, cell.Actor, cell.Subject)).Distinct().Order()
            .Select(cell => (cell.Actor, cell.Stratum, cell.Subject)).ToArray();
        foreach (var cell in sorted)
        {
            if ((uint)cell.Actor >= (uint)actorCount)
                throw new ArgumentOutOfRangeException(nameof(cells), cell.Actor, $"An actor must be 0 to {actorCount - 1}.");
        }

        return new(actorCount, sorted);
    }

    /// <summary>The rows of an actor, by stratum.</summary>
    internal ReadOnlySpan<int> RowsOf(int actor) => rowsOfActor.AsSpan(firstOfActor[actor]..firstOfActor[actor + 1]);

    /// <summary>How many cells the rows of each stratum have together.</summary>
    internal int[] EntryCount { get; }

    /// <summary>How many cells two rows of one stratum share.</summary>
    internal int Shared(ulong[] bits, int row, int other)
    {
        var (shared, gap) = (0, FirstWord[other] - FirstWord[row]);
        for (var word = FirstWord[row]; word < FirstWord[row + 1]; word++) shared += BitOperations.PopCount(bits[word] & bits[word + gap]);
        return shared;
    }

    /// <summary>The rows of two actors in the strata they have in common, in pairs; the first comes first.</summary>
    internal IEnumerable<(int Row, int Other)> CommonRows(int actor, int other)
    {
        var (i, j) = (firstOfActor[actor], firstOfActor[other]);
        while (i < firstOfActor[actor + 1] && j < firstOfActor[other + 1])
        {
            var (row, its) = (rowsOfActor[i], rowsOfActor[j]);
            if (StratumOf[row] == StratumOf[its]) yield return (row, its);
            if (StratumOf[row] <= StratumOf[its]) i++;
            if (StratumOf[row] >= StratumOf[its]) j++;
        }
    }

    private static int[] Starts<T>(int[] strata, T[] sorted, Func<T, int> stratumOf)
    {
        var starts = new int[strata.Length + 1];
        for (var (stratum, i) = (0, 0); stratum < strata.Length; stratum++)
        {
            while (i < sorted.Length && stratumOf(sorted[i]) == strata[stratum]) i++;
            starts[stratum + 1] = i;
        }

        return starts;
    }
}
