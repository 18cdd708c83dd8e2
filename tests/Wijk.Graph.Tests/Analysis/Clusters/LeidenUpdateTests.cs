using CsCheck;
using Wijk.Graph.Analysis;
using Wijk.Graph.Analysis.Clusters;
using Wijk.Graph.Networks;
using Wijk.Graph.Tests.Networks;

namespace Wijk.Graph.Tests.Analysis.Clusters;

public class LeidenUpdateTests
{
    [Fact]
    public void Brought_up_to_date_it_is_as_good_as_a_full_run_to_one_in_ten_thousand()
    {
        for (var seed = 1; seed <= 25; seed++)
        {
            var edges = PlantedNetwork.Edges(1_000, 50, 12, 0.2, seed).ToList();
            var network = Network.Of(1_000, edges.ToArray());
            var communityOf = Leiden.Run(network, new() { Seed = seed, MaxIterations = 20 }).CommunityOf.ToArray();
            var random = new SeededRandom(seed);
            for (var round = 0; round < 4; round++)
            {
                var changed = Edit(edges, ref random, 1_000, 1 + (10 * round));
                network = Network.Of(1_000, edges.ToArray());
                var updated = Leiden.Update(network, communityOf, changed, new() { Seed = seed });
                var full = Leiden.Run(network, new() { Seed = seed, MaxIterations = 20 });
                updated.Quality!.Value.Should().BeGreaterThanOrEqualTo(full.Quality!.Value - 1e-4, $"seed {seed}, round {round}");
                communityOf = [.. updated.CommunityOf];
            }
        }
    }

    [Fact]
    public void Nothing_gets_worse_and_every_community_stays_connected() =>
        Gen.Select(RandomNetwork.Medium, Gen.Bool, Gen.Int[1, 1000]).Sample((network, isCpm, seed) =>
        {
            var parameters = new LeidenParameters { Seed = seed, QualityFunction = isCpm ? QualityFunction.Cpm : QualityFunction.Modularity, Resolution = isCpm ? 0.3 : 1 };
            var before = Leiden.Run(network, parameters).CommunityOf;
            var random = new SeededRandom(seed);
            var edges = Listed(network);
            var changed = Edit(edges, ref random, network.NodeCount, 1);
            var now = Network.Of(network.NodeCount, edges.ToArray());

            var updated = Leiden.Update(now, before.AsSpan(), changed, parameters);
            var kept = isCpm ? ConstantPotts.Of(now, before.AsSpan(), 0.3) : Modularity.Of(now, before.AsSpan()) ?? 0;
            (updated.Quality ?? 0).Should().BeGreaterThanOrEqualTo(kept - 1e-5);
            var inner = RandomNetwork.EdgesOf(now).Where(edge => updated.CommunityOf[edge.A] == updated.CommunityOf[edge.B]);
            Graph.Analysis.Connectivity.Components.Of(Network.Of(now.NodeCount, [.. inner.Select(edge => new Edge(edge.A, edge.B))]))
                .ComponentOf.Should().Equal(updated.CommunityOf);
        }, iter: 300);

    [Fact]
    public void A_new_node_joins_those_it_is_tied_to_and_a_far_community_stays_as_it_was()
    {
        // Two triangles, far from each other, and a node that comes to the first.
        var edges = new Edge[] { new(0, 1), new(1, 2), new(0, 2), new(3, 4), new(4, 5), new(3, 5), new(6, 0), new(6, 1) };
        Leiden.Update(Network.Of(7, edges), [0, 0, 0, 5, 5, 5, -1], [0, 1, 6], new()).CommunityOf.Should().Equal(0, 0, 0, 1, 1, 1, 0);
    }

    [Fact]
    public void One_community_too_few_is_refused()
    {
        var act = () => Leiden.Update(RandomNetwork.Path(3), [0, 0], [0], new());
        act.Should().Throw<ArgumentException>().WithMessage("2 communities for 3 nodes*");
    }

    private static List<Edge> Listed(Network network) => [.. RandomNetwork.EdgesOf(network).Select(edge => new Edge(edge.A, edge.B))];

    // Takes as many edges away as it adds; gives the ends of both.
    private static int[] Edit(List<Edge> edges, ref SeededRandom random, int nodeCount, int count)
    {
        var changed = new HashSet<int>();
        for (var i = 0; i < count; i++)
        {
            if (edges.Count > 0)
            {
                var gone = random.Next(edges.Count);
                changed.UnionWith([edges[gone].A, edges[gone].B]);
                edges.RemoveAt(gone);
            }

            var added = new Edge(random.Next(nodeCount), random.Next(nodeCount));
            changed.UnionWith([added.A, added.B]);
            edges.Add(added);
        }

        return [.. changed];
    }
}
