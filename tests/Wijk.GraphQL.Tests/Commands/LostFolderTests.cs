using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Commands;

public sealed class LostFolderTests(FilledFolders folders)
{
    private static readonly object Change = new { putNode = new { key = "agency:wijk:nieuw", attributes = new { name = "Nieuw" } } };

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
