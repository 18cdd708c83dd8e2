using CsCheck;
using Wijk.Graph.Analysis.Connectivity;
using Wijk.Graph.Analysis.Plan;
using Wijk.Graph.Networks;
using Wijk.Graph.Tests.Networks;

namespace Wijk.Graph.Tests.Analysis.Plan;

public class MissingLinksTests
{
    [Fact]
    public void Two_pairs_that_are_apart_gain_four_closer_pairs_by_one_link()
    {
        // 0-1 and 2-3; with 1-2 there is a path of four: closeness rises by 1 (1-2) + 1/2 (0-2) + 1/2 (1-3) + 1/3 (0-3) of 6 pairs.
        var gain = MissingLinks.GainsOf(Network.Of(4, [new(0, 1), new(2, 3)]), [new(1, 2)]).Single().Gain;
        gain.Should().BeApproximately((1 + 0.5 + 0.5 + (1.0 / 3)) / 6, 1e-12);
    }

    [Fact]
    public void The_gain_of_a_link_is_the_fall_of_fragmentation_when_it_is_made() =>
        RandomNetwork.Medium.Sample(network =>
        {
            foreach (var (link, gain) in MissingLinks.GainsOf(network, Missing(network)))
                gain.Should().BeApproximately(Fall(network, [link]), 1e-12);
        }, iter: 100);

    [Fact]
    public void The_gain_of_a_choice_is_the_fall_of_fragmentation_when_all_its_links_are_made() =>
        RandomNetwork.Medium.Sample(network =>
        {
            var choice = MissingLinks.Best(network, Missing(network), 5);
            choice.Links.Should().OnlyHaveUniqueItems().And.HaveCountLessThanOrEqualTo(5);
            choice.Gain.Should().BeApproximately(Fall(network, [.. choice.Links.Select(link => link.Link)]), 1e-12);
        }, iter: 50);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_choice_of_three_reaches_nearly_what_the_best_three_of_all_reach(int seed)
    {
        var random = new Random(seed);
        Edge[] edges = [.. Enumerable.Range(0, 13).Select(_ => new Edge(random.Next(14), random.Next(14))).Where(edge => edge.A != edge.B)];
        var network = Network.Of(14, edges);
        var links = Missing(network).ToArray();
        var best = 0.0;
        for (var first = 0; first < links.Length; first++)
        {
            for (var second = first + 1; second < links.Length; second++)
            {
                for (var third = second + 1; third < links.Length; third++) best = Math.Max(best, Fall(network, [links[first], links[second], links[third]]));
            }
        }

        MissingLinks.Best(network, links, 3).Gain.Should().BeGreaterThanOrEqualTo(0.95 * best).And.BeLessThanOrEqualTo(best + 1e-12);
    }

    [Fact]
    public void The_fewest_links_make_one_of_all_parts_and_the_cheapest_are_taken()
    {
        var network = Network.Of(5, [new(0, 1), new(2, 3)]);
        MissingLinks.Spanning(network, [new(0, 2), new(3, 1), new(4, 0), new(4, 2)], link => link == new Link(0, 2) ? 3 : link.A == 4 ? 2 : 1)
            .Should().HaveCount(2).And.Contain(new Link(1, 3));
    }

    private static IEnumerable<Link> Missing(Network network) =>
        from one in Enumerable.Range(0, network.NodeCount)
        from other in Enumerable.Range(one + 1, network.NodeCount - one - 1)
        where network.Neighbors(one).BinarySearch(other) < 0
        select new Link(one, other);

    private static double Fall(Network network, Link[] links)
    {
        List<Edge> edges = [.. links.Select(link => new Edge(link.A, link.B))];
        for (var node = 0; node < network.NodeCount; node++)
        {
            foreach (var neighbor in network.Neighbors(node))
            {
                if (neighbor > node) edges.Add(new(node, neighbor));
            }
        }

        return (DistanceWeightedFragmentation.Of(network) - DistanceWeightedFragmentation.Of(Network.Of(network.NodeCount, [.. edges]))) ?? 0;
    }
}
