using Wijk.Graph.Analysis.Clusters;
using Wijk.Graph.Findings.Clusters;
using Wijk.Graph.Model;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Findings;

public class ClustersFindingTests
{
    private readonly GraphBuilder graph = new();

    [Theory]
    [InlineData(QualityFunction.Modularity)]
    [InlineData(QualityFunction.Cpm)]
    public void Two_groups_that_know_each_other_within_are_two_clusters(QualityFunction quality)
    {
        var groups = new[] { Clique("a", 4), Clique("b", 4) };
        graph.Tie(groups[0][0], groups[1][0], 1);
        var answer = ClustersFinding.Ask(graph.Snapshot(), new() { QualityFunction = quality });
        var snapshot = graph.Snapshot();
        answer.Clusters.Select(cluster => cluster.Members.Select(member => snapshot.Node(member).Key)).Should().BeEquivalentTo(groups);
        answer.Clusters.Should().OnlyContain(cluster => cluster.Density == 1 && cluster.IsAdvice);
    }

    [Fact]
    public void A_cluster_of_which_most_members_share_one_scheme_is_no_advice()
    {
        var members = Clique("a", 5);
        var scheme = graph.Node(NodeKind.Measure, "Regeling", ("type", "scheme"));
        foreach (var member in members.Take(4)) // 4 of 5 = 80 %
            graph.Relate(RelationKind.PartOf, graph.Measure("werk van " + member.Split(':')[2], null, member), scheme);
        var cluster = Ask().Clusters.Single();
        cluster.IsAdvice.Should().BeFalse();
        cluster.Repeats.Should().ContainSingle().Which.Kind.Should().Be(TraitKind.Scheme);
        cluster.Reason.En.Should().Contain("only repeats the scheme Regeling (80% of the members)");
        Ask().Reason.En.Should().Contain("There is nothing to advise now");
    }

    [Fact]
    public void Less_than_most_is_still_advice()
    {
        var members = Clique("a", 5);
        var domain = graph.Node(NodeKind.Domain, "Sport");
        foreach (var member in members.Take(3)) graph.Relate(RelationKind.InDomain, member, domain);
        Ask().Clusters.Single().IsAdvice.Should().BeTrue();
    }

    [Fact]
    public void A_cluster_that_is_one_cell_without_a_tie_repeats_the_overlap()
    {
        var (group, area) = (graph.Node(NodeKind.TargetGroup, "jongeren"), graph.Area("Oost"));
        foreach (var name in new[] { "a", "b", "c" }) graph.Target(graph.Measure("werk van " + name, null, graph.Agency(name)), group, area);
        var cluster = Ask().Clusters.Single();
        cluster.Repeats.Select(trait => trait.Kind).Should().BeEquivalentTo([TraitKind.Cell, TraitKind.TargetGroup, TraitKind.Area]);
        cluster.Coordination.Unknown.Should().Be(3);
    }

    [Fact]
    public void Where_nothing_joins_anybody_nothing_is_said()
    {
        graph.Agency("a");
        graph.Agency("b");
        var answer = Ask();
        (answer.Clusters.Length, answer.Quality, answer.AloneCount).Should().Be((0, null, 2));
        answer.Reason.En.Should().Contain("0 of 1 pairs were asked").And.Contain("Nothing joins them");
    }

    private string[] Clique(string name, int size)
    {
        var agencies = Enumerable.Range(0, size).Select(i => graph.Agency($"{name}{i}")).ToArray();
        for (var i = 0; i < size; i++)
        {
            for (var j = i + 1; j < size; j++) graph.Tie(agencies[i], agencies[j], 3);
        }

        return agencies;
    }

    private ClustersAnswer Ask() => ClustersFinding.Ask(graph.Snapshot(), new());
}
