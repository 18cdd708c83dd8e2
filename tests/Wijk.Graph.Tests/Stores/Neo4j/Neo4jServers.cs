using Wijk.Graph.Stores.Neo4j;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Stores.Neo4j;

internal static class Neo4jServers
{
    /// <summary>How the store reaches a server.</summary>
    public static Neo4jSettings Settings(this Neo4jServer server) =>
        new() { Url = server.Url, User = server.User, Password = server.Password, Database = server.Database };
}
