using CsCheck;
using Wijk.Graph.Analysis.Clusters;

namespace Wijk.Graph.Tests.Analysis.Clusters;

public class ClusterMatchingTests
{
    [Fact]
    public void A_cluster_that_is_split_goes_on_in_its_larger_part() =>
        ClusterMatching.Of([[0, 1, 2, 3, 4]], [[3, 4], [0, 1, 2]]).Should().Equal(-1, 0);

    [Fact]
    public void Of_two_that_merge_the_larger_goes_on() =>
        ClusterMatching.Of([[0, 1], [2, 3, 4]], [[0, 1, 2, 3, 4]]).Should().Equal(1);

    [Fact]
    public void With_too_little_in_common_a_cluster_is_new() =>
        ClusterMatching.Of([[0, 1, 2, 3, 4]], [[4, 5, 6, 7]]).Should().Equal([-1], "1 of 8 is below .3");

    [Fact]
    public void A_member_in_two_clusters_is_refused() =>
        FluentActions.Invoking(() => ClusterMatching.Of([[1], [1]], [])).Should().Throw<ArgumentException>().WithMessage("Member 1 is in two clusters.*");

    [Fact]
    public void Nobody_is_matched_twice_and_no_pair_that_is_left_overlaps_as_much_as_a_pair_of_its_two() =>
        Gen.Select(Gen.Int[0, 5].Array[30], Gen.Int[0, 5].Array[30]).Sample((was, isNow) =>
        {
            var (before, now) = (Clusters(was), Clusters(isNow));
            var matched = ClusterMatching.Of(before, now);
            matched.Where(other => other >= 0).Should().OnlyHaveUniqueItems();
            for (var b = 0; b < before.Length; b++)
            {
                for (var n = 0; n < now.Length; n++)
                {
                    if (matched[n] == b || Index(before[b], now[n]) < ClusterMatching.Least) continue;
                    // Else both would rather be with each other (a stable matching).
                    var own = matched[n] < 0 ? 0 : Index(before[matched[n]], now[n]);
                    var taken = Array.IndexOf(matched, b);
                    Math.Max(own, taken < 0 ? 0 : Index(before[b], now[taken])).Should().BeGreaterThanOrEqualTo(Index(before[b], now[n]));
                }
            }
        }, iter: 500);

    [Fact]
    public void What_did_not_change_is_matched_with_itself() => Gen.Int[0, 5].Array[30].Sample(was =>
    {
        var clusters = Clusters(was);
        ClusterMatching.Of(clusters, clusters).Should().Equal(Enumerable.Range(0, clusters.Length));
    }, iter: 100);

    private static double Index(int[] a, int[] b) => (double)a.Intersect(b).Count() / a.Union(b).Count();

    private static int[][] Clusters(int[] clusterOf) => [.. clusterOf.Index().GroupBy(member => member.Item, member => member.Index).OrderBy(cluster => cluster.Key).Select(cluster => cluster.ToArray())];
}
