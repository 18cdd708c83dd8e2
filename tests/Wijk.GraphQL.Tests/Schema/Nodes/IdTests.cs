using System.Text.Json.Nodes;

namespace Wijk.GraphQL.Tests.Schema.Nodes;

/// <summary>An id carries its view, and whatever has one can be asked for again by it.</summary>
public sealed class IdTests(SampleServer server) : IClassFixture<SampleServer>
{
    private const string Day = SampleServer.AsOf;

    // One list of each sort of thing that an answer finds.
    private const string Found = $$"""
        query($area: String) {
          overlap(asOf: "{{Day}}", area: $area) {
            cells(first: 100) { edges { node { ...Id } } } barriers(first: 100) { edges { node { ...Id } } }
            agencyPairs(first: 100) { edges { node { ...Id } } } measurePairs(first: 100) { edges { node { ...Id } } }
          }
          activity: overlap(asOf: "{{Day}}", lens: ACTIVITY, seed: 7) { cells(first: 100) { edges { node { ...Id } } } agencyPairs(first: 100) { edges { node { ...Id } } } }
          fragmentation(asOf: "{{Day}}", level: 2, area: $area) {
            components(first: 100) { edges { node { ...Id } } } articulationPoints(first: 100) { edges { node { ...Id } } } bridges(first: 100) { edges { node { ...Id } } }
            personBridges(first: 100) { edges { node { ...Id } } } betweenness(first: 100) { edges { node { ...Id } } }
            isolatedInitiatives(first: 100) { edges { node { ...Id } } } silos { domains(first: 100) { edges { node { ...Id } } } }
          }
        }
        fragment Id on Node { __typename id key }
        """;

    [Theory]
    [InlineData(null)]
    [InlineData("Parkbuurt")]
    public async Task What_an_answer_finds_is_found_again_by_its_id(string? area)
    {
        var data = await server.DataAsync(Found, new { area });
        var found = Objects(data).Where(node => node["__typename"] is not null).ToArray();
        found.Should().OnlyContain(node => (string)node["id"]! == $"{node["key"]}@{Day}");
        found.Select(node => (string)node["id"]!).Should().OnlyHaveUniqueItems();
        if (area is null)
        {
            found.Select(node => (string)node["__typename"]!).Distinct().Should().BeEquivalentTo(
                "OverlapCell", "BarrierOffer", "MeetingPair", "NetworkComponent", "ArticulationPoint", "Bridge", "PersonBridge", "Betweenness", "IsolatedInitiative", "DomainSilo");
        }

        foreach (var part in found.Chunk(100))
        {
            var again = await server.DataAsync("query($ids: [ID!]!) { nodes(ids: $ids) { __typename id key } }", new { ids = part.Select(node => node["id"]) });
            again["nodes"]!.AsArray().Select(node => node!.ToJsonString()).Should().Equal(part.Select(node => node.ToJsonString()));
        }
    }

    [Fact]
    public async Task A_cell_found_again_says_the_same()
    {
        const string Fields = "... on OverlapCell { key reason { nl en } severity agencyCount coordination { unknown } measures { totalCount edges { node { id } } } }";
        foreach (var cell in await server.WalkAsync($"overlap(asOf: \"{Day}\", area: \"Parkbuurt\")", "cells", "id " + Fields, 100))
        {
            var again = (await server.DataAsync($"query($id: ID!) {{ node(id: $id) {{ id {Fields} }} }}", new { id = (string)cell["id"]! }))["node"]!;
            again.ToJsonString().Should().Be(cell.ToJsonString());
        }
    }

    [Fact]
    public async Task An_id_carries_the_day_of_whatever_it_was_reached_through()
    {
        var data = await server.DataAsync($$"""
            { whole: agencies(first: 1) { edges { node { id key runs(first: 1) { edges { relation { id from { id } } } } } } }
              day: agencies(first: 1, asOf: "{{Day}}") { edges { node { id key runs(first: 1) { edges { relation { id to { id } } node { id } } } } } }
              search(text: "park", first: 1, asOf: "{{Day}}") { edges { node { id } } }
              network(asOf: "{{Day}}", maxNodes: 2) { nodes { id } links { id } }
              overlap { cells(first: 1) { edges { node { id group { id } } } } } }
            """);
        Ids(data["whole"]!).Should().NotBeEmpty().And.OnlyContain(id => !id.Contains('@'), "without a day the key says it all");
        foreach (var field in new[] { "day", "search", "network" }) Ids(data[field]!).Should().NotBeEmpty().And.OnlyContain(id => id.EndsWith("@" + Day));
        Ids(data["overlap"]!).Should().NotBeEmpty().And.OnlyContain(id => id.Contains("@2"), "an answer looks at a day, also when none was asked");
    }

