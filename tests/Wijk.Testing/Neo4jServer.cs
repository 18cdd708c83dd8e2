using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Wijk.Testing;

/// <summary>A real Neo4j server for tests.</summary>
/// <remarks>
/// The shared one is that of <c>WIJK_TEST_NEO4J_URL</c> (with <c>_USER</c> and <c>_PASSWORD</c>; all its data is deleted), which check.sh starts;
/// without that variable, such as in an editor, a test process starts the one of <c>../shared/neo4j</c> beside the checkout and ends it when it
/// ends itself. With neither a test is skipped and says how to name a server; with <c>CI=true</c> it is not skipped but fails when
/// <c>../shared/neo4j</c> is there. Test classes that use the shared one carry <c>[Collection(Neo4jServer.Collection)]</c>, so that they take turns;
/// test processes take turns as <see cref="Neo4jTurn"/> says.
/// </remarks>
public sealed class Neo4jServer : IAsyncDisposable
{
    /// <summary>The name of the test collection whose classes take turns with the shared server.</summary>
    public const string Collection = "Neo4j";

    private static readonly Lazy<Task<Neo4jServer>> LazyShared = new(StartSharedAsync);

    // The plan of a long statement is an object in an object for each of its steps.
    private static readonly JsonDocumentOptions PlanDepth = new() { MaxDepth = 1_000 };

    private readonly HttpClient http = new() { Timeout = TimeSpan.FromMinutes(5) };
    private readonly Neo4jProcess? process;

