using System.Diagnostics;
using Wijk.Graph.Stores;
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

    [Fact]
    public async Task After_a_kill_while_it_is_made_the_database_can_be_opened_and_is_whole()
    {
        using var folder = new TempFolder();
        var cancel = TestContext.Current.CancellationToken;
        var random = new Random(5);
        for (var kill = 0; kill < LongRun.Portion(3, of: 20); kill++)
        {
            var data = folder.File($"{kill}");
            using (var writer = Start(data))
            {
                while (!SqliteStore.IsIn(data)) await Task.Delay(1, cancel);
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(0, 12)), cancel);
                writer.Kill();
                await writer.WaitForExitAsync(cancel);
            }

            await using (var store = await SqliteStore.OpenAsync(data, cancel))
            {
                var contents = await store.ReadContentsAsync(cancel);
                contents.Nodes.Should().HaveCount((int)contents.Version.Number * 2 * EndlessWriter.PairsInASet);
                await store.CommitAsync(Records.Changes("after", Records.Puts(Records.Agency("a"))), cancel);
            }

            (await StorePlace.Folder(data).DiagnoseAsync(TimeProvider.System, null, cancel)).Should().NotContain(found => found.Level == DiagnosisLevel.Wrong);
        }
    }

    /// <summary>Kills the writer some time after its first commit.</summary>
    /// <returns>The last version it reported.</returns>
    private static async Task<long> WriteUntilKilledAsync(string folder, TimeSpan time, CancellationToken cancel)
    {
        using var writer = Start(folder);
        var last = await writer.StandardOutput.ReadLineAsync(cancel);
        await Task.Delay(time, cancel);
        writer.Kill();
        await writer.WaitForExitAsync(cancel);
        while (await writer.StandardOutput.ReadLineAsync(cancel) is { } line) last = line;
        return long.Parse(last!, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static Process Start(string folder) => Process.Start(
        new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(EndlessWriter).Assembly.Location, folder])
        {
            RedirectStandardOutput = true,
        })!;
}
