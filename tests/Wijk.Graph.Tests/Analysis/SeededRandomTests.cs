using Wijk.Graph.Analysis;

namespace Wijk.Graph.Tests.Analysis;

public class SeededRandomTests
{
    [Fact]
    public void A_seed_fixes_the_bits()
    {
        // The first outputs of the reference SplitMix64 for seed 1234567, as its author published them.
        var random = new SeededRandom(1234567);
        ulong[] bits = [random.NextBits(), random.NextBits(), random.NextBits()];
        bits.Should().Equal(6457827717110365317, 3203168211198807973, 9817491932198370423);
    }

    [Fact]
    public void Numbers_below_a_bound_are_all_about_equally_likely()
    {
        var (random, counts) = (new SeededRandom(5), new int[7]);
        for (var i = 0; i < 70_000; i++) counts[random.Next(7)]++;
        counts.Should().OnlyContain(count => count > 9_600 && count < 10_400); // four standard deviations, 93 each
    }
}
