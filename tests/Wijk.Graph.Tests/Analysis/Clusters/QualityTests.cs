using CsCheck;
using Wijk.Graph.Analysis.Clusters;
using Wijk.Graph.Networks;
using Wijk.Graph.Tests.Networks;

namespace Wijk.Graph.Tests.Analysis.Clusters;

public class QualityTests
{
    [Theory]
    [InlineData("karate")]
    [InlineData("davis_southern_women")]
    public void The_known_division_has_its_known_modularity(string name)
    {
        var oracle = OracleNetwork.Read(name);
        Modularity.Of(oracle.Network, oracle.GroupNumbers()).Should().BeApproximately(oracle.Number("modularity_of_ground_truth")!.Value, 5.1e-7);
    }

    [Fact]
    public void Two_triangles_with_a_bridge_fit_on_a_napkin()
    {
        var network = Network.Of(6, [new(0, 1), new(1, 2), new(0, 2), new(3, 4), new(4, 5), new(3, 5), new(2, 3)]);
        int[] triangles = [0, 0, 0, 1, 1, 1];

        // 6 of 7 edges inside; each triangle holds 7 of the 14 ends.
        Modularity.Of(network, triangles).Should().BeApproximately((6.0 / 7) - 0.5, 1e-12);
        Modularity.Of(network, triangles, resolution: 2).Should().BeApproximately((6.0 / 7) - 1, 1e-12);

        // 6 edges inside, 2 × 3 pairs.
        ConstantPotts.Of(network, triangles, 0.5).Should().BeApproximately(3, 1e-12);
    }

    [Fact]
    public void Without_edges_there_is_no_modularity()
    {
        Modularity.Of(Network.Of(3, []), [0, 1, 2]).Should().BeNull();
        Modularity.Of(Network.Of(0, []), []).Should().BeNull();
        ConstantPotts.Of(Network.Of(3, []), [0, 0, 0], 1).Should().Be(-3);
    }

    [Fact]
    public void All_in_one_community_has_modularity_zero() =>
        RandomNetwork.Medium.Sample(network =>
            (Modularity.Of(network, new int[network.NodeCount]) ?? 0).Should().BeApproximately(0, 1e-12), iter: 100);

    [Fact]
    public void A_community_below_zero_is_refused()
    {
        var act = () => Modularity.Of(RandomNetwork.Path(2), [0, -1]);
        act.Should().Throw<ArgumentException>().WithMessage("-1 is not a community*");
    }

    [Fact]
    public void The_reproducible_exponential_is_the_exponential()
    {
        for (var x = -39.9; x <= 0; x += 0.0137) (ReproducibleExp.Of(x) / Math.Exp(x)).Should().BeApproximately(1, 1e-13);
        ReproducibleExp.Of(double.NegativeInfinity).Should().Be(0);
    }
}
