using System.Collections.Immutable;

namespace Wijk.Graph.Analysis.Plan;

/// <summary>All who could sit at a table, who of them know each other, and whose work overlaps.</summary>
public sealed class TablePool
{
    private readonly int wordsPerRow;
    private readonly ulong[] tied, overlapping;

    /// <summary>A pool.</summary>
    /// <param name="candidates">The candidates; their numbers are their places here.</param>
    /// <param name="ties">The pairs that know each other, by number; colleagues have the same.</param>
    /// <param name="overlaps">The pairs whose work overlaps, by number; colleagues have the same.</param>
    public TablePool(ImmutableArray<TableCandidate> candidates, IEnumerable<(int One, int Other)> ties, IEnumerable<(int One, int Other)> overlaps)
    {
        Candidates = candidates;
        wordsPerRow = (candidates.Length + 63) / 64;
        (tied, overlapping) = (Matrix(ties), Matrix(overlaps));
    }

    /// <summary>The candidates.</summary>
    public ImmutableArray<TableCandidate> Candidates { get; }

    /// <summary>Whether two candidates know each other.</summary>
    public bool AreTied(int one, int other) => Has(tied, one, other);

    /// <summary>Whether the work of two candidates overlaps.</summary>
    public bool AreOverlapping(int one, int other) => Has(overlapping, one, other);

    private bool Has(ulong[] matrix, int one, int other) => (matrix[(one * wordsPerRow) + (other >> 6)] & (1UL << other)) != 0;

    private ulong[] Matrix(IEnumerable<(int One, int Other)> pairs)
    {
        var matrix = new ulong[Candidates.Length * wordsPerRow];
        foreach (var (one, other) in pairs)
        {
            matrix[(one * wordsPerRow) + (other >> 6)] |= 1UL << other;
            matrix[(other * wordsPerRow) + (one >> 6)] |= 1UL << one;
        }

        return matrix;
    }
}
