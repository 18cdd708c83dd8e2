using System.Text.Json.Nodes;

namespace Wijk.GraphQL.Tests.Questions.Network;

public sealed class NetworkTests : IAsyncLifetime
{
    private TestServer server = null!;

    public async ValueTask InitializeAsync() => server = await TestServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    // politie - ggd - m1 - targeting - group and area dapper - oost; politie - m2; reclassering - m3; i1 alone.
    [Theory]
    [InlineData(0, "agency:t:ggd")]
    [InlineData(1, "agency:t:ggd agency:t:politie measure:t:m1")]
    [InlineData(3, "agency:t:ggd agency:t:politie measure:t:m1 measure:t:m2 targeting area:t:dapper targetgroup:t:jongeren")]
    public async Task Depth_counts_relations_from_the_focus(int depth, string expected)
    {
        var network = await AskAsync($"""focus: ["agency:t:ggd"], depth: {depth}""");
        string.Join(' ', Ids(network)).Should().Be(expected);
        network["isTruncated"]!.GetValue<bool>().Should().BeFalse();
    }

    [Fact]
    public async Task Links_join_only_nodes_that_are_shown()
    {
        var network = await AskAsync("""focus: ["agency:t:ggd"], depth: 1""");
        network["links"]!.AsArray().Select(link => $"{link!["from"]!["key"]} {link["kind"]} {link["to"]!["key"]}").Should().Equal(
            "agency:t:ggd RUNS measure:t:m1", "agency:t:ggd COLLABORATES agency:t:politie");
        (network["links"]![1]!["level"]!.GetValue<int>(), network["links"]![1]!["reportedBy"]!.GetValue<string>()).Should().Be((3, "GGD"));
    }

    [Fact]
    public async Task What_does_not_fit_is_told()
    {
        var network = await AskAsync("""focus: ["agency:t:ggd"], depth: 1, maxNodes: 2""");
        Ids(network).Should().Equal("agency:t:ggd", "agency:t:politie");
        network["isTruncated"]!.GetValue<bool>().Should().BeTrue();
        network["leftOutCount"]!.GetValue<int>().Should().Be(1);
        network["reason"]!["nl"]!.GetValue<string>().Should().Be("2 knopen en 1 verband. Er was geen plaats voor nog 1 knoop: vraag minder soorten, een kleinere diepte of meer knopen (maxNodes).");
    }

    [Fact]
    public async Task A_filter_stops_the_walk()
    {
        Ids(await AskAsync("""focus: ["agency:t:ggd"], depth: 6, filter: {relationKind: {in: [COLLABORATES]}}""")).Should().Equal("agency:t:ggd", "agency:t:politie");
        Ids(await AskAsync("""focus: ["agency:t:ggd"], depth: 6, filter: {node: {kind: {in: [MEASURE]}}}""")).Should().Equal("agency:t:ggd", "measure:t:m1");
        Ids(await AskAsync("filter: {node: {kind: {in: [INITIATIVE, AREA]}}}")).Should().Equal("area:t:dapper", "area:t:oost", "initiative:t:i1");
    }

    [Fact]
    public async Task An_area_holds_what_is_meant_for_it_and_its_parts() =>
        Ids(await AskAsync("""filter: {area: "area:t:oost"}""")).Should().Equal("agency:t:ggd", "area:t:dapper", "area:t:oost", "measure:t:m1", "targeting");

    [Theory]
    [InlineData("""focus: ["agency:t:nobody"]""", "there is no node 'agency:t:nobody'")]
    [InlineData("depth: 7", "between 0 and 6")]
    [InlineData("maxNodes: 0", "between 1 and 5000")]
    [InlineData("""filter: {area: "agency:t:ggd"}""", "No area has the key, code or name 'agency:t:ggd'")]
    public async Task Impossible_questions_are_refused(string arguments, string rule)
    {
        var answer = await server.AskAsync($"{{ network({arguments}) {{ isTruncated }} }}");
        answer["errors"]![0]!["message"]!.GetValue<string>().Should().Contain(rule);
    }

    // The key of a targeting is long; its kind is enough to tell it here.
    private static IEnumerable<string> Ids(JsonNode network) => network["nodes"]!.AsArray()
        .Select(node => node!["id"]!.GetValue<string>()).Select(id => id.StartsWith("targeting:", StringComparison.Ordinal) ? "targeting" : id);

    private async Task<JsonNode> AskAsync(string arguments) => (await server.DataAsync(
        $"{{ network({arguments}) {{ nodes {{ id }} links {{ kind from {{ key }} to {{ key }} ... on Collaborates {{ level reportedBy }} }} isTruncated leftOutCount reason {{ nl en }} }} }}"))["network"]!;
}
