using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Centrality;

/// <summary>How often a node lies on the shortest paths between others, from some of the nodes only: for networks where all of them take too long.</summary>
public static class SampledBetweenness
{
    /// <summary>From how many nodes on the exact values take long.</summary>
    public const int ExactBelow = 10_000;

    // Each part is drawn and summed apart: how much parts differ tells how far their mean can be off.
    private const int PartCount = SourceSums.PartCount;

    // Two would be too few: what a source adds to a node is far from evenly spread.
    private const int StandardErrors = 3;

    /// <summary>Estimates <see cref="Betweenness"/> from sources drawn at random, each at most once.</summary>
    /// <remarks>
    /// The mean over the sources of what their paths depend on a node, times the number of nodes, over two: right on average (Brandes and Pich (2007),
    /// doi:10.1142/S0218127407018403). The margin is three standard errors, from the spread of 16 parts of the sample: of the most central nodes the exact value lies within
    /// in about 95 of 100 samples, of others, whose values are small and uneven, somewhat less often. O(sources × edges).
    /// </remarks>
    /// <param name="network">The network.</param>
    /// <param name="sourceCount">How many sources; rounded up to a multiple of 16. With as many as there are nodes, or more, the values are exact.</param>
    /// <param name="seed">The same seed gives the same sources.</param>
    /// <param name="threadCount">How many threads at most; the values do not depend on it.</param>
    /// <param name="cancellationToken">Stops the work between two sources.</param>
    public static BetweennessEstimate Of(Network network, int sourceCount, int seed = 1, int threadCount = 1, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sourceCount, 1);
        var (nodeCount, perPart) = (network.NodeCount, (sourceCount + PartCount - 1) / PartCount);
        if ((long)perPart * PartCount >= nodeCount) return new(Betweenness.Of(network, cancellationToken), new double[nodeCount], nodeCount);
        var sources = new int[nodeCount];
        for (var node = 0; node < nodeCount; node++) sources[node] = node;
        new SeededRandom(seed).Shuffle(sources);
        ReadOnlyMemory<int>[] drawn = [.. Enumerable.Range(0, PartCount).Select(part => sources.AsMemory(part * perPart, perPart))];
        return Estimate(SourceSums.Of(nodeCount, drawn, PathDependencies.LaneCount, threadCount, () => new PathDependencies(network).AddFrom, cancellationToken), nodeCount, perPart);
    }

    private static BetweennessEstimate Estimate(double[][] parts, int nodeCount, int perPart)
    {
        var (values, margins) = (new double[nodeCount], new double[nodeCount]);
        var scale = nodeCount / (2.0 * perPart);

        // Of sources that are not put back, fewer and fewer are left to be different.
        var left = Math.Sqrt(1 - ((double)perPart * PartCount / nodeCount));
        for (var node = 0; node < nodeCount; node++)
        {
            var mean = parts.Average(part => part[node]);
            var variance = parts.Sum(part => (part[node] - mean) * (part[node] - mean)) / (PartCount - 1);
            (values[node], margins[node]) = (mean * scale, StandardErrors * Math.Sqrt(variance / PartCount) * scale * left);
        }

        return new(values, margins, perPart * PartCount);
    }
}

/// <summary>Betweenness from some of the nodes.</summary>
/// <param name="Values">By node, as <see cref="Betweenness.Of"/> gives it.</param>
/// <param name="Margins">How far each may be off, either way: three standard errors; 0 where all nodes were sources.</param>
/// <param name="SourceCount">From how many nodes the paths were followed.</param>
public sealed record BetweennessEstimate(double[] Values, double[] Margins, int SourceCount);
