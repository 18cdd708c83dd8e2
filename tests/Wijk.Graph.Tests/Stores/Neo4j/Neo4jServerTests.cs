using Wijk.Testing;

namespace Wijk.Graph.Tests.Stores.Neo4j;

[Collection(Neo4jServer.Collection)]
public sealed class Neo4jServerTests
{
    [Fact]
    public async Task A_server_of_a_tests_own_can_be_killed_stopped_checked_and_started_again()
    {
        await using var server = await Neo4jServer.StartOwnAsync(gds: false, "db.tx_log.rotation.size=1M");
        await server.QueryAsync("CREATE (:Kept {name: $name})", new { name = "é" });
        await server.KillAsync();
        await server.StartAgainAsync();
        (await server.QueryAsync("MATCH (n:Kept) RETURN n.name"))[0][0].GetString().Should().Be("é");
        await server.StopAsync();
        var (exitCode, output) = await server.RunAdminAsync("database", "check", "neo4j");
        exitCode.Should().Be(0, output);
    }

    [Fact]
    public async Task The_shared_server_can_be_emptied_and_loses_its_schema()
    {
        var server = await Neo4jServer.SharedAsync();
        await server.QueryAsync("CREATE CONSTRAINT c IF NOT EXISTS FOR (n:A) REQUIRE n.key IS UNIQUE");
        await server.QueryAsync("CREATE INDEX i IF NOT EXISTS FOR (n:A) ON (n.name)");
        await server.QueryAsync("UNWIND range(1, 10000) AS i CREATE (:A {key: i})-[:R]->(:B)");
        await server.EmptyAsync();
        await server.DropSchemaAsync();
        (await server.QueryAsync("MATCH (n) RETURN count(n)"))[0][0].GetInt64().Should().Be(0);
        (await server.QueryAsync("SHOW INDEXES YIELD type RETURN collect(DISTINCT type)"))[0][0].ToString().Should().Be("""["LOOKUP"]""");
    }
}
