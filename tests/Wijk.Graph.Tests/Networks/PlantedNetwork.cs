using Wijk.Graph.Analysis;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Tests.Networks;

/// <summary>Networks with known communities: equally large groups, each tie inside a group but for the share that mixes.</summary>
internal static class PlantedNetwork
{
    /// <summary>The edges of a planted network; node v is of group v / groupSize.</summary>
    public static Edge[] Edges(int nodeCount, int groupSize, int meanDegree, double mixing, int seed)
    {
        var (random, edges) = (new SeededRandom(seed), new Edge[nodeCount * meanDegree / 2]);
        foreach (ref var edge in edges.AsSpan())
        {
            var a = random.Next(nodeCount);
            var (first, count) = random.NextDouble() < mixing ? (0, nodeCount) : (a / groupSize * groupSize, groupSize);
            var b = first + random.Next(Math.Min(count, nodeCount - first));
            edge = new(a, b, 0.5f + (random.Next(8) / 8f));
        }

        return edges;
    }

    /// <summary>Normalised mutual information of two divisions, 0 to 1 (arithmetic mean; Danon et al. (2005), doi:10.1088/1742-5468/2005/09/P09008).</summary>
    public static double Nmi(IReadOnlyList<int> a, IReadOnlyList<int> b)
    {
        double count = a.Count;
        double Entropy<T>(IEnumerable<T> labels) where T : notnull => -labels.CountBy(label => label).Sum(group => group.Value / count * Math.Log(group.Value / count));
        var (ofA, ofB, ofBoth) = (Entropy(a), Entropy(b), Entropy(a.Zip(b)));
        return ofA + ofB == 0 ? 1 : 2 * (ofA + ofB - ofBoth) / (ofA + ofB);
    }
}
