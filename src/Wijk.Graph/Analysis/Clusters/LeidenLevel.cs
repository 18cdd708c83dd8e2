using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Clusters;

/// <summary>A network at one level of aggregation, with what both quality functions come down to.</summary>
/// <remarks>
/// Moving node v into community C gains w(v, C) − Penalty · mass(v) · mass(C). With mass = strength and Penalty = γ/2m that is
/// modularity times m; with mass = number of original nodes and Penalty = γ it is CPM.
/// </remarks>
/// <param name="Network">The network of this level.</param>
/// <param name="Mass">The mass of each node.</param>
/// <param name="Penalty">What a unit of mass times mass costs; the same on every level.</param>
/// <param name="Tolerance">Gains below it are rounding; the same on every level.</param>
internal sealed record LeidenLevel(Network Network, double[] Mass, double Penalty, double Tolerance)
{
    /// <summary>The lowest level.</summary>
    public static LeidenLevel Of(Network network, LeidenParameters parameters)
    {
        var (strengths, total) = (new double[network.NodeCount], 0.0);
        for (var node = 0; node < strengths.Length; node++)
        {
            var strength = 2.0 * network.SelfWeight(node);
            foreach (var weight in network.Weights(node)) strength += weight;
            strengths[node] = strength;
            total += strength;
        }

        var tolerance = 1e-10 * (network.EdgeCount == 0 ? 1 : total / (2.0 * network.EdgeCount));
        if (parameters.QualityFunction == QualityFunction.Modularity)
            return new(network, strengths, total > 0 ? parameters.Resolution / total : 0, tolerance);
        strengths.AsSpan().Fill(1);
        return new(network, strengths, parameters.Resolution, tolerance);
    }

    /// <summary>The next level, with one node for each of the given parts.</summary>
    public LeidenLevel Aggregate(ReadOnlySpan<int> partOf, int partCount)
    {
        var mass = new double[partCount];
        for (var node = 0; node < partOf.Length; node++) mass[partOf[node]] += Mass[node];
        return this with { Network = Aggregation.Of(Network, partOf, partCount), Mass = mass };
    }
}
