using CsCheck;
using Wijk.Graph.Findings.Collaboration;
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
            var found = Coordination.Among([.. agencies.Take(n).Select(key => snapshot.Find(key)!.Value)], CollaborationTies.Of(GraphView.Of(snapshot)));
            found.Total.Should().Be(n * (n - 1) / 2);
            (found.Coordinated, found.NotCoordinated).Should().Be((inside.Count(tie => tie.Item3 >= 3), inside.Count(tie => tie.Item3 < 3)));
            found.Share.Should().Be(found.Known == 0 ? null : (double)found.Coordinated / found.Known);
        });
}
