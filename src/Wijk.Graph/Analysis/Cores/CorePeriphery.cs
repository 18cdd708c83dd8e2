using System.Collections.Immutable;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Cores;

/// <summary>Whether a node is of the core.</summary>
public enum CorePlace
{
    /// <summary>Of the periphery in every best division.</summary>
    Periphery,

    /// <summary>In the core of some best divisions and not of others: it ties as many as who is at the edge.</summary>
    Edge,

    /// <summary>Of the core in every best division.</summary>
    Core,
}

/// <summary>A division into a core whose members all have contact with each other and a periphery whose members have none, as far as that goes.</summary>
/// <remarks>
/// Errors are pairs of the core without a tie and pairs of the periphery with one; ties between core and periphery say nothing (Borgatti and Everett (2000),
/// doi:10.1016/S0378-8733(99)00019-2). The fewest errors are found exactly: they depend on the degrees alone, and those with the highest are the core
/// (Lip (2011), arXiv:1102.5511). O(nodes · log nodes).
/// </remarks>
public sealed record CorePeriphery
{
    private CorePeriphery(ImmutableArray<CorePlace> places, int coreSize, long errors, long baseline) => (Places, CoreSize, ErrorCount, WithoutCount) = (places, coreSize, errors, baseline);

    /// <summary>By node.</summary>
    public ImmutableArray<CorePlace> Places { get; }

    /// <summary>How many the smallest best core has.</summary>
    public int CoreSize { get; }

    /// <summary>The fewest errors.</summary>
    public long ErrorCount { get; }

    /// <summary>The errors when nobody is of the core, or everybody, whichever are fewer.</summary>
    public long WithoutCount { get; }

    /// <summary>How much better than with no division, 0 to 1: (<see cref="WithoutCount"/> − <see cref="ErrorCount"/>) / <see cref="WithoutCount"/>; null where nothing can be better, with no tie or every tie there.</summary>
    public double? Fit => WithoutCount == 0 ? null : (double)(WithoutCount - ErrorCount) / WithoutCount;

    /// <summary>The best divisions of a network; weights and self-loops do not matter.</summary>
    public static CorePeriphery Of(Network network)
    {
        var degrees = new int[network.NodeCount];
        for (var node = 0; node < degrees.Length; node++) degrees[node] = network.Degree(node);
        var (least, smallest, largest) = Best(degrees);
        var ordered = degrees.OrderDescending().ToArray();
        long ties = network.EdgeCount, pairs = (long)degrees.Length * (degrees.Length - 1) / 2;
        return new([.. degrees.Select(degree => PlaceOf(degree, ordered, smallest, largest))], smallest, least, Math.Min(ties, pairs - ties));
    }

    /// <summary>The fit of the best division of a network with some degrees.</summary>
    internal static double? FitOf(int[] degrees)
    {
        long ties = degrees.Sum(degree => (long)degree) / 2, pairs = (long)degrees.Length * (degrees.Length - 1) / 2;
        var without = Math.Min(ties, pairs - ties);
        return without == 0 ? null : (double)(without - Best(degrees).Least) / without;
    }

    // With the k highest degrees in the core there are m - (their sum) + k(k - 1)/2 errors: ties inside the core cancel out.
    private static (long Least, int Smallest, int Largest) Best(int[] degrees)
    {
        var ordered = degrees.OrderDescending().ToArray();
        var errors = degrees.Sum(degree => (long)degree) / 2;
        var (least, smallest, largest) = (errors, 0, 0);
        for (var size = 1; size <= ordered.Length; size++)
        {
            errors += size - 1 - ordered[size - 1];
            if (errors < least) (least, smallest, largest) = (errors, size, size);
            else if (errors == least) largest = size;
        }

        return (least, smallest, largest);
    }

    // Of equals any may be taken, so whoever is as high as the first that is left out of the smallest core, or the last that is let in, is at the edge.
    private static CorePlace PlaceOf(int degree, int[] ordered, int smallest, int largest)
    {
        var isAlways = smallest > 0 && (degree > ordered[smallest - 1] || (degree == ordered[smallest - 1] && (smallest == ordered.Length || ordered[smallest] < degree)));
        if (isAlways) return CorePlace.Core;
        return largest > 0 && degree >= ordered[largest - 1] ? CorePlace.Edge : CorePlace.Periphery;
    }
}
