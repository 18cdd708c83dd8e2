using Wijk.Graph.Analysis.Clusters;
using Wijk.Graph.Analysis.Clusters.Trust;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Silos;

/// <summary>How well given groups divide a network, beside the best division that can be found and what chance gives.</summary>
public static class DivisionTest
{
    // The best of several: one run may come to rest in a division that is a little worse.
    private const int RunCount = 10;

    // In larger networks fewer random ones are made, as dividing each takes as long as dividing the network.
    private const int ManyTies = 10_000, FewDraws = 20;

    /// <summary>Compares the modularity of given groups with that of the best division, and both with chance.</summary>
    /// <remarks>
    /// Modularity: <see cref="Modularity"/>. Chance deals the groups anew over the same nodes for the given division, and the ties anew over nodes with the same
    /// number of ties for the best one, which is found by the same call there (<see cref="Leiden"/>, best of ten). z = (value − mean) / standard deviation: of random
    /// networks too the best division has a modularity well above 0 (Guimerà, Sales-Pardo and Amaral (2004), doi:10.1103/PhysRevE.70.025101).
    /// O((permutations + draws) × (nodes + edges)).
    /// </remarks>
    /// <param name="network">The network.</param>
    /// <param name="groupOf">The group of each node, from 0, or <see cref="EiIndex.NoGroup"/>; nodes without one are left out of all figures.</param>
    /// <param name="permutationCount">How many ways to deal the groups, 2 or more.</param>
    /// <param name="drawCount">How many random networks, 2 or more; 20 at most with more than 10,000 ties.</param>
    /// <param name="seed">The same seed gives the same result.</param>
    /// <param name="cancellationToken">Stops the work between two draws.</param>
    /// <returns>Null when no tie joins two nodes with a group.</returns>
    /// <exception cref="ArgumentException">There is not one group for each node.</exception>
    public static DivisionResult? Of(
        Network network, ReadOnlySpan<int> groupOf, int permutationCount = 999, int drawCount = 99, int seed = 1, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(permutationCount, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(drawCount, 2);
        var (grouped, labels) = GroupedNodes.Of(network, groupOf);
        if (Modularity.Of(grouped, labels) is not { } given) return null;
        var best = Best(grouped, seed, cancellationToken);
        var dealt = Dealt(grouped, labels, permutationCount, seed, cancellationToken);
        var drawn = Drawn(grouped, grouped.EdgeCount > ManyTies ? Math.Min(drawCount, FewDraws) : drawCount, seed, cancellationToken);
        return new(given, Math.Max(given, best), new(dealt, given), new(drawn, Math.Max(given, best)), grouped.NodeCount);
    }

    private static double Best(Network network, int seed, CancellationToken cancellationToken)
    {
        var best = double.NegativeInfinity;
        for (var run = 0; run < RunCount; run++)
        {
            var parameters = new LeidenParameters { Seed = seed + run, MaxIterations = 10, ThreadCount = 1 };
            best = Math.Max(best, Leiden.Run(network, parameters, cancellationToken: cancellationToken).Quality ?? double.NegativeInfinity);
        }

        return best;
    }

    private static double[] Dealt(Network network, int[] labels, int count, int seed, CancellationToken cancellationToken)
    {
        var (random, shuffled, values) = (new SeededRandom(seed), labels.AsSpan().ToArray(), new double[count]);
        for (var draw = 0; draw < count; draw++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            random.Shuffle(shuffled);
            values[draw] = Modularity.Of(network, shuffled)!.Value;
        }

        return values;
    }

    private static double[] Drawn(Network network, int count, int seed, CancellationToken cancellationToken)
    {
        var (draws, values) = (new RandomTies(NetworkLayers.Of(network)), new double[count]);
        for (var draw = 0; draw < count; draw++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var random = SeededRandom.Sequence(seed, draw);
            values[draw] = Best(draws.Draw(ref random), seed, cancellationToken);
        }

        return values;
    }
}

/// <summary>The modularity of given groups and of the best division.</summary>
/// <param name="Given">That of the given groups, −1/2 to 1.</param>
/// <param name="Best">The highest that was found, never below <paramref name="Given"/>.</param>
/// <param name="ByDealing">What dealing the groups anew gives.</param>
/// <param name="ByRandomTies">What the best division of random networks gives.</param>
/// <param name="NodeCount">How many nodes have a group.</param>
public sealed record DivisionResult(double Given, double Best, ChanceSpread ByDealing, ChanceSpread ByRandomTies, int NodeCount);

/// <summary>What chance gives of a figure, and how far the figure itself is from that.</summary>
public sealed record ChanceSpread
{
    internal ChanceSpread(double[] values, double observed)
    {
        (DrawCount, Mean) = (values.Length, values.Average());
        var deviation = Math.Sqrt(values.Sum(value => (value - Mean) * (value - Mean)) / (values.Length - 1));
        Deviation = deviation;
        Z = deviation > 1e-12 ? (observed - Mean) / deviation : null;
        PValue = (values.Count(value => value >= observed - 1e-12) + 1.0) / (values.Length + 1);
    }

    /// <summary>How many draws.</summary>
    public int DrawCount { get; }

    /// <summary>Their mean.</summary>
    public double Mean { get; }

    /// <summary>Their standard deviation.</summary>
    public double Deviation { get; }

    /// <summary>How many standard deviations the figure lies above the mean; null where every draw gives the same.</summary>
    public double? Z { get; }

    /// <summary>How often chance gives as much or more: (1 + such draws) / (1 + draws).</summary>
    public double PValue { get; }
}
