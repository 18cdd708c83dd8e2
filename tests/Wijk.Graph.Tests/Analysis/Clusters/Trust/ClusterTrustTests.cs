using Wijk.Graph.Analysis.Clusters;
using Wijk.Graph.Analysis.Clusters.Trust;
using Wijk.Graph.Networks;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Analysis.Clusters.Trust;

public class ClusterTrustTests
{
    private static readonly LeidenParameters TwoIterations = new() { MaxIterations = 2 };

    [Fact]
    public void Where_ties_are_random_there_are_no_clear_clusters() =>
        InMost(LongRun.Portion(2, 100), 0.95, seed => Judge(seed, MadeNetworks.Random(seed, 1000, 15)).Trust.Groups.IsEmpty);

    [Fact]
    public void Where_only_some_have_many_more_ties_than_others_there_are_no_clear_clusters() =>
        InMost(LongRun.Portion(2, 100), 0.95, seed => Judge(seed, MadeNetworks.Skewed(seed, 1000, 6)).Trust.Groups.IsEmpty);

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.4)]
    public void Groups_that_were_planted_are_found(double mixing) => InMost(LongRun.Portion(1, 100), 0.95, seed =>
    {
        var (trust, groups) = Judge(seed, MadeNetworks.Planted(seed, 1000, 15, mixing, 20, 100));
        var assigned = Assigned(trust).Where(node => groups[node] >= 0).ToArray();
        return assigned.Length >= 880 && Agreement.Normalized(Of(groups, assigned), Of(trust.GroupOf, assigned)) >= 0.95;
    });

    [Fact]
    public void Nodes_that_belong_to_no_group_stay_out_and_those_of_groups_are_in() => InMost(LongRun.Portion(1, 100), 0.90, seed =>
    {
        var (trust, groups) = Judge(seed, MadeNetworks.HalfAndHalf(seed));
        var inCluster = Assigned(trust);
        var planted = inCluster.Where(node => groups[node] >= 0).ToArray();
        return inCluster.Length - planted.Length <= 30 && planted.Length >= 880
            && Agreement.Normalized(Of(groups, planted), Of(trust.GroupOf, planted)) >= 0.95
            && Agreement.Adjusted(Of(groups, planted), Of(trust.GroupOf, planted)) >= 0.95;
    });

    [Theory]
    [InlineData(500, 500, 10)]
    [InlineData(600, 400, 6)]
    public void Two_random_parts_that_are_only_apart_are_two_blocks(int first, int second, double degree) => InMost(LongRun.Portion(1, 20), 0.9, seed =>
    {
        var (trust, _) = Judge(seed, MadeNetworks.Joined(seed, made => made.AddNoise(first, degree), made => made.AddNoise(second, degree), 0.05));
        return trust is { ClusterCount: 0, Groups: [var larger, var smaller] } && larger.Nodes.Length >= 0.95 * first && smaller.Nodes.Length >= 0.95 * second;
    });

    [Fact]
    public void A_random_half_beside_groups_is_one_block_and_the_groups_are_clusters() => InMost(LongRun.Portion(1, 20), 0.9, seed =>
    {
        var (trust, groups) = Judge(seed, MadeNetworks.Joined(seed, made => made.AddGroups(500, 10, 0.2, 20, 60), made => made.AddNoise(500, 10), 0.05));
        return trust.Groups.Where(group => group.IsBlock).ToArray() is [var block] && block.Nodes.Count(node => groups[node] < 0) >= 475
            && Assigned(trust).All(node => groups[node] >= 0);
    });

    [Fact]
    public void The_answer_does_not_depend_on_the_number_of_threads()
    {
        var layers = NetworkLayers.Of(MadeNetworks.Planted(3, 200, 8, 0.3, 20, 40).Network);
        var parameters = new TrustParameters { FirstRandomCount = 59, RandomCount = 99 };
        var one = ClusterTrust.Of(layers, TwoIterations, parameters with { ThreadCount = 1 });
        var three = ClusterTrust.Of(layers, TwoIterations, parameters with { ThreadCount = 3 });
        three.GroupOf.Should().Equal(one.GroupOf);
        three.Ambiguity.Should().Equal(one.Ambiguity);
        three.Groups.Select(group => group.Standing).Should().Equal(one.Groups.Select(group => group.Standing));
    }

    [Fact]
    public void Without_ties_there_is_nothing_to_judge()
    {
        var trust = ClusterTrust.Of(NetworkLayers.Of(Network.Of(5, [])), new(), new());
        (trust.Groups.Length, trust.DescriptionLength).Should().Be((0, null));
        trust.GroupOf.Should().Equal(-1, -1, -1, -1, -1);
    }

    [Fact]
    public void Work_that_is_called_off_stops()
    {
        var layers = NetworkLayers.Of(MadeNetworks.Random(1, 100, 6).Network);
        var judge = () => ClusterTrust.Of(layers, new(), new(), cancellationToken: new CancellationToken(true));
        judge.Should().Throw<OperationCanceledException>();
    }

    private static (TrustResult Trust, int[] Groups) Judge(int seed, (Network Network, int[] Groups) made) =>
        (ClusterTrust.Of(NetworkLayers.Of(made.Network), TwoIterations, new() { Seed = seed }, cancellationToken: TestContext.Current.CancellationToken), made.Groups);

    private static int[] Assigned(TrustResult trust) =>
        [.. Enumerable.Range(0, trust.GroupOf.Length).Where(node => trust.GroupOf[node] >= 0 && !trust.Groups[trust.GroupOf[node]].IsBlock)];

    private static int[] Of(IReadOnlyList<int> values, int[] nodes) => Array.ConvertAll(nodes, node => values[node]);

    private static void InMost(int seedCount, double share, Func<int, bool> holds)
    {
        var failing = Enumerable.Range(1, seedCount).Where(seed => !holds(seed)).ToArray();
        failing.Length.Should().BeLessThanOrEqualTo((int)Math.Round(seedCount * (1 - share), MidpointRounding.AwayFromZero), $"seeds {string.Join(", ", failing)}");
    }
}
