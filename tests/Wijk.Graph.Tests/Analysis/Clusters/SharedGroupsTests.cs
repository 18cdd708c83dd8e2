using Wijk.Graph.Analysis.Clusters;
using Wijk.Graph.Networks;
using Wijk.Graph.Tests.Networks;

namespace Wijk.Graph.Tests.Analysis.Clusters;

public class SharedGroupsTests
{
    [Fact]
    public void A_group_gives_each_member_the_strength_one_however_large_it_is()
    {
        foreach (var size in new[] { 2, 5, SharedGroups.MostPaired, SharedGroups.MostPaired + 1, 500 })
        {
            var network = SharedGroups.Join(Incidence.Of(1, size, [.. Enumerable.Range(0, size).Select(member => (0, member))]), []);
            for (var member = 0; member < size; member++) network.Weights(member).ToArray().Sum().Should().BeApproximately(1, 1e-5f);
            network.NodeCount.Should().Be(size > SharedGroups.MostPaired ? size + 1 : size);
        }
    }

    [Fact]
    public void A_crowd_takes_as_many_edges_as_it_has_members()
    {
        const int Members = 200_000;
        SharedGroups.Join(Incidence.Of(1, Members, [.. Enumerable.Range(0, Members).Select(member => (0, member))]), []).EdgeCount.Should().Be(Members);
    }

    [Fact]
    public void Who_are_only_in_one_crowd_belong_together()
    {
        // Two crowds of 100 that share nobody, and a tie between them.
        var groups = Incidence.Of(2, 200, [.. Enumerable.Range(0, 200).Select(member => (member / 100, member))]);
        var communityOf = Leiden.Run(SharedGroups.Join(groups, [new(0, 100, 0.2f)]), new()).CommunityOf[..200];
        communityOf.Should().Equal(Enumerable.Range(0, 200).Select(member => member / 100));
    }

    [Fact]
    public void The_two_circles_of_the_southern_women_are_found_as_well_as_by_Louvain()
    {
        var oracle = OracleNetwork.Read("davis_southern_women");
        var women = oracle.Groups.Count(group => group == "0");
        var pairs = RandomNetwork.EdgesOf(oracle.Network).Select(edge => (edge.B - women, edge.A)).ToArray();
        var projected = SharedGroups.Join(Incidence.Of(oracle.Names.Length - women, women, pairs), []);

        // The circles that most of 21 methods agree on: the first nine and the last nine (Freeman (2003), Finding social groups).
        int[] circles = [.. Enumerable.Range(0, women).Select(woman => woman / 9)];

        // The best of 20 runs of NetworkX 2.8.8, louvain_communities with seeds 0 to 19 on the same projection, has modularity 0.26414 and NMI 1.
        var best = Enumerable.Range(1, 20).Select(seed => Leiden.Run(projected, new() { Seed = seed })).MaxBy(result => result.Quality)!;
        best.Quality!.Value.Should().BeGreaterThan(0.26413);
        PlantedNetwork.Nmi(best.CommunityOf, circles).Should().BeGreaterThan(0.97);
    }

    [Fact]
    public void A_tie_to_someone_who_is_no_member_is_refused()
    {
        var act = () => SharedGroups.Join(Incidence.Of(0, 2, []), [new(0, 2)]);
        act.Should().Throw<ArgumentOutOfRangeException>().WithMessage("Both ends must be members: 0 to 1*");
    }
}
