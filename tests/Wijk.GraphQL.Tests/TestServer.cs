using System.Diagnostics.Metrics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Sqlite;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Hosting;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests;

/// <summary>The real server on a free port of this machine.</summary>
public sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly SnapshotHost snapshots;
    private readonly TempFolder folder;

    private TestServer(WebApplication app, InterruptibleStore store, SnapshotHost snapshots, FakeTimeProvider clock, TempFolder folder)
    {
        (this.app, Store, this.snapshots, Clock, this.folder) = (app, store, snapshots, clock, folder);
        Address = new Uri(app.Urls.Single());
        Client = new HttpClient { BaseAddress = Address };
        Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
    }

    public InterruptibleStore Store { get; }

    /// <summary>The clock that changes are stamped with and that deadlines go by.</summary>
    public FakeTimeProvider Clock { get; }

    /// <summary>Where it computes what takes long.</summary>
    internal AnalysisQueue Analyses => app.Services.GetRequiredService<AnalysisQueue>();

    /// <summary>Keeps the clusters of what it shows now, as it does by itself once a version stays; false when it must wait.</summary>
    internal Task<bool> KeepClustersAsync() => app.Services.GetRequiredService<ClusterKeeper>().KeepAsync(snapshots.Current, TestContext.Current.CancellationToken);

    /// <summary>Makes its meters, and tells them from those of another server.</summary>
    internal IMeterFactory Meters => app.Services.GetRequiredService<IMeterFactory>();

    public Uri Address { get; }

    public HttpClient Client { get; }

    /// <summary>A server that holds <see cref="SmallNeighbourhood"/>, or the changes given.</summary>
    public static async Task<TestServer> StartAsync(ChangeSet? contents = null, string environment = "Production", GraphSlice? slice = null, params string[] settings)
    {
        var folder = new TempFolder();
        var store = new InterruptibleStore(await SqliteStore.OpenAsync(folder.Path, default));
        await store.CommitAsync(contents ?? SmallNeighbourhood.ChangeSet, CancellationToken.None);
        var snapshots = new SnapshotHost(store, TimeProvider.System, new() { Poll = TimeSpan.FromMilliseconds(50), Slice = slice });
        var clock = new FakeTimeProvider(SmallNeighbourhood.Recorded.AddDays(1));
        await snapshots.StartAsync(default);
        var app = WijkHost.Build(new WijkHostOptions
        {
            Store = store,
            Snapshots = snapshots,
            Args = ["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", nameof(LogLevel.Critical), .. settings],
            EnvironmentName = environment,
            Clock = clock,
        });
        await WijkHost.StartAsync(app, default);
        return new(app, store, snapshots, clock, folder);
    }

    /// <summary>A server that holds all of a snapshot, such as an imported neighbourhood.</summary>
    public static Task<TestServer> StartWithAsync(GraphSnapshot snapshot, params string[] settings) => StartAsync(new ChangeSet
    {
        Id = "contents",
        Source = "test",
        RecordedAt = SmallNeighbourhood.Recorded,
        Changes =
        [
            .. Enumerable.Range(0, snapshot.NodeCount).Select(node => Change.Put(snapshot.Node(node))),
            .. Enumerable.Range(0, snapshot.RelationCount).Select(relation => Change.Put(snapshot.Relation(relation))),
        ],
    }, settings: settings);

    /// <summary>The whole answer to an operation.</summary>
    public async Task<JsonNode> AskAsync(string query, object? variables = null)
    {
        using var response = await Client.PostAsJsonAsync("/graphql", new { query, variables }, TestContext.Current.CancellationToken);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
    }

    /// <summary>The data of an answer that must have no errors.</summary>
    public async Task<JsonNode> DataAsync(string query, object? variables = null)
    {
        var answer = await AskAsync(query, variables);
        answer["errors"].Should().BeNull(because: answer.ToJsonString());
        return answer["data"]!;
    }

    /// <summary>Applies changes and returns the payload.</summary>
    public async Task<JsonNode> ApplyAsync(object[] changes, string idempotencyKey = "k1", long? expectedVersion = null)
    {
        var input = new Dictionary<string, object?> { ["idempotencyKey"] = idempotencyKey, ["changes"] = changes };
        if (expectedVersion is { } version) input["expectedVersion"] = version;
        var data = await DataAsync(
            "mutation($input: ApplyChangesInput!) { applyChanges(input: $input) { version wasApplied keys errors { code message { nl en } path } } }", new { input });
        return data["applyChanges"]!;
    }

    /// <summary>Sends a request as it is and returns status, media type and body.</summary>
    public async Task<(int Status, string? MediaType, JsonNode? Body)> SendAsync(
        HttpMethod method, string path, string? body = null, string contentType = "application/json", string? accept = null, string? acceptLanguage = null) =>
        await SendAsync(method, path, body is null ? null : Encoding.UTF8.GetBytes(body), contentType, accept, acceptLanguage);

    /// <summary>Sends bytes as they are, such as those of a text that is not UTF-8.</summary>
    public async Task<(int Status, string? MediaType, JsonNode? Body)> SendAsync(
        HttpMethod method, string path, byte[]? body, string contentType = "application/json", string? accept = null, string? acceptLanguage = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        }

        // So that a server that refuses a body need not read it first.
        request.Headers.ExpectContinue = body?.Length > 1_000_000;
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        if (acceptLanguage is not null) request.Headers.TryAddWithoutValidation("Accept-Language", acceptLanguage);
        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, IsJson(response) ? JsonNode.Parse(text) : text);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        await snapshots.DisposeAsync();
        await Store.DisposeAsync();
        folder.Dispose();
    }

    private static bool IsJson(HttpResponseMessage response) => response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
}
