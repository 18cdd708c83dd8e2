namespace Wijk.Graph.Analysis.Clusters;

/// <summary>What a run maximises, in the one form that both quality functions come down to; the same on every level.</summary>
/// <remarks>
/// Moving node v into community C gains w(v, C) − Penalty · mass(v) · mass(C). With mass = strength and Penalty = γ/2m that is
/// modularity times m; with mass = number of nodes and Penalty = γ it is CPM.
/// </remarks>
/// <param name="Penalty">What a unit of mass times mass costs.</param>
/// <param name="Tolerance">Gains below it are rounding.</param>
/// <param name="MaxSize">The largest number of nodes in a community.</param>
internal readonly record struct LeidenAim(double Penalty, double Tolerance, int MaxSize)
{
    /// <summary>The aim of a run on a network.</summary>
    public static LeidenAim Of(LeidenLevel bottom, LeidenParameters parameters)
    {
        var total = 0.0;
        foreach (var mass in bottom.Mass.AsSpan(..bottom.NodeCount)) total += mass;
        var isCpm = parameters.QualityFunction == QualityFunction.Cpm;
        var weight = 0.0;
        foreach (var entry in bottom.Weights.AsSpan(..bottom.EntryCount)) weight += entry;
        var tolerance = 1e-10 * (bottom.EntryCount == 0 ? 1 : weight / bottom.EntryCount);
        var penalty = isCpm ? parameters.Resolution : total > 0 ? parameters.Resolution / total : 0;
        return new(penalty, tolerance, parameters.MaxCommunitySize ?? int.MaxValue);
    }
}
