using Wijk.Graph.Analysis.Clusters.Trust;

namespace Wijk.Graph.Tests.Analysis.Clusters.Trust;

public class BinomialTailTests
{
    [Theory]
    [InlineData(3, 3, 0.5, 1.0 / 8)]
    [InlineData(2, 3, 0.5, 4.0 / 8)] // 3 ways to have two, 1 to have three, of 8
    [InlineData(9, 10, 0.1, 9.1e-9)] // 10 x .1^9 x .9 + .1^10
    public void The_tail_is_the_sum_of_its_terms(int successes, int trials, double chance, double expected) =>
        Math.Pow(10, -new BinomialTail(20).Of(successes, trials, chance)).Should().BeApproximately(expected, 1e-9 * expected);

    [Fact]
    public void Up_to_the_mean_it_is_of_no_interest() => new BinomialTail(10).Of(5, 10, 0.5).Should().Be(0);
}
