using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Commands;

public sealed class LostFolderTests(FilledFolders folders)
{
    private static readonly object Change = new { putNode = new { key = "agency:wijk:nieuw", attributes = new { name = "Nieuw" } } };

    [Fact]
    public async Task A_server_whose_database_another_was_written_over_confirms_nothing_and_says_that_it_is_not_ready()
    {
        using var folder = new TempFolder();
        var data = FilledFolders.Copy(await folders.SampleAsync(), folder.File("data"));
        await using var server = await RunningServer.StartAsync(data);
        (await server.ApplyAsync("one", null, Change))["data"]!["applyChanges"]!["version"]!.GetValue<long>().Should().Be(2);
        File.Copy(Path.Combine(await folders.AmsterdamAsync(), "wijk.db"), Path.Combine(data, "wijk.db"), overwrite: true);
        await ConfirmsNothingAsync(server);
    }

    [Fact]
    public async Task A_server_whose_log_was_removed_and_made_again_by_another_process_confirms_nothing_and_has_lost_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows removes no file that is open.");
        using var folder = new TempFolder();
        var data = FilledFolders.Copy(await folders.SampleAsync(), folder.File("data"));
        await using (var server = await RunningServer.StartAsync(data))
        {
            (await server.ApplyAsync("one", null, Change))["data"]!["applyChanges"]!["version"]!.GetValue<long>().Should().Be(2);
            File.Delete(Path.Combine(data, "wijk.db-wal"));
            File.Delete(Path.Combine(data, "wijk.db-shm"));
            while ((await server.ReadyAsync()).Status != 503) await Task.Delay(50, TestContext.Current.CancellationToken);
            (await WijkCommand.RunAsync("verify", "--data", data)).ExitCode.Should().Be(0);
            await ConfirmsNothingAsync(server);
        }

        (await WijkCommand.RunAsync("export", "--data", data)).Well().Should().StartWith("{\"wijk\":1,\"version\":2,").And.Contain("agency:wijk:nieuw");
    }

    private static async Task ConfirmsNothingAsync(RunningServer server)
    {
        var error = (await server.ApplyAsync("two", null, Change))["errors"]![0]!;
        error["extensions"]!["code"]!.GetValue<string>().Should().Be("STORE_UNAVAILABLE");
        error["extensions"]!["why"]!["en"]!.GetValue<string>().Should().Contain("was removed or replaced");
        (await server.ReadyAsync()).Status.Should().Be(503);
        (await server.VersionAsync()).Should().Be(2, "questions are still answered from memory");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_whose_folder_was_deleted_or_exchanged_confirms_nothing_and_says_that_it_is_not_ready(bool isExchanged)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows removes no file that is open.");
        using var folder = new TempFolder();
        var data = FilledFolders.Copy(await folders.SampleAsync(), folder.File("data"));
        await using var server = await RunningServer.StartAsync(data);
        (await server.ApplyAsync("one", null, Change))["data"]!["applyChanges"]!["version"]!.GetValue<long>().Should().Be(2);

        Directory.Delete(data, recursive: true);
        if (isExchanged) FilledFolders.Copy(await folders.SampleAsync(), data);
        var answer = await server.ApplyAsync("two", null, Change);
        answer["data"].Should().BeNull();
        var error = answer["errors"]![0]!;
        error["extensions"]!["code"]!.GetValue<string>().Should().Be("STORE_UNAVAILABLE");
        error["extensions"]!["outcome"]!.GetValue<string>().Should().Be("NOT_MADE");
        error["extensions"]!["why"]!["en"]!.GetValue<string>().Should().Contain("was removed or replaced").And.Contain("restore a backup");
        error["extensions"]!["why"]!["nl"]!.GetValue<string>().Should().Contain("is weggehaald of vervangen");

        var (status, body) = await server.ReadyAsync();
        (status, body["status"]!.GetValue<string>()).Should().Be((503, "Unhealthy"));
        body["why"]!.GetValue<string>().Should().Contain("was removed or replaced");
        (await server.StatusAsync("/health/live")).Should().Be(200);
        (await server.VersionAsync()).Should().Be(2, "questions are still answered from memory");
        if (isExchanged) (await WijkCommand.RunAsync("export", "--data", data)).Well().Should().StartWith("{\"wijk\":1,\"version\":1,");
        else Directory.Exists(data).Should().BeFalse("nothing is made in its place");
    }
}
