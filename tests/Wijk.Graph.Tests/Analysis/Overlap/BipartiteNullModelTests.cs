using CsCheck;
using Wijk.Graph.Analysis;
using Wijk.Graph.Analysis.Overlap;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Tests.Analysis.Overlap;

public class BipartiteNullModelTests
{
    [Fact]
    public void Trades_keep_both_degree_sequences() =>
        Gen.Select(Gen.Select(Gen.Int[0, 7], Gen.Int[0, 9]).Array[0, 40], Gen.Int[0, 1000]).Sample((pairs, seed) =>
        {
            var incidence = Incidence.Of(8, 10, pairs);
            var (sample, random) = (new Curveball(incidence), new SeededRandom(seed));
            sample.Trade(100, ref random);
            var shuffled = new List<(int Row, int Column)>();
            for (var row = 0; row < 8; row++)
            {
                var columns = sample.Row(row).ToArray();
                columns.Should().OnlyHaveUniqueItems().And.HaveCount(incidence.Degree(row));
                shuffled.AddRange(columns.Select(column => (row, column)));
            }

            var (before, after) = (incidence.Transpose(), Incidence.Of(8, 10, shuffled.ToArray()).Transpose());
            for (var column = 0; column < 10; column++) after.Degree(column).Should().Be(before.Degree(column));
        }, iter: 500);

    [Fact]
    public void Samples_are_even_over_all_networks_with_the_degrees()
    {
        // Three actors with one cell each, three cells with one actor each: the 6 permutations.
        var incidence = Incidence.Of(3, 3, [(0, 0), (1, 1), (2, 2)]);
        var (sample, random, counts) = (new Curveball(incidence), new SeededRandom(3), new Dictionary<(int, int), int>());
        for (var i = 0; i < 6_000; i++)
        {
            sample.Trade(8, ref random);
            var seen = (sample.Row(0)[0], sample.Row(1)[0]);
            counts[seen] = counts.GetValueOrDefault(seen) + 1;
        }

        counts.Should().HaveCount(6);
        counts.Values.Should().OnlyContain(count => count > 870 && count < 1_130); // four and a half standard deviations, 29 each
    }

    [Fact]
    public void Two_actors_that_always_meet_stand_out_and_two_that_meet_once_do_not()
    {
        // Actors 0 and 1 share eight cells of their own choice; the twenty others are spread evenly.
        var pairs = new List<(int, int)>();
        for (var cell = 0; cell < 8; cell++) pairs.AddRange([(0, cell), (1, cell)]);
        for (var actor = 2; actor < 22; actor++)
        {
            for (var i = 0; i < 4; i++) pairs.Add((actor, ((actor * 5) + (i * 7)) % 40));
        }

        var incidence = Incidence.Of(22, 40, pairs.ToArray());
        var observed = SharedCells.Of(incidence).ToArray();
        var p = BipartiteNullModel.Significance(incidence, observed, new());
        observed[0].Should().Be(new SharedPair(0, 1, 8, 8, 8));
        p[0].Should().Be(0.001); // none of 999 samples: (0 + 1) / 1000
        p.Where((_, i) => observed[i] is { SharedCount: 1 }).Should().OnlyContain(value => value > 0.05);
        BipartiteNullModel.Significance(incidence, observed, new()).Should().Equal(p);
    }

    [Fact]
    public void Where_the_degrees_leave_no_choice_nothing_is_significant()
    {
        var full = Incidence.Of(2, 3, [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2)]);
        BipartiteNullModel.Significance(full, SharedCells.Of(full).ToArray(), new() { SampleCount = 20 }).Should().Equal(1.0);
    }

    [Fact]
    public void Two_actors_with_one_cell_each_have_the_chance_of_the_napkin()
    {
        // Cells 0 (two actors), 1 and 2 (one each), four actors with one cell: a pair meets in 1 of the 6 ways to choose the two of cell 0.
        var incidence = Incidence.Of(4, 3, [(0, 0), (1, 0), (2, 1), (3, 2)]);
        var p = BipartiteNullModel.Significance(incidence, SharedCells.Of(incidence).ToArray(), new() { SampleCount = 5_999, TradesPerActor = 3 });
        p.Should().ContainSingle().Which.Should().BeApproximately(1.0 / 6, 0.02);
    }

    [Fact]
    public void A_count_below_one_is_refused()
    {
        var act = () => new NullModelParameters { SampleCount = 0 };
        act.Should().Throw<ArgumentOutOfRangeException>().WithMessage("SampleCount must be 1 or more*");
    }
}
