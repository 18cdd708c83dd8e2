using CsCheck;
using Wijk.Graph.Analysis;
using Wijk.Graph.Analysis.Triangles;
using Wijk.Graph.Networks;
using Wijk.Graph.Tests.Networks;

namespace Wijk.Graph.Tests.Analysis.Triangles;

public class ClusteringCoefficientTests
{
    public static TheoryData<string> All => MeasureNetwork.All;

    [Theory]
    [MemberData(nameof(All))]
    public void It_is_what_networkx_and_igraph_give(string name)
    {
        var network = MeasureNetwork.Named(name);
        var found = ClusteringCoefficient.Of(network.Weighted, TestContext.Current.CancellationToken);
        foreach (var (value, expected) in found.Local.Append(found.Global).Zip(network.Numbers("clustering").Append(network.NumberOrNone("transitivity"))))
        {
            (value is null).Should().Be(expected is null, "with fewer than two neighbors there is no pair");
            if (value is { } number) number.Should().BeApproximately(expected!.Value, 1e-9);
        }
    }

    [Fact]
    public void Where_all_are_tied_it_is_1_and_in_a_tree_0()
    {
        var all = Network.Of(6, [.. from a in Enumerable.Range(0, 6) from b in Enumerable.Range(a + 1, 5 - a) select new Edge(a, b)]);
        var (complete, star, path) = (ClusteringCoefficient.Of(all), ClusteringCoefficient.Of(RandomNetwork.Star(5)), ClusteringCoefficient.Of(RandomNetwork.Path(4)));
        (complete.Global, star.Global, path.Global).Should().Be((1.0, 0.0, 0.0));
        (complete.TripleCount, complete.ClosedCount).Should().Be((60L, 60L)); // 6 × 5 · 4 / 2, and 20 triangles of three
        complete.Local.Should().OnlyContain(value => value == 1);
        star.Local.Should().Equal(0, null, null, null, null);
        path.Local.Should().Equal(null, 0, 0, null);
    }

    [Fact]
    public void Where_nobody_is_tied_to_two_there_is_none()
    {
        ClusteringCoefficient.Of(Network.Of(0, [])).Global.Should().BeNull();
        ClusteringCoefficient.Of(Network.Of(4, [new(0, 1), new(2, 3), new(2, 2)])).Should().BeEquivalentTo(new Clustering(0, 0, [null, null, null, null]));
    }

    [Fact]
    public void It_equals_the_definition() => RandomNetwork.Medium.Sample(network =>
    {
        var found = ClusteringCoefficient.Of(network);
        for (var node = 0; node < network.NodeCount; node++)
        {
            var contacts = network.Neighbors(node).ToArray();
            var pairs = (from a in contacts from b in contacts where a < b select network.Neighbors(a).BinarySearch(b) >= 0).ToArray();
            found.Local[node].Should().Be(pairs.Length == 0 ? null : (double)pairs.Count(isTied => isTied) / pairs.Length);
        }
    }, iter: 200);

    [Fact]
    public void Other_numbers_for_the_same_nodes_and_other_weights_change_nothing() =>
        Gen.Select(RandomNetwork.Medium, Gen.Int[0, 1_000]).Sample((network, seed) =>
        {
            var other = Enumerable.Range(0, network.NodeCount).ToArray();
            new SeededRandom(seed).Shuffle(other);
            var (found, moved) = (ClusteringCoefficient.Of(network),
                ClusteringCoefficient.Of(Network.Of(network.NodeCount, [.. RandomNetwork.EdgesOf(network).Select(edge => new Edge(other[edge.A], other[edge.B], 3))])));
            (moved.TripleCount, moved.ClosedCount).Should().Be((found.TripleCount, found.ClosedCount));
            for (var node = 0; node < other.Length; node++) moved.Local[other[node]].Should().Be(found.Local[node]);
        }, iter: 200);

    [Fact]
    public void Networks_side_by_side_keep_their_own() => Gen.Select(RandomNetwork.Small, RandomNetwork.Small).Sample((one, other) =>
    {
        var both = ClusteringCoefficient.Of(Network.Of(one.NodeCount + other.NodeCount,
            [.. RandomNetwork.EdgesOf(one).Select(edge => new Edge(edge.A, edge.B)), .. RandomNetwork.EdgesOf(other).Select(edge => new Edge(one.NodeCount + edge.A, one.NodeCount + edge.B))]));
        var (left, right) = (ClusteringCoefficient.Of(one), ClusteringCoefficient.Of(other));
        both.Local.Should().Equal([.. left.Local, .. right.Local]);
        (both.TripleCount, both.ClosedCount).Should().Be((left.TripleCount + right.TripleCount, left.ClosedCount + right.ClosedCount));
    }, iter: 200);

    [Fact]
    public void In_a_network_of_many_portions_each_triangle_is_found_once()
    {
        // A circle in which each knows the next two: a triangle for each, and of the six pairs of a node's four neighbors three are tied.
        const int count = 10_000;
        var found = ClusteringCoefficient.Of(Network.Of(count, [.. Enumerable.Range(0, count).SelectMany(node => new[] { new Edge(node, (node + 1) % count), new Edge(node, (node + 2) % count) })]));
        (found.TripleCount, found.ClosedCount).Should().Be((6L * count, 3L * count));
        found.Local.Should().OnlyContain(value => value == 0.5);
    }

    [Fact]
    public void It_can_be_stopped()
    {
        var act = () => ClusteringCoefficient.Of(RandomNetwork.Path(10), new CancellationToken(canceled: true));
        act.Should().Throw<OperationCanceledException>();
    }
}
