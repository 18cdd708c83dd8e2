using CsCheck;
using Wijk.Graph.Analysis.Centrality;
using Wijk.Graph.Networks;
using Wijk.Graph.Tests.Networks;

namespace Wijk.Graph.Tests.Analysis.Centrality;

public class BetweennessTests
{
    public static TheoryData<string> Oracles => OracleNetwork.All;

    [Theory]
    [MemberData(nameof(Oracles))]
    public void Known_networks_have_their_known_brokers(string name)
    {
        var oracle = OracleNetwork.Read(name);
        var betweenness = Betweenness.Of(oracle.Network);
        foreach (var (node, expected) in oracle.Ranking("top_betweenness_raw"))
            betweenness[Array.IndexOf(oracle.Names, node)].Should().BeApproximately(expected, 5.1e-5, node);
        betweenness.Max().Should().BeApproximately(oracle.Ranking("top_betweenness_raw").First().Value, 5.1e-5);
    }

    [Fact]
    public void On_a_path_each_node_parts_those_left_of_it_from_those_right() =>
        Betweenness.Of(RandomNetwork.Path(5)).Should().Equal(0, 3, 4, 3, 0); // 1 × 3, 2 × 2, 3 × 1

    [Fact]
    public void The_middle_of_a_star_lies_between_every_pair_of_leaves() =>
        Betweenness.Of(RandomNetwork.Star(6)).Should().Equal(10, 0, 0, 0, 0, 0); // 5 × 4 / 2

    [Fact]
    public void On_a_square_two_ways_round_share_a_pair() =>
        Betweenness.Of(Network.Of(4, [new(0, 1), new(1, 2), new(2, 3), new(3, 0)])).Should().Equal(0.5, 0.5, 0.5, 0.5);

    [Fact]
    public void A_network_without_nodes_has_no_values() => Betweenness.Of(Network.Of(0, [])).Should().BeEmpty();

    [Fact]
    public void It_equals_the_definition_and_itself_to_the_last_bit() =>
        RandomNetwork.Small.Sample(network =>
        {
            var betweenness = Betweenness.Of(network);
            Betweenness.Of(network).Should().Equal(betweenness);
            var expected = ByDefinition(network);
            for (var node = 0; node < expected.Length; node++) betweenness[node].Should().BeApproximately(expected[node], 1e-9);
        }, iter: 300);

    [Fact]
    public void It_can_be_stopped()
    {
        var act = () => Betweenness.Of(RandomNetwork.Path(100), new CancellationToken(canceled: true));
        act.Should().Throw<OperationCanceledException>();
    }

    [Fact]
    public void With_weights_that_are_all_alike_it_is_that_without() => RandomNetwork.Medium.Sample(network =>
    {
        var alike = Network.Of(network.NodeCount, [.. RandomNetwork.EdgesOf(network).Select(edge => new Edge(edge.A, edge.B, 0.75f))]);
        var (expected, found, byLength) = (Betweenness.Of(network), Betweenness.Weighted(alike), Betweenness.Weighted(alike, EdgeLength.Weight));
        for (var node = 0; node < expected.Length; node++)
        {
            found[node].Should().BeApproximately(expected[node], 1e-9);
            byLength[node].Should().BeApproximately(expected[node], 1e-9);
        }

        Betweenness.Weighted(alike).Should().Equal(found, "it is the same to the last bit each time");
    }, iter: 100);

    [Fact]
    public void A_strong_tie_is_a_short_way()
    {
        // 0 and 2 have a weak tie, and two strong ones by way of 1: 1/4 + 1/4 is shorter than 1/1. As lengths 4 + 4 is longer than 1.
        var network = Network.Of(3, [new(0, 1, 4), new(1, 2, 4), new(0, 2, 1)]);
        Betweenness.Weighted(network).Should().Equal(0, 1, 0);
        Betweenness.Weighted(network, EdgeLength.Weight).Should().Equal(0, 0, 0);
    }

    [Fact]
    public void Ways_that_only_differ_by_rounding_share_a_pair()
    {
        // From 0 to 3: 1/3 + 1/6 and 1/4 + 1/4, which are not the same sum of binary fractions.
        var network = Network.Of(4, [new(0, 1, 3), new(1, 3, 6), new(0, 2, 4), new(2, 3, 4)]);
        Betweenness.Weighted(network)[1].Should().BeApproximately(0.5, 1e-12);
        Betweenness.Weighted(network)[2].Should().BeApproximately(0.5, 1e-12);
    }

    [Fact]
    public void With_weights_it_can_be_stopped_too()
    {
        var act = () => Betweenness.Weighted(RandomNetwork.Path(10), cancellationToken: new CancellationToken(canceled: true));
        act.Should().Throw<OperationCanceledException>();
    }

    private static double[] ByDefinition(Network network)
    {
        var (count, betweenness) = (network.NodeCount, new double[network.NodeCount]);
        var (distance, paths) = (new int[count, count], new double[count, count]);
        for (var s = 0; s < count; s++)
        {
            for (var t = 0; t < count; t++) (distance[s, t], paths[s, t]) = (s == t ? 0 : count, s == t ? 1 : 0);
            for (var length = 1; length < count; length++)
            {
                for (var t = 0; t < count; t++)
                {
                    if (distance[s, t] < length) continue;
                    var ways = network.Neighbors(t).ToArray().Where(near => distance[s, near] == length - 1).Sum(near => paths[s, near]);
                    if (ways > 0) (distance[s, t], paths[s, t]) = (length, ways);
                }
            }
        }

        for (var v = 0; v < count; v++)
        {
            for (var s = 0; s < count; s++)
            {
                for (var t = s + 1; t < count; t++)
                {
                    if (s != v && t != v && distance[s, t] < count && distance[s, v] + distance[v, t] == distance[s, t])
                        betweenness[v] += paths[s, v] * paths[v, t] / paths[s, t];
                }
            }
        }

        return betweenness;
    }
}
