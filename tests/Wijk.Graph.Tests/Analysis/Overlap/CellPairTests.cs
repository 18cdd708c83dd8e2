using System.Collections.Immutable;
using CsCheck;
using Wijk.Graph.Analysis.Overlap;

namespace Wijk.Graph.Tests.Analysis.Overlap;

public class CellPairTests
{
    // Sport is 0, care is 1, youth is 2; a measure may have none, as one in a catch-all has.
    private static readonly DayRange Year = new(0, 364);

    private static Gen<CellActor> AnyActor { get; } =
        Gen.Select(Gen.Int[0, 4].Array[0, 3], Gen.Int[0, 12], Gen.Int[0, 6], (domains, first, length) =>
                new CellWork(0, [.. domains.Distinct().Order()], [new(first, first + length)]))
            .Array[1, 4].Select(works => Actor(0, [.. works.Select((work, measure) => work with { Measure = measure })]));

    [Fact]
    public void Two_who_cross_in_some_of_what_they_do_say_in_how_much()
    {
        var club = Actor(1, Work([0]), Work([0, 2]));
        var ggd = Actor(2, Work([1]), Work([0]), Work([2]), Work([]));

        // Of the club's two with the three that have a domain: sport crosses care and youth; sport with youth crosses care.
        CellPair.Of(club, ggd, PairRule.Crossing).Should().Be(new CellPair(1, 2, 1, CountingCount: 3, ComparedCount: 6));
        CellPair.Of(club, ggd, PairRule.SameTime).Should().Be(new CellPair(1, 2, 1, CountingCount: 8, ComparedCount: 8));
    }

    [Fact]
    public void Domains_that_differ_and_yet_meet_do_not_cross() =>
        CellPair.Of(Actor(1, Work([0, 1])), Actor(2, Work([1, 2])), PairRule.Crossing).Counts.Should().BeFalse();

    [Fact]
    public void A_measure_that_two_run_together_does_not_cross_itself_but_may_cross_what_else_they_do()
    {
        var together = Work([0]);
        var pair = CellPair.Of(Actor(1, together), Actor(2, together, Work([1])), PairRule.Crossing);
        (pair.Counts, pair.CountsWholly, pair.CountingCount, pair.ComparedCount).Should().Be((true, false, 1, 2));
    }

    [Fact]
    public void Measures_that_were_never_there_together_are_not_compared() =>
        CellPair.Of(Actor(1, Work([0])), Actor(2, new CellWork(0, [1], [new(400, 500)])), PairRule.Crossing).ComparedCount.Should().Be(0);

    [Fact]
    public void Crossing_is_the_same_from_both_sides() =>
        Gen.Select(AnyActor, AnyActor, Gen.Enum<PairRule>()).Sample((a, b, rule) =>
            CellPair.Of(b, a, rule).Should().Be(CellPair.Of(a, b, rule)));

    [Fact]
    public void Calling_the_domains_otherwise_changes_nothing() =>
        Gen.Select(AnyActor, AnyActor, Gen.Shuffle(Enumerable.Range(0, 5).ToArray())).Sample((a, b, names) =>
            CellPair.Of(Renamed(a, names), Renamed(b, names), PairRule.Crossing).Should().Be(CellPair.Of(a, b, PairRule.Crossing)));

    [Fact]
    public void Who_is_wholly_different_crosses_when_active_together() =>
        Gen.Select(AnyActor, AnyActor).Sample((a, b) =>
        {
            var pair = CellPair.Of(a, b, PairRule.Crossing);
            var shareNothing = !a.Works.SelectMany(work => work.Compared).Intersect(b.Works.SelectMany(work => work.Compared)).Any();
            if (shareNothing && pair.ComparedCount > 0) pair.CountsWholly.Should().BeTrue();
            if (pair.CountsWholly) pair.Counts.Should().BeTrue();
            (pair.Weight > 0).Should().Be(pair.Counts);
            pair.Share.Should().BeInRange(0, 1);
        });

    [Fact]
    public void Of_those_who_are_there_on_one_day_the_wholly_different_are_those_who_share_no_domain() =>
        Gen.Select(AnyActor, AnyActor).Sample((a, b) =>
        {
            var (one, other) = (OnOneDay(a), OnOneDay(b));
            var (mine, others) = (one.Works.SelectMany(work => work.Compared).ToHashSet(), other.Works.SelectMany(work => work.Compared).ToHashSet());
            CellPair.Of(one, other, PairRule.Crossing).CountsWholly.Should().Be(mine.Count > 0 && others.Count > 0 && !mine.Overlaps(others));
        });

    private static CellWork Work(ImmutableArray<int> domains) => new(0, domains, [Year]);

    private static CellActor Actor(int number, params ImmutableArray<CellWork> works) => new(number, works, []);

    private static CellActor Renamed(CellActor actor, int[] names) =>
        actor with { Works = [.. actor.Works.Select(work => work with { Compared = [.. work.Compared.Select(domain => names[domain])] })] };

    private static CellActor OnOneDay(CellActor actor) => actor with { Works = [.. actor.Works.Select(work => work with { Days = [Year] })] };
}
