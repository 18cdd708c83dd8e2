using Wijk.Testing;

namespace Wijk.Graph.Tests.Stores.Neo4j;

/// <summary>Looks at large change sets on their way, past the store.</summary>
internal static class Staging
{
    /// <summary>Where the last large change set is.</summary>
    public static async Task<(long Version, bool IsApplying)> StateAsync(Neo4jServer server)
    {
        var row = (await server.QueryAsync("MATCH (g:WijkGraph {name: 'graph'}) RETURN g.version, g.applying IS NOT NULL"))[0];
        return (row[0].GetInt64(), row[1].GetBoolean());
    }

    /// <summary>How many nodes are staged.</summary>
    public static async Task<long> CountAsync(Neo4jServer server) => (await server.QueryAsync("RETURN COUNT { (:_Staged) }"))[0][0].GetInt64();

    /// <summary>Lets the lease of an apply run out, as time would.</summary>
    public static Task EndLeaseAsync(Neo4jServer server) =>
        server.QueryAsync("MATCH (g:WijkGraph {name: 'graph'}) WHERE g.applying IS NOT NULL SET g.applyExpiresAt = timestamp() - 1");

    /// <summary>Makes what is staged and was left behind a day older, so that the next load throws it away.</summary>
    public static Task AgeAsync(Neo4jServer server) => server.QueryAsync("MATCH (s:_Staged) SET s.stagedAt = s.stagedAt - 90000000");
}
