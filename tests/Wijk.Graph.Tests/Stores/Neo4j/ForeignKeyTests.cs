using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Neo4j;
using Wijk.Testing;
using static Wijk.Graph.Tests.Stores.Records;

namespace Wijk.Graph.Tests.Stores.Neo4j;

/// <summary>Somebody moved a relation to other nodes outside Wijk, so that its key stands where no check looks for it.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class ForeignKeyTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_commit_that_the_database_never_takes_ends_and_says_what_is_in_the_way()
    {
        var (server, runs) = await MovedAsync();
        await using var store = await Neo4jStore.OpenAsync(server.Settings(), TimeProvider.System, Cancel);
        (await store.Awaiting(it => it.CommitAsync(Changes("2", Puts(runs)), Cancel)).Should().ThrowAsync<StoreUnavailableException>())
            .Which.Message.Should().Contain("stands in the way").And.Contain(runs.Key);
        (await store.ReadVersionAsync(Cancel)).Number.Should().Be(1);
        await server.QueryAsync("MATCH (:Elsewhere)-[r]->() DELETE r");
        (await store.CommitAsync(Changes("2", Puts(runs)), Cancel)).Should().Be(new CommitResult(2, true));
    }

    [Fact]
    public async Task An_import_writes_all_but_what_it_is_in_the_way_of()
    {
        var (server, runs) = await MovedAsync();
        await using var store = await Neo4jStore.OpenAsync(server.Settings(), TimeProvider.System, Cancel);
        Graph.Model.Node[] agencies = [.. Enumerable.Range(0, 20).Select(number => Agency($"more {number}"))];
        Graph.Model.Relation[] more = [.. agencies.Select(agency => Runs(agency, Measure("m")))];
        var result = await store.CommitLargeAsync(Changes("2", Puts([.. agencies, .. more, runs])), null, Cancel);
        result.Should().Match<CommitResult>(done => done.Version == 2 && done.WasApplied);
        result.Skipped.Should().ContainSingle().Which.Should().Match<RecordWarning>(skipped => skipped.Key == runs.Key && skipped.Message.En.Contains("was skipped"));
        (await store.ReadContentsAsync(Cancel)).Relations.Should().BeEquivalentTo(more);
        (await Staging.CountAsync(server)).Should().Be(0);
        await server.QueryAsync("MATCH (:Elsewhere)-[r]->() DELETE r");
        (await store.CommitAsync(Changes("3", Puts(runs)), Cancel)).Should().Be(new CommitResult(3, true));
    }

    private static async Task<(Neo4jServer Server, Graph.Model.Relation Runs)> MovedAsync()
    {
        var server = await Neo4jServer.SharedAsync();
        await server.EmptyAsync();
        await using var store = await Neo4jStore.OpenAsync(server.Settings(), TimeProvider.System, Cancel);
        var (agency, measure) = (Agency("a"), Measure("m"));
        await store.CommitAsync(Changes("1", Puts(agency, measure, Runs(agency, measure))), Cancel);
        var moved = Runs(agency, measure);
        await server.QueryAsync(
            "MATCH ()-[r:RUNS {key: $key}]->(m) WITH r, m, r.key AS key DELETE r CREATE (e:Elsewhere) CREATE (e)-[:RUNS {key: key}]->(m)", new { key = moved.Key });
        return (server, moved);
    }
}
