using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Wijk.GraphQL.Tests.Commands;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Neo4j;

/// <summary>Neo4j goes away and comes back, while people ask and write.</summary>
public sealed class AwayTests
{
    private const int RequestsPerSecond = 200, RequestsPerWrite = 20;

    // How long a look at Neo4j may take here, and the pause before it; a machine that does other work takes longer than usual.
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(10);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reads_go_on_writes_fail_typed_and_all_is_well_again_by_itself()
    {
        using var folder = new TempFolder();
        await using var server = await Neo4jServer.StartOwnAsync();
        await using var wijk = await server.ServeAsync();
        await MustBeWrittenAsync(wijk, "start");

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var load = LoadAsync(wijk, stop.Token);
        await Task.Delay(TimeSpan.FromSeconds(2), Cancel);
        await GoAwayAsync(wijk, server, isKilled: true);
        // A clean stop differs only in how the last requests end, and starting Neo4j takes longest of all.
        if (LongRun.IsOn) await GoAwayAsync(wijk, server, isKilled: false);
        await stop.CancelAsync();
        var requests = await load;

        var (reads, writes) = (requests.Where(request => !request.IsWrite).ToArray(), requests.Where(request => request.IsWrite).ToArray());
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{reads.Length} reads, {reads.Count(read => read.IsStale)} of them said to be old, took p50 {Milliseconds(reads, 0.5)}, p99 {Milliseconds(reads, 0.99)}, most {Milliseconds(reads, 1)} ms; "
            + $"{writes.Length} writes, {writes.Count(write => write.Error is not null)} failed, took p50 {Milliseconds(writes, 0.5)}, most {Milliseconds(writes, 1)} ms");
        reads.Should().OnlyContain(read => read.Error == null).And.Contain(read => read.IsStale).And.Contain(read => !read.IsStale);
        writes.Where(write => write.Error is not null).Should().NotBeEmpty().And.OnlyContain(write => write.Error == "STORE_UNAVAILABLE");

        (await server.WijkAsync("export", "--store", "neo4j", "--out", folder.File("export.json"))).Well();
        var export = JsonNode.Parse(await File.ReadAllTextAsync(folder.File("export.json"), Cancel))!;
        var kept = export["nodes"]!.AsArray().Select(node => (string)node!["key"]!).ToHashSet();
        writes.Where(write => write.Error is null).Select(write => KeyOf(write.Name)).Should().BeSubsetOf(kept, "what was said to be done is there");
        ((long)export["version"]!).Should().Be(kept.Count, "each write that was done was done once");
        (await server.WijkAsync("verify", "--store", "neo4j", "-l", "en")).Well().Should().Contain("All is well");
    }

    private static async Task GoAwayAsync(RunningServer wijk, Neo4jServer server, bool isKilled)
    {
        var gone = DateTimeOffset.UtcNow;
        await (isKilled ? server.KillAsync() : server.StopAsync());
        var degraded = await UntilReadyAsync(wijk, "Degraded");
        DateTimeOffset.Parse((string)degraded["since"]!, CultureInfo.InvariantCulture)
            .Should().BeAfter(gone - LongestLook, "it is when Neo4j was last seen").And.BeOnOrBefore(DateTimeOffset.UtcNow);
        ((string)degraded["why"]!).Should().NotBeNullOrEmpty();
        (await wijk.AnswerAsync("{ graph { version } }"))["extensions"]!["staleSince"].Should().NotBeNull();
        if (LongRun.IsOn && gone.AddSeconds(30) - DateTimeOffset.UtcNow is { Ticks: > 0 } rest) await Task.Delay(rest, Cancel);
        await server.StartAgainAsync();

        var back = Stopwatch.StartNew();
        await UntilReadyAsync(wijk, "Healthy");
        (await wijk.AnswerAsync("{ graph { version } }"))["extensions"]!["staleSince"].Should().BeNull();
        await MustBeWrittenAsync(wijk, isKilled ? "after the crash" : "after the stop");
        TestContext.Current.TestOutputHelper!.WriteLine($"{(isKilled ? "killed" : "stopped")}: a write was done {back.Elapsed.TotalSeconds:0.0} s after Neo4j answered again");
        wijk.Process.IsRunning.Should().BeTrue();
    }

    private static async Task<JsonNode> UntilReadyAsync(RunningServer wijk, string status)
    {
        while (true)
        {
            var (code, body) = await wijk.ReadyAsync();
            code.Should().Be(200, "it can answer all the while");
            if ((string)body["status"]! == status && (status == "Healthy" || (await wijk.AnswerAsync("{ graph { version } }"))["extensions"]!["staleSince"] is not null))
                return body;
            await Task.Delay(50, Cancel);
        }
    }

    private static async Task<IReadOnlyList<Request>> LoadAsync(RunningServer wijk, CancellationToken stop)
    {
        var time = Stopwatch.StartNew();
        var requests = new List<Task<Request>>();
        while (!stop.IsCancellationRequested)
        {
            for (var due = time.Elapsed.TotalSeconds * RequestsPerSecond; requests.Count < due;)
                requests.Add(SendAsync(wijk, requests.Count % RequestsPerWrite == 0, $"{requests.Count}"));
            await Task.Delay(5, CancellationToken.None);
        }

        return await Task.WhenAll(requests);
    }

    private static async Task<Request> SendAsync(RunningServer wijk, bool isWrite, string name)
    {
        var time = Stopwatch.StartNew();
        var answer = await (isWrite ? WriteAsync(wijk, name) : wijk.AnswerAsync("{ graph { version nodeCount } agencies(first: 5) { edges { node { key name recordedAt } } } }"));
        var error = answer["errors"]?.AsArray() is [{ } first, ..] ? (string?)first["extensions"]?["code"] ?? first.ToJsonString() : null;
        if (isWrite && error is null && answer["data"]!["applyChanges"]!["errors"]!.AsArray() is [{ } refused, ..]) error = refused.ToJsonString();
        return new(isWrite, name, time.Elapsed, error, answer["extensions"]?["staleSince"] is not null);
    }

    // What is sent may still have to wait behind what others sent, longer than its deadline on a busy machine; then it is sent again.
    private static async Task MustBeWrittenAsync(RunningServer wijk, string name)
    {
        while ((await SendAsync(wijk, isWrite: true, name)).Error is { } error) error.Should().Be("STORE_UNAVAILABLE");
    }

    private static Task<JsonNode> WriteAsync(RunningServer wijk, string name) =>
        wijk.ApplyAsync(name, null, new { putNode = new { key = KeyOf(name), attributes = new { name = $"Instantie {name}" } } });

    private static string KeyOf(string name) => $"agency:t:{name}";

    private static string Milliseconds(IEnumerable<Request> requests, double part) =>
        requests.Select(request => request.Took).Percentile(part).TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);

    private sealed record Request(bool IsWrite, string Name, TimeSpan Took, string? Error, bool IsStale);
}
