namespace Wijk.Graph.Analysis;

/// <summary>A small random generator that gives the same numbers for a seed on every machine and in every version of .NET.</summary>
/// <remarks>
/// SplitMix64. Source: Steele, Lea and Flood (2014), doi:10.1145/2660193.2660195. <see cref="Random"/> promises no fixed sequence.
/// A mutable value: pass it by reference, or the copies repeat each other.
/// </remarks>
internal struct SeededRandom(long seed)
{
    private ulong state = (ulong)seed;

    /// <summary>One of many sequences of a seed that do not resemble each other.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="number">Which one.</param>
    public static SeededRandom Sequence(long seed, long number)
    {
        var (ofSeed, ofNumber) = (new SeededRandom(seed), new SeededRandom(~number));
        return new((long)(ofSeed.NextBits() ^ ofNumber.NextBits()));
    }

    /// <summary>Sixty-four random bits.</summary>
    public ulong NextBits()
    {
        state += 0x9E3779B97F4A7C15;
        var bits = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }

    /// <summary>A whole number from 0 to <paramref name="bound"/> − 1, all equally likely.</summary>
    /// <remarks>Multiply and reject. Source: Lemire (2019), doi:10.1145/3230636.</remarks>
    /// <param name="bound">Above 0.</param>
    public int Next(int bound)
    {
        var product = (NextBits() >> 32) * (ulong)bound;
        if ((uint)product < (uint)bound)
        {
            var rejectBelow = (uint)-bound % (uint)bound;
            while ((uint)product < rejectBelow) product = (NextBits() >> 32) * (ulong)bound;
        }

        return (int)(product >> 32);
    }

    /// <summary>A number from 0 up to, and not including, 1.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Puts the values in random order, all orders equally likely (Fisher–Yates).</summary>
    public void Shuffle(Span<int> values)
    {
        for (var last = values.Length - 1; last > 0; last--)
        {
            var other = Next(last + 1);
            (values[last], values[other]) = (values[other], values[last]);
        }
    }
}
