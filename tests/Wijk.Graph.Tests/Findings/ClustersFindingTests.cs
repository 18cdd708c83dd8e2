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
        var answer = graph.Snapshot().Ask(new ClustersQuestion { QualityFunction = quality });
        var snapshot = graph.Snapshot();
        answer.Clusters.Select(cluster => cluster.Members.Select(member => snapshot.Node(member).Key)).Should().BeEquivalentTo(groups);
        answer.Clusters.Should().OnlyContain(cluster => cluster.Density == 1 && cluster.CouldBeAdvice);
    }

    [Fact]
    public void A_cluster_of_which_most_members_share_one_scheme_is_no_advice()
    {
        var members = Clique("a", 5);
        var scheme = graph.Node(NodeKind.Measure, "Regeling", ("type", "scheme"));
        foreach (var member in members.Take(4)) // 4 of 5 = 80 %
            graph.Relate(RelationKind.PartOf, graph.Measure("werk van " + member.Split(':')[2], null, member), scheme);
        var cluster = Ask().Clusters.Single();
        cluster.CouldBeAdvice.Should().BeFalse();
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
        Ask().Clusters.Single().CouldBeAdvice.Should().BeTrue();
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

    [Fact]
    public void Where_all_were_asked_and_have_no_contact_that_is_known()
    {
        var (group, area) = (graph.Node(NodeKind.TargetGroup, "jongeren"), graph.Area("Oost"));
        var agencies = new[] { "a", "b" }.Select(graph.Agency).ToArray();
        foreach (var agency in agencies) graph.Target(graph.Measure("werk van " + agency, null, agency), group, area);
        graph.Tie(agencies[0], agencies[1], 0);
        Ask().Clusters.Single().Reason.Nl.Should().Contain("zij zijn allemaal gevraagd en hebben geen contact met elkaar").And.NotContain("weten we niet");
    }

    [Fact]
    public void What_few_members_share_is_not_called_what_they_mostly_share()
    {
        var members = Clique("a", 5);
        var domain = graph.Node(NodeKind.Domain, "Sport");
        foreach (var member in members.Take(2)) graph.Relate(RelationKind.InDomain, member, domain);
        Ask().Clusters.Single().About.Should().BeEmpty();
        Ask().Reason.Nl.Should().Contain("1 groep hangt samen; 0 organisaties en initiatieven staan, voor zover we weten, los.");
    }

    [Fact]
    public void A_resolution_that_leaves_all_alone_does_not_say_that_nothing_joins_them()
    {
        Clique("a", 3);
        var answer = graph.Snapshot().Ask(new ClustersQuestion { QualityFunction = QualityFunction.Cpm, Resolution = 5 });
        answer.Clusters.Should().BeEmpty();
        answer.Reason.En.Should().Contain("At this resolution no two belong together").And.NotContain("Nothing joins");
    }

    [Fact]
    public void The_evidence_of_a_cluster_is_the_work_of_its_own_members()
    {
        var (group, area) = (graph.Node(NodeKind.TargetGroup, "jongeren"), graph.Area("Oost"));
        var members = Clique("a", 3);
        var others = Clique("b", 3);
        var targetings = new[] { members[0], members[1], others[0] }
            .Select(agency => graph.Target(graph.Measure("werk van " + agency, null, agency), group, area)).ToArray();
        var snapshot = graph.Snapshot();
        var cluster = snapshot.Ask(new ClustersQuestion()).Clusters.Single(cluster => cluster.Members.Any(member => snapshot.Node(member).Key == members[0]));
        cluster.Evidence.Where(key => key.StartsWith("targeting", StringComparison.Ordinal)).Should().BeEquivalentTo(targetings.Take(2));
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

    private ClustersAnswer Ask() => graph.Snapshot().Ask(new ClustersQuestion());
}
