namespace Wijk.Graph.Analysis.Chance;

/// <summary>Cells dealt anew by chance, some margins kept: the current state of a chain that samples them evenly.</summary>
/// <remarks>
/// Each step is symmetric: from one state to another it has the same chance as back. So all states that it can reach are equally likely in the long
/// run, and the chain backward is the chain forward.
/// </remarks>
internal abstract class Deal(StratifiedCells cells)
{
    /// <summary>What is dealt.</summary>
    protected StratifiedCells Cells { get; } = cells;

    /// <summary>Who has which cells now, laid out as <see cref="StratifiedCells.Bits"/>.</summary>
    public ulong[] Bits { get; } = [.. cells.Bits];

    /// <summary>Another chain in the same state.</summary>
    public abstract Deal Copy();

    /// <summary>Goes from another chain's state as many steps as make a sample.</summary>
    /// <param name="start">The other chain, of the same kind.</param>
    /// <param name="strata">The strata whose state matters; others may be left as they are.</param>
    /// <param name="random">Draws the steps.</param>
    public abstract void Sample(Deal start, ReadOnlySpan<int> strata, SeededRandom random);
}
