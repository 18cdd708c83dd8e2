namespace Wijk.Graph.Analysis.Clusters.Trust;

/// <summary>How clusters are held against chance.</summary>
public sealed record TrustParameters
{
    /// <summary>The same seed gives the same answer, on any number of threads.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many threads work at once, 1 or more.</summary>
    public int ThreadCount { get; init => field = AtLeast(1, value, nameof(ThreadCount)); } = 2;

    /// <summary>How many runs with seeds of their own the clusters are taken from, 2 or more.</summary>
    public int RunCount { get; init => field = AtLeast(2, value, nameof(RunCount)); } = 20;

    /// <summary>How many random networks are drawn first. Where these leave no doubt there are no more.</summary>
    public int FirstRandomCount { get; init => field = AtLeast(19, value, nameof(FirstRandomCount)); } = 199;

    /// <summary>How many random networks are drawn at most.</summary>
    public int RandomCount { get; init => field = AtLeast(19, value, nameof(RandomCount)); } = 999;

    /// <summary>How many nodes and ties all random networks together may have; at least 39 are drawn, whatever their size.</summary>
    public long MostDrawn { get; init; } = 40_000_000;

    /// <summary>How many resampled networks stability is judged by, 1 or more.</summary>
    public int ResampleCount { get; init => field = AtLeast(1, value, nameof(ResampleCount)); } = 20;

    /// <summary>A cluster of more nodes is too many to bring together: it is looked into, and what has no clusters inside is a block.</summary>
    public int LargestCluster { get; init => field = AtLeast(3, value, nameof(LargestCluster)); } = 100;

    /// <summary>The false discovery rate below which a cluster stands and a node is in it.</summary>
    public const double Level = 0.05;

    private static int AtLeast(int least, int value, string name) =>
        value >= least ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be {least} or more.");
}
