using CsCheck;
using Wijk.Graph.Analysis.Clusters;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Tests.Networks;

public class AggregationTests
{
    [Fact]
    public void Communities_become_nodes_and_inner_edges_a_self_loop()
    {
        // Two pairs 0-1 and 2-3, joined by 1-2 and 0-3; a self-loop on 3.
        var network = Network.Of(4, [new(0, 1, 2), new(2, 3, 4), new(1, 2, 0.5f), new(0, 3, 0.25f), new(3, 3, 1)]);
        var aggregate = Aggregation.Of(network, [0, 0, 1, 1], 2);
        aggregate.NodeCount.Should().Be(2);
        aggregate.Neighbors(0).ToArray().Should().Equal(1);
        aggregate.Weights(1).ToArray().Should().Equal(0.75f);
        (aggregate.SelfWeight(0), aggregate.SelfWeight(1)).Should().Be((2f, 5f));
    }

    [Fact]
    public void Aggregation_keeps_quality() =>
        Gen.Select(RandomNetwork.Medium, Gen.Int[1, 8], Gen.Int[0, 1000]).Sample((network, communityCount, seed) =>
        {
            var communityOf = Enumerable.Range(0, network.NodeCount).Select(node => (node * 7 + seed) % (node + 3) % communityCount).ToArray();
            var aggregate = Aggregation.Of(network, communityOf, communityCount);
            int[] identity = [.. Enumerable.Range(0, communityCount)];
            double[] sizes = [.. identity.Select(community => (double)communityOf.Count(label => label == community))];

            (Modularity.Of(aggregate, identity) ?? 0).Should().BeApproximately(Modularity.Of(network, communityOf) ?? 0, 1e-9);
            ConstantPotts.Of(aggregate, identity, 0.3, sizes).Should().BeApproximately(ConstantPotts.Of(network, communityOf, 0.3), 1e-9);
            for (var node = 0; node < communityCount; node++) aggregate.Neighbors(node).ToArray().Should().BeInAscendingOrder();
        }, iter: 300);
}
