using CsCheck;
using Wijk.Graph.Analysis;
using Wijk.Graph.Analysis.Chance;

namespace Wijk.Graph.Tests.Analysis.Chance;

public class SharedMoreThanChanceTests
{
    [Fact]
    public void Agencies_with_one_cell_each_never_stand_out()
    {
        var random = new SeededRandom(1);
        var cells = StratifiedCells.Of(600, Enumerable.Range(0, 600).Select(agency => (agency, random.Next(20), random.Next(15))));
        SharedMoreThanChance.Of(cells, new()).Should().Match<ChanceResult>(result =>
            result.Verdict == ChanceVerdict.TooFewPairs && result.FamilySize == 0 && result.WholeP == null && result.Pairs.IsEmpty);
    }

    [Fact]
    public void A_pair_that_always_meets_stands_out_and_one_that_meets_by_chance_does_not()
    {
        var result = SharedMoreThanChance.Of(Planted(areaCount: 8), new());
        result.Verdict.Should().Be(ChanceVerdict.Tested);
        result.Engine.Should().Be(ChanceEngine.Sampled);
        var first = result.Pairs[0];
        (first.A, first.B, first.SharedCount).Should().Be((0, 1, 16));
        first.Q.Should().BeLessThan(0.05);
        first.P.Should().Be(1.0 / ((20 * result.FamilySize) + 1), "no deal comes near");
        first.ExpectedCount.Should().BeInRange(1.5, 6, "two of ten cells at random are both shared in few areas");
        result.Pairs.Skip(1).Should().OnlyContain(pair => pair.Q > 0.05);
    }

    [Fact]
    public void Working_in_the_same_areas_is_no_tie()
    {
        // Agencies 0 and 1 are in eight areas together, each for groups of its own choice.
        var random = new SeededRandom(3);
        var cells = StratifiedCells.Of(42, Others(random).Concat(
            from agency in new[] { 0, 1 } from area in Enumerable.Range(0, 8) from cell in Enumerable.Range(0, 2) select (agency, area, ((agency * 3) + area + (cell * 5)) % 10)));
        SharedMoreThanChance.Of(cells, new()).Pairs.Should().NotContain(pair => pair.Q < 0.05);
    }

    [Fact]
    public void Two_with_the_same_specialism_everywhere_stand_out_only_while_it_is_not_allowed_for()
    {
        // Pairs 0 and 1, 2 and 3, … have one group each, the same in all eight areas.
        var random = new SeededRandom(2);
        var cells = StratifiedCells.Of(42, Others(random).Concat(
            from agency in Enumerable.Range(0, 6) from area in Enumerable.Range(0, 8) select (agency, area, agency / 2)));
        var result = SharedMoreThanChance.Of(cells, new());
        var standOut = result.Pairs.Where(pair => pair.Q < 0.05).ToArray();
        standOut.Should().Contain(pair => pair.A == 0 && pair.B == 1);
        standOut.Should().OnlyContain(pair => pair.IsSpecialism == true && pair.PGivenSubjects == 1);
    }

    [Fact]
    public void The_same_seed_gives_the_same_answer_on_any_number_of_threads()
    {
        var cells = Planted(areaCount: 5);
        var one = SharedMoreThanChance.Of(cells, new() { ThreadCount = 1 });
        var three = SharedMoreThanChance.Of(cells, new() { ThreadCount = 3 });
        three.Pairs.Should().Equal(one.Pairs);
        (three.WholeP, three.FamilySize).Should().Be((one.WholeP, one.FamilySize));
    }

    [Fact]
    public void Q_is_never_below_p_nor_above_q_under_dependence()
    {
        foreach (var engine in Enum.GetValues<ChanceEngine>())
        {
            var result = SharedMoreThanChance.Of(Planted(areaCount: 8), new() { Engine = engine });
            result.Engine.Should().Be(engine);
            result.Pairs.Should().NotBeEmpty().And.OnlyContain(pair => pair.P <= pair.Q && pair.Q <= pair.QUnderDependence);
            result.Pairs.Select(pair => pair.Q).Should().BeInAscendingOrder();
        }
    }

    [Fact]
    public void Screening_finds_what_is_plain_and_nothing_that_sampling_denies()
    {
        var cells = Planted(areaCount: 8);
        var sampled = SharedMoreThanChance.Of(cells, new()).Pairs.ToDictionary(pair => (pair.A, pair.B), pair => pair.P);
        var found = SharedMoreThanChance.Of(cells, new() { Engine = ChanceEngine.Screened }).Pairs.Where(pair => pair.Q < 0.05).ToArray();
        found.Should().Contain(pair => pair.A == 0 && pair.B == 1);
        found.Select(pair => sampled[(pair.A, pair.B)]).Should().OnlyContain(p => p <= 0.05);
        found.Should().OnlyContain(pair => pair.IsSpecialism == null);
    }