    [Fact]
    public async Task A_relation_is_a_node_with_its_own_type()
    {
        var tie = (await server.DataAsync($$$"""{ network(asOf: "{{{Day}}}", filter: {relationKind: {in: [COLLABORATES]}}) { links { id key ... on Collaborates { level } from { id } to { id } } } }"""))["network"]!["links"]![0]!;
        var again = (await server.DataAsync("query($id: ID!) { node(id: $id) { __typename id key ... on Collaborates { level } ... on Relation { from { id } to { id } source recordedAt } } }", new { id = (string)tie["id"]! }))["node"]!;
        ((string)again["__typename"]!, (string)again["id"]!, (int)again["level"]!, (string)again["from"]!["id"]!, (string)again["to"]!["id"]!)
            .Should().Be(("Collaborates", (string)tie["id"]!, (int)tie["level"]!, (string)tie["from"]!["id"]!, (string)tie["to"]!["id"]!));
        (await server.DataAsync("query($id: ID!) { node(id: $id) { id } }", new { id = (string)tie["key"]! }))["node"]!["id"]!.GetValue<string>().Should().Be((string)tie["key"]!);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("agency:t:nobody")]
    [InlineData("agency:voorbeeldwijk:x@2026")]
    [InlineData("agency:voorbeeldwijk:x@2026-06-01~branch")]
    [InlineData("@2026-06-01")]
    [InlineData("cell:overlap:group")]
    [InlineData("cell:overlap:group>top>->->-@2026-06-01")]
    [InlineData("bridge:fragmentation:9>->1>a>b")]
    [InlineData("bridge:overlap:group>top>->1>a>b")]
    [InlineData("component:fragmentation:1>area%3At%3Anowhere>1>a")]
    public async Task What_is_no_id_here_is_null(string id) =>
        (await server.DataAsync("query($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }", new { id })).ToJsonString().Should().Be("""{"node":null,"nodes":[null]}""");

    [Fact]
    public async Task A_cursor_of_another_day_or_list_is_an_error_and_empties_only_its_own_field()
    {
        var cursor = (await server.DataAsync($$"""{ overlap(asOf: "{{Day}}") { cells(first: 1) { pageInfo { endCursor } } } }"""))["overlap"]!["cells"]!["pageInfo"]!["endCursor"]!.GetValue<string>();
        var answer = await server.AskAsync($$"""
            { same: overlap(asOf: "{{Day}}") { cells(after: "{{cursor}}") { totalCount } }
              day: overlap(asOf: "2026-06-02") { cellCount cells(after: "{{cursor}}") { totalCount } }
              lens: overlap(asOf: "{{Day}}", lens: ACTIVITY) { cells(after: "{{cursor}}") { totalCount } }
              list: overlap(asOf: "{{Day}}") { agencyPairs(after: "{{cursor}}") { totalCount } } 
              blank: overlap(area: "") { cellCount }
              fragmentation(asOf: "{{Day}}") { tieCount } }
            """);
        answer["errors"]!.AsArray().Select(error => string.Join('/', error!["path"]!.AsArray())).Order().Should().Equal("blank", "day/cells", "lens/cells", "list/agencyPairs");
        answer["errors"]!.AsArray().Should().OnlyContain(error => (string)error!["extensions"]!["code"]! == "INVALID_ARGUMENT");
        answer["data"]!["same"]!["cells"]!["totalCount"]!.GetValue<int>().Should().BePositive();
        answer["data"]!["day"]!["cellCount"]!.GetValue<int>().Should().BePositive();
        answer["data"]!["fragmentation"]!["tieCount"]!.GetValue<int>().Should().BePositive();
        answer["data"]!["blank"].Should().BeNull();
    }

    private static IEnumerable<string> Ids(JsonNode node) => Objects(node).Where(one => one["id"] is not null).Select(one => (string)one["id"]!);

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(pair => Objects(pair.Value)).Prepend(one),
        JsonArray many => many.SelectMany(Objects),
        _ => [],
    };
}
