using System.Text.Json.Nodes;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using Wijk.GraphQL.Tests.Pages;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Execution;

/// <summary>Clusters keep their id from version to version: they are kept in the store once a version stays, when nobody waits.</summary>
public sealed class ClusterKeeperTests
{
    private const string Ids = "{ clusters { trustedClusters(first: 10) { edges { node { id key cluster { members(first: 10) { edges { node { key } } } } } } } changes(since: 1) { since until reason { en } changes { kind joined other } } } }";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_joins_a_cluster_does_not_change_its_id_and_page_and_query_say_who_joined()
    {
        var (graph, groups) = ClusteredCity.Build(withBlock: false);
        await using var server = await TestServer.StartWithAsync(graph.Snapshot());
        (await server.KeepClustersAsync()).Should().BeTrue();
        var kept = (await server.Store.ReadClustersAsync(0, Stop)).Should().ContainSingle().Subject;
        (kept.Version, kept.Clusters.Length).Should().Be((1, 5));
        var before = KeyOf(await server.DataAsync(Ids), groups[3][0]);

        await server.Store.CommitAsync(Joining("agency:test:nieuw", groups[3]), Stop);
        while ((long)(await server.DataAsync("{ graph { version } }"))["graph"]!["version"]! < 2) await Task.Delay(20, Stop);
        var data = await server.DataAsync(Ids);
        KeyOf(data, "agency:test:nieuw").Should().Be(before, "it is the same group with one more");
        var changes = data["clusters"]!["changes"]!;
        ((long)changes["since"]!, (long)changes["until"]!).Should().Be((1, 2));
        changes["changes"]!.AsArray().Where(change => (string)change!["kind"]! == "CHANGED").Select(change => (string)change!["joined"]![0]!).Should().Equal("agency:test:nieuw");
        PageReading.Seen((await server.Client.PageAsync("/clusters", "en")).Html).Should().Contain("What changed").And.Contain("1 joined: Nieuw.");
        PageReading.Seen((await server.Client.PageAsync("/clusters/" + Uri.EscapeDataString(before), "nl")).Html).Should().Contain("1 kwam erbij: Nieuw.");

        (await server.KeepClustersAsync()).Should().BeTrue();
        (await server.Store.ReadClustersAsync(0, Stop)).Select(state => state.Version).Should().Equal(1, 2);
        KeyOf(await server.DataAsync(Ids), "agency:test:nieuw").Should().Be(before);
    }

    [Fact]
    public async Task What_did_not_change_is_not_kept_again_and_a_question_keeps_nothing()
    {
        await using var server = await TestServer.StartAsync();
        await server.DataAsync("{ clusters { trust { clusterCount } } }");
        (await server.Store.ReadClustersAsync(0, Stop)).Should().BeEmpty();
        (await server.KeepClustersAsync()).Should().BeTrue();
        (await server.KeepClustersAsync()).Should().BeTrue();
        (await server.Store.ReadClustersAsync(0, Stop)).Should().ContainSingle();
    }

    [Fact]
    public async Task While_others_compute_or_the_store_is_away_it_waits()
    {
        using var gate = new ManualResetEventSlim();
        await using var server = await TestServer.StartAsync();
        var held = server.Analyses.RunAsync("held", stop =>
        {
            gate.Wait(stop);
            return 1;
        }, Stop);
        (await server.KeepClustersAsync()).Should().BeFalse();
        gate.Set();
        await held;
        server.Store.IsAvailable = false;
        (await server.KeepClustersAsync()).Should().BeFalse();
        server.Store.IsAvailable = true;
        (await server.KeepClustersAsync()).Should().BeTrue();
    }

    // The key of the cluster that somebody is in.
    private static string KeyOf(JsonNode data, string member) => (string)data["clusters"]!["trustedClusters"]!["edges"]!.AsArray().Select(edge => edge!["node"]!)
        .Single(node => node["cluster"]!["members"]!["edges"]!.AsArray().Any(edge => (string)edge!["node"]!["key"]! == member))["key"]!;

    private static ChangeSet Joining(string key, string[] members) => new()
    {
        Id = "joining",
        Source = "test",
        RecordedAt = SmallNeighbourhood.Recorded,
        Changes =
        [
            Change.Put(new Node(key, NodeKind.Agency) { Source = "test", RecordedAt = SmallNeighbourhood.Recorded, Attributes = AttributeSet.Of(("name", "Nieuw")) }),
            .. members.Select(member => Change.Put(new Relation(RelationKind.Collaborates, key, member)
            {
                Source = "test", RecordedAt = SmallNeighbourhood.Recorded, Attributes = AttributeSet.Of(("level", 3L), ("basis", "asked"), ("reportedBy", "rondgang 1")),
            })),
        ],
    };
}
