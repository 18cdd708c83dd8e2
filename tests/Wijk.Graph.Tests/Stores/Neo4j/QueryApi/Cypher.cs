using Wijk.Graph.Stores.Neo4j;
using Wijk.Graph.Stores.Neo4j.QueryApi;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Stores.Neo4j.QueryApi;

/// <summary>Statements and clients for tests of the client itself.</summary>
internal static class Cypher
{
    public const string Committed = """{"data":{"fields":["a","b"],"values":[[1,"é\"x"],[null,{"c":[1.5,true]}]]},"bookmarks":["FB:kcwQA0hqTMUnSQCJ9vVFX58IxQOQ"]}""";

    public static Statement Of(string text) => new("test", text);

    public static Neo4jSettings Settings(Uri url, string password = "wijk-test-pass") => new() { Url = url, Password = password };

    public static QueryApiClient Client(FaultyServer server, TimeProvider? clock = null, QueryLimits? limits = null) =>
        new(Settings(server.Url), clock ?? new SkippingClock(), limits, new Random(1));

    public static QueryApiClient Client(Neo4jServer server, TimeProvider? clock = null, QueryLimits? limits = null) =>
        new(Settings(server.Url, server.Password) with { User = server.User, Database = server.Database }, clock ?? TimeProvider.System, limits, new Random(1));
}
