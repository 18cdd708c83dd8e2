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
}
