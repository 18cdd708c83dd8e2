using System.Collections.Immutable;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Clusters;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Stores;
using Wijk.Graph.Views;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Findings;

/// <summary>A cluster keeps its id with new data as long as its membership overlaps most with what it was, and a diff says what became of each.</summary>
public class ClusterIdentityTests
{
    private static readonly DateOnly Day = new(2026, 6, 1);

    private readonly ClusterBook book = new();

    [Fact]
    public void A_new_cluster_has_an_id_made_of_its_members_whatever_the_order_and_the_version()
    {
        var (first, second) = (Ask(1, Clique("a", 6)), Ask(2, Clique("a", 6)));
        Ids(first).Should().ContainSingle().Which.Should().MatchRegex("^[0-9a-f]{16}$");
        Ids(second).Should().Equal(Ids(first));
    }

    [Fact]
    public void A_cluster_that_members_join_keeps_its_id_and_the_diff_names_them()
    {
        var before = Keep(Ask(1, Clique("a", 6), Clique("b", 6)));
        var after = Ask(2, Clique("a", 7), Clique("b", 6));
        Ids(after).Should().BeEquivalentTo(Ids(before));
        var changes = after.Changes(since: 1)!;
        changes.Changes.Select(change => change.Kind).Should().Equal([ClusterChangeKind.Changed, .. Enumerable.Repeat(ClusterChangeKind.Stayed, 5)]);
        changes.Changes[0].Joined.Should().Equal("agency:test:a6");
        changes.Changes[0].Reason.Should().Be(new Words("1 kwam erbij: a6.", "1 joined: a6."));
        changes.Reason.En.Should().Be("From version 1 to 2: 5 the same as before, 1 with other members.");
    }

    [Fact]
    public void A_cluster_that_splits_goes_on_in_its_larger_part_and_the_other_is_told_as_split_off()
    {
        var before = Keep(State(1, ("old", Members("a", 9))));
        var after = State(2, ("old", Members("a", 6)), ("new", ["a6", "a7", "a8"]));
        var changes = Between(before, after);
        changes.Changes.Select(change => (change.Id, change.Kind, change.Other?.Id)).Should().Equal(("old", ClusterChangeKind.Changed, null), ("new", ClusterChangeKind.Split, "old"));
        changes.Changes[1].Reason.En.Should().StartWith("Split off from the group of ");
    }

    [Fact]
    public void A_cluster_that_goes_into_another_is_told_as_merged_and_one_that_is_scattered_as_gone()
    {
        var before = State(1, ("large", Members("a", 6)), ("small", Members("b", 3)), ("loose", Members("c", 3)), ("same", Members("d", 3)));
        var after = State(2, ("large", [.. Members("a", 6), .. Members("b", 3)]), ("same", Members("d", 3)), ("fresh", Members("e", 3)));
        Between(before, after).Changes.Select(change => (change.Id, change.Kind, change.Other?.Id)).Should().Equal(
            ("large", ClusterChangeKind.Changed, null), ("fresh", ClusterChangeKind.New, null), ("small", ClusterChangeKind.Merged, "large"), ("loose", ClusterChangeKind.Gone, null),
            ("same", ClusterChangeKind.Stayed, null));
    }

    [Fact]
    public void Members_that_are_not_seen_are_counted_and_not_named()
    {
        var changes = Between(State(1, ("x", ["a0", "hidden"])), State(2, ("x", ["a0"])));
        changes.Changes[0].Reason.En.Should().Be("1 left: 1 who is not seen here.");
    }

    [Fact]
    public void Where_nothing_was_kept_that_is_said_and_clusters_of_another_question_are_not_kept()
    {
        var answer = Ask(3, Clique("a", 6));
        answer.Changes(since: 2)!.Reason.En.Should().StartWith("Nothing was kept");
        answer.Changes()!.Since.Should().BeNull();
        Ask(3, new ClustersQuestion { Resolution = 2 }, Clique("a", 6)).Changes(since: 1).Should().BeNull();
        new ClustersQuestion().Ask(GraphView.Of(Snapshot(3, Clique("a", 6))).For(new Reader("some", record => record)), Day).IsKept.Should().BeFalse("what others see is not told");
    }