    internal Neo4jServer(Uri url, string user, string password, Neo4jProcess? process)
    {
        (Url, User, Password, this.process) = (url, user, password, process);
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);
        http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
    }

    /// <summary>Where its HTTP port is.</summary>
    public Uri Url { get; }

    /// <summary>A user who may do everything.</summary>
    public string User { get; }

    /// <summary>That user's password.</summary>
    public string Password { get; }

    /// <summary>The database that tests use.</summary>
    public string Database { get; } = "neo4j";

    /// <summary>The folder of an own server's data, logs and configuration.</summary>
    public string HomePath => Own.HomePath;

    private Neo4jProcess Own => process ?? throw new InvalidOperationException("Only a server of a test's own can be stopped; use StartOwnAsync.");

    /// <summary>The one server that all tests share, with the Graph Data Science library where that is in <c>../shared/neo4j</c>.</summary>
    public static Task<Neo4jServer> SharedAsync() => LazyShared.Value;

    /// <summary>A server of a test's own, which it may stop and kill; the test is skipped when <c>../shared/neo4j</c> is absent.</summary>
    public static async Task<Neo4jServer> StartOwnAsync()
    {
        if (Neo4jProcess.WhyAbsent() is { } why) SkipOrFail(why);
        return await StartProcessAsync(new());
    }

    /// <summary>Asks for the Graph Data Science library on the server; a test that needs it is skipped when it is not there.</summary>
    public async Task RequireGdsAsync()
    {
        if ((await QueryAsync("SHOW FUNCTIONS YIELD name WHERE name = 'gds.version' RETURN name")).Length == 0)
            SkipOrFail($"Neo4j at {Url} has no Graph Data Science library; install its plugin there.");
    }

    /// <summary>Whether an own server runs.</summary>
    public bool IsRunning => !Own.HasEnded;

    /// <summary>Ends an own server as a crash does.</summary>
    public Task KillAsync() => Own.EndAsync("KILL");

    /// <summary>Stops an own server cleanly.</summary>
    public Task StopAsync() => Own.EndAsync("TERM");

    /// <summary>Starts an own server again on the same folder and ports, and waits until it answers.</summary>
    public async Task StartAgainAsync()
    {
        Own.Start();
        await WaitUntilReadyAsync();
    }

    /// <summary>Runs Neo4j's admin tool on an own server that is stopped.</summary>
    /// <param name="arguments">What comes after the folder, such as <c>database</c>, <c>check</c>, <c>neo4j</c>.</param>
    public Task<(int ExitCode, string Output)> RunAdminAsync(params string[] arguments) => Own.RunAdminAsync(workingFolder: null, arguments);

    /// <summary>Runs Neo4j's admin tool on an own server that is stopped, as somebody who stands in a folder.</summary>
    public Task<(int ExitCode, string Output)> RunAdminInAsync(string folder, params string[] arguments) => Own.RunAdminAsync(folder, arguments);

    /// <summary>Runs one statement, past the client under test.</summary>
    /// <param name="statement">Cypher.</param>
    /// <param name="parameters">Its parameters, as an object that becomes JSON.</param>
    /// <returns>The rows, each an array of values.</returns>
    /// <exception cref="InvalidOperationException">The server refused it; the message holds its answer.</exception>
    public async Task<JsonElement[]> QueryAsync(string statement, object? parameters = null)
    {
        var data = await SendAsync(statement, parameters);
        return [.. data.GetProperty("values").EnumerateArray()];
    }

    /// <summary>Runs one statement, past the client under test.</summary>
    /// <returns>The rows, each by the names of its columns.</returns>
    /// <exception cref="InvalidOperationException">The server refused it; the message holds its answer.</exception>
    public async Task<IReadOnlyDictionary<string, JsonElement>[]> QueryByNameAsync(string statement, object? parameters = null)
    {
        var data = await SendAsync(statement, parameters);
        var fields = data.GetProperty("fields").EnumerateArray().Select(field => field.GetString()!).ToArray();
        return [.. data.GetProperty("values").EnumerateArray().Select(row => fields.Zip(row.EnumerateArray()).ToDictionary(column => column.First, column => column.Second))];
    }

    // Apart from the nodes: five thousand nodes of a large graph have more relations than one transaction may hold.
    private const string WithoutRelations = "MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 5000 ROWS";

    /// <summary>Takes all data away, in batches. Where a store was opened an empty one stays, so that the next need not bring the database up to date again.</summary>
    public async Task EmptyAsync()
    {
        await QueryAsync(WithoutRelations);
        await QueryAsync("MATCH (n) WHERE NOT n:WijkGraph AND NOT n:WijkMigration CALL (n) { DELETE n } IN TRANSACTIONS OF 5000 ROWS");
        await QueryAsync("MATCH (g:WijkGraph) SET g = {name: g.name, version: 0, recordedAt: datetime({epochMillis: 0})}");
    }

    /// <summary>Takes everything away: all data, and all constraints and indexes but for the two that every database has.</summary>
    public async Task ClearAsync()
    {
        await QueryAsync(WithoutRelations);
        await QueryAsync("MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 5000 ROWS");
        foreach (var row in await QueryAsync("SHOW CONSTRAINTS YIELD name")) await QueryAsync($"DROP CONSTRAINT `{row[0].GetString()}`");
        foreach (var row in await QueryAsync("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name")) await QueryAsync($"DROP INDEX `{row[0].GetString()}`");
    }

    /// <summary>Ends an own server and takes its folder away.</summary>
    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (process is not null) await process.DisposeAsync();
    }

    private static async Task<Neo4jServer> StartSharedAsync()
    {
        if (Environment.GetEnvironmentVariable("WIJK_TEST_NEO4J_URL") is { Length: > 0 } url)
        {
            var user = Environment.GetEnvironmentVariable("WIJK_TEST_NEO4J_USER") ?? "neo4j";
            var password = Environment.GetEnvironmentVariable("WIJK_TEST_NEO4J_PASSWORD") ?? "";
            await Neo4jTurn.TakeAsync(url);
            var server = await ReadyAsync(new(new Uri(url.TrimEnd('/') + "/"), user, password, null));
            await server.ClearAsync();
            return server;
        }

        if (Neo4jProcess.WhyAbsent() is { } why)
            SkipOrFail(why + " Or set WIJK_TEST_NEO4J_URL, WIJK_TEST_NEO4J_USER and WIJK_TEST_NEO4J_PASSWORD to those of an empty Neo4j for tests, 5.26 or later.");
        return await StartProcessAsync(new() { IsShared = true });
    }

    private static bool InCI => Environment.GetEnvironmentVariable("CI") == "true";

    private static async Task<Neo4jServer> StartProcessAsync(Neo4jProcess process)
    {
        process.Start();
        return await ReadyAsync(new(new Uri($"http://127.0.0.1:{process.HttpPort}/"), "neo4j", Neo4jProcess.Password, process));
    }

    private static async Task<Neo4jServer> ReadyAsync(Neo4jServer server)
    {
        await server.WaitUntilReadyAsync();
        return server;
    }

    private async Task<JsonElement> SendAsync(string statement, object? parameters)
    {
        using var response = await http.PostAsJsonAsync(new Uri(Url, $"db/{Database}/query/v2"), new { statement, parameters = parameters ?? new { } });
        var text = await response.Content.ReadAsStringAsync();
        using var body = response.IsSuccessStatusCode ? JsonDocument.Parse(text, PlanDepth) : null;
        if (body is null || body.RootElement.TryGetProperty("errors", out _)) throw new InvalidOperationException($"{statement}: {text}");
        return body.RootElement.Clone().GetProperty("data");
    }

    [DoesNotReturn]
    private static void SkipOrFail(string reason)
    {
        if (InCI && Neo4jProcess.IsBesideCheckout) Assert.Fail(reason);
        Assert.Skip(reason);
    }

    // The port opens some seconds before the database answers.
    private async Task WaitUntilReadyAsync()
    {
        for (var patience = 600; ; patience--)
        {
            try
            {
                await QueryAsync("RETURN 1");
                return;
            }
            catch (Exception exception) when (exception is HttpRequestException or InvalidOperationException or JsonException)
            {
                if (process is { HasEnded: true }) throw new InvalidOperationException($"Neo4j ended before it answered:\n{process.Console()}", exception);
                if (patience == 0) throw new InvalidOperationException($"Neo4j at {Url} does not answer.", exception);
                await Task.Delay(200);
            }
        }
    }
}
