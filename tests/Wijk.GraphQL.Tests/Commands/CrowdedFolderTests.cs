using System.Collections.Concurrent;
using Wijk.Graph.Stores.Sqlite;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Commands;

/// <summary>Two servers and an import on one data folder, and eight clients, while one of the servers is killed.</summary>
public sealed class CrowdedFolderTests : IDisposable
{
    private const int Clients = 8;

    private static readonly int ChangesEach = LongRun.Portion(10, of: 63);

    private readonly TempFolder folder = new();
    private readonly ConcurrentDictionary<string, long> acknowledged = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Data => folder.File("data");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_acknowledged_is_there_once_whoever_wrote_it_and_whoever_was_killed()
    {
        await (await SqliteStore.OpenAsync(Data, Cancel)).DisposeAsync();
        await ImportAsync("first", 1);
        await using var one = await RunningServer.StartAsync(Data, "--poll", "50");
        await using var two = await RunningServer.StartAsync(Data, "--poll", "50");
        var clients = Enumerable.Range(0, Clients).Select(client => WriteAsync(client % 2 == 0 ? one : two, two, client)).ToArray();
        var import = ImportAsync("second", 200);
        while (acknowledged.Count < Clients * ChangesEach / 2) await Task.Delay(5, Cancel);
        one.Process.Kill();
        await Task.WhenAll(clients);
        await import;

        await two.Process.SignalAsync("TERM");
        (await two.Process.EndAsync()).Well();
        await using var store = await SqliteStore.OpenAsync(Data, Cancel);
        var log = await store.ReadLogAsync(0, Cancel).ToListAsync(Cancel);
        log.Select(entry => entry.Version.Number).Should().Equal(Enumerable.Range(1, log.Count).Select(number => (long)number));
        log.Select(entry => entry.Id).Should().OnlyHaveUniqueItems("nothing is done twice");
        log.Should().HaveCount((Clients * ChangesEach) + 2, "and the two imports");
        foreach (var (key, version) in acknowledged) log[(int)version - 1].Changes.Should().ContainSingle(key).Which.Key.Should().Be(key);
        (await store.ReadContentsAsync(Cancel)).Nodes.Select(node => node.Key).Should().Contain(acknowledged.Keys).And.HaveCount((Clients * ChangesEach) + 201);
        (await WijkCommand.RunAsync("verify", "--data", Data, "-l", "en")).Well().Should().Contain("All is well.");
        (await WijkCommand.RunAsync("doctor", "--data", Data, "-l", "en")).Well().Should().Contain("Nothing is wrong.");
    }

    // As a good client: what was not acknowledged is sent again with the same key, to another server when its own is gone.
    private async Task WriteAsync(RunningServer own, RunningServer other, int client)
    {
        for (var number = 0; number < ChangesEach; number++)
        {
            var (idempotencyKey, key) = ($"{client}-{number}", $"agency:crowd:{client}-{number}");
            while (await TryAsync(own, idempotencyKey, key) is not { } version)
            {
                own = other;
                await Task.Delay(20, Cancel);
            }
        }
    }

    private async Task<long?> TryAsync(RunningServer server, string idempotencyKey, string key)
    {
        try
        {
            var answer = await server.ApplyAsync(idempotencyKey, null, new { putNode = new { key, attributes = new { name = key } } });
            if (answer["data"] is not { } data) return null;
            data["applyChanges"]!["errors"]!.AsArray().Should().BeEmpty();
            return acknowledged[key] = (long)data["applyChanges"]!["version"]!;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private async Task ImportAsync(string name, int count)
    {
        var rows = Enumerable.Range(0, count).Select(number => $"{name}-{number},{name} {number}");
        Directory.CreateDirectory(folder.File(name));
        await File.WriteAllTextAsync(Path.Combine(folder.File(name), "Agency.csv"), "id,name\n" + string.Join('\n', rows), Cancel);
        (await WijkProcess.RunWithAsync([], "import", folder.File(name), "--namespace", name, "--data", Data)).Well();
    }
}
