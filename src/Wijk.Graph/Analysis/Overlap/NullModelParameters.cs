namespace Wijk.Graph.Analysis.Overlap;

/// <summary>How a null model is sampled.</summary>
public sealed record NullModelParameters
{
    /// <summary>The same seed gives the same samples, on any machine.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many random networks are compared, 1 or more; 999 gives a smallest p of 0.001.</summary>
    public int SampleCount { get; init => field = AtLeastOne(value, nameof(SampleCount)); } = 999;

    /// <summary>Trades before the first sample, per actor, 1 or more: enough to forget the observed network.</summary>
    public int BurnInPerActor { get; init => field = AtLeastOne(value, nameof(BurnInPerActor)); } = 10;

    /// <summary>Trades between two samples, per actor, 1 or more: each actor then trades twice on average.</summary>
    public int TradesPerActor { get; init => field = AtLeastOne(value, nameof(TradesPerActor)); } = 1;

    private static int AtLeastOne(int value, string name) =>
        value >= 1 ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be 1 or more.");
}
