using Wijk.Graph.Analysis.Clusters.Trust;
using Wijk.Graph.Findings.Clusters;
using Wijk.Graph.Model;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Findings;

public class ClustersTrustTests
{
    private readonly GraphBuilder graph = new();

    [Fact]
    public void Groups_that_know_each_other_within_are_more_than_chance_and_may_be_put_to_their_members()
    {
        var groups = Groups(5, 6);
        var trust = Ask();
        trust.Clusters.Select(cluster => Keys(cluster.Cluster)).Should().BeEquivalentTo(groups);
        trust.Clusters.Should().OnlyContain(cluster => cluster.IsAdvice && !cluster.IsBlock && cluster.Group.Standing.Percentile == 1);
        trust.InNone.Should().BeEmpty();
        trust.Reason.En.Should().StartWith("5 groups hang together more than chance would give.");
        trust.Result.DescriptionLength!.Saved.Should().BeGreaterThan(0);
    }

    [Fact]
    public void Where_contacts_are_anyhow_there_are_no_clear_clusters_and_nothing_is_advised()
    {
        var (agencies, random) = (Enumerable.Range(0, 60).Select(i => graph.Agency($"a{i:00}")).ToArray(), new Random(1));
        var pairs = Enumerable.Range(0, 400).Select(_ => (A: random.Next(60), B: random.Next(60))).Where(pair => pair.A < pair.B).Distinct();
        foreach (var (a, b) in pairs) graph.Tie(agencies[a], agencies[b], 1 + random.Next(5), "rondgang " + random.Next(9));

        var trust = Ask();
        (trust.Clusters.Length, trust.AdviceCount).Should().Be((0, 0));
        trust.InNone.Length.Should().BeGreaterThan(50);
        trust.Reason.Nl.Should().StartWith("Er zijn hier geen duidelijke clusters.").And.Contain("Er is nu niets te adviseren");
    }

    [Fact]
    public void With_too_few_respondents_a_cluster_is_at_most_likely_and_says_why()
    {
        Groups(5, 6, respondents: 4);
        var trust = Ask();
        trust.BringerCount.Should().Be(4);
        trust.Clusters.Should().HaveCount(5).And.OnlyContain(cluster => cluster.Label == StabilityLabel.Likely && cluster.Group.Stability!.OfComputation);
        trust.Clusters[0].Reason.En.Should().Contain("seem to belong together").And.Contain("cannot be judged: fewer than five sources or respondents");
    }

    [Fact]
    public void With_many_respondents_a_cluster_that_all_report_belongs_together()
    {
        // Each group is reported on by eight, each of whom names all its ties.
        var groups = Enumerable.Range(0, 5).Select(group => Enumerable.Range(0, 6).Select(i => graph.Agency($"g{group}{i}")).ToArray()).ToArray();
        foreach (var group in groups)
        {
            for (var respondent = 0; respondent < 8; respondent++) Tie(group, $"bewoner {respondent}");
        }

        var trust = Ask();
        trust.Clusters.Should().HaveCount(5).And.OnlyContain(cluster => cluster.Label == StabilityLabel.Core);
        trust.Clusters[0].Reason.Nl.Should().Contain("horen bij elkaar");
    }

    [Fact]
    public void A_cluster_of_which_all_have_one_funder_and_nobody_else_has_only_repeats_it()
    {
        var groups = Groups(5, 6);
        var funder = graph.Agency("fonds");
        foreach (var member in groups[0]) graph.Relate(RelationKind.Funds, funder, graph.Measure("werk van " + member, null, member));
        var repeating = Ask().Clusters.Single(cluster => !cluster.Cluster.Repeats.IsEmpty);
        Keys(repeating.Cluster).Should().BeEquivalentTo(groups[0]);
        repeating.IsAdvice.Should().BeFalse();
        Ask().OnlyRepeatingCount.Should().Be(6);
    }

