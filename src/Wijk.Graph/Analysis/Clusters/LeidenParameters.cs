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
    /// <remarks>Small networks come to rest in two or three. On 100,000 nodes the gain after the second is in the fourth decimal of modularity.</remarks>
    public int MaxIterations
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(
            nameof(MaxIterations), value, "MaxIterations must be 1 or more.");
    } = 10;

    /// <summary>The paper's θ, how freely refinement chooses among improvements: near 0 nearly always the best. Above 0.</summary>
    /// <remarks>Gains are in units of edge weight, as in the authors' own program, whose default is 0.01 too.</remarks>
    public double Randomness
    {
        get;
        init => field = value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(
            nameof(Randomness), value, "Randomness must be a number above 0.");
    } = 0.01;
}
