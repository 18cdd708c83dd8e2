using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Neo4j;
using Wijk.Graph.Stores.Neo4j.ForeignEdits;
using Wijk.Graph.Stores.Neo4j.QueryApi;
using Wijk.Testing;
using static Wijk.Graph.Tests.Stores.Neo4j.ForeignEdits.Stored;

namespace Wijk.Graph.Tests.Stores.Neo4j.ForeignEdits;

[Collection(Neo4jServer.Collection)]
public sealed class ForeignEditDeskTests : IAsyncLifetime
{
    private Neo4jServer server = null!;
    private Neo4jStore store = null!;
    private QueryApiClient client = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await Neo4jServer.SharedAsync();
        await server.EmptyAsync();
        store = await Neo4jStore.OpenAsync(server.Settings(), TimeProvider.System, Cancel);
        client = new(server.Settings(), TimeProvider.System);
        await store.CommitAsync(
            new() { Id = "1", Source = "test", RecordedAt = Noon, Changes = [Change.Put(Agency()), Change.Put(Agency(Library, "Library")), Change.Put(Ties())] }, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await store.DisposeAsync();
    }

    [Fact]
    public async Task What_is_adopted_is_a_change_set_as_any_other()
    {
        await server.QueryAsync("MATCH (n:Agency {name: 'School'}) SET n.name = 'The school', n.validFrom = date('2020-01-01')");
        await server.QueryAsync("MATCH (:Agency)-[r:COLLABORATES]->() DELETE r");
        var adoption = await new ForeignEditDesk(client, "here").AdoptAsync(new() { Source = "analyst" }, Noon.AddDays(1), Cancel);
        adoption.Left.Should().BeEmpty();
        adoption.Version.Should().Be(2);

        var contents = await store.ReadContentsAsync(Cancel);
        contents.Version.Should().Be(new GraphVersion(2, Noon.AddDays(1)));
        contents.Relations.Should().BeEmpty();
        var school = contents.Nodes.Single(node => node.Key == School);
        school.Should().Match<Node>(node => node.Name == "The school" && node.Source == "analyst" && node.ValidFrom == PartialDate.Parse("2020-01-01"));
        (await store.ReadRemovalsAsync(Cancel)).Should().Equal(new Dictionary<string, string> { [Ties().Key] = "analyst" });
        var logged = await store.FindChangeSetAsync("adopt:", Cancel);
        logged!.Changes.Should().BeEquivalentTo([Change.Put(school), Change.Remove(Ties().Key)]);

        await store.CommitAsync(new() { Id = "3", Source = "test", RecordedAt = Noon.AddDays(2), Changes = [Change.Put(Agency()), Change.Put(Ties())] }, Cancel);
        (await new ForeignEditDesk(client, "here").VerifyAsync(Cancel)).Should().Match<Verification>(found => found.Findings.IsEmpty && found.Version.Number == 3);
    }

    [Fact]
    public async Task What_changes_again_between_the_look_and_the_write_is_not_lost()
    {
        await server.QueryAsync("MATCH (n:Agency {name: 'School'}) SET n.name = 'First'");
        var check = new ForeignEditCheck(_ => false);
        await new ForeignEditReader(client).ReadAsync(check, Cancel);
        var plan = check.Adopt();
        await server.QueryAsync("MATCH (n:Agency {name: 'First'}) SET n.name = 'Second'");

        var changeSet = new ChangeSet { Id = "adopt:1", Source = "analyst", RecordedAt = Noon, Changes = plan.Changes };
        await client.Awaiting(c => c.WriteOnceAsync(ForeignEditStatements.Adopt, AdoptionParameters.Of(changeSet, plan, version: 1), Cancel))
            .Should().ThrowAsync<QueryFailedException>();
        (await server.QueryAsync("MATCH (n:Agency {key: $key}) RETURN n.name", new { key = School }))[0][0].GetString().Should().Be("Second");
        (await store.ReadVersionAsync(Cancel)).Number.Should().Be(1);
        (await new ForeignEditDesk(client, "here").AdoptAsync(new() { Source = "analyst" }, Noon, Cancel)).Version.Should().Be(2);
    }

    [Fact]
    public async Task More_nodes_than_a_page_holds_are_all_looked_at()
    {
        await server.QueryAsync("UNWIND range(1, 4500) AS i CREATE (:Agency {name: 'A' + i})");
        var found = await new ForeignEditDesk(client, "here").VerifyAsync(Cancel);
        found.Findings.Should().HaveCount(4500).And.OnlyContain(finding => finding.Rule == VerificationRule.NotManaged);
        var adoption = await new ForeignEditDesk(client, "here").AdoptAsync(new() { Source = "analyst", Namespace = "many" }, Noon, Cancel);
        adoption.Taken.Should().HaveCount(4500);
        (await new ForeignEditDesk(client, "here").VerifyAsync(Cancel)).Should().Match<Verification>(after => after.Findings.IsEmpty && after.NodeCount == 4502);
    }
}
