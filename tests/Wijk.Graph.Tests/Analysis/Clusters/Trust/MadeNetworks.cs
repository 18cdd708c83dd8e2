using Wijk.Graph.Analysis;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Tests.Analysis.Clusters.Trust;

/// <summary>Networks of which it is known who belongs with whom: the group of each node, −1 for one that belongs to none. Equal seeds give equal networks.</summary>
internal sealed class MadeNetworks(int seed)
{
    private readonly List<(int A, int B)> ties = [];
    private readonly List<int> groups = [];
    private SeededRandom random = SeededRandom.Sequence(seed, 77);

    /// <summary>Ties between any two (Erdős and Rényi).</summary>
    public static (Network Network, int[] Groups) Random(int seed, int nodeCount, double degree) => new MadeNetworks(seed).AddNoise(nodeCount, degree).Make();

    /// <summary>Given degrees, with some very high, and ends paired at random.</summary>
    public static (Network Network, int[] Groups) Skewed(int seed, int nodeCount, double degree)
    {
        var made = new MadeNetworks(seed);
        var skew = Enumerable.Range(0, nodeCount).Select(_ => Math.Pow(1 - (made.random.NextDouble() * 0.999), -1 / 1.5)).ToArray();
        var mean = skew.Average();
        var ends = skew.SelectMany((one, node) => Enumerable.Repeat(node, (int)Math.Clamp(one / mean * degree, 1, nodeCount / 4.0))).ToArray();
        made.random.Shuffle(ends);
        for (var i = 0; i + 1 < ends.Length; i += 2) made.ties.Add((ends[i], ends[i + 1]));
        made.groups.AddRange(Enumerable.Repeat(-1, nodeCount));
        return made.Make();
    }

    /// <summary>Groups whose nodes have a share of their ties, the mixing, with anyone.</summary>
    public static (Network Network, int[] Groups) Planted(int seed, int nodeCount, double degree, double mixing, int smallest, int largest) =>
        new MadeNetworks(seed).AddGroups(nodeCount, degree, mixing, smallest, largest).Make();

    /// <summary>1,000 nodes in groups and 1,000 of a mean degree of 10 each of whose ties has one end anywhere.</summary>
    public static (Network Network, int[] Groups) HalfAndHalf(int seed)
    {
        var made = new MadeNetworks(seed).AddGroups(1000, 10, 0.2, 20, 60);
        made.groups.AddRange(Enumerable.Repeat(-1, 1000));

        // A tie has one and a half of its ends at a noise node, on average.
        for (var tie = 0; tie < 6667; tie++) made.ties.Add((1000 + made.random.Next(1000), made.random.Next(2000)));
        return made.Make();
    }

    /// <summary>Two parts, joined by a share of all ties only.</summary>
    public static (Network Network, int[] Groups) Joined(int seed, Func<MadeNetworks, MadeNetworks> first, Func<MadeNetworks, MadeNetworks> second, double share)
    {
        var made = first(new MadeNetworks(seed));
        var firstCount = made.groups.Count;
        made = second(made);
        var joining = (int)(made.ties.Count * share);
        for (var tie = 0; tie < joining; tie++) made.ties.Add((made.random.Next(firstCount), firstCount + made.random.Next(made.groups.Count - firstCount)));
        return made.Make();
    }

    public MadeNetworks AddNoise(int nodeCount, double degree)
    {
        var first = groups.Count;
        groups.AddRange(Enumerable.Repeat(-1, nodeCount));
        for (var tie = 0; tie < nodeCount * degree / 2; tie++) ties.Add((first + random.Next(nodeCount), first + random.Next(nodeCount)));
        return this;
    }

    public MadeNetworks AddGroups(int nodeCount, double degree, double mixing, int smallest, int largest)
    {
        var (first, starts) = (groups.Count, new List<int> { 0 });
        while (starts[^1] < nodeCount)
        {
            var (left, size) = (nodeCount - starts[^1], smallest + random.Next(largest - smallest + 1));
            starts.Add(starts[^1] + (left - size >= smallest ? size : left <= largest ? left : left - smallest));
            groups.AddRange(Enumerable.Repeat(starts.Count, starts[^1] - starts[^2]));
        }

        for (var tie = 0; tie < nodeCount * degree / 2; tie++)
        {
            var node = random.Next(nodeCount);
            var group = groups[first + node] - 1;
            ties.Add((first + node, first + (random.NextDouble() < mixing ? random.Next(nodeCount) : starts[group - 1] + random.Next(starts[group] - starts[group - 1]))));
        }

        return this;
    }

    private (Network Network, int[] Groups) Make() => (
        Network.Of(groups.Count, [.. ties.Where(tie => tie.A != tie.B).Select(tie => (Math.Min(tie.A, tie.B), Math.Max(tie.A, tie.B))).Distinct().Select(tie => new Edge(tie.Item1, tie.Item2))]),
        [.. groups]);
}
