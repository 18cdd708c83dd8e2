using CsCheck;
using Wijk.Graph.Analysis.Overlap;
using Wijk.Graph.Networks;
using Wijk.Graph.Tests.Networks;

namespace Wijk.Graph.Tests.Analysis.Overlap;

public class SharedCellsTests
{
    private static Gen<Incidence> AnyIncidence { get; } =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 11]).Array[0, 60].Select(pairs => Incidence.Of(10, 12, pairs));

    [Fact]
    public void A_pair_shares_the_cells_both_have()
    {
        var pair = SharedCells.Of(Incidence.Of(3, 5, [(0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 4)])).All().Each().Should().ContainSingle().Which;
        pair.Should().Be(new SharedPair(0, 1, SharedCount: 2, CellCountA: 3, CellCountB: 2));
        pair.Jaccard.Should().BeApproximately(2.0 / 3, 1e-12);
        pair.OverlapCoefficient.Should().Be(1);
    }

    [Fact]
    public void Pairs_are_those_of_the_definition() =>
        AnyIncidence.Sample(incidence =>
        {
            var expected = from a in Enumerable.Range(0, incidence.RowCount)
                           from b in Enumerable.Range(a + 1, incidence.RowCount - a - 1)
                           let cellsA = incidence.Row(a).ToArray()
                           let cellsB = incidence.Row(b).ToArray()
                           let shared = cellsA.Intersect(cellsB).Count()
                           where shared > 0
                           select new SharedPair(a, b, shared, cellsA.Length, cellsB.Length);
            SharedCells.Of(incidence).All(2).Each().OrderBy(pair => (pair.A, pair.B)).Should().Equal(expected);
        });

    [Fact]
    public void The_top_is_the_start_of_the_whole_order() =>
        Gen.Select(AnyIncidence, Gen.Int[0, 12]).Sample((incidence, count) =>
        {
            var shared = SharedCells.Of(incidence);
            var whole = shared.All().Each().OrderByDescending(pair => pair.SharedCount).ThenByDescending(pair => pair.Jaccard)
                .ThenBy(pair => pair.A).ThenBy(pair => pair.B);
            shared.Top(count).Should().Equal(whole.Take(count));
        });

    [Fact]
    public void Southern_women_meet_as_often_as_their_projection_says()
    {
        var oracle = OracleNetwork.Read("davis_southern_women");
        var women = Array.LastIndexOf(oracle.Groups, "0") + 1;
        var pairs = RandomNetwork.EdgesOf(oracle.Network).Select(edge => (edge.A, edge.B - women)).ToArray();
        var womenByEvents = Incidence.Of(women, oracle.Names.Length - women, pairs);
        SharedCells.Of(womenByEvents).All().Count.Should().Be(oracle.Count("projection_on_women_edges"));
        SharedCells.Of(womenByEvents.Transpose()).All().Count.Should().Be(oracle.Count("projection_on_events_edges"));
    }
}
