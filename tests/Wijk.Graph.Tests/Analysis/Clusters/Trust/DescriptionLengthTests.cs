using Wijk.Graph.Analysis.Clusters.Trust;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Tests.Analysis.Clusters.Trust;

public class DescriptionLengthTests
{
    [Fact]
    public void Two_pairs_cost_what_counting_the_ways_gives()
    {
        // Ties 0-1 and 2-3. As one group: 4! ends over 4!! = 2² 2! pairings, 3; C(7, 4) = 35 degree sequences; 1 way to place ties; 4!/4! x 4 divisions.
        // As two: each 2!/2!! = 1; C(3, 2)² = 9; C(4, 2) = 6 ways to place two ties over three pairs of groups; C(3, 1) 4!/(2! 2!) x 4 = 72 divisions.
        var length = DescriptionLength.Of(Network.Of(4, [new(0, 1), new(2, 3)]), [0, 0, 1, 1], 2)!;
        length.One.Should().BeApproximately(Math.Log2(3 * 35 * 4), 1e-9);
        length.Groups.Should().BeApproximately(Math.Log2(9 * 6 * 72), 1e-9);
    }

    [Fact]
    public void Planted_groups_tell_the_ties_shorter_and_made_up_ones_longer()
    {
        var (planted, groups) = MadeNetworks.Planted(1, 300, 10, 0.2, 20, 60);
        DescriptionLength.Of(planted, groups, groups.Max() + 1)!.Saved.Should().BeGreaterThan(0);
        DescriptionLength.Of(MadeNetworks.Random(1, 300, 10).Network, groups, groups.Max() + 1)!.Saved.Should().BeLessThan(0);
        DescriptionLength.Of(Network.Of(3, []), [0, 0, 0], 1).Should().BeNull();
    }
}
