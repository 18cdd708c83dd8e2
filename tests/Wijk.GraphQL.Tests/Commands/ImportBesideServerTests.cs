using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Commands;

public sealed class ImportBesideServerTests(FilledFolders folders)
{
    private const string AddAgency = """
        mutation { applyChanges(input: { idempotencyKey: "one", changes: [
          { putNode: { key: "agency:wijk:nieuw", attributes: { name: "Nieuw" } } }
        ] }) { version errors { message { en } } } }
        """;

    [Fact]
    public async Task A_running_server_shows_an_import_by_itself_and_the_untouched_sample_makes_place()
    {
        var subsidies = FilledFolders.Subsidies;
        using var folder = new TempFolder();
        var data = FilledFolders.Copy(await folders.SampleAsync(), folder.File("data"));
        await using var server = await RunningServer.StartAsync(data);
        (await server.VersionAsync()).Should().Be(1);

        var import = await WijkCommand.RunAsync("import", subsidies, "--data", data, "-l", "en");
        import.Well().Should().Contain("Voorbeeldwijk was replaced").And.Contain("Written as version 2.");
        // SnapshotFollowingTests say when it looks; how soon is for a benchmark.
        await server.ShowsAsync(2);
        var counts = (await server.DataAsync("{ graph { nodeCount relationCount } }"))["graph"]!;
        ((int)counts["nodeCount"]!, (int)counts["relationCount"]!).Should().Be((5322, 13138), "nothing of the sample is left");
    }

    [Fact]
    public async Task Real_data_never_joins_a_sample_that_was_changed()
    {
        var subsidies = FilledFolders.Subsidies;
        using var folder = new TempFolder();
        var data = FilledFolders.Copy(await folders.SampleAsync(), folder.File("data"));
        await using (var server = await RunningServer.StartAsync(data))
        {
            await server.DataAsync(AddAgency);
            (await server.VersionAsync()).Should().Be(2);
        }

        (await WijkCommand.RunAsync("import", subsidies, "--data", data)).Errors.Should().Contain("nooit gemengd");
        var ended = await WijkCommand.RunAsync("import", subsidies, "--data", data, "-l", "en");
        ended.ExitCode.Should().Be(1);
        ended.Errors.Should().Contain("holds the sample 'voorbeeldwijk' and what was added to it").And.Contain("choose another folder or database");
        (await WijkCommand.RunAsync("export", "--data", data)).Well().Should().StartWith("{\"wijk\":1,\"version\":2,");
    }
}
