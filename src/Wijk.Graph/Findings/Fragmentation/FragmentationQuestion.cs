using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Fragmentation;

/// <summary>How split is the collaboration network, along which lines, and on whom does it hang?</summary>
public sealed record FragmentationQuestion
{
    /// <summary>Ties from this level up count as collaboration, 1 to <see cref="Vocabulary.HighestCollaborationLevel"/>.</summary>
    public int Level
    {
        get;
        init => field = value is >= 1 and <= Vocabulary.HighestCollaborationLevel
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Level), value, $"The level must be 1 to {Vocabulary.HighestCollaborationLevel}.");
    } = 1;

    /// <summary>Key, code or name of an area; only who is active in it or its parts takes part. Null for everywhere.</summary>
    public string? Area { get; init; }

    /// <summary>Fixes the permutations of the silo test.</summary>
    public int Seed { get; init; } = 1;
}
