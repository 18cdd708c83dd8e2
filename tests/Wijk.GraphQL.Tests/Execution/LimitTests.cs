using System.Text;
using Wijk.Graph.Findings.Clusters;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using Wijk.GraphQL.Execution;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Execution;

public sealed class LimitTests : IAsyncLifetime
{
    private TestServer server = null!;

    public async ValueTask InitializeAsync() => server = await TestServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData("{ graph { version } }", 2)]
    [InlineData("{ agencies(first: 2) { edges { node { name } } } }", 1 + 1 + (2 * 2))] // The list, edges, and twice node and name.
    [InlineData("{ agencies { totalCount edges { node { name } } } }", 1 + 1 + 1 + (3 * 2))] // A page may hold twenty, but there are three.
    [InlineData("""{ agency(key: "agency:test:none") { name } }""", 1)]
    [InlineData("""{ nodes(ids: ["a", "b", "c"]) { id } }""", 1 + 3)]
    [InlineData("{ nodes(ids: [1, 2]) { id } agency(key: 3) { id } node(id: 4) { id } }", 1 + 2 + 1 + 1 + 1)]
    [InlineData("""mutation { applyChanges(input: {idempotencyKey: "k", changes: [{remove: {key: "a"}}, {remove: {key: "b"}}, {remove: {key: "c"}}]}) { changed { key } } }""", 1 + 1 + 3)]
    [InlineData("{ __schema { types { name fields { name } } } }", 1)]
    public async Task The_cost_is_told_with_every_answer(string query, double cost)
    {
        var extensions = (await server.AskAsync(query))["extensions"]!;
        extensions["cost"]!["requested"]!.GetValue<double>().Should().Be(cost);
        extensions["cost"]!["max"]!.GetValue<double>().Should().Be(new Limits().Cost);
        extensions["version"]!.GetValue<long>().Should().Be(1);
    }

    [Theory]
    [InlineData("{ graph { version } }", 2)]
    [InlineData("{ agencies(first: 2) { edges { node { name } } } }", 1 + 1 + (2 * 2))]
    [InlineData("{ __schema { types { name fields { name } } } }", 1)]
    public async Task The_cost_is_counted_while_a_query_runs(string query, int cost) =>
        (await server.AskAsync(query))["extensions"]!["cost"]!["counted"]!.GetValue<int>().Should().Be(cost);

    [Fact]
    public async Task Variables_count_in_the_cost()
    {
        var answer = await server.AskAsync("query($n: Int) { agencies(first: $n) { edges { node { name } } } }", new { n = 2 });
        answer["extensions"]!["cost"]!["requested"]!.GetValue<double>().Should().Be(1 + 1 + (2 * 2));
    }

    [Fact]
    public async Task What_costs_too_much_is_not_run()
    {
        await using var strict = await TestServer.StartWithAsync(SyntheticSnapshot.Of(2_000), "--Limits:Cost", "1000");
        var answer = await strict.AskAsync(
            "{ targetGroups { edges { node { concernedBy(first: 100) { edges { node { ... on Targeting { of { edges { node { ... on Measure { runBy { edges { node { ... on Agency { runs(first: 100) { edges { node { id key name source } } } } } } } } } } } } } } } } } } }");
        answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().Should().Be("TOO_COSTLY", answer["errors"]!.ToJsonString());
        answer["extensions"]!["cost"]!["requested"]!.GetValue<double>().Should().BeGreaterThan(1_000);
        answer["extensions"]!["cost"]!["counted"]!.GetValue<int>().Should().Be(0);
        answer["data"].Should().BeNull();
    }

    [Fact]
    public async Task What_turns_out_to_cost_too_much_is_stopped()
    {
        // Of a thousand agencies one runs all: those that are looked at beforehand do not show it.
        await using var hub = await TestServer.StartAsync(Hub(agencyCount: 1_000, measureCount: 200), settings: ["--Limits:Cost", "1000"]);
        var aliases = string.Concat(Enumerable.Range(0, 12).Select(i => $"a{i}: runs(first: 100) {{ edges {{ node {{ id }} }} }} "));
        var answer = await hub.AskAsync($"{{ agencies(first: 2) {{ edges {{ node {{ {aliases} }} }} }} }}");
        answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().Should().Be("TOO_COSTLY");
        answer["errors"]![0]!["message"]!.GetValue<string>().Should().StartWith("The operation was stopped: it cost more than 1000.");
        answer["extensions"]!["cost"]!["requested"]!.GetValue<double>().Should().BeLessThan(1_000);
        answer["data"].Should().BeNull();
    }

    [Fact]
    public async Task The_analyses_of_an_operation_cost_what_the_size_of_the_graph_says_each_of_them_once()
    {
        var graph = (await server.DataAsync("{ graph { nodeCount relationCount } }"))["graph"]!;
        var records = (int)graph["nodeCount"]! + (int)graph["relationCount"]!;
        var cost = (await server.AskAsync("{ overlap { cellCount } again: overlap { pairCount } clusters { tieCount } other: clusters(seed: 2) { tieCount } }"))["extensions"]!["cost"]!;
        cost["analyses"]!["requested"]!.GetValue<double>().Should().Be(
            records * (new OverlapQuestion().CostPerRecord + new ClustersQuestion().CostPerRecord + new ClustersQuestion { Seed = 2 }.CostPerRecord));
        cost["analyses"]!["max"]!.GetValue<double>().Should().Be(new Limits().AnalysisCost);
    }

    [Fact]
    public async Task Analyses_that_cost_too_much_are_refused_and_the_rest_is_answered()
    {
        await using var strict = await TestServer.StartWithAsync(SyntheticSnapshot.Of(2_000), "--Limits:AnalysisCost", "100000");
        var answer = await strict.AskAsync("{ graph { version } a: overlap { cellCount } b: overlap(level: 1) { cellCount } }");
        answer["errors"]!.AsArray().Should().ContainSingle().Which!["extensions"]!["code"]!.GetValue<string>().Should().Be("TOO_COSTLY");
        answer["errors"]![0]!["message"]!.GetValue<string>().Should().Contain("100000 (analysisCost)");
        answer["data"]!["graph"]!["version"]!.GetValue<int>().Should().Be(1);
    }

    [Fact]
    public async Task What_is_too_deep_is_not_run()
    {
        var (query, end) = (new StringBuilder("{ areas(first: 1) { edges { node { id "), new StringBuilder(" } } } }"));
        for (var level = 0; level < 5; level++)
        {
            query.Append("partOf(first: 1) { edges { node { id ");
            end.Append(" } } }");
        }

        (await server.AskAsync(query.ToString() + end))["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().Should().Be("TOO_DEEP");
    }

    [Fact]
    public async Task The_question_that_tools_ask_for_the_whole_schema_is_answered()
    {
        var type = string.Concat(Enumerable.Repeat("ofType { kind name ", 9)) + string.Concat(Enumerable.Repeat("}", 9));
        var query = $$"""query IntrospectionQuery { __schema { queryType { name } mutationType { name } subscriptionType { name } types { ...FullType } directives { name locations args { ...InputValue } } } } fragment FullType on __Type { kind name description fields(includeDeprecated: true) { name description args { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason } inputFields { ...InputValue } interfaces { ...TypeRef } enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...TypeRef } } fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue } fragment TypeRef on __Type { kind name {{type}} }""";
        (await server.DataAsync(query))["__schema"]!["queryType"]!["name"]!.GetValue<string>().Should().Be("Query");
    }

    private static ChangeSet Hub(int agencyCount, int measureCount)
    {
        Node[] agencies = [.. Enumerable.Range(0, agencyCount).Select(i => SmallNeighbourhood.Named(NodeKind.Agency, $"a{i:000}", "Agency"))];
        Node[] measures = [.. Enumerable.Range(0, measureCount).Select(i => SmallNeighbourhood.Named(NodeKind.Measure, $"m{i:000}", "Measure"))];
        var runs = measures.Select(measure => SmallNeighbourhood.Joined(RelationKind.Runs, agencies[1].Key, measure.Key));
        return SmallNeighbourhood.ChangeSet with { Changes = [.. agencies.Select(Change.Put), .. measures.Select(Change.Put), .. runs.Select(Change.Put)] };
    }
}
