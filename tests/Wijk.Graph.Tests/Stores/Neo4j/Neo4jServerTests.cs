using Wijk.Testing;

namespace Wijk.Graph.Tests.Stores.Neo4j;

[Collection(Neo4jServer.Collection)]
public sealed class Neo4jServerTests
{
    [Fact]
    public async Task The_shared_server_can_be_emptied_and_loses_its_schema()
    {
        var server = await Neo4jServer.SharedAsync();
        await server.QueryAsync("CREATE CONSTRAINT c IF NOT EXISTS FOR (n:A) REQUIRE n.key IS UNIQUE");
        await server.QueryAsync("CREATE INDEX i IF NOT EXISTS FOR (n:A) ON (n.name)");
        await server.QueryAsync("UNWIND range(1, 10000) AS i CREATE (:A {key: i})-[:R]->(:B)");
        await server.ClearAsync();
        (await server.QueryAsync("MATCH (n) RETURN count(n)"))[0][0].GetInt64().Should().Be(0);
        (await server.QueryAsync("SHOW INDEXES YIELD type RETURN collect(DISTINCT type)"))[0][0].ToString().Should().Be("""["LOOKUP"]""");
    }
}
