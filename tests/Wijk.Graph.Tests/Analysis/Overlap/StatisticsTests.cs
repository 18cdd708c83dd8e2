using CsCheck;
using Wijk.Graph.Analysis.Chance;
using Wijk.Graph.Analysis.Overlap;

namespace Wijk.Graph.Tests.Analysis.Overlap;

public class StatisticsTests
{
    [Fact]
    public void Q_values_follow_the_step_up_rule_in_the_order_given()
    {
        // Sorted: .005 × 5/1 = .025, .01 × 5/2 = .025, .03 × 5/3 = .05, .04 × 5/4 = .05, .5 × 5/5 = .5.
        double[] expected = [0.05, 0.025, 0.5, 0.025, 0.05];
        var q = BenjaminiHochberg.Adjust([0.03, 0.005, 0.5, 0.01, 0.04]);
        for (var i = 0; i < q.Length; i++) q[i].Should().BeApproximately(expected[i], 1e-12);
    }

    [Fact]
    public void A_later_smaller_value_pulls_an_earlier_one_down()
    {
        // .02 × 3/1 = .06 and .03 × 3/2 = .045, but .03 × 3/3 = .03 comes after both.
        foreach (var q in BenjaminiHochberg.Adjust([0.02, 0.03, 0.03])) q.Should().BeApproximately(0.03, 1e-12);
    }

    [Fact]
    public void Q_is_never_below_p_and_keeps_its_order() =>
        Gen.Double[0, 1].Array[1, 30].Sample(p =>
        {
            var q = BenjaminiHochberg.Adjust(p);
            q.Zip(p).Should().OnlyContain(pair => pair.First >= pair.Second - 1e-12 && pair.First <= 1);
            p.Index().OrderBy(pair => pair.Item).Select(pair => q[pair.Index]).Should().BeInAscendingOrder();
        });

    [Fact]
    public void What_is_no_chance_is_refused()
    {
        var act = () => BenjaminiHochberg.Adjust([0.5, 1.5]);
        act.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Theory]
    [InlineData(new double[0], 0)]
    [InlineData(new double[] { 0, 0 }, 0)]
    [InlineData(new double[] { 5 }, 1)]
    [InlineData(new double[] { 2, 2, 2, 0 }, 3)]
    [InlineData(new double[] { 2, 1, 1 }, 2.8284271247461903)] // entropy ½ ln 2 + ½ ln 4 = 1.5 ln 2, so 2^1.5
    public void The_effective_number_counts_equal_kinds_fully(double[] weights, double expected) =>
        ShannonDiversity.Effective(weights).Should().BeApproximately(expected, 1e-12);

    [Fact]
    public void A_negative_weight_is_refused()
    {
        var act = () => ShannonDiversity.Effective([1, -1]);
        act.Should().Throw<ArgumentOutOfRangeException>();
    }
}
