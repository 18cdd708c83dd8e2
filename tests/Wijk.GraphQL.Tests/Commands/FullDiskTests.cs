using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Commands;

public sealed class FullDiskTests(FilledFolders folders)
{
    [Fact]
    public async Task On_a_full_disk_writes_fail_in_words_and_readiness_says_so_until_there_is_room()
    {
        using var disk = SmallDisk.Mount(megabytes: 16, out var why);
        Assert.SkipWhen(disk is null, why);
        var data = FilledFolders.Copy(await folders.SampleAsync(), Path.Combine(disk.Path, "data"));
        await using var server = await RunningServer.StartAsync(data);
        var acknowledged = await ApplyUntilRefusedAsync(server, 1, most: 1);
        (await server.ReadyAsync()).Body["status"]!.GetValue<string>().Should().Be("Healthy");

        var filler = disk.Fill(butFor: 100_000);
        acknowledged = await ApplyUntilRefusedAsync(server, acknowledged, most: 100);
        acknowledged.Should().BeLessThan(100, "at some moment the disk is full");
        var error = (await ApplyAsync(server, acknowledged + 1))["errors"]![0]!;
        error["extensions"]!["code"]!.GetValue<string>().Should().Be("STORE_UNAVAILABLE");
        error["extensions"]!["outcome"]!.GetValue<string>().Should().Be("NOT_MADE");
        error["extensions"]!["why"]!["en"]!.GetValue<string>().Should().Contain("the disk is full; make room");
        error["extensions"]!["why"]!["nl"]!.GetValue<string>().Should().Contain("de schijf is vol; maak ruimte");
        var (status, body) = await server.ReadyAsync();
        (status, body["status"]!.GetValue<string>(), body["version"]!.GetValue<long>()).Should().Be((200, "Degraded", acknowledged));
        body["why"]!.GetValue<string>().Should().Contain("is full (").And.Contain("make room");

        File.Delete(filler);
        (await server.ReadyAsync()).Body["status"]!.GetValue<string>().Should().Be("Healthy");
        (await ApplyUntilRefusedAsync(server, acknowledged, most: acknowledged)).Should().Be(acknowledged + 1);
        server.Process.Kill();
        (await WijkCommand.RunAsync("verify", "--data", data)).Well().Should().Contain($"versie {acknowledged + 1},").And.Contain("Alles klopt.");
    }

    // Each change makes the next version; the last that was acknowledged.
    private static async Task<long> ApplyUntilRefusedAsync(RunningServer server, long version, long most)
    {
        while (version < most + 1)
        {
            var answer = await ApplyAsync(server, version + 1);
            if (answer["data"] is null) break;
            answer["data"]!["applyChanges"]!["version"]!.GetValue<long>().Should().Be(++version);
        }

        return version;
    }

    private static Task<System.Text.Json.Nodes.JsonNode> ApplyAsync(RunningServer server, long number) => server.ApplyAsync(
        $"change {number}",
        null,
        [.. Enumerable.Range(0, 20).Select(place => new { putNode = new { key = $"agency:wijk:full-{number}-{place}", attributes = new { name = $"Agency {number} {place}" } } })]);
}