    [Fact]
    public void The_family_follows_from_margins_alone()
    {
        var cells = Planted(areaCount: 5);
        var deal = new AreaDeal(cells);
        deal.Sample(deal, [.. Enumerable.Range(0, cells.StratumCount)], new(4));
        PairFamily.Of(StratifiedCells.Of(42, SameMargins.Entries(cells, deal))).Count.Should().Be(PairFamily.Of(cells).Count);
    }

    [Fact]
    public void Other_numbers_for_the_same_actors_make_the_same_family_and_the_same_screening() =>
        Gen.Int[1, 1_000].Sample(seed =>
        {
            var random = new SeededRandom(seed);
            List<(int Actor, int Stratum, int Subject)> entries = [.. Others(random), (0, 0, 1), (0, 0, 2), (1, 0, 1), (1, 0, 2)];
            var numbers = Enumerable.Range(0, 42).ToArray();
            random.Shuffle(numbers);
            var (one, other) = (Screened(entries), Screened(entries.Select(entry => (numbers[entry.Actor], 7 - entry.Stratum, 90 - entry.Subject))));
            other.Count.Should().Be(one.Count);
            other.P.Zip(one.P).Should().OnlyContain(pair => Math.Abs(pair.First - pair.Second) < 1e-9);
        }, iter: 20);

    [Fact]
    public void Every_pair_of_the_family_is_found_without_looking_at_all()
    {
        // Written out: all pairs, all common strata.
        var cells = Planted(areaCount: 5);
        var family = PairFamily.Of(cells);
        var count = 0;
        for (var a = 0; a < 42; a++)
        {
            for (var b = a + 1; b < 42; b++)
            {
                var log = cells.CommonRows(a, b).Sum(rows => Chance(cells, cells.StratumOf[rows.Row]).LogOf(cells.RowDegree[rows.Row], cells.RowDegree[rows.Other]));
                count += log <= Math.Log(0.01) ? 1 : 0;
            }
        }

        family.Count.Should().Be(count).And.BePositive();
        family.Sharing.Should().OnlyContain(pair => pair.SharedCount == cells.CommonRows(pair.A, pair.B).Sum(rows => cells.Shared(cells.Bits, rows.Row, rows.Other)));
    }

    [Fact]
    public void The_margins_of_maximum_entropy_are_those_given() =>
        Gen.Select(Gen.Int[2, 12], Gen.Int[2, 12], Gen.Int[0, 1000]).Sample((rowCount, columnCount, seed) =>
        {
            var random = new SeededRandom(seed);
            var table = new bool[rowCount, columnCount];
            for (var row = 0; row < rowCount; row++)
            {
                for (var column = 0; column < columnCount; column++) table[row, column] = random.Next(4) == 0 || column == random.Next(columnCount);
            }

            int[] rows = [.. Enumerable.Range(0, rowCount).Select(row => Enumerable.Range(0, columnCount).Count(column => table[row, column]))];
            int[] columns = [.. Enumerable.Range(0, columnCount).Select(column => Enumerable.Range(0, rowCount).Count(row => table[row, column]))];
            var model = MaximumEntropy.Of(rows, columns);
            foreach (var row in rows) columns.Sum(column => model.Of(row, column)).Should().BeApproximately(row, 1e-5);
            foreach (var column in columns) rows.Sum(row => model.Of(row, column)).Should().BeApproximately(column, 1e-5);
        }, iter: 200);

    private static (long Count, double[] P) Screened(IEnumerable<(int Actor, int Stratum, int Subject)> entries)
    {
        var cells = StratifiedCells.Of(42, entries);
        var family = PairFamily.Of(cells);
        return (family.Count, [.. PairTests.Screened(cells, family.Sharing).Select(test => test.P).Order()]);
    }

    private static NestingChance Chance(StratifiedCells cells, int stratum) => NestingChance.Of(
        cells.FirstRow[stratum + 1] - cells.FirstRow[stratum], cells.ColumnDegree.AsSpan(cells.FirstColumn[stratum]..cells.FirstColumn[stratum + 1]), 10);

    // Agencies 0 and 1 have the same two cells of ten in a number of areas; forty others have two of their own in two areas.
    private static StratifiedCells Planted(int areaCount)
    {
        var random = new SeededRandom(1);
        return StratifiedCells.Of(42, Others(random).Concat(
            from agency in new[] { 0, 1 } from area in Enumerable.Range(0, areaCount) from cell in Enumerable.Range(0, 2) select (agency, area, ((area * 3) + (cell * 4)) % 10)));
    }

    private static List<(int Actor, int Stratum, int Subject)> Others(SeededRandom random)
    {
        var entries = new List<(int, int, int)>();
        for (var agency = 6; agency < 42; agency++)
        {
            var (area, other) = (random.Next(4), 4 + random.Next(4));
            foreach (var place in new[] { area, other })
            {
                var first = random.Next(10);
                entries.AddRange([(agency, place, first), (agency, place, (first + 1 + random.Next(9)) % 10)]);
            }
        }

        return entries;
    }
}
