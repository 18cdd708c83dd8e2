namespace Wijk.Graph.Analysis.Clusters.Trust;

/// <summary>How clusters are held against chance.</summary>
public sealed record TrustParameters
{
    /// <summary>Of networks of more nodes and ties, and of their parts, fewer are drawn.</summary>
    public const int VeryLarge = 100_000;

    private const int LeastRandom = 39, FewestRandom = 9, FewestRandomInAll = 19, FewestResamples = 10;

    /// <summary>The same seed gives the same answer, on any number of threads.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many threads work at once, 1 or more.</summary>
    public int ThreadCount { get; init => field = AtLeast(1, value, nameof(ThreadCount)); } = 2;

    /// <summary>How many runs with seeds of their own the clusters are taken from, 2 or more.</summary>
    public int RunCount { get; init => field = AtLeast(2, value, nameof(RunCount)); } = 20;

    /// <summary>How many random networks are drawn first; at most 9 above <see cref="VeryLarge"/>. Where these leave no doubt there are no more.</summary>
    public int FirstRandomCount { get; init => field = AtLeast(FewestRandom, value, nameof(FirstRandomCount)); } = 19;

    /// <summary>How many random networks are drawn at most.</summary>
    public int RandomCount { get; init => field = AtLeast(FewestRandom, value, nameof(RandomCount)); } = 999;

    /// <summary>How many nodes and ties all random networks together may have, above the least number of networks.</summary>
    public long MostDrawn { get; init; } = 4_000_000;

    /// <summary>How many resampled networks stability is judged by, 1 or more; at most 10 above <see cref="VeryLarge"/>.</summary>
    public int ResampleCount { get; init => field = AtLeast(1, value, nameof(ResampleCount)); } = 20;

    /// <summary>A cluster of more nodes is too many to bring together: it is looked into, and what has no clusters inside is a block.</summary>
    public int LargestCluster { get; init => field = AtLeast(3, value, nameof(LargestCluster)); } = 100;

    /// <summary>The false discovery rate below which a cluster stands and a node is in it.</summary>
    public const double Level = 0.05;

    /// <summary>How many random networks of a size are drawn first and at most.</summary>
    /// <param name="size">Nodes and ties of each.</param>
    internal (int First, int Most) RandomCounts(long size)
    {
        var most = (int)Math.Clamp(MostDrawn / Math.Max(1, size), Math.Min(size > VeryLarge ? FewestRandomInAll : LeastRandom, RandomCount), RandomCount);
        return (Math.Min(FirstRandomCount, most), most);
    }

    /// <summary>The parameters for a network of a size, and for its parts.</summary>
    internal TrustParameters For(long size) => size <= VeryLarge
        ? this
        : this with { FirstRandomCount = Math.Min(FirstRandomCount, FewestRandom), ResampleCount = Math.Min(ResampleCount, FewestResamples) };

    private static int AtLeast(int least, int value, string name) =>
        value >= least ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be {least} or more.");
}
