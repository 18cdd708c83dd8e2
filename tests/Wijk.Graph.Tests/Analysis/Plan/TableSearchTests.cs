using System.Numerics;
using CsCheck;
using Wijk.Graph.Analysis.Plan;

namespace Wijk.Graph.Tests.Analysis.Plan;

public class TableSearchTests
{
    private const ulong Physical = 1, Social = 2, Residents = 4;

    private static readonly Gen<TablePool> Pools =
        from candidates in Gen.Select(Gen.Int[0, 4], Gen.ULong[0, 7], Gen.ULong[0, 31], Gen.ULong[0, 15])
            .Select(parts => new TableCandidate(parts.Item1, parts.Item2, parts.Item3, parts.Item4)).Array[0, 9]
        from joined in Gen.Bool.Array[50]
        select Pool(candidates, (one, other) => joined[(5 * one) + other], (one, other) => joined[25 + (5 * one) + other]);

    [Fact]
    public void Whoever_brings_a_side_that_is_missing_sits_at_the_table_whatever_else_others_bring()
    {
        var pool = new TablePool(
            [new(0, Physical, 0b111, 0b1), new(1, Physical, 0b111000, 0b1), new(2, Physical, 0b111000000, 0b1), new(3, Social, 0, 0b1), new(4, Residents, 0, 0b1)], [], []);
        TableSearch.Best(pool, new() { MostSeats = 3 }).Tables[0].Seats.Should().Equal([0, 3, 4], "of equals, the first in the pool comes first");
    }

    [Fact]
    public void The_order_of_what_counts_can_be_changed()
    {
        var pool = new TablePool([new(0, Physical, 0b1, 0), new(1, Physical, 0b10, 0), new(2, Physical, 0b100, 0), new(3, Social, 0, 0)], [], []);
        var order = new TableParameters { MostSeats = 3, Order = [TableCriterion.Barriers, TableCriterion.Sides] };
        TableSearch.Best(pool, order).Tables[0].Seats.Should().Equal(0, 1, 2);
        TableSearch.Best(pool, order with { Order = TableParameters.UsualOrder }).Tables[0].Seats.Should().Contain(3);
    }

    [Fact]
    public void A_third_seat_of_one_organisation_is_not_given()
    {
        var pool = new TablePool([.. Enumerable.Range(0, 5).Select(number => new TableCandidate(0, Social, 1UL << number, 0))], [], []);
        TableSearch.Best(pool, new()).Tables.Should().BeEmpty("two of one organisation are no table of three");
        TableSearch.Best(pool, new() { FewestSeats = 2 }).Tables[0].Seats.Should().Equal(0, 1);
    }

    [Fact]
    public void An_empty_pool_has_no_table() => TableSearch.Best(new([], [], []), new()).Tables.Should().BeEmpty();

