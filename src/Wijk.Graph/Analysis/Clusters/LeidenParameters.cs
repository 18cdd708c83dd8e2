namespace Wijk.Graph.Analysis.Clusters;

/// <summary>What makes one division into communities better than another.</summary>
public enum QualityFunction
{
    /// <summary><see cref="Clusters.Modularity"/>: denser than chance.</summary>
    Modularity,

    /// <summary><see cref="ConstantPotts"/>: denser than the resolution.</summary>
    Cpm,
}

/// <summary>What a Leiden run may vary.</summary>
public sealed record LeidenParameters
{
    /// <summary>For large networks and many runs: sooner, at about 0.001 less modularity.</summary>
    public static LeidenParameters Fast { get; } = new() { EnoughMoves = 0.3 };

    /// <summary>What is maximised.</summary>
    public QualityFunction QualityFunction { get; init; } = QualityFunction.Modularity;

    /// <summary>Higher values give more, smaller communities. Above 0; 1 is the usual start for modularity.</summary>
    /// <remarks>For CPM it is the density that divides communities; on a sparse network take a value between 0 and the mean weight, such as 0.05.</remarks>
    public double Resolution
    {
        get;
        init => field = value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(
            nameof(Resolution), value, "Resolution must be a number above 0.");
    } = 1;

    /// <summary>The same seed gives the same communities, on any machine.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many iterations at most, 1 or more; it stops sooner when an iteration changes nothing.</summary>
    /// <remarks>Two by default: what later ones gain is in the fourth decimal of modularity. Take many to come to rest.</remarks>
    public int MaxIterations
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(
            nameof(MaxIterations), value, "MaxIterations must be 1 or more.");
    } = 2;

    /// <summary>The paper's θ, how freely refinement chooses among improvements: near 0 nearly always the best. Above 0.</summary>
    /// <remarks>Gains are in units of edge weight, as in the authors' own program, whose default is 0.01 too.</remarks>
    public double Randomness
    {
        get;
        init => field = value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(
            nameof(Randomness), value, "Randomness must be a number above 0.");
    } = 0.01;

    /// <summary>The most nodes a community may have, 1 or more; null for no limit.</summary>
    public int? MaxCommunitySize
    {
        get;
        init => field = value is null or >= 1 ? value : throw new ArgumentOutOfRangeException(
            nameof(MaxCommunitySize), value, "MaxCommunitySize must be 1 or more, or null for no limit.");
    }

    /// <summary>How many threads at most, 1 or more. The communities do not depend on it.</summary>
    public int ThreadCount
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(ThreadCount), value, "ThreadCount must be 1 or more.");
    } = Environment.ProcessorCount;

    /// <summary>The first visits to single nodes end with the sweep that moves no more than this share of them, 0 to 1.</summary>
    /// <remarks>0, the default, goes on until none moves: on large networks half of the time, and about 0.001 of modularity.</remarks>
    public double EnoughMoves
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(
            nameof(EnoughMoves), value, "EnoughMoves is a share: 0 to 1.");
    }
}
