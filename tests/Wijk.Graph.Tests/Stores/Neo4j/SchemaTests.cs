using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Neo4j;
using Wijk.Graph.Stores.Neo4j.Doctor;
using Wijk.Testing;
using static Wijk.Graph.Tests.Stores.Records;

namespace Wijk.Graph.Tests.Stores.Neo4j;

/// <summary>Migrations that several processes apply at once, and constraints and indexes that somebody dropped.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class SchemaTests : IAsyncLifetime
{
    private Neo4jServer server = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await Neo4jServer.SharedAsync();
        await server.ClearAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Processes_that_open_a_new_database_at_once_make_it_once()
    {
        for (var round = 0; round < LongRun.Portion(2, of: 25); round++)
        {
            await server.ClearAsync();
            var stores = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(OpenAsync)));
            (await server.QueryAsync("RETURN COUNT { (:WijkGraph) }, COUNT { (:WijkMigration) }, COUNT { () }"))[0].EnumerateArray().Select(count => count.GetInt64())
                .Should().Equal(1, Migrations.Shipped.Count, Migrations.Shipped.Count + 1);
            (await NamesAsync()).Should().BeEquivalentTo(SchemaElement.Of(Migrations.Shipped).Select(element => element.Name));
            var versions = await Task.WhenAll(stores.Select((store, number) => store.CommitAsync(Changes($"{number}", Puts(Agency($"{number}"))), Cancel)));
            versions.Select(result => result.Version).Order().Should().Equal(1, 2, 3, 4, 5);
            foreach (var store in stores) await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_step_that_stopped_at_any_statement_is_done_by_several_at_once()
    {
        // As after a bulk load: lists that each of the processes wants to put in their place.
        const int Lists = 12_000;
        await using (await OpenAsync())
        {
        }

        await server.QueryAsync("MATCH (m:WijkMigration) WHERE m.number > 1 DELETE m");
        await server.QueryAsync(
            "UNWIND range(1, $count) AS number CREATE (:WijkNode {key: 'x' + number, inferredFrom: 'a'}), (:WijkShortList {key: 'x' + number, property: 'texts', length: number % 2})",
            new { count = Lists });
        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(OpenAsync)));
        foreach (var store in stores) await store.DisposeAsync();
        (await server.QueryAsync("MATCH (n:WijkNode) RETURN count(n), sum(size(n.texts)), count(n.inferredWords)"))[0].EnumerateArray().Select(count => count.GetInt64())
            .Should().Equal(Lists, Lists / 2, Lists);
        (await server.QueryAsync("RETURN COUNT { (:WijkShortList) }, COUNT { (:WijkMigration) }"))[0].EnumerateArray().Select(count => count.GetInt64()).Should().Equal(0, Migrations.Shipped.Count);
    }

    [Fact]
    public async Task A_database_in_which_an_older_Wijk_left_its_lock_is_opened()
    {
        await server.QueryAsync("CREATE (:WijkLock {name: 'migrations', owner: 'somebody', expiresAt: 4102444800000})");
        await using var store = await OpenAsync();
        (await store.CommitAsync(Changes("1", Puts(Agency("a"))), Cancel)).Version.Should().Be(1);
    }

    [Theory]
    [InlineData("CONSTRAINT", "wijk_node_key")]
    [InlineData("CONSTRAINT", "wijk_runs_key")]
    [InlineData("CONSTRAINT", "wijk_log_page")]
    [InlineData("INDEX", "wijk_name")]
    public async Task What_somebody_dropped_is_named_and_the_next_start_makes_it_again(string kind, string name)
    {
        await using (var store = await OpenAsync()) await store.CommitAsync(Changes("1", Puts(Agency("a"))), Cancel);
        (await SchemaAsync()).Level.Should().Be(DiagnosisLevel.Ok);
        await server.QueryAsync($"DROP {kind} {name}");
        (await SchemaAsync()).Should().Match<Diagnosis>(found =>
            found.Level == DiagnosisLevel.Wrong && found.Found.En == $"Constraints and indexes: gone is {name}." && found.NextStep!.En.Contains("'export'") && found.NextStep.En.Contains(name));
        await using (await OpenAsync())
        {
        }

        (await SchemaAsync()).Level.Should().Be(DiagnosisLevel.Ok);
    }

    [Fact]
    public async Task A_constraint_that_cannot_be_made_again_stops_nobody_and_stays_named()
    {
        await using (var first = await OpenAsync()) await first.CommitAsync(Changes("1", Puts(Agency("a"))), Cancel);
        await server.QueryAsync("DROP CONSTRAINT wijk_change_set_id");
        await server.QueryAsync("CREATE (:WijkChangeSet {id: '1'})");
        await using var store = await OpenAsync();
        (await store.ReadVersionAsync(Cancel)).Number.Should().Be(1);
        (await SchemaAsync()).Found.En.Should().Contain("wijk_change_set_id");
        await server.QueryAsync("MATCH (s:WijkChangeSet) WHERE s.version IS NULL DELETE s");
        await using (await OpenAsync())
        {
        }

        (await SchemaAsync()).Level.Should().Be(DiagnosisLevel.Ok);
    }

    private async Task<Diagnosis> SchemaAsync() => (await Neo4jDoctor.LookAsync(
        name => name switch
        {
            "WIJK_NEO4J_URL" => server.Url.AbsoluteUri,
            "WIJK_NEO4J_USER" => server.User,
            "WIJK_NEO4J_PASSWORD" => server.Password,
            _ => null,
        },
        TimeProvider.System,
        progress: null,
        Cancel)).Single(diagnosis => diagnosis.Subject == "schema");

    private async Task<string[]> NamesAsync() =>
        [.. (await server.QueryAsync("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name")).Select(row => row[0].GetString()!)];

    private Task<Neo4jStore> OpenAsync() => Neo4jStore.OpenAsync(server.Settings(), TimeProvider.System, Cancel);
}
