using Wijk.GraphQL.Tests.Commands;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Neo4j;

/// <summary>The program on a server of Neo4j.</summary>
internal static class WijkOnNeo4j
{
    /// <summary>Runs a command to its end, in this process; it finds the server in its environment.</summary>
    public static Task<Ended> WijkAsync(this Neo4jServer server, params string[] arguments) => WijkCommand.RunWithAsync(Settings(server), arguments);

    /// <summary>Starts a process of the program that serves what the database holds.</summary>
    public static Task<RunningServer> ServeAsync(this Neo4jServer server) =>
        RunningServer.OfAsync(WijkProcess.StartWith(Settings(server), "run", "--store", "neo4j", "--urls", "http://127.0.0.1:0", "-l", "en"));

    /// <summary>The value below which a part of the values lies, by nearest rank.</summary>
    public static TimeSpan Percentile(this IEnumerable<TimeSpan> values, double part)
    {
        TimeSpan[] sorted = [.. values.Order()];
        return sorted[Math.Max(0, (int)Math.Ceiling(part * sorted.Length) - 1)];
    }

    private static (string Name, string Value)[] Settings(Neo4jServer server) =>
    [
        ("WIJK_NEO4J_URL", server.Url.ToString()), ("WIJK_NEO4J_USER", server.User), ("WIJK_NEO4J_PASSWORD", server.Password),
        ("WIJK_NEO4J_ALLOW_PLAINTEXT", "true"),
    ];
}
