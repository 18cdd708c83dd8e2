using System.Diagnostics;
using System.Globalization;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Neo4j;
using Wijk.Graph.Tests.Stores.Neo4j.QueryApi;
using Wijk.Testing;
using Wijk.Testing.Killed;

namespace Wijk.Graph.Tests.Stores.Neo4j;

/// <summary>Neo4j, and a Wijk that writes to it, are really killed while a large change set is applied; <see cref="CutOffTests"/> try every statement.</summary>
[Collection(OwnNeo4j.Name)]
public sealed class CrashTests(OwnNeo4j own)
{
    private static readonly int Kills = LongRun.Portion(1, of: 10);

    // Which of the requests that apply a change set is on its way: there are at least three.
    private readonly Random random = new(11);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_large_change_set_is_there_whole_or_not_at_all_whether_its_writer_or_the_server_is_killed()
    {
        var server = await own.RunningAsync();
        var history = await CityHistory.StartAsync(server);
        for (var kill = 0; kill < Kills; kill++)
        {
            await KillWriterAsync(server, history);
            if (kill == 0 && LongRun.IsOn) await LeaseEndsByItselfAsync(server);
            (await history.CheckAsync(told: null)).Should().Be("while it was applied");
        }

        for (var kill = 0; kill < Kills; kill++) await history.CheckAsync(await CommitAndKillServerAsync(server, history, clientGivesUp: kill % 2 == 1));
        await history.CheckLogAsync();
        await server.StopAsync();
        var (exitCode, output) = await server.RunAdminAsync("database", "check", "neo4j");
        exitCode.Should().Be(0, output);
    }

    private async Task KillWriterAsync(Neo4jServer server, CityHistory history)
    {
        Process? writer = null;
        await using var proxy = new FaultyServer(server.Url, DuringApply(() =>
        {
            writer!.Kill();
            return writer.WaitForExitAsync(Cancel);
        }));
        string[] arguments = [typeof(CityWriter).Assembly.Location, proxy.Url.AbsoluteUri, server.User, server.Password, history.NextSeed.ToString(CultureInfo.InvariantCulture)];
        using (writer = Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments) { RedirectStandardOutput = true })!)
        {
            (await writer.StandardOutput.ReadToEndAsync(Cancel)).Trim().Should().Be(CityWriter.Started, "it was killed before it was done");
            await writer.WaitForExitAsync(Cancel);
        }
    }

    private async Task<CommitResult?> CommitAndKillServerAsync(Neo4jServer server, CityHistory history, bool clientGivesUp)
    {
        var killed = new TaskCompletionSource();
        await using var proxy = new FaultyServer(server.Url, DuringApply(async () =>
        {
            await server.KillAsync();
            killed.SetResult();
        }));
        var writing = history.CommitAsync(proxy.Url, clientGivesUp ? new SkippingClock() : TimeProvider.System);
        await killed.Task.WaitAsync(Cancel);
        if (clientGivesUp) (await writing).Should().BeNull();
        await server.StartAgainAsync();
        return await writing;
    }

    // What happens while one of the requests that apply the change set is at the server.
    private Func<int, Fault> DuringApply(Func<Task> happening)
    {
        var left = random.Next(3);
        return _ => Fault.ByStatement(text => text == Statements.Apply.Text && left-- == 0 ? Fault.PassOnDuring(happening) : Fault.PassOn);
    }

    private static async Task LeaseEndsByItselfAsync(Neo4jServer server)
    {
        while ((await server.QueryAsync("MATCH (g:WijkGraph) RETURN g.applyExpiresAt < timestamp()"))[0][0].GetBoolean() == false) await Task.Delay(100, Cancel);
    }
}
