using Wijk.Graph.Analysis;

namespace Wijk.Graph.Generate;

/// <summary>A seeded generator that is passed around, with the uneven draws a city needs.</summary>
internal sealed class SkewedRandom(int seed)
{
    private SeededRandom random = new(seed);

    /// <summary>A number from 0 to <paramref name="bound"/> − 1, all equally likely.</summary>
    public int Next(int bound) => random.Next(bound);

    /// <summary>A number from 0 to <paramref name="bound"/> − 1, low ones far likelier than high ones: a power law.</summary>
    /// <remarks>The cube of an even draw: the first tenth is drawn about half of the time.</remarks>
    public int NextLow(int bound)
    {
        var even = random.NextDouble();
        return (int)(bound * even * even * even);
    }

    /// <summary>True in this share of draws, 0 to 1.</summary>
    public bool Chance(double share) => random.NextDouble() < share;
}
