using CsCheck;
using Wijk.Graph.Analysis.Connectivity;
using Wijk.Graph.Networks;
using Wijk.Graph.Tests.Networks;

namespace Wijk.Graph.Tests.Analysis.Connectivity;

public class FragmentationTests
{
    [Theory]
    [InlineData(new[] { 4 }, 0.0)]
    [InlineData(new[] { 2, 2 }, 2.0 / 3)] // 8 of the 12 ordered pairs are cut
    [InlineData(new[] { 1, 1, 1 }, 1.0)]
    public void Fragmentation_is_the_share_of_unreachable_pairs(int[] sizes, double expected) =>
        Fragmentation.Of(sizes).Should().BeApproximately(expected, 1e-12);

    [Fact]
    public void Below_two_nodes_there_are_no_pairs()
    {
        Fragmentation.Of([]).Should().BeNull();
        Fragmentation.Of([1]).Should().BeNull();
        DistanceWeightedFragmentation.Of(Network.Of(0, [])).Should().BeNull();
        DistanceWeightedFragmentation.Of(Network.Of(1, [])).Should().BeNull();
    }

    [Fact]
    public void A_component_has_a_node()
    {
        var act = () => Fragmentation.Of([3, 0]);
        act.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void A_path_of_three_is_a_sixth_apart() =>
        // Ordered pairs: 4 at distance 1, 2 at distance 2: closeness 4 + 1 = 5 of 6.
        DistanceWeightedFragmentation.Of(RandomNetwork.Path(3)).Should().BeApproximately(1.0 / 6, 1e-12);

    [Fact]
    public void Two_separate_pairs_are_two_thirds_apart_by_either_measure()
    {
        var network = Network.Of(4, [new(0, 1), new(2, 3)]);
        DistanceWeightedFragmentation.Of(network).Should().BeApproximately(2.0 / 3, 1e-12);
        Fragmentation.Of(Components.Of(network).Sizes.AsSpan()).Should().BeApproximately(2.0 / 3, 1e-12);
    }

    [Fact]
    public void Distance_only_adds_to_fragmentation() =>
        RandomNetwork.Medium.Sample(network =>
        {
            var byDistance = DistanceWeightedFragmentation.Of(network)!.Value;
            byDistance.Should().BeInRange(Fragmentation.Of(Components.Of(network).Sizes.AsSpan())!.Value - 1e-12, 1);
        }, iter: 200);

    [Fact]
    public void It_is_one_minus_the_mean_closeness_of_the_pairs_that_count() =>
        Gen.Select(Gen.OneOf(RandomNetwork.Medium, Gen.Int[500, 1100].Select(RandomNetwork.Path)), Gen.Int[1, 5]).Sample((network, every) =>
        {
            bool[] counted = [.. Enumerable.Range(0, network.NodeCount).Select(node => node % every == 0)];
            double? expected = counted.Count(counts => counts) < 2 ? null : 1 - Closeness(network, counted);
            var found = DistanceWeightedFragmentation.Of(network, counted);
            if (expected is null) found.Should().BeNull();
            else found.Should().BeApproximately(expected.Value, 1e-9);
        }, iter: 40);

    // One search from each node, as the definition says.
    private static double Closeness(Network network, bool[] counted)
    {
        var sum = 0.0;
        for (var source = 0; source < counted.Length; source++)
        {
            if (!counted[source]) continue;
            var (distances, queue) = (new Dictionary<int, int> { [source] = 0 }, new Queue<int>([source]));
            while (queue.TryDequeue(out var node))
            {
                if (node != source && counted[node]) sum += 1.0 / distances[node];
                foreach (var neighbor in network.Neighbors(node))
                {
                    if (distances.TryAdd(neighbor, distances[node] + 1)) queue.Enqueue(neighbor);
                }
            }
        }

        var count = counted.Count(counts => counts);
        return sum / ((double)count * (count - 1));
    }
}
