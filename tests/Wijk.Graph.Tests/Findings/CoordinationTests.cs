using CsCheck;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Findings;

public class CoordinationTests
{
    [Fact]
    public void The_three_states_add_up_to_all_pairs() =>
        Gen.Select(Gen.Int[1, 7], Gen.Select(Gen.Int[0, 6], Gen.Int[0, 6], Gen.Int[0, 5]).Array[0, 12], Gen.Int[0, 7]).Sample((count, ties, askedOf) =>
        {
            var graph = new GraphBuilder();
            var agencies = Enumerable.Range(0, count).Select(i => graph.Agency($"a{i}")).ToArray();
            var levels = ties.Where(tie => tie.Item1 < count && tie.Item2 < count && tie.Item1 != tie.Item2)
                .DistinctBy(tie => (Math.Min(tie.Item1, tie.Item2), Math.Max(tie.Item1, tie.Item2))).ToArray();
            foreach (var (a, b, level) in levels) graph.Tie(agencies[a], agencies[b], level);
            var snapshot = graph.Snapshot();
            var n = Math.Min(count, askedOf);
            var inside = levels.Where(tie => tie.Item1 < n && tie.Item2 < n).ToArray();
            var (members, all) = (agencies.Take(n).Select(key => snapshot.Find(key)!.Value).ToArray(), CollaborationTies.Of(GraphView.Of(snapshot)));
            var found = Coordination.Among(members, all);
            found.Total.Should().Be(n * (n - 1) / 2);
            (found.Coordinated, found.NotCoordinated).Should().Be((inside.Count(tie => tie.Item3 >= 3), inside.Count(tie => tie.Item3 < 3)));
            found.Share.Should().Be(found.Known == 0 ? null : (double)found.Coordinated / found.Known);

            var pairs = CoordinationPairs.Among(members, all);
            pairs.In(PairState.NotCoordinated).Should().BeEquivalentTo(inside.Where(tie => tie.Item3 < 3).Select(tie => Ascending(members[tie.Item1], members[tie.Item2])));
            pairs.In(PairState.Coordinated).Should().BeEquivalentTo(inside.Where(tie => tie.Item3 >= 3).Select(tie => Ascending(members[tie.Item1], members[tie.Item2])));
            pairs.In(PairState.Unknown).Should().HaveCount((int)found.Unknown);
            Enum.GetValues<PairState>().SelectMany(pairs.In).Should().OnlyHaveUniqueItems().And.HaveCount((int)found.Total);
        });

    [Fact]
    public void A_pair_of_which_a_register_says_no_level_is_not_known_and_one_with_a_level_is_on_record()
    {
        var graph = new GraphBuilder();
        var (a, b, c) = (graph.Agency("a"), graph.Agency("b"), graph.Agency("c"));
        graph.Relate(RelationKind.Collaborates, a, b, ("reportedBy", "register"));
        graph.Relate(RelationKind.Collaborates, b, c, ("level", 4), ("reportedBy", "register"));
        var snapshot = graph.Snapshot();
        int Number(string key) => snapshot.Find(key)!.Value;
        var pairs = CoordinationPairs.Among([Number(c), Number(a), Number(b)], CollaborationTies.Of(GraphView.Of(snapshot)));
        pairs.In(PairState.RecordedCoordinated).Should().Equal((Number(b), Number(c)));
        pairs.In(PairState.Unknown).Should().Equal((Number(a), Number(b)), (Number(a), Number(c)));
    }

    private static (int A, int B) Ascending(int a, int b) => (Math.Min(a, b), Math.Max(a, b));
}
