using System.Collections.Immutable;
using CsCheck;
using Wijk.Graph.Analysis.Overlap;

namespace Wijk.Graph.Tests.Analysis.Overlap;

public class NestedPairsTests
{
    private static readonly ImmutableArray<int>[] DomainsOf = [[0], [1], [0, 1], []];

    private static readonly MeasureDomains Domains = new(DomainsOf, DomainsOf);

    // Cell 0 lies in cell 1 (one step), which lies in cell 2 (two steps from cell 0).
    private static Gen<Presence[]> AnyPresences { get; } =
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[0, 8], Gen.Int[0, 4],
            (cell, actor, measure, first, length) => new Presence(cell, actor, measure, new(first, first + length))).Array[1, 25];

    [Fact]
    public void One_step_wider_weighs_half_and_two_steps_a_quarter()
    {
        var pairs = Of([At(0, 1, 0), At(0, 2, 0), At(1, 3, 1), At(2, 4, 1)], PairRule.Crossing);
        pairs.Pairs().Should().BeEquivalentTo([new NestedPair(1, 3, 0.5), new(2, 3, 0.5), new(1, 4, 0.25), new(2, 4, 0.25)]);
        (pairs.Count, pairs.Severity).Should().Be((4, 1.5));
    }

    [Fact]
    public void A_pair_of_the_cell_itself_is_no_nested_pair() =>
        Of([At(0, 1, 0), At(0, 2, 1), At(1, 2, 1)], PairRule.Crossing).Count.Should().Be(0);

    [Fact]
    public void Who_meets_only_through_wider_work_is_a_nested_pair_even_when_both_are_in_the_cell() =>
        Of([At(0, 1, 0), At(0, 2, 0), At(1, 2, 1)], PairRule.Crossing).Pairs().Should().Equal(new NestedPair(1, 2, 0.5));

    [Fact]
    public void Nested_pairs_are_those_of_the_definition() =>
        Gen.Select(AnyPresences, Gen.Enum<PairRule>()).Sample((presences, rule) =>
        {
            if (Overlaps.Of(presences, Domains, rule) is not [{ Cell: 0 } cell, ..]) return;
            var actors = Overlaps.ActorsByCell(presences, Domains);
            var own = cell.Pairs().Select(pair => (pair.A, pair.B)).ToHashSet();
            var expected =
                from wider in new[] { 1, 2 }
                where actors.ContainsKey(wider)
                from a in cell.Actors
                from b in actors[wider]
                let pair = (A: Math.Min(a.Actor, b.Actor), B: Math.Max(a.Actor, b.Actor))
                where pair.A != pair.B && !own.Contains(pair)
                let weight = CellPair.Of(a, b, rule).Weight / (1 << wider)
                where weight > 0
                group weight by pair into weights
                select new NestedPair(weights.Key.A, weights.Key.B, weights.Max());
            var found = Of(presences, rule);
            found.Pairs().Should().BeEquivalentTo(expected);
            found.Met().Select(met => met.Actor).Should().BeSubsetOf(expected.SelectMany(pair => new[] { pair.A, pair.B }));
        });

    private static Presence At(int cell, int actor, int measure) => new(cell, actor, measure, new(0, 9));

    private static NestedPairs Of(Presence[] presences, PairRule rule)
    {
        var actors = Overlaps.ActorsByCell(presences, Domains);
        WiderCell[] wider = [.. new[] { 1, 2 }.Where(actors.ContainsKey).Select(cell => new WiderCell(cell, actors[cell], cell))];
        return NestedPairs.Of(Overlaps.Of(presences, Domains, rule).Single(cell => cell.Cell == 0), [.. wider]);
    }
}
