using Wijk.Graph.Analysis.Trials;

namespace Wijk.Graph.Tests.Analysis.Trials;

public class HoldingBackTests
{
    [Fact]
    public void Of_neighbors_that_are_about_as_good_one_is_handed_out_and_one_is_held_back()
    {
        var (given, held) = HoldingBack.Draw([10, 9, 8, 7, 1], mostPairs: 5, seed: 1);
        given.Zip(held, (one, other) => Math.Min(one, other)).Should().Equal(0, 2);
        given.Concat(held).Should().BeEquivalentTo([0, 1, 2, 3], "the last has nobody about as good beside it");
    }

    [Fact]
    public void What_has_nothing_about_as_good_beside_it_takes_no_part()
    {
        var (given, held) = HoldingBack.Draw([100, 10, 9], mostPairs: 5, seed: 1);
        given.Concat(held).Should().BeEquivalentTo([1, 2]);
        HoldingBack.Draw([4, 2, 1], mostPairs: 5, seed: 1).HandedOut.Should().BeEmpty();
        HoldingBack.Draw([], mostPairs: 5, seed: 1).HeldBack.Should().BeEmpty();
    }

    [Fact]
    public void A_seed_fixes_the_draw_and_over_seeds_each_is_handed_out_about_half_of_the_time()
    {
        double[] worth = [.. Enumerable.Repeat(1.0, 10)];
        HoldingBack.Draw(worth, 5, seed: 7).HandedOut.Should().Equal(HoldingBack.Draw(worth, 5, seed: 7).HandedOut);
        var counts = new int[10];
        for (var seed = 0; seed < 2000; seed++)
            foreach (var place in HoldingBack.Draw(worth, 5, seed).HandedOut) counts[place]++;

        // 1,000 of 2,000 expected; 4.5 standard deviations are 101.
        counts.Should().OnlyContain(count => Math.Abs(count - 1000) < 101);
    }

    [Fact]
    public void At_most_so_many_pairs_are_drawn() => HoldingBack.Draw([.. Enumerable.Repeat(1.0, 20)], mostPairs: 3, seed: 1).HandedOut.Should().HaveCount(3);
}