    [Fact]
    public void A_cluster_among_many_with_the_same_funder_is_more_than_that()
    {
        var groups = Groups(5, 6);
        var funder = graph.Agency("fonds");
        foreach (var member in groups.SelectMany(group => group)) graph.Relate(RelationKind.Funds, funder, graph.Measure("werk van " + member, null, member));
        Ask().Clusters.Should().HaveCount(5).And.OnlyContain(cluster => cluster.IsAdvice, "among all whom it pays these hold together more than chance");
    }

    [Fact]
    public void A_rule_tells_members_from_others_with_its_hits()
    {
        var groups = Groups(5, 6);
        var (youth, elderly, east, west) = (graph.Node(NodeKind.TargetGroup, "jongeren"), graph.Node(NodeKind.TargetGroup, "ouderen"), graph.Area("Oost"), graph.Area("West"));
        foreach (var member in groups[0].Take(5)) graph.Target(graph.Measure("jong " + member, null, member), youth, east);
        foreach (var member in groups[1]) graph.Target(graph.Measure("jong west " + member, null, member), youth, west);
        foreach (var member in groups[2]) graph.Target(graph.Measure("oud oost " + member, null, member), elderly, east);
        var rule = Ask().Clusters.Single(cluster => Keys(cluster.Cluster).Contains(groups[0][0])).Rule!;
        (rule.HitCount, rule.MemberCount, rule.OtherHitCount, rule.OtherCount, rule.Traits.Length).Should().Be((5, 6, 0, 24, 2));
        rule.F1.Should().BeApproximately(10.0 / 11, 1e-12);
        Ask().Clusters.Single(cluster => Keys(cluster.Cluster).Contains(groups[0][0])).Reason.En.Should().Contain("For jongeren and in Oost: fits 5 of 6 members and 0 of 24 others.");
        Ask().Clusters.Single(cluster => Keys(cluster.Cluster).Contains(groups[4][0])).Reason.En.Should().Contain("cannot be described from what we know");
    }

    [Fact]
    public void Names_that_several_have_are_told_once_with_how_many_they_are()
    {
        var initiatives = Enumerable.Range(0, 4).Select(i => graph.Node(NodeKind.Initiative, "initiatief" + i, ("title", "Samen tuinieren"))).ToArray();
        Tie(initiatives, "rondgang");
        graph.Snapshot().Ask(new ClustersQuestion()).Clusters.Single().Reason.Nl.Should().Contain("4 keer Samen tuinieren");
    }

    [Fact]
    public void Where_nothing_joins_anybody_nothing_is_said()
    {
        graph.Agency("a");
        graph.Agency("b");
        var trust = Ask();
        (trust.Clusters.Length, trust.Result.RandomCount).Should().Be((0, 0));
        trust.Reason.En.Should().StartWith("Nothing joins them");
    }

    private string[][] Groups(int count, int size, int respondents = 30)
    {
        var groups = Enumerable.Range(0, count).Select(group => Enumerable.Range(0, size).Select(i => graph.Agency($"g{group}{i}")).ToArray()).ToArray();
        foreach (var (number, group) in groups.Index())
        {
            Tie(group, i => "rondgang " + (((number * 7) + i) % respondents));
            graph.Tie(group[0], groups[(number + 1) % count][1], 1, "rondgang 0");
        }

        return groups;
    }

    private void Tie(string[] members, string reportedBy) => Tie(members, _ => reportedBy);

    private void Tie(string[] members, Func<int, string> reportedBy)
    {
        for (var i = 0; i < members.Length; i++)
        {
            for (var j = i + 1; j < members.Length; j++) graph.Tie(members[i], members[j], 3, reportedBy(i));
        }
    }

    private static string[] Keys(Cluster cluster) => [.. cluster.Members.Select(member => cluster.View.Graph.Node(member).Key)];

    private ClustersTrust Ask() => graph.Snapshot().Ask(new ClustersQuestion()).Trust();
}
