using Wijk.Graph.Analysis;
using Wijk.Graph.Analysis.Clusters.Trust;

namespace Wijk.Graph.Tests.Analysis.Clusters.Trust;

public class ChanceScoresTests
{
    [Fact]
    public void A_score_that_networks_reach_has_their_share_the_network_itself_counted_among_them()
    {
        var scores = new ChanceScores(Enumerable.Range(1, 19).Select(one => (double)one));
        (scores.Mean, scores.Reaching(17.5), scores.Reaching(18)).Should().Be((10, 2, 2));
        scores.P(17.5).Should().Be(3.0 / 20);
    }

    [Fact]
    public void What_is_far_above_nine_networks_is_no_chance()
    {
        // Mean 20, spread sqrt(60/8) = 2.74; (74 - 20) / 2.74 / 1.7 = 11.6 and exp(-(11.6 pi/sqrt(6) + .577)) = 2e-7.
        new ChanceScores(Enumerable.Range(16, 9).Select(one => (double)one)).P(74).Should().BeInRange(1e-7, 3e-7);
    }

    [Fact]
    public void Where_networks_do_not_differ_or_have_no_cluster_only_their_number_counts()
    {
        new ChanceScores(Enumerable.Repeat(5.0, 19)).P(50).Should().Be(1.0 / 20);
        new ChanceScores(Enumerable.Range(1, 18).Select(one => (double)one).Append(double.NegativeInfinity)).P(500).Should().Be(1.0 / 20);
        new ChanceScores(Enumerable.Range(1, 8).Select(one => (double)one)).P(500).Should().Be(1.0 / 9);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(39)]
    public void By_chance_a_p_comes_up_no_more_often_than_it_says_also_of_the_heaviest_tail_that_is_assumed(int count)
    {
        var random = new SeededRandom(count);
        var (found, trials) = (new int[2], 20_000);
        for (var trial = 0; trial < trials; trial++)
        {
            var best = new double[count];
            foreach (ref var one in best.AsSpan()) one = Gumbel(ref random);
            var p = new ChanceScores(best).P(Gumbel(ref random));
            found[0] += p <= 0.01 ? 1 : 0;
            found[1] += p <= 0.001 ? 1 : 0;
        }

        ((double)found[0] / trials).Should().BeLessThan(0.01);
        ((double)found[1] / trials).Should().BeLessThan(0.0015, "0.001, and twice what 20,000 trials let it differ by");
    }

    private static double Gumbel(ref SeededRandom random) => -Math.Log(-Math.Log(random.NextDouble() + 1e-12));
}
