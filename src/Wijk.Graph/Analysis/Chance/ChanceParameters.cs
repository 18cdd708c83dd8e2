namespace Wijk.Graph.Analysis.Chance;

/// <summary>How pairs are compared with chance.</summary>
public sealed record ChanceParameters
{
    /// <summary>The same seed gives the same answer, on any machine and any number of threads.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many threads deal at once, 1 or more.</summary>
    public int ThreadCount { get; init => field = AtLeastOne(value, nameof(ThreadCount)); } = 2;

    /// <summary>How pairs are tested; null to let <see cref="MostSampledPairs"/> decide.</summary>
    public ChanceEngine? Engine { get; init; }

    /// <summary>The largest family that is tested by sampling: its samples grow with its size, and so does each sample.</summary>
    public long MostSampledPairs { get; init; } = 5_000;

    /// <summary>With fewer pairs that can be tested the data cannot tell.</summary>
    public int FewestPairs { get; init; } = 20;

    private static int AtLeastOne(int value, string name) =>
        value >= 1 ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be 1 or more.");
}

/// <summary>How a pair's p-value is found.</summary>
public enum ChanceEngine
{
    /// <summary>By dealing the cells anew: exact, whatever the number of samples.</summary>
    Sampled,

    /// <summary>By a formula: approximate and cautious, for families too large to sample. It misses pairs that sampling would find.</summary>
    Screened,
}
