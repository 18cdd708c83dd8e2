using Wijk.Graph.Analysis.Silos;
using Wijk.Graph.Networks;
using Wijk.Graph.Tests.Networks;

namespace Wijk.Graph.Tests.Analysis.Silos;

public class EiIndexTests
{
    [Fact]
    public void Ties_count_as_inside_or_between()
    {
        // Group 0: nodes 0-2, all tied; group 1: nodes 3-4, tied; one tie between.
        var network = Network.Of(5, [new(0, 1), new(1, 2), new(0, 2, 9), new(3, 4), new(2, 3), new(4, 4)]);
        var result = EiIndex.Of(network, [0, 0, 0, 1, 1]);
        result.Overall.Should().Be(new EiCount(1, 4));
        result.Overall.Index.Should().BeApproximately(-0.6, 1e-12);
        result.Groups.Should().Equal(new EiCount(1, 3), new EiCount(1, 1));
        result.Groups[1].Index.Should().Be(0);
    }

    [Fact]
    public void Without_ties_there_is_no_index()
    {
        EiIndex.Of(Network.Of(2, []), [0, 1]).Overall.Index.Should().BeNull();
        EiPermutationTest.Of(Network.Of(2, []), [0, 1]).Should().BeNull();
        EiIndex.Of(Network.Of(0, []), []).Groups.Should().BeEmpty();
    }

    [Fact]
    public void Ties_of_a_node_whose_group_is_unknown_are_left_out()
    {
        var result = EiIndex.Of(RandomNetwork.Path(4), [0, 0, EiIndex.NoGroup, 1]);
        result.Overall.Should().Be(new EiCount(0, 1));
        result.Groups.Should().Equal(new EiCount(0, 1), new EiCount(0, 0));
    }

    [Fact]
    public void Each_node_needs_a_group()
    {
        var act = () => EiIndex.Of(RandomNetwork.Path(3), [0, 1]);
        act.Should().Throw<ArgumentException>().WithMessage("2 groups for 3 nodes*");
    }

    [Fact]
    public void Two_cliques_with_one_tie_are_more_siloed_than_chance()
    {
        var edges = from clique in new[] { 0, 6 } from a in Enumerable.Range(0, 6) from b in Enumerable.Range(0, a) select new Edge(clique + a, clique + b);
        var network = Network.Of(12, [.. edges, new(0, 6)]);
        int[] groups = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1];
        var test = EiPermutationTest.Of(network, groups)!;
        test.Index.Should().BeApproximately(-29.0 / 31, 1e-12);

        // 36 of the 66 pairs are between groups: 2 × 36 / 66 − 1.
        test.Expected.Should().BeApproximately(1.0 / 11, 1e-12);

        // Only 2 of the 924 ways to deal six and six are as far off; 2 / 924 = 0.0022.
        test.PValue.Should().BeInRange(0.001, 0.008);
        EiPermutationTest.Of(network, groups).Should().Be(test);
    }

    [Fact]
    public void Where_every_deal_gives_the_same_index_p_is_one()
    {
        var complete = Network.Of(4, [new(0, 1), new(0, 2), new(0, 3), new(1, 2), new(1, 3), new(2, 3)]);
        EiPermutationTest.Of(complete, [0, 0, 1, 1], permutationCount: 50)!.PValue.Should().Be(1);
    }
}
