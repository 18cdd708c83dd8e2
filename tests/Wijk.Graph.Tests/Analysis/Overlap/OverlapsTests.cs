using System.Collections.Immutable;
using CsCheck;
using Wijk.Graph.Analysis.Overlap;

namespace Wijk.Graph.Tests.Analysis.Overlap;

public class OverlapsTests
{
    // Measures 0 to 7; the last has no domain, as one in a catch-all has none.
    private static readonly ImmutableArray<int>[] DomainsOf = [[0], [1], [0, 1], [2], [0], [1, 2], [2], []];

    private static readonly MeasureDomains Domains = new(DomainsOf, DomainsOf);

    private static Gen<DayRange> ClosedRange { get; } = Gen.Select(Gen.Int[0, 12], Gen.Int[0, 6], (first, length) => new DayRange(first, first + length));

    private static Gen<DayRange> AnyRange { get; } = Gen.Select(ClosedRange, Gen.Int[0, 3], (range, open) => open switch
    {
        0 => range with { First = null },
        1 => range with { Last = null },
        2 => new DayRange(null, null),
        _ => range,
    });

    private static Gen<Presence[]> AnyPresences { get; } =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 5], Gen.Int[0, 7], AnyRange, (cell, actor, measure, days) => new Presence(cell, actor, measure, days)).Array[0, 30];

    [Fact]
    public void Shared_time_is_symmetric_and_a_share_and_whole_with_itself() =>
        Gen.Select(AnyRange, AnyRange).Sample((a, b) =>
        {
            a.JaccardWith(b).Should().Be(b.JaccardWith(a)).And.BeInRange(0, 1);
            a.JaccardWith(a).Should().Be(1);
        });

    [Fact]
    public void Shared_time_of_closed_periods_is_days_in_both_over_days_in_either() =>
        Gen.Select(ClosedRange, ClosedRange).Sample((a, b) =>
        {
            var (mine, others) = (Days(a), Days(b));
            var both = mine.Intersect(others).Count();

            // Two periods with a gap between them share nothing; without one their union is a period as well.
            var expected = both == 0 ? 0 : (double)both / mine.Union(others).Count();
            a.JaccardWith(b).Should().BeApproximately(expected, 1e-12);
        });

    [Fact]
    public void The_days_of_two_periods_are_those_in_both() =>
        Gen.Select(ClosedRange, ClosedRange).Sample((a, b) =>
        {
            var both = Days(a).Intersect(Days(b)).ToArray();
            a.SharedWith(b).Should().Be(both.Length == 0 ? null : new DayRange(both[0], both[^1]));
        });

    [Fact]
    public void The_order_of_presences_does_not_matter() =>
        Gen.Select(AnyPresences, Gen.Int[0, 1_000], Gen.Enum<PairRule>()).Sample((presences, seed, rule) =>
        {
            var shuffled = presences.Concat(presences.Take(3)).ToArray();
            new Random(seed).Shuffle(shuffled);
            var (one, other) = (Overlaps.Of(presences, Domains, rule), Overlaps.Of(shuffled, Domains, rule));
            other.Should().BeEquivalentTo(one, options => options.WithStrictOrdering());
        });

    [Fact]
    public void Pairs_are_those_of_the_definition() =>
        Gen.Select(AnyPresences, Gen.Enum<PairRule>()).Sample((presences, rule) =>
        {
            var cells = Overlaps.Of(presences, Domains, rule);
            cells.Select(cell => cell.Cell).Should().Equal(presences.GroupBy(presence => presence.Cell)
                .Where(cell => cell.Select(presence => presence.Actor).Distinct().Count() > 1).Select(cell => cell.Key).Order());
            foreach (var cell in cells)
            {
                var expected = BruteForce(presences.Where(presence => presence.Cell == cell.Cell).ToArray(), rule).ToArray();
                cell.Pairs().Should().Equal(expected.OrderByDescending(pair => pair.Share).ThenBy(pair => (pair.A, pair.B)));
                (cell.PairCount, cell.WholePairCount).Should().Be((expected.Length, expected.Count(pair => pair.CountingCount == pair.ComparedCount)));
                cell.Severity.Should().BeApproximately(expected.Sum(pair => pair.Weight), 1e-9);
                cell.IsOverlapping.Should().Be(expected.Length > 0);
            }
        });

    [Fact]
    public void The_actors_of_a_cell_are_the_same_whether_or_not_it_has_others() =>
        AnyPresences.Sample(presences =>
        {
            var actors = Overlaps.ActorsByCell(presences, Domains);
            actors.Keys.Should().BeEquivalentTo(presences.Select(presence => presence.Cell).Distinct());
            foreach (var cell in Overlaps.Of(presences, Domains, PairRule.SameTime)) actors[cell.Cell].Should().BeEquivalentTo(cell.Actors);
        });

    private static int[] Days(DayRange range) => [.. Enumerable.Range(range.First!.Value, range.Last!.Value - range.First.Value + 1)];

    private static IEnumerable<CellPair> BruteForce(Presence[] inCell, PairRule rule)
    {
        var actors = inCell.Select(presence => presence.Actor).Distinct().Order().ToArray();
        return from a in actors
               from b in actors
               where a < b
               let compared = Measures(a).SelectMany(mine => Measures(b).Select(other => (Mine: mine, Other: other, Time: Time(a, mine, b, other))))
                   .Where(pair => pair.Time > 0 && (rule == PairRule.SameTime || (!DomainsOf[pair.Mine].IsEmpty && !DomainsOf[pair.Other].IsEmpty))).ToArray()
               let counting = compared.Where(pair => rule == PairRule.SameTime || !DomainsOf[pair.Mine].Intersect(DomainsOf[pair.Other]).Any()).ToArray()
               where counting.Length > 0
               select new CellPair(a, b, counting.Max(pair => pair.Time), counting.Length, compared.Length);

        IEnumerable<int> Measures(int actor) => inCell.Where(presence => presence.Actor == actor).Select(presence => presence.Measure).Distinct();

        double Time(int a, int mine, int b, int other) =>
            (from my in inCell
             where my.Actor == a && my.Measure == mine
             from its in inCell
             where its.Actor == b && its.Measure == other
             select my.Days.JaccardWith(its.Days)).Max();
    }
}
