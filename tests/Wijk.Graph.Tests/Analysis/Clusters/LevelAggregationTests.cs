using CsCheck;
using Wijk.Graph.Analysis.Clusters;
using Wijk.Graph.Tests.Networks;

namespace Wijk.Graph.Tests.Analysis.Clusters;

public class LevelAggregationTests
{
    [Fact]
    public void Aggregation_keeps_quality() =>
        Gen.Select(RandomNetwork.Medium, Gen.Int[1, 8], Gen.Int[0, 1000], Gen.Int[1, 2]).Sample((network, most, seed, threadCount) =>
        {
            int[] partOf = [.. Enumerable.Range(0, network.NodeCount).Select(node => (node * 7 + seed) % (node + 3) % most)];
            var partCount = Grouping.Renumber(partOf, new int[most]);
            var parts = new Grouping();
            parts.Sort(partOf, partCount);
            var (level, next) = (LeidenLevel.Of(network, byNodes: false, []), new LeidenLevel());
            new LevelAggregation(threadCount).Run(level, partOf, parts, next);

            // What lies between parts and the mass of each part fix the quality of every division that does not cut them.
            Between(next, [.. Enumerable.Range(0, partCount)]).Should().BeApproximately(Between(level, partOf), 1e-9);
            for (var part = 0; part < partCount; part++)
            {
                next.Mass[part].Should().BeApproximately(parts.Of(part).ToArray().Sum(node => level.Mass[node]), 1e-9);
                next.Sizes[part].Should().Be(parts.Of(part).Length);
                next.Neighbors[next.Offsets[part]..next.Offsets[part + 1]].Should().OnlyHaveUniqueItems().And.NotContain(part);
            }
        }, iter: 300);

    [Fact]
    public void In_another_order_it_is_the_same_network() =>
        Gen.Select(RandomNetwork.Medium, Gen.Int[1, 8]).Sample((network, most) =>
        {
            int[] communityOf = [.. Enumerable.Range(0, network.NodeCount).Select(node => node * 5 % most % network.NodeCount)];
            var communities = new Grouping();
            communities.Sort(communityOf, Grouping.Renumber(communityOf, new int[most]));
            var (level, ordered) = (LeidenLevel.Of(network, byNodes: false, []), new LeidenLevel());
            LevelOrder.Run(level, communities, new int[network.NodeCount], 2, ordered);
            for (var at = 0; at < network.NodeCount; at++)
            {
                var node = communities.Nodes[at];
                ordered.Mass[at].Should().Be(level.Mass[node]);
                ordered.Neighbors[ordered.Offsets[at]..ordered.Offsets[at + 1]].Select(neighbor => communities.Nodes[neighbor])
                    .Should().Equal(network.Neighbors(node).ToArray());
            }
        }, iter: 100);

    private static double Between(LeidenLevel level, int[] partOf)
    {
        var sum = 0.0;
        for (var node = 0; node < level.NodeCount; node++)
        {
            for (var entry = level.Offsets[node]; entry < level.Offsets[node + 1]; entry++)
                sum += partOf[level.Neighbors[entry]] == partOf[node] ? 0 : level.Weights[entry];
        }

        return sum;
    }
}
