using System.Text.Json.Nodes;

namespace Wijk.GraphQL.Tests.Changes;

public sealed class MergeTests : IAsyncLifetime
{
    private const string Payload = "{ version wasApplied keys errors { code path message { en } } query { agency(key: \"agency:t:ggd\") { runs { totalCount } aliases } } }";

    private TestServer server = null!;

    public async ValueTask InitializeAsync() => server = await TestServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Two_become_one_and_two_again_and_each_can_be_seen_in_the_answer()
    {
        var before = await RunsAsync();
        var merged = await MutateAsync("""mergeNodes(keep: "agency:t:ggd", other: "agency:t:politie@2026-01-01")""");
        merged["errors"]!.AsArray().Should().BeEmpty();
        (merged["version"]!.GetValue<long>(), merged["wasApplied"]!.GetValue<bool>()).Should().Be((2, true));
        merged["keys"]!.AsArray().Select(key => (string?)key).Should().Contain(["agency:t:ggd", "agency:t:politie"]);
        var ggd = merged["query"]!["agency"]!;
        ggd["runs"]!["totalCount"]!.GetValue<int>().Should().BeGreaterThan(before);
        ggd["aliases"]!.AsArray().Select(alias => (string?)alias).Should().Contain("agency:t:politie");

        var parted = await MutateAsync("""unmergeNode(other: "agency:t:politie")""");
        parted["version"]!.GetValue<long>().Should().Be(3);
        parted["query"]!["agency"]!["runs"]!["totalCount"]!.GetValue<int>().Should().Be(before);
    }

    [Theory]
    [InlineData("""mergeNodes(keep: "agency:t:ggd", other: "agency:t:none")""", "NOT_FOUND", "other", "There is no node 'agency:t:none'")]
    [InlineData("""mergeNodes(keep: "agency:t:none", other: "agency:t:ggd")""", "NOT_FOUND", "keep", "There is no node")]
    [InlineData("""mergeNodes(keep: "agency:t:ggd", other: "measure:t:m1")""", "VALIDATION", null, "cannot become one")]
    [InlineData("""mergeNodes(keep: "agency:t:ggd", other: "agency:t:politie", source: " ")""", "VALIDATION", "source", "names nobody")]
    [InlineData("""unmergeNode(other: "agency:t:ggd")""", "NOT_FOUND", "other", "was not merged into anything")]
    public async Task What_cannot_be_is_a_typed_error_and_changes_nothing(string mutation, string code, string? path, string message)
    {
        var payload = await MutateAsync(mutation);
        var error = payload["errors"]!.AsArray().Should().ContainSingle().Which!;
        ((string?)error["code"], (string?)error["path"]!.AsArray().FirstOrDefault()).Should().Be((code, path));
        ((string?)error["message"]!["en"]).Should().Contain(message);
        (payload["version"]!.GetValue<long>(), payload["wasApplied"]!.GetValue<bool>()).Should().Be((1, false));
    }

    [Fact]
    public async Task What_is_said_of_a_key_that_was_merged_away_is_said_of_what_stayed_and_that_is_ended_only_by_its_own_key()
    {
        await MutateAsync("""mergeNodes(keep: "agency:t:ggd", other: "agency:t:politie")""");
        var payload = await server.ApplyAsync(
        [
            new { putNode = new { key = "agency:t:politie", attributes = new { website = "https://politie.example" } } },
            new { putRelation = new { kind = "COLLABORATES", from = "agency:t:politie", to = "agency:t:reclassering", attributes = new { level = 2, reportedBy = "Politie" } } },
        ]);
        payload["errors"]!.AsArray().Should().BeEmpty();
        (await server.DataAsync("""{ agency(key: "agency:t:ggd") { website collaborates { edges { relation { level } node { name } } } } gone: agency(key: "agency:t:politie") { name } }""")).ToJsonString()
            .Should().Contain("\"website\":\"https://politie.example\"").And.Contain("classering").And.Contain("\"gone\":null");

        foreach (var change in (object[])[new { remove = new { key = "agency:t:politie", withRelations = true } }, new { endNode = new { key = "agency:t:politie", validTo = "2020" } }])
            (await server.ApplyAsync([change], "again " + change))["errors"]![0]!.ToJsonString().Should().Contain("NOT_FOUND").And.Contain("was merged into").And.Contain("agency:t:ggd");
    }

    [Fact]
    public async Task A_scenario_finds_what_stayed_by_a_key_that_was_merged_away()
    {
        await MutateAsync("""mergeNodes(keep: "agency:t:ggd", other: "agency:t:politie")""");
        var scenario = (await server.DataAsync("""{ scenario(leave: ["agency:t:politie"]) { title { en } } }"""))["scenario"]!;
        ((string?)scenario["title"]!["en"]).Should().Contain("GGD");
    }

    private async Task<int> RunsAsync() => (await server.DataAsync("""{ agency(key: "agency:t:ggd") { runs { totalCount } } }"""))["agency"]!["runs"]!["totalCount"]!.GetValue<int>();

    private async Task<JsonNode> MutateAsync(string mutation) => (await server.DataAsync($"mutation {{ done: {mutation} {Payload} }}"))["done"]!;
}
