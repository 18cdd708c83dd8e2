using System.Diagnostics;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Commands;

[Collection(ProcessTests.Name)]
public sealed class ImportBesideServerTests(FilledFolders folders)
{
    private const string AddAgency = """
        mutation { applyChanges(input: { idempotencyKey: "one", changes: [
          { putNode: { key: "agency:wijk:nieuw", attributes: { name: "Nieuw" } } }
        ] }) { version errors { message } } }
        """;

    [Fact]
    public async Task A_running_server_shows_an_import_within_a_second_and_the_untouched_sample_makes_place()
    {
        var subsidies = FilledFolders.Subsidies;
        using var folder = new TempFolder();
        var data = FilledFolders.Copy(await folders.SampleAsync(), folder.File("data"));
        await using var server = await RunningServer.StartAsync(data);
        (await server.VersionAsync()).Should().Be(1);

        var import = await WijkProcess.RunAsync("import", subsidies, "--data", data, "-l", "en");
        var sinceImport = Stopwatch.StartNew();
        import.Well().Should().Contain("Voorbeeldwijk was replaced").And.Contain("Written as version 2.");
        while (await server.VersionAsync() < 2)
        {
            // The promise is one second; a machine that does other work too gets some more.
            sinceImport.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(5), "the server shows what another process wrote");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        var counts = (await server.DataAsync("{ graph { nodeCount relationCount } }"))["graph"]!;
        ((int)counts["nodeCount"]!, (int)counts["relationCount"]!).Should().Be((5323, 13141), "nothing of the sample is left");
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

        (await WijkProcess.RunAsync("import", subsidies, "--data", data)).Errors.Should().Contain("nooit gemengd");
        var ended = await WijkProcess.RunAsync("import", subsidies, "--data", data, "-l", "en");
        ended.ExitCode.Should().Be(1);
        ended.Errors.Should().Contain("holds the sample 'voorbeeldwijk' and what was added to it").And.Contain("choose another folder or database");
        (await WijkProcess.RunAsync("export", "--data", data)).Well().Should().StartWith("{\"wijk\":1,\"version\":2,");
    }
}
