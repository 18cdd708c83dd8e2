using Wijk.Graph.Analysis.Clusters;

namespace Wijk.Graph.Tests.Analysis.Clusters;

public class AgreementTests
{
    [Theory]
    [InlineData(new[] { 0, 0, 1, 1 }, new[] { 5, 5, 2, 2 }, 1, 1)] // the same, by other names
    [InlineData(new[] { 0, 0, 1, 1 }, new[] { 0, 1, 0, 1 }, 0, -0.5)] // nothing shared; chance shares ln 2 / 3 of ln 2
    [InlineData(new[] { 0, 0, 0, 0 }, new[] { 7, 7, 7, 7 }, 1, 1)]
    [InlineData(new int[0], new int[0], 1, 1)]
    public void Two_divisions_agree_as_far_as_they_share_information(int[] a, int[] b, double normalized, double adjusted)
    {
        Agreement.Normalized(a, b).Should().BeApproximately(normalized, 1e-12);
        Agreement.Adjusted(a, b).Should().BeApproximately(adjusted, 1e-12);
    }

    [Fact]
    public void Everyone_alone_shares_much_with_any_division_but_nothing_beyond_chance()
    {
        int[] alone = [0, 1, 2, 3, 4, 5], halves = [0, 0, 0, 1, 1, 1];
        Agreement.Normalized(alone, halves).Should().BeApproximately(2 * Math.Log(2) / (Math.Log(6) + Math.Log(2)), 1e-12);
        Agreement.Adjusted(alone, halves).Should().BeApproximately(0, 1e-12);
    }

    [Fact]
    public void Divisions_of_different_things_are_refused() =>
        FluentActions.Invoking(() => Agreement.Normalized([0], [0, 1])).Should().Throw<ArgumentException>().WithMessage("2 classes beside 1*");
}
