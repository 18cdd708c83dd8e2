using System.Text;
using Wijk.GraphQL.Execution;

namespace Wijk.GraphQL.Tests.Execution;

public sealed class LimitTests : IAsyncLifetime
{
    private TestServer server = null!;

    public async ValueTask InitializeAsync() => server = await TestServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData("{ graph { version } }", 2)]
    [InlineData("{ agencies(first: 10) { edges { node { name } } } }", 1 + 1 + (10 * 2))] // The list, edges, and ten times node and name.
    [InlineData("{ agencies { totalCount edges { node { name } } } }", 1 + 1 + 1 + (20 * 2))]
    [InlineData("""{ nodes(ids: ["a", "b", "c"]) { id } }""", 1 + 3)]
    [InlineData("""mutation { applyChanges(input: {idempotencyKey: "k", changes: [{remove: {key: "a"}}, {remove: {key: "b"}}, {remove: {key: "c"}}]}) { changed { key } } }""", 1 + 1 + 3)]
    [InlineData("{ __schema { types { name fields { name } } } }", 1)]
    public async Task The_cost_is_told_with_every_answer(string query, double cost)
    {
        var extensions = (await server.AskAsync(query))["extensions"]!;
        extensions["cost"]!["requested"]!.GetValue<double>().Should().Be(cost);
        extensions["cost"]!["max"]!.GetValue<double>().Should().Be(new Limits().Cost);
        extensions["version"]!.GetValue<long>().Should().Be(1);
    }

    [Fact]
    public async Task Variables_count_in_the_cost()
    {
        var answer = await server.AskAsync("query($n: Int) { agencies(first: $n) { edges { node { name } } } }", new { n = 50 });
        answer["extensions"]!["cost"]!["requested"]!.GetValue<double>().Should().Be(1 + 1 + (50 * 2));
    }

    [Fact]
    public async Task What_costs_too_much_is_not_run()
    {
        var answer = await server.AskAsync(
            "{ agencies(first: 100) { edges { node { runs(first: 100) { edges { node { runBy(first: 100) { edges { node { id } } } } } } } } } }");
        answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().Should().Be("TOO_COSTLY");
        answer["extensions"]!["cost"]!["requested"]!.GetValue<double>().Should().BeGreaterThan(new Limits().Cost);
        answer["data"].Should().BeNull();
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
}
