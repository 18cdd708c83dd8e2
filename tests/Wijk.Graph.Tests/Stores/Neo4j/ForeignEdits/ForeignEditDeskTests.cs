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
        var adoption = await new ForeignEditDesk(client, TimeProvider.System, "here").AdoptAsync(new() { Source = "analyst" }, Noon.AddDays(1), Cancel);
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
        (await new ForeignEditDesk(client, TimeProvider.System, "here").VerifyAsync(Cancel)).Should().Match<Verification>(found => found.Findings.IsEmpty && found.Version.Number == 3);
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
        await client.Awaiting(c => c.WriteAsync(ForeignEditStatements.Adopt, AdoptionParameters.Of(changeSet, plan, version: 1), Cancel))
            .Should().ThrowAsync<QueryFailedException>();
        (await server.QueryAsync("MATCH (n:Agency {key: $key}) RETURN n.name", new { key = School }))[0][0].GetString().Should().Be("Second");
        (await store.ReadVersionAsync(Cancel)).Number.Should().Be(1);
        (await new ForeignEditDesk(client, TimeProvider.System, "here").AdoptAsync(new() { Source = "analyst" }, Noon, Cancel)).Version.Should().Be(2);
    }

    [Fact]
    public async Task More_nodes_than_a_page_holds_are_all_looked_at()
    {
        await server.QueryAsync("UNWIND range(1, 4500) AS i CREATE (:Agency {name: 'A' + i})");
        var found = await new ForeignEditDesk(client, TimeProvider.System, "here").VerifyAsync(Cancel);
        found.Findings.Should().HaveCount(4500).And.OnlyContain(finding => finding.Rule == VerificationRule.NotManaged);
        var adoption = await new ForeignEditDesk(client, TimeProvider.System, "here").AdoptAsync(new() { Source = "analyst", Namespace = "many" }, Noon, Cancel);
        adoption.Taken.Should().HaveCount(4500);
        (await new ForeignEditDesk(client, TimeProvider.System, "here").VerifyAsync(Cancel)).Should().Match<Verification>(after => after.Findings.IsEmpty && after.NodeCount == 4502);
    }

    [Theory]
    [InlineData("SET n:Measure", "REMOVE n:Measure")]
    [InlineData("REMOVE n:Agency", "SET n:Agency")]
    [InlineData("REMOVE n:WijkNode", "SET n:WijkNode")]
    [InlineData("REMOVE n:WijkNode:Agency", "SET n:WijkNode:Agency")]
    [InlineData("SET n.key = 'agency:test:Renamed'", "SET n.key = 'agency:test:School'")]
    [InlineData("SET n.key = null", "SET n.key = 'agency:test:School'")]
    public async Task What_is_still_there_is_never_recorded_as_removed(string edit, string undo)
    {
        var element = (await server.QueryAsync("MATCH (n:Agency {name: 'School'}) RETURN elementId(n)"))[0][0].GetString();
        await server.QueryAsync($"MATCH (n) WHERE elementId(n) = $element {edit}", new { element });
        var desk = new ForeignEditDesk(client, TimeProvider.System, "here");
        var recommended = (await desk.VerifyAsync(Cancel)).Findings.Where(finding => finding.NextStep.En.Contains("'adopt'")).Select(finding => finding.Key).ToArray();
        (await desk.VerifyAsync(Cancel)).Findings.Select(finding => finding.Key).Should().Contain(key => key == School || key == "agency:test:Renamed" || key == null);

        var adoption = await desk.AdoptAsync(new() { Source = "analyst" }, Noon, Cancel);
        recommended.Should().BeEquivalentTo(adoption.Taken.Select(taken => taken.Key), "what is recommended is taken");
        var logged = await store.FindChangeSetAsync("adopt:", Cancel);
        (logged?.Changes.Select(change => change.Key) ?? []).Should().OnlyHaveUniqueItems();
        (logged?.Changes.Where(change => change.Record is null) ?? []).Should().BeEmpty("it is still there");

        // What was left says what to do, and that helps.
        await server.QueryAsync($"MATCH (n) WHERE elementId(n) = $element {undo}", new { element });
        await desk.AdoptAsync(new() { Source = "analyst" }, Noon, Cancel);
        (await desk.VerifyAsync(Cancel)).Findings.Should().BeEmpty();
        (await store.ReadContentsAsync(Cancel)).Should().Match<GraphContents>(contents => contents.Nodes.Count == 2 && contents.Relations.Count == 1);
    }

    [Fact]
    public async Task What_was_deleted_and_made_again_is_put_and_not_removed()
    {
        await server.QueryAsync("MATCH (n:Agency {name: 'School'}) DETACH DELETE n CREATE (:Agency {name: 'School', visibility: 'public'})");
        var desk = new ForeignEditDesk(client, TimeProvider.System, "here");
        (await desk.AdoptAsync(new() { Source = "analyst", Namespace = "test" }, Noon, Cancel)).Taken.Should().HaveCount(2);
        (await store.FindChangeSetAsync("adopt:", Cancel))!.Changes.Select(change => (change.Key, change.Record is null)).Should().Equal((School, false), (Ties().Key, true));
        (await desk.VerifyAsync(Cancel)).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task A_record_that_is_too_large_is_left()
    {
        await server.QueryAsync("MATCH (n:Agency {name: 'School'}) SET n.description = reduce(text = 'x', i IN range(1, 22) | text + text) + 'x'");
        var desk = new ForeignEditDesk(client, TimeProvider.System, "here");
        (await desk.VerifyAsync(Cancel)).Findings.Should().ContainSingle().Which.NextStep.En.Should().Contain("bytes large").And.NotContain("adopt");
        (await desk.AdoptAsync(new() { Source = "analyst" }, Noon, Cancel)).Should().Match<Adoption>(adoption => adoption.Taken.IsEmpty && adoption.Left.Length == 1 && adoption.Version == null);
    }

    [Fact]
    public async Task A_value_that_only_looks_like_a_text_stops_no_adoption()
    {
        await server.QueryAsync("MATCH (n:Agency {name: 'School'}) SET n.name = point({x: 1, y: 2}) WITH n MATCH (m:Agency {name: 'Library'}) SET m.name = 'The library'");
        var adoption = await new ForeignEditDesk(client, TimeProvider.System, "here").AdoptAsync(new() { Source = "analyst" }, Noon, Cancel);
        adoption.Taken.Should().ContainSingle().Which.Key.Should().Be(Library);
        adoption.Left.Should().ContainSingle().Which.Message.En.Should().Contain("is not a text");
    }
}
