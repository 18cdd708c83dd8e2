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
}
