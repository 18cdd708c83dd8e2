using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Wijk.GraphQL.Tests.Commands;

/// <summary>The program as a server, on a free port of this machine.</summary>
public sealed class RunningServer : IAsyncDisposable
{
    private readonly HttpClient client;

    private RunningServer(WijkProcess process, string address) =>
        (Process, client) = (process, new HttpClient { BaseAddress = new Uri(address) });

    public WijkProcess Process { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address => client.BaseAddress!;

    /// <summary>Starts it on a data folder and waits until it says where it listens.</summary>
    public static async Task<RunningServer> StartAsync(string folder, params string[] arguments)
    {
        var process = WijkProcess.Start(["run", "--data", folder, "--urls", "http://127.0.0.1:0", "-l", "en", .. arguments]);
        return await OfAsync(process);
    }

    /// <summary>A server that was started in English, once it listens.</summary>
    public static async Task<RunningServer> OfAsync(WijkProcess process)
    {
        var line = await process.LineAsync("Wijk listens on ");
        return new(process, line.Split(' ')[3]);
    }

    /// <summary>A whole answer.</summary>
    public async Task<JsonNode> AnswerAsync(string query, object? variables = null)
    {
        using var response = await client.PostAsJsonAsync("/graphql", new { query, variables }, TestContext.Current.CancellationToken);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
    }

    /// <summary>The data of an answer that must have no errors.</summary>
    public async Task<JsonNode> DataAsync(string query, object? variables = null)
    {
        var answer = await AnswerAsync(query, variables);
        answer["errors"].Should().BeNull(because: answer.ToJsonString());
        return answer["data"]!;
    }

    /// <summary>The whole answer to <c>applyChanges</c>.</summary>
    public Task<JsonNode> ApplyAsync(string idempotencyKey, long? expectedVersion, params object[] changes) => AnswerAsync(
        "mutation($input: ApplyChangesInput!) { applyChanges(input: $input) { version wasApplied errors { code message { en } } } }",
        new { input = new { idempotencyKey, expectedVersion, changes } });

    /// <summary>The version it shows.</summary>
    public async Task<long> VersionAsync() => (long)(await DataAsync("{ graph { version } }"))["graph"]!["version"]!;

    /// <summary>Waits until it shows a version.</summary>
    public async Task ShowsAsync(long version)
    {
        while (await VersionAsync() < version) await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    /// <summary>What <c>/health/ready</c> says, and with which status.</summary>
    public async Task<(int Status, JsonNode Body)> ReadyAsync()
    {
        using var response = await client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!);
    }

    /// <summary>The status of an address.</summary>
    public async Task<int> StatusAsync(string path) => (int)(await client.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode;

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await Process.DisposeAsync();
    }
}
