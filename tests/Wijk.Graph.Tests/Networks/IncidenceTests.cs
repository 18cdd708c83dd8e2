using CsCheck;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Tests.Networks;

public class IncidenceTests
{
    [Fact]
    public void A_pair_given_twice_counts_once_and_rows_ascend()
    {
        var incidence = Incidence.Of(3, 4, [(0, 3), (2, 1), (0, 1), (0, 3), (2, 1)]);
        incidence.Row(0).ToArray().Should().Equal(1, 3);
        incidence.Row(1).ToArray().Should().BeEmpty();
        incidence.Row(2).ToArray().Should().Equal(1);
        incidence.Count.Should().Be(3);
    }

    [Fact]
    public void The_transpose_holds_the_same_pairs_changed_over() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 6]).Array[0, 40].Sample(pairs =>
        {
            var incidence = Incidence.Of(6, 7, pairs);
            var transpose = incidence.Transpose();
            var expected = pairs.Distinct().Order().ToArray();
            PairsOf(incidence).Should().Equal(expected);
            PairsOf(transpose).Order().Should().Equal(expected.Select(pair => (pair.Item2, pair.Item1)).Order());
            PairsOf(transpose.Transpose()).Should().Equal(expected);
        });

    [Fact]
    public void A_pair_outside_the_counts_is_refused()
    {
        var act = () => Incidence.Of(2, 2, [(0, 0), (1, 2)]);
        act.Should().Throw<ArgumentOutOfRangeException>().WithMessage("*columns 0 to 1*");
    }

    [Fact]
    public void Nothing_is_an_incidence_too() => Incidence.Of(0, 0, []).Transpose().Count.Should().Be(0);

    private static List<(int, int)> PairsOf(Incidence incidence)
    {
        var pairs = new List<(int, int)>();
        for (var row = 0; row < incidence.RowCount; row++)
        {
            foreach (var column in incidence.Row(row)) pairs.Add((row, column));
        }

        return pairs;
    }
}