    [Fact]
    public void A_key_of_a_cluster_says_what_was_asked()
    {
        var answer = Ask(1, new ClustersQuestion { Resolution = 1.5, Seed = 7 }, Clique("a", 6));
        var key = AnswerKeys.OfCluster(answer, answer.Trust().Clusters[0]);
        AnswerKeys.ClustersOf(key).Should().Be(new ClustersQuestion { Resolution = 1.5, Seed = 7 });
        AnswerKeys.ClustersOf("cluster:clusters:modularity>0>->1>x").Should().BeNull("a resolution is above 0");
    }

    // Also with one that nothing was kept of: what was not looked at in between harms nobody.
    [Fact]
    public void What_is_kept_of_a_version_does_not_change_the_ids_of_that_version()
    {
        Keep(Ask(1, Clique("a", 6)));
        var answer = Ask(5, Clique("a", 6), Clique("b", 6));
        var ids = Ids(answer);
        Keep(answer);
        Ids(answer).Should().Equal(ids);
        book.At(5)!.Clusters.Select(cluster => cluster.Id).Should().Contain(ids);
        answer.Changes()!.Changes.Select(change => change.Kind).Should().Equal([ClusterChangeKind.New, .. Enumerable.Repeat(ClusterChangeKind.Stayed, 5)]);
    }

    private ClustersAnswer Ask(long version, params string[][] cliques) => Ask(version, new(), cliques);

    private ClustersAnswer Ask(long version, ClustersQuestion question, params string[][] cliques) => question.Ask(GraphView.Of(Snapshot(version, cliques)), Day);

    // The cliques beside four others, so that they are more than chance.
    private GraphSnapshot Snapshot(long version, params string[][] cliques)
    {
        var graph = new GraphBuilder();
        foreach (var names in cliques.Concat(Enumerable.Range(0, 4).Select(i => Clique($"z{i}", 6))))
        {
            var members = names.Select(graph.Agency).ToArray();
            for (var i = 0; i < members.Length; i++)
            {
                for (var j = i + 1; j < members.Length; j++) graph.Tie(members[i], members[j], 3, $"rondgang {i}");
            }
        }

        var contents = graph.Contents();
        return GraphSnapshot.Of(new(new GraphVersion(version, DateTimeOffset.UnixEpoch), contents.Nodes, contents.Relations), null, book);
    }

    private static string[] Clique(string name, int size) => [.. Enumerable.Range(0, size).Select(i => $"{name}{i}")];

    private static ImmutableArray<string> Members(string name, int size) => [.. Clique(name, size)];

    private static string[] Ids(ClustersAnswer answer) => [.. answer.Trust().Clusters.Where(cluster => Names(cluster).Any(name => !name.StartsWith('z'))).Select(cluster => cluster.Id)];

    private static IEnumerable<string> Names(TrustedCluster cluster) => cluster.Cluster.Members.Select(member => cluster.Cluster.View.Graph.Node(member).Name);

    private ClustersAnswer Keep(ClustersAnswer answer)
    {
        book.Add(answer.Trust().Keep(Day));
        return answer;
    }

    private KeptClusters Keep(KeptClusters state)
    {
        book.Add(state);
        return state;
    }

    private static KeptClusters State(long version, params (string Id, ImmutableArray<string> Names)[] clusters) => new(version, Day,
        [.. clusters.Select(cluster => new KeptCluster(cluster.Id, false, [.. cluster.Names.Select(name => Keys.Of(NodeKind.Agency, GraphBuilder.Namespace, name)).Order(StringComparer.Ordinal)])).OrderBy(cluster => cluster.Id, StringComparer.Ordinal)]);

    private ClusterChanges Between(KeptClusters before, KeptClusters after) =>
        ClusterChanges.Between(GraphView.Of(Snapshot(after.Version, Clique("a", 9), Clique("b", 3), Clique("c", 3), Clique("d", 3), Clique("e", 3))), before, after);
}
