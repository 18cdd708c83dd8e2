using CsCheck;
using Wijk.Graph.Analysis.Bounds;

namespace Wijk.Graph.Tests.Analysis.Bounds;

public class KnownChangeTests
{
    [Fact]
    public void Asking_two_more_pairs_is_no_change_of_the_network()
    {
        // 0-1 and 2-3 are tied; then it turns out that 1-2 are not, and that 4 knows nobody of 0.
        var before = Pairs(((0, 1), true), ((2, 3), true));
        var after = Pairs(((0, 1), true), ((2, 3), true), ((1, 2), false), ((0, 4), false));
        var change = KnownChange.Of(before, after);
        (change.SharedCount, change.BegunCount, change.EndedCount, change.NewlyKnownCount, change.NoLongerKnownCount).Should().Be((2, 0, 0, 2, 0));
        change.Before.Should().BeApproximately(4 / 6.0, 1e-12, "4 of 6 pairs of four have no path");
        change.After.Should().BeApproximately(8 / 10.0, 1e-12, "8 of 10 pairs of five");
        (change.SharedBefore, change.SharedAfter).Should().Be((change.Before, change.Before));
    }

    [Fact]
    public void A_tie_that_ends_is_a_change_of_the_network()
    {
        var change = KnownChange.Of(Pairs(((0, 1), true), ((1, 2), true)), Pairs(((0, 1), true), ((1, 2), false)));
        (change.SharedCount, change.EndedCount, change.BegunCount, change.NewlyKnownCount).Should().Be((2, 1, 0, 0));
        change.SharedBefore.Should().Be(0);
        change.SharedAfter.Should().BeApproximately(2 / 3.0, 1e-12);
    }

    [Fact]
    public void Without_a_pair_that_is_known_at_both_moments_nothing_can_be_compared()
    {
        var change = KnownChange.Of(Pairs(((0, 1), true)), Pairs(((0, 2), true)));
        (change.SharedCount, change.SharedBefore, change.SharedAfter, change.SharedNodeCount).Should().Be((0, null, null, 0));
        KnownChange.Of(Pairs(), Pairs()).Before.Should().BeNull();
    }

    [Fact]
    public void Seen_the_other_way_round_it_is_the_same_change() => Gen.Select(Known, Known).Sample((one, other) =>
    {
        var (there, back) = (KnownChange.Of(one, other), KnownChange.Of(other, one));
        (back.BegunCount, back.NewlyKnownCount, back.SharedCount).Should().Be((there.EndedCount, there.NoLongerKnownCount, there.SharedCount));
        (back.Before, back.SharedBefore).Should().Be((there.After, there.SharedAfter));
        if (there.BegunCount + there.EndedCount == 0) there.SharedBefore.Should().Be(there.SharedAfter, "where no pair changed the network did not");
        if (there.EndedCount == 0 && there.SharedCount > 0) there.SharedAfter.Should().BeLessThanOrEqualTo(there.SharedBefore!.Value, "a tie more takes no path away");
    }, iter: 1_000);

    private static Gen<Dictionary<(int A, int B), bool>> Known { get; } =
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Bool).Array[0, 12].Select(drawn => drawn.Where(pair => pair.Item1 < pair.Item2)
            .DistinctBy(pair => (pair.Item1, pair.Item2)).ToDictionary(pair => (pair.Item1, pair.Item2), pair => pair.Item3));

    private static Dictionary<(int A, int B), bool> Pairs(params ((int A, int B) Pair, bool IsTied)[] known) => known.ToDictionary(one => one.Pair, one => one.IsTied);
}
