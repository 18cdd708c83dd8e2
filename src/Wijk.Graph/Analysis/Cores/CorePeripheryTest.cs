using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Cores;

/// <summary>Whether a network has a core more than one with as many ties that fall anywhere.</summary>
public static class CorePeripheryTest
{
    /// <summary>Compares the fit with that of networks of as many nodes and ties, each set of pairs as likely as another.</summary>
    /// <remarks>
    /// Which nodes are of the core follows from the degrees alone, so networks with the same degrees would have the same core: what chance is asked here is whether
    /// contacts are as unequally divided. One-sided: p = (b + 1) / (n + 1), with b the networks that fit at least as well (Phipson and Smyth (2010),
    /// doi:10.2202/1544-6115.1585). O(draws × (nodes · log nodes + ties)).
    /// </remarks>
    /// <param name="network">The network.</param>
    /// <param name="drawCount">How many networks, 1 or more.</param>
    /// <param name="seed">The same seed gives the same networks.</param>
    /// <param name="cancellationToken">Stops the work between two networks.</param>
    /// <returns>Null where no division can be better than none.</returns>
    public static CorePeripheryChance? Of(Network network, int drawCount = 199, int seed = 1, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(drawCount, 1);
        if (CorePeriphery.Of(network).Fit is not { } fit) return null;
        var (asGood, sum, degrees) = (0, 0.0, new int[network.NodeCount]);
        for (var draw = 0; draw < drawCount; draw++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var random = SeededRandom.Sequence(seed, draw);
            Deal(network.NodeCount, network.EdgeCount, ref random, degrees);
            var byChance = CorePeriphery.FitOf(degrees) ?? 0;
            sum += byChance;
            if (byChance >= fit - 1e-12) asGood++;
        }

        return new(fit, sum / drawCount, (asGood + 1.0) / (drawCount + 1), drawCount);
    }

    // In a dense network the pairs that are left out are drawn: so that few draws hit a pair that is drawn already.
    private static void Deal(int nodeCount, int tieCount, ref SeededRandom random, int[] degrees)
    {
        var pairs = (long)nodeCount * (nodeCount - 1) / 2;
        var isSparse = tieCount <= pairs / 2;
        var drawn = new HashSet<(int, int)>();
        var wanted = isSparse ? tieCount : pairs - tieCount;
        degrees.AsSpan().Fill(isSparse ? 0 : nodeCount - 1);
        while (drawn.Count < wanted)
        {
            var (a, b) = (random.Next(nodeCount), random.Next(nodeCount));
            if (a == b || !drawn.Add((Math.Min(a, b), Math.Max(a, b)))) continue;
            degrees[a] += isSparse ? 1 : -1;
            degrees[b] += isSparse ? 1 : -1;
        }
    }
}

/// <summary>How well a core fits, and what chance gives.</summary>
/// <param name="Fit">As <see cref="CorePeriphery.Fit"/>.</param>
/// <param name="Expected">The mean fit of the networks that chance made.</param>
/// <param name="PValue">How often chance fits as well, above 0 and at most 1.</param>
/// <param name="DrawCount">How many networks were made.</param>
public sealed record CorePeripheryChance(double Fit, double Expected, double PValue, int DrawCount);
