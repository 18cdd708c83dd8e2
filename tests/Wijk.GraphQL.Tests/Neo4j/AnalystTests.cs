using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Neo4j;

/// <summary>An analyst edits in Neo4j, and the program goes on and says so.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class AnalystTests : IAsyncLifetime
{
    private const string Folder = "voorbeeldwijk";

    private Neo4jServer server = null!;

    public async ValueTask InitializeAsync()
    {
        server = await Neo4jServer.SharedAsync();
        await server.EmptyAsync();
        (await server.WijkAsync("import", Cities.SampleFolder, "--mapping", "wijk", "--namespace", Folder, "--store", "neo4j")).Well();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_wrongly_typed_property_is_told_by_every_door_and_stops_none()
    {
        var key = (await server.QueryAsync("MATCH (a:Agency) WITH a ORDER BY a.key LIMIT 1 SET a.name = 123 RETURN a.key"))[0][0].GetString()!;
        await using var wijk = await server.ServeAsync();
        var (code, ready) = await wijk.ReadyAsync();
        code.Should().Be(200);
        ready["warnings"]!.AsArray().Should().ContainSingle().Which!["why"]!.ToString().Should().Contain(key).And.Contain("name").And.Contain("'verify'");
        (await server.WijkAsync("export", "--store", "neo4j", "-l", "en")).Errors.Should().Contain(key).And.Contain("as it was last logged");
        var doctor = await server.WijkAsync("doctor", "--store", "neo4j", "-l", "en");
        doctor.ExitCode.Should().Be(1);
        doctor.Output.Should().Contain(key).And.Contain("'verify' lists all that is wrong");
        (await server.WijkAsync("verify", "--store", "neo4j", "-l", "en")).Output.Should().Contain(key).And.Contain("name '123' is not a text");
    }

    [Fact]
    public async Task An_import_that_cannot_go_on_shows_in_health_and_doctor_and_abort_gets_out()
    {
        (await server.WijkAsync("abort", "--store", "neo4j", "-l", "en")).Refusal().Should().Contain("nothing to discard");
        await using var wijk = await server.ServeAsync();
        // Its writer is gone, and so are its pages.
        await server.QueryAsync("MATCH (g:WijkGraph) SET g.applying = 'lost', g.applyLog = 'lost', g.applyVersion = g.version + 1, g.applyOwner = 'gone', g.applyExpiresAt = 0");
        await server.QueryAsync("CREATE (:_Staged:WijkStagedChangeSet {load: 'lost', version: 2, id: 'lost import', source: 's', recordedAt: datetime(), changeCount: 3, log: 'lost', stagedAt: timestamp()})");
        var ready = (await wijk.ReadyAsync()).Body;
        while ((string)ready["status"]! != "Degraded" || !ready["why"]!.ToString().Contains("'abort'", StringComparison.Ordinal)) ready = (await wijk.ReadyAsync()).Body;
        ready["why"]!.ToString().Should().Contain("lost import");
        (await server.WijkAsync("doctor", "--store", "neo4j", "-l", "en")).Output.Should().Contain("lost import").And.Contain("'abort'");
        (await server.WijkAsync("abort", "--store", "neo4j", "-l", "en")).Errors.Should().Contain("as it was before");
        while ((string)(await wijk.ReadyAsync()).Body["status"]! != "Healthy") await Task.Delay(50, TestContext.Current.CancellationToken);
        (await server.WijkAsync("verify", "--store", "neo4j", "-l", "en")).Well().Should().Contain("All is well");
    }
}