    [Fact]
    public void Whoever_must_be_there_and_may_not_is_refused()
    {
        var act = () => TableSearch.Best(new([new(0, 0, 0, 0)], [], []), new() { Included = [0], Excluded = [0] });
        act.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Of_a_small_pool_the_best_tables_are_those_of_a_search_that_makes_all_subsets() =>
        Pools.Sample(pool =>
        {
            var parameters = new TableParameters();
            var result = TableSearch.Best(pool, parameters);
            result.IsProven.Should().BeTrue();
            result.Tables.Select(table => Worth(pool, [.. table.Seats]))
                .Should().Equal(AllTables(pool, parameters).Select(seats => Worth(pool, seats)).OrderByDescending(worth => worth).Take(3));
        }, iter: 500);

    [Fact]
    public void Of_a_large_pool_a_table_is_valid_no_single_exchange_betters_it_and_it_keeps_within_its_bound() =>
        (from seed in Gen.Int[0, 1_000_000] select LargePool(new Random(seed), 90)).Sample(pool =>
        {
            var result = TableSearch.Best(pool, new() { Included = [3], Excluded = [5] });
            var best = result.Tables[0];
            best.Seats.Should().Contain(3).And.NotContain(5);
            best.Seats.GroupBy(seat => pool.Candidates[seat].Organisation).Should().OnlyContain(colleagues => colleagues.Count() <= 2);
            foreach (var bound in result.Bound.Where(bound => bound.Criterion != TableCriterion.FewestOrganisations))
                best.Counts.Of(bound.Criterion).Should().BeLessThanOrEqualTo(bound.Count);
            foreach (var leaving in best.Seats.Where(seat => seat != 3))
            {
                foreach (var joining in Enumerable.Range(0, 90).Where(candidate => candidate != 5 && !best.Seats.Contains(candidate)))
                {
                    int[] exchanged = [.. best.Seats.Where(seat => seat != leaving), joining];
                    if (exchanged.GroupBy(seat => pool.Candidates[seat].Organisation).Any(colleagues => colleagues.Count() > 2)) continue;
                    Worth(pool, exchanged).CompareTo(Worth(pool, [.. best.Seats])).Should().BeLessThanOrEqualTo(0);
                }
            }
        }, iter: 5);

    [Fact]
    public void Of_sixty_the_best_table_is_proven()
    {
        var pool = LargePool(new Random(1), TableSearch.LargestExhaustive);
        var result = TableSearch.Best(pool, new());
        result.IsProven.Should().BeTrue();
        result.Tables.Should().HaveCount(3);
    }

    // In the usual order, as numbers that are compared one by one.
    private static (int Sides, int Barriers, int Perspectives, int Overlaps, int Ties, int FewOrganisations, int FewSeats) Worth(TablePool pool, int[] seats) => (
        BitOperations.PopCount(seats.Aggregate(0UL, (all, seat) => all | pool.Candidates[seat].Sides)),
        BitOperations.PopCount(seats.Aggregate(0UL, (all, seat) => all | pool.Candidates[seat].Barriers)),
        BitOperations.PopCount(seats.Aggregate(0UL, (all, seat) => all | pool.Candidates[seat].Perspectives)),
        OrganisationPairs(pool, seats, pool.AreOverlapping),
        OrganisationPairs(pool, seats, pool.AreTied),
        -seats.Select(seat => pool.Candidates[seat].Organisation).Distinct().Count(),
        -seats.Length);

    private static int OrganisationPairs(TablePool pool, int[] seats, Func<int, int, bool> are) => Pairs(seats.Length)
        .Select(pair => (A: seats[pair.One], B: seats[pair.Other]))
        .Where(pair => are(pair.A, pair.B))
        .Select(pair => (A: pool.Candidates[pair.A].Organisation, B: pool.Candidates[pair.B].Organisation))
        .Select(pair => (Math.Min(pair.A, pair.B), Math.Max(pair.A, pair.B)))
        .Distinct()
        .Count();

    private static IEnumerable<int[]> AllTables(TablePool pool, TableParameters parameters) =>
        Enumerable.Range(0, 1 << pool.Candidates.Length)
            .Select(subset => Enumerable.Range(0, pool.Candidates.Length).Where(candidate => (subset >> candidate & 1) == 1).ToArray())
            .Where(seats => seats.Length >= parameters.FewestSeats && seats.Length <= parameters.MostSeats)
            .Where(seats => seats.GroupBy(seat => pool.Candidates[seat].Organisation).All(colleagues => colleagues.Count() <= parameters.MostOfOneOrganisation));

    private static IEnumerable<(int One, int Other)> Pairs(int count) =>
        from one in Enumerable.Range(0, count) from other in Enumerable.Range(one + 1, count - one - 1) select (one, other);

    private static TablePool LargePool(Random random, int count)
    {
        var joined = Enumerable.Range(0, count * count).Select(_ => random.Next(10)).ToArray();
        return Pool(
            [
                .. Enumerable.Range(0, count).Select(_ => new TableCandidate(
                    random.Next(count / 3), 1UL << random.Next(3), 1UL << random.Next(12) | 1UL << random.Next(12), 1UL << random.Next(6))),
            ],
            (one, other) => joined[(one * count) + other] == 0,
            (one, other) => joined[(one * count) + other] == 1);
    }

    // Colleagues know and meet the same.
    private static TablePool Pool(TableCandidate[] candidates, Func<int, int, bool> areTied, Func<int, int, bool> areOverlapping)
    {
        return new([.. candidates], [.. Joined(areTied)], [.. Joined(areOverlapping)]);

        IEnumerable<(int One, int Other)> Joined(Func<int, int, bool> are) => Pairs(candidates.Length).Where(pair =>
        {
            var (one, other) = (candidates[pair.One].Organisation, candidates[pair.Other].Organisation);
            return one != other && are(Math.Min(one, other), Math.Max(one, other));
        });
    }
}
