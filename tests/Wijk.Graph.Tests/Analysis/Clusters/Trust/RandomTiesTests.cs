using CsCheck;
using Wijk.Graph.Analysis;
using Wijk.Graph.Analysis.Clusters.Trust;
using Wijk.Graph.Networks;
using Wijk.Graph.Tests.Networks;

namespace Wijk.Graph.Tests.Analysis.Clusters.Trust;

public class RandomTiesTests
{
    [Fact]
    public void A_random_network_keeps_the_strength_of_every_node() =>
        Gen.Select(RandomNetwork.Medium, Gen.Int[1, 1000]).Sample((network, seed) =>
        {
            // Of more weights than sixteen those of about the same are dealt together.
            if (network.Weights().ToArray().Distinct().Count() > 16) return;
            var (layers, random) = (NetworkLayers.Of(network), new SeededRandom(seed));
            var drawn = new RandomTies(layers).Draw(ref random);
            var own = layers.Join();
            for (var node = 0; node < own.NodeCount; node++) Strength(drawn, node).Should().BeApproximately(Strength(own, node), 1e-3);
        }, iter: 200);

    [Fact]
    public void In_a_sparse_network_no_pair_comes_twice()
    {
        var network = MadeNetworks.Skewed(1, 500, 6).Network;
        var (draw, random) = (new RandomTies(NetworkLayers.Of(network)), new SeededRandom(1));
        for (var i = 0; i < 20; i++)
        {
            var drawn = draw.Draw(ref random);
            Enumerable.Range(0, 500).Select(drawn.Degree).Should().Equal(Enumerable.Range(0, 500).Select(network.Degree));
        }
    }

    [Fact]
    public void A_random_network_keeps_how_many_places_everyone_shares()
    {
        // Four places of four nodes: each node of a place has three thirds there.
        var places = Incidence.Of(4, 12, [.. Enumerable.Range(0, 16).Select(i => (i / 4, i * 5 % 12))]);
        var (layers, random) = (NetworkLayers.Of(12, [], places), new SeededRandom(1));
        var (own, draw) = (layers.Join(), new RandomTies(layers));
        for (var i = 0; i < 20; i++)
        {
            var drawn = draw.Draw(ref random);
            for (var node = 0; node < 12; node++) Strength(drawn, node).Should().BeApproximately(Strength(own, node), 1e-5);
        }
    }

    [Fact]
    public void Each_of_the_matchings_of_four_ends_comes_as_often()
    {
        // Two ties among four nodes: 0-1 2-3, 0-2 1-3, 0-3 1-2, each a third. Of 3,000, 1,000 ± 26 (one sigma).
        var (draw, random) = (new RandomTies(NetworkLayers.Of(Network.Of(4, [new(0, 1), new(2, 3)]))), new SeededRandom(1));
        var counts = Enumerable.Range(0, 3000).Select(_ => draw.Draw(ref random).Neighbors(0)[0]).CountBy(neighbor => neighbor).ToArray();
        counts.Should().HaveCount(3).And.OnlyContain(count => count.Value > 870 && count.Value < 1130);
    }

    [Fact]
    public void A_tenth_dealt_leaves_most_ties_where_they_were()
    {
        var network = MadeNetworks.Random(1, 500, 10).Network;
        var random = new SeededRandom(1);
        var drawn = new RandomTies(NetworkLayers.Of(network)).Draw(ref random, 0.1);
        var kept = RandomNetwork.EdgesOf(drawn).Intersect(RandomNetwork.EdgesOf(network)).Count() / (double)network.EdgeCount;
        kept.Should().BeInRange(0.77, 0.86, "a tie stays when neither end moves: .9 x .9");
    }

    private static double Strength(Network network, int node) => network.Weights(node).ToArray().Sum(weight => (double)weight) + (2.0 * network.SelfWeight(node));
}
