using System.Diagnostics;
using Wijk.Graph.Stores.Sqlite;
using Wijk.Testing;
using Wijk.Testing.Killed;

namespace Wijk.Graph.Tests.Stores;

public sealed class KilledWriterTests
{
    private static readonly int Kills = LongRun.Portion(5, of: 20);

    [Fact]
    public async Task After_a_kill_at_any_moment_the_database_holds_whole_change_sets_only()
    {
        using var folder = new TempFolder();
        var cancel = TestContext.Current.CancellationToken;
        var random = new Random(3);
        var reached = 0L;
        for (var kill = 0; kill < Kills; kill++)
        {
            var reported = await WriteUntilKilledAsync(folder.Path, TimeSpan.FromMilliseconds(random.Next(0, 120)), cancel);

            await using var store = await SqliteStore.OpenAsync(folder.Path, cancel);
            var contents = await store.ReadContentsAsync(cancel);
            var log = await store.ReadLogAsync(0, cancel).ToListAsync(cancel);
            var version = contents.Version.Number;
            version.Should().BeGreaterThanOrEqualTo(reported, "what was reported as committed is kept").And.BeGreaterThan(reached);
            contents.Nodes.Should().HaveCount((int)version * 2 * EndlessWriter.PairsInASet);
            contents.Relations.Should().HaveCount((int)version * EndlessWriter.PairsInASet);
            log.Select(entry => entry.Version.Number).Should().Equal(Enumerable.Range(1, (int)version).Select(number => (long)number));
            log.Should().OnlyContain(entry => entry.Changes.Length == 3 * EndlessWriter.PairsInASet);
            reached = version;
        }
    }

    /// <summary>Kills the writer some time after its first commit.</summary>
    /// <returns>The last version it reported.</returns>
    private static async Task<long> WriteUntilKilledAsync(string folder, TimeSpan time, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(EndlessWriter).Assembly.Location, folder])
        {
            RedirectStandardOutput = true,
        };
        using var writer = Process.Start(start)!;
        var last = await writer.StandardOutput.ReadLineAsync(cancel);
        await Task.Delay(time, cancel);
        writer.Kill();
        await writer.WaitForExitAsync(cancel);
        while (await writer.StandardOutput.ReadLineAsync(cancel) is { } line) last = line;
        return long.Parse(last!, System.Globalization.CultureInfo.InvariantCulture);
    }
}
