using CsCheck;
using Wijk.Graph.Analysis.Connectivity;
using Wijk.Graph.Networks;
using Wijk.Graph.Tests.Networks;

namespace Wijk.Graph.Tests.Analysis.Connectivity;

public class ConnectivityTests
{
    public static TheoryData<string> Oracles => OracleNetwork.All;

    [Theory]
    [MemberData(nameof(Oracles))]
    public void Known_networks_have_their_known_components_and_cut_points(string name)
    {
        var oracle = OracleNetwork.Read(name);
        oracle.Network.NodeCount.Should().Be(oracle.Count("nodes"));
        oracle.Network.EdgeCount.Should().Be(oracle.Count("undirected_simple_edges"));
        var components = Components.Of(oracle.Network);
        components.Count.Should().Be(oracle.Count("components"));
        components.Sizes.Max().Should().Be(oracle.Count("largest_component"));
        var cuts = CutPoints.Of(oracle.Network);
        cuts.ArticulationPoints.Should().HaveCount(oracle.Count("articulation_points"));
        cuts.Bridges.Should().HaveCount(oracle.Count("bridges"));
    }

    [Fact]
    public void Two_nodes_are_in_one_component_exactly_when_a_path_joins_them() =>
        Gen.OneOf(RandomNetwork.Small, RandomNetwork.Medium).Sample(network =>
        {
            // Each takes the lowest node that any neighbor knows of, until nothing changes.
            int[] lowest = [.. Enumerable.Range(0, network.NodeCount)];
            for (var hasChanged = true; hasChanged;)
            {
                hasChanged = false;
                for (var node = 0; node < lowest.Length; node++)
                {
                    foreach (var neighbor in network.Neighbors(node))
                    {
                        hasChanged |= lowest[neighbor] < lowest[node];
                        lowest[node] = Math.Min(lowest[node], lowest[neighbor]);
                    }
                }
            }

            var components = Components.Of(network);
            int[] roots = [.. lowest.Distinct().Order()];
            components.ComponentOf.Should().Equal(lowest.Select(root => Array.IndexOf(roots, root)));
            components.Sizes.Should().Equal(roots.Select(root => lowest.Count(at => at == root)));
        }, iter: 300);

    [Fact]
    public void Components_are_numbered_by_their_lowest_node()
    {
        var components = Components.Of(Network.Of(6, [new(5, 1), new(2, 4), new(4, 4)]));
        components.ComponentOf.Should().Equal(0, 1, 2, 3, 2, 1);
        components.Sizes.Should().Equal(1, 2, 2, 1);
    }

    [Fact]
    public void A_node_between_two_triangles_and_a_leaf_leaves_three_parts()
    {
        // 0 joins triangle 1-2, triangle 3-4 and the leaf 5; 6-7 stands apart.
        var network = Network.Of(8, [new(0, 1), new(1, 2), new(2, 0), new(0, 3), new(3, 4), new(4, 0), new(0, 5), new(6, 7)]);
        var cuts = CutPoints.Of(network);
        cuts.ArticulationPoints.Should().ContainSingle().Which.Node.Should().Be(0);
        cuts.ArticulationPoints[0].PartSizes.Should().Equal(2, 2, 1);
        cuts.Bridges.Should().Equal(new Bridge(0, 5, 5, 1), new Bridge(6, 7, 1, 1));
    }

    [Fact]
    public void Cut_points_are_what_removal_shows() =>
        RandomNetwork.Small.Sample(network =>
        {
            var cuts = CutPoints.Of(network);
            var edges = RandomNetwork.EdgesOf(network).ToArray();
            var componentOf = Components.Of(network).ComponentOf;

            var points = new List<(int, string)>();
            for (var node = 0; node < network.NodeCount; node++)
            {
                var without = Components.Of(Network.Of(network.NodeCount,
                    [.. edges.Where(edge => edge.A != node && edge.B != node).Select(edge => new Edge(edge.A, edge.B))]));
                var parts = Enumerable.Range(0, network.NodeCount)
                    .Where(other => other != node && componentOf[other] == componentOf[node])
                    .CountBy(other => without.ComponentOf[other]).Select(part => part.Value).OrderDescending().ToArray();
                if (parts.Length > 1) points.Add((node, string.Join(',', parts)));
            }

            cuts.ArticulationPoints.Select(point => (point.Node, string.Join(',', point.PartSizes))).Should().Equal(points);

            var bridges = new List<Bridge>();
            foreach (var edge in edges)
            {
                var without = Components.Of(Network.Of(network.NodeCount,
                    [.. edges.Where(other => other != edge).Select(other => new Edge(other.A, other.B))]));
                var (a, b) = (without.ComponentOf[edge.A], without.ComponentOf[edge.B]);
                if (a != b) bridges.Add(new(edge.A, edge.B, without.Sizes[a], without.Sizes[b]));
            }

            cuts.Bridges.Should().Equal(bridges);
        }, iter: 500);

    [Fact]
    public void A_path_of_a_million_nodes_overflows_nothing()
    {
        const int nodeCount = 1_000_000;
        var path = RandomNetwork.Path(nodeCount);
        Components.Of(path).Sizes.Should().Equal(nodeCount);
        var cuts = CutPoints.Of(path);
        cuts.ArticulationPoints.Length.Should().Be(nodeCount - 2);
        cuts.ArticulationPoints[0].PartSizes.Should().Equal(nodeCount - 2, 1);
        cuts.Bridges.Length.Should().Be(nodeCount - 1);
        cuts.Bridges[^1].Should().Be(new Bridge(nodeCount - 2, nodeCount - 1, nodeCount - 1, 1));
    }
}
