using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Wijk.GraphQL.Tests.Commands;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Neo4j;

/// <summary>Two processes that write to one database at the same time.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class WritersTests : IAsyncLifetime
{
    private const int Clients = 8, ChangesEach = 50, Initiatives = 4;

    private const string Everything = """
        {
          graph { version recordedAt nodeCounts { kind count } relationCounts { kind count } }
          initiatives(first: 100) { edges { node {
            key name volunteers needs source recordedAt visibility
            collaborates(first: 100) { edges { relation { key level reportedBy source recordedAt } node { key } } }
          } } }
        }
        """;

    private readonly TempFolder folder = new();
    private readonly ConcurrentBag<long> versions = [];
    private Neo4jServer server = null!;
    private int conflicts;

    public async ValueTask InitializeAsync()
    {
        server = await Neo4jServer.SharedAsync();
        await server.EmptyAsync();
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Four_hundred_changes_by_eight_clients_make_four_hundred_versions_and_none_is_lost()
    {
        await using var one = await server.ServeAsync();
        await using var two = await server.ServeAsync();
        object[] start = [.. Enumerable.Range(0, Initiatives).Select(number => (object)new { putNode = new { key = Key(number), attributes = new { name = $"Initiatief {number}", volunteers = 0 } } })];
        ((long)(await one.ApplyAsync("start", null, start))["data"]!["applyChanges"]!["version"]!).Should().Be(1);
        await two.ShowsAsync(1);

        var time = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => WriteAsync(client % 2 == 0 ? one : two, client)));
        TestContext.Current.TestOutputHelper!.WriteLine($"{Clients * ChangesEach} changes in {time.Elapsed.TotalSeconds:0.0} s, {conflicts} conflicts told to clients");

        const long last = 1 + (Clients * ChangesEach);
        versions.Order().Should().Equal(Enumerable.Range(2, Clients * ChangesEach).Select(version => (long)version), "each change makes the next version");
        await Task.WhenAll(one.ShowsAsync(last), two.ShowsAsync(last));
        var (seenByOne, seenByTwo) = (await one.DataAsync(Everything), await two.DataAsync(Everything));
        seenByTwo.ToJsonString().Should().Be(seenByOne.ToJsonString());
        seenByOne["initiatives"]!["edges"]!.AsArray().Select(edge => (int)edge!["node"]!["volunteers"]!).Should().Equal(Enumerable.Range(0, Initiatives).Select(CountedOn));

        (await server.WijkAsync("copy", "--from", "neo4j", "--to", $"sqlite:{folder.File("copy")}")).Well();
        (await BytesAsync("neo4j.json", "export", "--store", "neo4j")).Should().Equal(await BytesAsync("copy.json", "export", "--data", folder.File("copy")));
        await using var third = await RunningServer.StartAsync(folder.File("copy"));
        (await third.DataAsync(Everything)).ToJsonString().Should().Be(seenByOne.ToJsonString(), "the processes followed by what changed, this one read all");
        (await server.WijkAsync("verify", "--store", "neo4j", "-l", "en")).Well().Should().Contain("All is well");
    }

    private async Task WriteAsync(RunningServer wijk, int client)
    {
        var random = new Random(client);
        for (var number = 0; number < ChangesEach; number++)
        {
            while (await TryAsync(wijk, client, number) is { } refused)
            {
                refused.Should().OnlyContain(error => (string)error!["code"]! == "CONFLICT");
                Interlocked.Increment(ref conflicts);
                await Task.Delay(random.Next(30), TestContext.Current.CancellationToken);
            }
        }
    }

    // Null when it was done. Of every three changes two count one up and say which version they read, the third says other things whatever the version.
    private async Task<JsonArray?> TryAsync(RunningServer wijk, int client, int number)
    {
        var key = Key(client + number);
        long? expected = null;
        object[] changes =
        [
            new { putNode = new { key, attributes = new { needs = $"{client} {number}" } } },
            new { putRelation = new { kind = "COLLABORATES", from = key, to = Key(client + number + 1), attributes = new { level = number % 6, reportedBy = "Bewoners" } } },
        ];
        if (Counts(number))
        {
            var read = await wijk.DataAsync("query($key: ID!) { graph { version } initiative(key: $key) { volunteers } }", new { key });
            expected = (long)read["graph"]!["version"]!;
            changes = [new { putNode = new { key, attributes = new { volunteers = (int)read["initiative"]!["volunteers"]! + 1 } } }];
        }

        var answer = await wijk.ApplyAsync($"{client} {number}", expected, changes);
        answer["errors"].Should().BeNull(answer.ToJsonString());
        var payload = answer["data"]!["applyChanges"]!;
        if (payload["errors"]!.AsArray() is { Count: > 0 } errors) return errors;
        ((bool)payload["wasApplied"]!).Should().BeTrue();
        versions.Add((long)payload["version"]!);
        return null;
    }

    private static bool Counts(int number) => number % 3 != 2;

    private static int CountedOn(int initiative) => Enumerable.Range(0, Clients)
        .Sum(client => Enumerable.Range(0, ChangesEach).Count(number => Counts(number) && (client + number) % Initiatives == initiative));

    private static string Key(int number) => $"initiative:t:{number % Initiatives}";

    private async Task<byte[]> BytesAsync(string name, params string[] arguments)
    {
        (await server.WijkAsync([.. arguments, "--out", folder.File(name)])).Well();
        return await File.ReadAllBytesAsync(folder.File(name), TestContext.Current.CancellationToken);
    }
}
