using CsCheck;
using Wijk.Graph.Analysis;
using Wijk.Graph.Analysis.Chance;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Analysis.Chance;

public class DealTests
{
    public static TheoryData<int, int> SmallTables => new(
        from shape in new[] { 233, 332, 323, 333, 433, 434 }
        from seed in Enumerable.Range(1, LongRun.Portion(4, of: 40))
        select (shape, seed));

    [Fact]
    public void A_deal_keeps_its_margins() =>
        Gen.Select(Gen.Int[1, 9], Gen.Int[1, 4], Gen.Int[1, 70], Gen.Int[0, 1000]).Sample((actors, strata, subjects, seed) =>
        {
            var random = new SeededRandom(seed);
            var table = (from actor in Enumerable.Range(0, actors)
                         from stratum in Enumerable.Range(0, strata)
                         from subject in Enumerable.Range(0, subjects)
                         where random.Next(3) == 0
                         select (actor, stratum, subject)).ToList();
            if (table.Select(entry => entry.stratum).Distinct().Count() < strata) return;
            var cells = StratifiedCells.Of(actors, table.Select(entry => (entry.actor, entry.stratum, entry.subject)));
            foreach (var (deal, keepsSubjects) in Deals(cells))
            {
                Next(deal, cells, seed);
                var dealt = SameMargins.Entries(cells, deal).ToArray();
                dealt.Should().OnlyHaveUniqueItems().And.HaveCount(table.Count);
                Margins(dealt, keepsSubjects).Should().Equal(Margins(table, keepsSubjects));
            }

            // Of two actors that deal with all others only the rows of the two are written.
            var two = SpecialismDeal.Of(cells, SpecialismTable.Of(cells), 0, actors - 1);
            Next(two, cells, seed);
            for (var actor = 0; actor < actors; actor += Math.Max(1, actors - 1))
                OfActor(SameMargins.Entries(cells, two), actor).Should().Equal(OfActor(table, actor));
        }, iter: 100);

    [Theory]
    [MemberData(nameof(SmallTables))]
    public void Every_table_with_the_margins_is_reached_and_no_other(int shape, int seed)
    {
        var table = Table(shape, seed);
        var cells = StratifiedCells.Of(4, table);
        foreach (var (deal, keepsSubjects) in Deals(cells))
        {
            var all = SameMargins.Of(table, keepsSubjects);
            if (all.Count > 30) continue;
            var seen = new HashSet<string> { SameMargins.Text(cells, deal) };
            for (var i = 0; i < 40 * all.Count && seen.Count < all.Count; i++) seen.Add(SameMargins.Text(cells, Next(deal, cells, i)));
            seen.Should().BeEquivalentTo(all);
        }
    }

    [Fact]
    public void Loops_in_two_slices_do_not_join_all_tables_of_three_by_five_by_three()
    {
        // So no p-value may rest on reaching them all: that they are exact where not all are reached is tested beside the sequential test.
        var table = Table("002 013 021 022 100 101 103 104 110 112 113 114 121 123 124 201 202 203 210 211 212 214 220 222");
        var cells = StratifiedCells.Of(3, table);
        var deal = SpecialismDeal.Of(cells, SpecialismTable.Of(cells));
        SameMargins.Of(table, keepSubjects: true).Should().HaveCount(2);
        var recorded = SameMargins.Text(cells, deal);
        for (var i = 0; i < 200; i++) SameMargins.Text(cells, Next(deal, cells, i)).Should().Be(recorded);
    }

    [Theory]
    [InlineData(333, true)]
    [InlineData(434, true)]
    [InlineData(222, false)]
    [InlineData(323, false)]
    public void All_tables_are_equally_likely(int shape, bool keepsSubjects)
    {
        var (table, all) = Enumerable.Range(1, 1_000).Select(seed => Table(shape, seed)).Select(table => (table, SameMargins.Of(table, keepsSubjects)))
            .First(found => found.Item2.Count is > 2 and < 30);
        var cells = StratifiedCells.Of(4, table);
        var deal = Deals(cells).First(deal => deal.KeepsSubjects == keepsSubjects).Deal;
        var (counts, expected) = (all.ToDictionary(one => one, _ => 0), 50.0);
        for (var i = 0; i < expected * all.Count; i++)
        {
            // Two samples between two that are counted, so that they hardly resemble each other.
            Next(deal, cells, 3 * i);
            Next(deal, cells, (3 * i) + 1);
            counts[SameMargins.Text(cells, Next(deal, cells, (3 * i) + 2))]++;
        }

        // Chi-square with n − 1 degrees of freedom, at four and a half standard deviations.
        var freedom = all.Count - 1;
        counts.Values.Sum(count => (count - expected) * (count - expected) / expected).Should().BeLessThan(freedom + (4.5 * Math.Sqrt(2 * freedom)) + 5);
    }

    [Fact]
    public void Where_the_margins_leave_no_choice_nothing_moves()
    {
        var cells = StratifiedCells.Of(2, [(0, 0, 0), (0, 0, 1), (1, 0, 0), (1, 0, 1)]);
        foreach (var (deal, _) in Deals(cells)) Next(deal, cells, 1).Bits.Should().Equal(cells.Bits);
    }

    private static List<(int Actor, int Stratum, int Subject)> Table(string text) =>
        [.. text.Split(' ').Select(entry => (entry[0] - '0', entry[1] - '0', entry[2] - '0'))];

    // A shape of 434 has 4 actors, 3 strata and 4 subjects; each stratum has an entry.
    private static List<(int Actor, int Stratum, int Subject)> Table(int shape, int seed)
    {
        var random = new SeededRandom(seed);
        while (true)
        {
            var table = SameMargins.Table(shape / 100, shape / 10 % 10, shape % 10, (long)random.NextBits());
            if (table.Select(entry => entry.Stratum).Distinct().Count() == shape / 10 % 10) return table;
        }
    }

    private static IEnumerable<(Deal Deal, bool KeepsSubjects)> Deals(StratifiedCells cells)
    {
        yield return (new AreaDeal(cells), false);
        yield return (SpecialismDeal.Of(cells, SpecialismTable.Of(cells)), true);
    }

    private static Deal Next(Deal deal, StratifiedCells cells, int number)
    {
        deal.Sample(deal, [.. Enumerable.Range(0, cells.StratumCount)], SeededRandom.Sequence(1, number));
        return deal;
    }

    private static int[] OfActor(IEnumerable<(int Actor, int Stratum, int Subject)> table, int actor)
    {
        var its = table.Where(entry => entry.Actor == actor).ToArray();
        return
        [
            .. its.CountBy(entry => entry.Stratum).OrderBy(margin => margin.Key).Select(margin => margin.Value),
            .. its.CountBy(entry => entry.Subject).OrderBy(margin => margin.Key).Select(margin => margin.Value),
        ];
    }

    private static int[] Margins(IReadOnlyCollection<(int Actor, int Stratum, int Subject)> table, bool keepsSubjects) =>
    [
        .. table.CountBy(entry => (entry.Actor, entry.Stratum)).OrderBy(margin => margin.Key).Select(margin => margin.Value),
        .. table.CountBy(entry => (entry.Subject, entry.Stratum)).OrderBy(margin => margin.Key).Select(margin => margin.Value),
        .. keepsSubjects ? table.CountBy(entry => (entry.Actor, entry.Subject)).OrderBy(margin => margin.Key).Select(margin => margin.Value) : [],
    ];
}
