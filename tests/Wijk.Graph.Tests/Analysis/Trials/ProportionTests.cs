using Wijk.Graph.Analysis.Trials;

namespace Wijk.Graph.Tests.Analysis.Trials;

public class ProportionTests
{
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)] // Newcombe (1998), doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E, table I, method 3
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void The_interval_of_a_share_is_that_of_the_published_examples(int successes, int count, double low, double high)
    {
        var interval = new Proportion(successes, count).Interval!.Value;
        interval.Low.Should().BeApproximately(low, 5e-5);
        interval.High.Should().BeApproximately(high, 5e-5);
    }

    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)] // Newcombe (1998), doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I, table II, method 10
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 10, -0.2775, 0.2775)]
    [InlineData(10, 10, 0, 10, 0.6075, 1.0000)]
    public void The_interval_of_a_difference_is_that_of_the_published_examples(int successes, int count, int otherSuccesses, int otherCount, double low, double high)
    {
        var interval = Proportion.DifferenceInterval(new(successes, count), new(otherSuccesses, otherCount))!.Value;
        interval.Low.Should().BeApproximately(low, 5e-5);
        interval.High.Should().BeApproximately(high, 5e-5);
    }

    [Fact]
    public void Of_none_there_is_no_share_and_no_interval()
    {
        new Proportion(0, 0).Share.Should().BeNull();
        new Proportion(0, 0).Interval.Should().BeNull();
        Proportion.DifferenceInterval(new(1, 2), new(0, 0)).Should().BeNull();
    }

    [Fact]
    public void The_difference_the_other_way_round_is_its_opposite()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var random = new Random(seed);
            var (count, otherCount) = (random.Next(1, 60), random.Next(1, 60));
            var (one, other) = (new Proportion(random.Next(count + 1), count), new Proportion(random.Next(otherCount + 1), otherCount));
            var (there, back) = (Proportion.DifferenceInterval(one, other)!.Value, Proportion.DifferenceInterval(other, one)!.Value);
            there.Low.Should().BeApproximately(-back.High, 1e-12);
            (there.Low <= one.Share - other.Share && one.Share - other.Share <= there.High).Should().BeTrue();
        }
    }
}
