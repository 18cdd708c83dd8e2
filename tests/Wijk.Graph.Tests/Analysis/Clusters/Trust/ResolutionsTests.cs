using Wijk.Graph.Analysis.Clusters;
using Wijk.Graph.Analysis.Clusters.Trust;
using Wijk.Graph.Networks;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Analysis.Clusters.Trust;

public class ResolutionsTests
{
    private static readonly LeidenParameters Usual = new();

    [Fact]
    public void In_a_ring_of_cliques_the_widest_range_gives_the_cliques_where_the_usual_resolution_joins_two()
    {
        // Fortunato and Barthélemy (2007), doi:10.1073/pnas.0605965104: joining two of n neighbors gains until the resolution is n/22.
        var ring = Ring(cliques: 24, size: 5);
        Leiden.Run(ring, Usual).CommunityCount.Should().BeLessThan(24);
        var range = Resolutions.Of(ring, Usual)!;
        (range.Lowest, range.Highest).Should().Be((1.25, 4));
        Leiden.Run(ring, Usual with { Resolution = range.Middle }).CommunityCount.Should().Be(24);
    }

    [Fact]
    public void Groups_that_the_usual_resolution_finds_are_found_in_the_middle_too()
    {
        var (network, groups) = MadeNetworks.Planted(1, 600, 15, 0.2, 20, 60);
        var range = Resolutions.Of(network, Usual)!;
        range.Lowest.Should().BeLessThan(range.Middle);
        range.Middle.Should().BeLessThan(range.Highest);
        Agreement.Normalized(Leiden.Run(network, Usual with { Resolution = range.Middle }).CommunityOf.AsSpan(), groups).Should().BeGreaterThan(0.95);
    }

    [Fact]
    public void Where_nothing_joins_anybody_or_all_are_one_no_range_says_anything()
    {
        Resolutions.Of(Network.Of(4, []), Usual).Should().BeNull();
        Resolutions.Of(Network.Of(2, [new(0, 1)]), Usual with { Resolution = 0.1 }).Should().BeNull();
    }

    [Fact]
    public void Where_ties_are_random_no_range_is_wide_enough_to_say_anything() => Resolutions.Of(MadeNetworks.Random(1, 300, 8).Network, Usual).Should().BeNull();

    [Fact]
    public void The_range_does_not_depend_on_the_number_of_threads()
    {
        var (network, _) = MadeNetworks.Planted(2, 300, 10, 0.3, 20, 40);
        Resolutions.Of(network, Usual with { ThreadCount = 3 }).Should().Be(Resolutions.Of(network, Usual with { ThreadCount = 1 }));
    }

    // Choosing the resolution by looking at the ties must not make clusters of chance.
    [Fact]
    public void Where_ties_are_random_there_are_no_clear_clusters_at_the_resolution_of_the_widest_range_either()
    {
        var seeds = LongRun.Portion(5, 100);
        Enumerable.Range(1, seeds).Count(seed => HasClusters(MadeNetworks.Random(seed, 200, 8).Network, seed)).Should().BeLessThanOrEqualTo((int)Math.Ceiling(0.05 * seeds));
        Enumerable.Range(1, seeds).Count(seed => HasClusters(MadeNetworks.Skewed(seed, 200, 6).Network, seed)).Should().BeLessThanOrEqualTo((int)Math.Ceiling(0.05 * seeds));
    }

    private static bool HasClusters(Network network, int seed)
    {
        var usual = Usual with { MaxIterations = 2, Seed = seed };
        var resolution = Resolutions.Of(network, usual)?.Middle ?? 1;
        var trust = ClusterTrust.Of(
            NetworkLayers.Of(network), usual with { Resolution = resolution }, new() { Seed = seed, FirstRandomCount = 199, RandomCount = 199 },
            cancellationToken: TestContext.Current.CancellationToken);
        return trust.ClusterCount > 0;
    }

    private static Network Ring(int cliques, int size)
    {
        var ties = new List<Edge>();
        for (var clique = 0; clique < cliques; clique++)
        {
            for (var i = 0; i < size; i++)
            {
                for (var j = i + 1; j < size; j++) ties.Add(new((clique * size) + i, (clique * size) + j));
            }

            ties.Add(new(clique * size, (((clique + 1) % cliques) * size) + 1));
        }

        return Network.Of(cliques * size, [.. ties]);
    }
}
