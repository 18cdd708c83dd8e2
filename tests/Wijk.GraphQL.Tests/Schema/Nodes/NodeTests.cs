namespace Wijk.GraphQL.Tests.Schema.Nodes;

public sealed class NodeTests : IAsyncLifetime
{
    private TestServer server = null!;

    public async ValueTask InitializeAsync() => server = await TestServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_node_has_what_it_carries()
    {
        var node = (await server.DataAsync("""{ node(id: "agency:t:ggd") { id __typename ... on Agency { key kind name type isStub source recordedAt validFrom visibility inference { rule { nl en } } } } }"""))["node"]!;
        node.ToJsonString().Should().Be(
            """{"id":"agency:t:ggd","__typename":"Agency","key":"agency:t:ggd","kind":"AGENCY","name":"GGD","type":"CARE","isStub":false,"source":"t","recordedAt":"2026-01-31T09:30:00.000Z","validFrom":null,"visibility":"PUBLIC","inference":null}""");
    }

    [Fact]
    public async Task Nodes_come_in_the_order_asked_with_null_for_what_is_not_there()
    {
        var data = await server.DataAsync("""{ nodes(ids: ["measure:t:m1", "agency:t:nobody", "area:t:oost"]) { id } agency(key: "measure:t:m1") { id } }""");
        data.ToJsonString().Should().Be("""{"nodes":[{"id":"measure:t:m1"},null,{"id":"area:t:oost"}],"agency":null}""");
    }

    [Fact]
    public async Task A_collaboration_is_seen_from_both_ends_with_its_own_attributes()
    {
        var data = await server.DataAsync("{ agencies { edges { node { name collaborates { edges { relation { level reportedBy } node { name } } } } } } }");
        data.ToJsonString().Should()
            .Contain("""{"name":"GGD","collaborates":{"edges":[{"relation":{"level":3,"reportedBy":"GGD"},"node":{"name":"Politie"}}]}}""").And
            .Contain("""{"name":"Politie","collaborates":{"edges":[{"relation":{"level":3,"reportedBy":"GGD"},"node":{"name":"GGD"}}]}}""");
    }

    [Fact]
    public async Task Relations_are_read_from_either_end()
    {
        var data = await server.DataAsync(
            """{ measure(key: "measure:t:m1") { runBy { edges { node { __typename ... on Agency { name } } } } targetings { edges { node { in { edges { node { partOf { edges { node { name parts { totalCount } } } } } } } } } } } }""");
        data["measure"]!["runBy"]!["edges"]![0]!["node"]!["name"]!.GetValue<string>().Should().Be("GGD");
        data["measure"]!["targetings"]!["edges"]![0]!["node"]!["in"]!["edges"]![0]!["node"]!["partOf"]!["edges"]![0]!["node"]!.ToJsonString()
            .Should().Be("""{"name":"Oost","parts":{"totalCount":1}}""");
    }

    [Theory]
    [InlineData("""name: {contains: "reclas"}""", "agency:t:reclassering")]
    [InlineData("type: {in: [CARE, POLICE]}", "agency:t:ggd")]
    [InlineData("""key: {in: ["agency:t:politie"]}, source: {in: ["t"]}""", "agency:t:politie")]
    [InlineData("""source: {in: ["elsewhere"]}""", "")]
    [InlineData("isStub: true", "")]
    public async Task A_filter_keeps_what_meets_all_conditions(string filter, string expected)
    {
        var data = await server.DataAsync($"{{ agencies(filter: {{{filter}}}) {{ totalCount edges {{ node {{ id }} }} }} }}");
        var keys = data["agencies"]!["edges"]!.AsArray().Select(edge => edge!["node"]!["id"]!.GetValue<string>()).ToArray();
        string.Join(' ', keys).Should().Be(expected);
        data["agencies"]!["totalCount"]!.GetValue<int>().Should().Be(keys.Length);
    }

    [Fact]
    public async Task AsOf_reaches_every_field_below()
    {
        const string Query = """query($day: Date) { agency(key: "agency:t:reclassering", asOf: $day) { runs { totalCount } } graph(asOf: $day) { asOf version } }""";
        (await server.DataAsync(Query, new { day = "2016-07-01" })).ToJsonString()
            .Should().Be("""{"agency":{"runs":{"totalCount":1}},"graph":{"asOf":"2016-07-01","version":1}}""");
        (await server.DataAsync(Query, new { day = "2017-01-01" }))["agency"]!["runs"]!["totalCount"]!.GetValue<int>().Should().Be(0);
        (await server.DataAsync(Query))["agency"]!["runs"]!["totalCount"]!.GetValue<int>().Should().Be(1);
        (await server.AskAsync(Query, new { day = "2016" }))["errors"].Should().NotBeNull();
    }

    [Fact]
    public async Task The_graph_tells_its_version_and_counts()
    {
        var graph = (await server.DataAsync("{ graph { version recordedAt isSample nodeCount relationCount nodeCounts { kind count } sources { name nodeCount relationCount } } }"))["graph"]!;
        graph["version"]!.GetValue<long>().Should().Be(1);
        graph["isSample"]!.GetValue<bool>().Should().BeFalse();
        // 3 agencies, 3 measures, an initiative, 2 areas, a group and a targeting; PART_OF, 3 RUNS, COLLABORATES, and OF, FOR and IN.
        (graph["nodeCount"]!.GetValue<int>(), graph["relationCount"]!.GetValue<int>()).Should().Be((11, 8));
        graph["nodeCounts"]!.AsArray().Sum(count => count!["count"]!.GetValue<int>()).Should().Be(11);
        graph["sources"]!.ToJsonString().Should().Be("""[{"name":"t","nodeCount":11,"relationCount":8}]""");
    }
}
