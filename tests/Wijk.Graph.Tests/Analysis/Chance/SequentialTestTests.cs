using Wijk.Graph.Analysis;
using Wijk.Graph.Analysis.Chance;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Analysis.Chance;

public class SequentialTestTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Under_the_null_a_p_of_at_most_a_comes_no_more_often_than_a(bool keepsSubjects)
    {
        // Each table with the margins is as likely as another, so over all of them together the level must hold, whatever a chain can reach.
        var table = SameMargins.Table(3, 3, 3, 0b110_011_101_011_101_110_101_110_011);
        var all = SameMargins.Of(table, keepsSubjects).ToArray();
        all.Length.Should().BeGreaterThan(1);
        var p = new List<double>();
        for (var round = 0; p.Count < LongRun.Portion(150, of: 10_000); round++)
        {
            var cells = StratifiedCells.Of(3, all[round % all.Length].Split(' ').Select(entry => (entry[0] - '0', entry[1] - '0', entry[2] - '0')));
            Deal deal = keepsSubjects ? SpecialismDeal.Of(cells, SpecialismTable.Of(cells), 0, 1) : new AreaDeal(cells);
            p.Add(P(cells, deal, seed: round, most: 99, threadCount: 1));
        }

        foreach (var level in new[] { 0.01, 0.05, 0.1, 0.2, 0.5 })
            (p.Count(value => value <= level) / (double)p.Count).Should().BeLessThanOrEqualTo(level + (3 * Math.Sqrt(level * (1 - level) / p.Count)));
    }

    [Fact]
    public void The_chance_of_the_napkin_is_found()
    {
        // Cell 0 has two actors, cells 1 and 2 one each, four actors with one cell: a pair meets in 1 of the 6 ways to choose the two of cell 0.
        var cells = StratifiedCells.Of(4, [(0, 0, 0), (1, 0, 0), (2, 0, 1), (3, 0, 2)]);
        var mean = Enumerable.Range(0, 1_000).Average(seed => Test(cells, new AreaDeal(cells), seed, 199, 1).Mean);
        mean.Should().BeApproximately(1.0 / 6, 0.02);
    }

    [Fact]
    public void Threads_do_not_change_the_result()
    {
        var random = new SeededRandom(5);
        var cells = StratifiedCells.Of(9, Enumerable.Range(0, 80).Select(_ => (random.Next(9), random.Next(3), random.Next(8))));
        var deal = new AreaDeal(cells);
        Enumerable.Range(1, 5).Select(threadCount => P(cells, deal, 7, 5_000, threadCount)).Distinct().Should().ContainSingle();
    }

    [Fact]
    public void Ten_hits_in_l_samples_are_ten_in_l()
    {
        // Each deal reaches the count: the tenth sample decides.
        var cells = StratifiedCells.Of(2, [(0, 0, 0), (1, 0, 0)]);
        Test(cells, new AreaDeal(cells), 1, 999, 2).Should().Be(new SequentialTest.Decided(1, 10, 1));
    }

    [Fact]
    public void What_is_never_reached_has_one_in_all_samples_and_itself()
    {
        var cells = StratifiedCells.Of(2, [(0, 0, 0), (1, 0, 0)]);
        new SequentialTest(new AreaDeal(cells), 1, 1, 2).Run(1, 130, _ => [0], (_, _, _, _) => { }, null, default)
            .Should().Equal(new SequentialTest.Decided(1.0 / 131, 130, 0));
    }

    [Fact]
    public void A_run_can_be_stopped_and_says_how_far_it_is()
    {
        var (cells, stop, told) = (StratifiedCells.Of(2, [(0, 0, 0), (1, 0, 0)]), new CancellationTokenSource(), new Told());
        told.Then = _ => stop.Cancel();
        var act = () => new SequentialTest(new AreaDeal(cells), 1, 1, 2).Run(1, 1_000_000, _ => [0], (_, _, _, _) => { }, told, stop.Token);
        act.Should().Throw<OperationCanceledException>();
        told.Last.Should().Be(new ChanceProgress(64, 1_000_000, 1, 1));
    }

    private static double P(StratifiedCells cells, Deal deal, int seed, long most, int threadCount) => Test(cells, deal, seed, most, threadCount).P;

    private static SequentialTest.Decided Test(StratifiedCells cells, Deal deal, int seed, long most, int threadCount)
    {
        var (rows, all) = (cells.CommonRows(0, 1).ToArray(), Enumerable.Range(0, cells.StratumCount).ToArray());
        var recorded = rows.Sum(pair => cells.Shared(cells.Bits, pair.Row, pair.Other));
        return new SequentialTest(deal, cells.StratumCount, seed, threadCount).Run(1, most, _ => all, (sample, _, bit, tally) =>
        {
            var shared = rows.Sum(pair => cells.Shared(sample.Bits, pair.Row, pair.Other));
            tally.Sums[0] += shared;
            if (shared >= recorded) tally.Hits[0] |= bit;
        }, null, TestContext.Current.CancellationToken)[0];
    }

    private sealed class Told : IProgress<ChanceProgress>
    {
        public Action<ChanceProgress>? Then { get; set; }

        public ChanceProgress? Last { get; private set; }

        public void Report(ChanceProgress value)
        {
            Last = value;
            Then?.Invoke(value);
        }
    }
}
