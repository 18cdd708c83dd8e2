using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Schema.Paging;

namespace Wijk.GraphQL.Tests.Execution;

/// <summary>Whatever is wrong with a request, its sender reads sentences of Wijk, never those of the libraries it is made with.</summary>
public sealed class BrokenRequestTests : IAsyncLifetime
{
    private static readonly string[] OfTheInside = ["Parameter", "System.", "Exception", "GraphQL.", "Int32", "Unable to", "AST", "Newtonsoft"];

    private TestServer server = null!;

    public async ValueTask InitializeAsync() => server = await TestServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    // What stands in the document.
    [InlineData("{ graph { ", "SYNTAX_ERROR", "Line 1")]
    [InlineData("{ graph(: ) { version } }", "SYNTAX_ERROR", "Line 1, column 9")]
    [InlineData("{ agency(key: \"never closed) { name } }", "SYNTAX_ERROR", "Line 1")]
    [InlineData("{ nothing }", "INVALID_DOCUMENT", "Query has no field 'nothing'")]
    [InlineData("{ graph { versoin } }", "INVALID_DOCUMENT", "Do you mean 'version'")]
    [InlineData("{ graph }", "INVALID_DOCUMENT", "say which of its fields")]
    [InlineData("{ graph { version { x } } }", "INVALID_DOCUMENT", "'version' has no fields")]
    [InlineData("{ graph { version version: recordedAt } }", "INVALID_DOCUMENT", "give one an alias")]
    [InlineData("{ graph(sinds: 3) { version } }", "INVALID_DOCUMENT", "'graph' has no argument 'sinds'")]
    [InlineData("{ agencies(first: 1, first: 2) { totalCount } }", "INVALID_DOCUMENT", "Argument 'first' is given twice")]
    [InlineData("{ agency { name } }", "INVALID_DOCUMENT", "'agency' needs argument 'key' (ID!)")]
    [InlineData("{ ...F } fragment F on Query { graph { version } } fragment F on Query { graph { version } }", "INVALID_DOCUMENT", "Two fragments are called 'F'")]
    [InlineData("query($x: Nothing) { graph { version } }", "INVALID_DOCUMENT", "There is no type Nothing")]
    [InlineData("{ ... on Int { x } }", "INVALID_DOCUMENT", "it has no fields")]
    [InlineData("{ graph { version } } fragment F on Query { graph { version } }", "INVALID_DOCUMENT", "Fragment 'F' is never used")]
    [InlineData("{ ...F }", "INVALID_DOCUMENT", "There is no fragment 'F'")]
    [InlineData("{ ...F } fragment F on Query { ...F }", "INVALID_DOCUMENT", "Fragment 'F' contains itself")]
    [InlineData("{ graph { ... on Agency { name } } }", "INVALID_DOCUMENT", "Graph can never be Agency")]
    [InlineData("{ graph @nothing { version } }", "INVALID_DOCUMENT", "There is no directive 'nothing'")]
    [InlineData("query @skip(if: true) { graph { version } }", "INVALID_DOCUMENT", "Directive 'skip' cannot stand here")]
    [InlineData("query($x: Int, $x: Int) { agencies(first: $x) { totalCount } }", "INVALID_DOCUMENT", "Variable 'x' is declared twice")]
    [InlineData("query($x: Graph) { graph { version } }", "INVALID_DOCUMENT", "Variable 'x' cannot be Graph")]
    [InlineData("{ agencies(first: $x) { totalCount } }", "INVALID_DOCUMENT", "Variable 'x' is not declared")]
    [InlineData("query($x: Int) { graph { version } }", "INVALID_DOCUMENT", "Variable 'x' is never used")]
    [InlineData("query($x: String) { agencies(first: $x) { totalCount } }", "INVALID_DOCUMENT", "Variable 'x' is String, and Int is expected here")]
    [InlineData("query($x: Int = \"a\") { agencies(first: $x) { totalCount } }", "INVALID_DOCUMENT", "default value of variable 'x'")]
    [InlineData("query A { graph { version } } query B { graph { version } }", "INVALID_DOCUMENT", "Say with operationName")]
    [InlineData("fragment F on Query { graph { version } }", "INVALID_DOCUMENT", "It holds no operation")]
    [InlineData("subscription { graph { version } }", "INVALID_DOCUMENT", "There are no subscriptions")]
    // Values in the document that do not fit their type.
    [InlineData("{ agencies(first: \"ten\") { totalCount } }", "INVALID_DOCUMENT", "Argument 'first' is wrong. \"ten\" is not Int")]
    [InlineData("{ agencies(first: 99999999999999999999) { totalCount } }", "INVALID_DOCUMENT", "Argument 'first' is wrong")]
    [InlineData("{ agencies(first: 1.5) { totalCount } }", "INVALID_DOCUMENT", "Argument 'first' is wrong")]
    [InlineData("{ agencies(orderBy: SIZE) { totalCount } }", "INVALID_DOCUMENT", "Argument 'orderBy' is wrong")]
    [InlineData("{ agencies(orderBy: null) { totalCount } }", "INVALID_DOCUMENT", "may not be null")]
    [InlineData("{ agency(key: null) { name } }", "INVALID_DOCUMENT", "may not be null")]
    [InlineData("{ agency(key: {a: 1}) { name } }", "INVALID_DOCUMENT", "Argument 'key' is wrong")]
    [InlineData("{ graph(asOf: \"2016-02-31\") { version } }", "INVALID_DOCUMENT", "Give a day that exists")]
    [InlineData("{ graph(asOf: 2016) { version } }", "INVALID_DOCUMENT", "Give a day that exists")]
    [InlineData("{ network(filter: {colour: 1}) { nodes { id } } }", "INVALID_DOCUMENT", "There is no field 'colour'")]
    [InlineData("{ network(filter: 7) { nodes { id } } }", "INVALID_DOCUMENT", "Argument 'filter' is wrong")]
    [InlineData("{ clusters(resolution: 1e999) { seed } }", "INVALID_DOCUMENT", "Argument 'resolution' is wrong")]
    [InlineData("mutation { applyChanges(input: {changes: []}) { version } }", "INVALID_DOCUMENT", "'idempotencyKey'")]
    // Values that no answer can be given to.
    [InlineData("{ agencies(first: -1) { totalCount } }", "INVALID_ARGUMENT", "first: -1")]
    [InlineData("{ agencies(first: 2147483647) { totalCount } }", "INVALID_ARGUMENT", "first: 2147483647")]
    [InlineData("{ agencies(after: \"not a cursor\") { totalCount } }", "INVALID_ARGUMENT", "after: 'not a cursor'")]
    [InlineData("{ search(text: \"\") { totalCount } }", "INVALID_ARGUMENT", "text: ")]
    [InlineData("{ overlap(area: \"\") { seed } }", "INVALID_ARGUMENT", "area: The area is blank")]
    [InlineData("{ fragmentation(level: 9) { seed } }", "INVALID_ARGUMENT", "level: 9")]
    [InlineData("{ clusters(resolution: -1) { seed } }", "INVALID_ARGUMENT", "resolution: ")]
    [InlineData("{ network(depth: 99) { nodes { id } } }", "INVALID_ARGUMENT", "depth: 99")]
    [InlineData("{ network(focus: [\"agency:t:nobody\"]) { nodes { id } } }", "INVALID_ARGUMENT", "focus: ")]
    public async Task A_broken_document_is_explained(string query, string code, string words) => MustExplain(await server.AskAsync(query), code, words);

    [Theory]
    [InlineData("Int", "agencies(first: $x) { totalCount }", "\"ten\"", "'ten' is not Int")]
    [InlineData("Int", "agencies(first: $x) { totalCount }", "99999999999999999999", "Variable 'x'")]
    [InlineData("Int", "agencies(first: $x) { totalCount }", "1e40", "Variable 'x'")]
    [InlineData("Int", "agencies(first: $x) { totalCount }", "[1]", "Variable 'x'")]
    [InlineData("Int", "agencies(first: $x) { totalCount }", "{\"a\":1}", "Variable 'x'")]
    [InlineData("ID!", "agency(key: $x) { name }", "null", "may not be null")]
    [InlineData("Date", "graph(asOf: $x) { version }", "\"2016-13-01\"", "Give a day that exists")]
    [InlineData("Date", "graph(asOf: $x) { version }", "20160101", "Give a day that exists")]
    [InlineData("NodeOrder!", "agencies(orderBy: $x) { totalCount }", "\"SIZE\"", "'SIZE' is not NodeOrder")]
    [InlineData("NetworkFilter", "network(filter: $x) { nodes { id } }", "{\"colour\":\"red\"}", "'colour'")]
    [InlineData("NetworkFilter", "network(filter: $x) { nodes { id } }", "\"red\"", "Variable 'x'")]
    [InlineData("[ID!]!", "nodes(ids: $x) { id }", "[null]", "may not be null")]
    public async Task A_broken_variable_is_explained(string type, string field, string value, string words)
    {
        var query = JsonSerializer.Serialize($"query($x: {type}) {{ {field} }}");
        var answer = await server.SendAsync(HttpMethod.Post, "/graphql", $$$"""{"query":{{{query}}},"variables":{"x":{{{value}}}}}""");
        MustExplain(answer.Body!, "INVALID_VARIABLE", words);
    }

    [Fact]
    public async Task A_variable_that_is_left_out_is_explained() =>
        MustExplain(await server.AskAsync("query($x: ID!) { agency(key: $x) { name } }"), "INVALID_VARIABLE", "Variable 'x' is wrong. Give a value");

    [Theory]
    [InlineData("query B { graph { version } }", "There is no operation 'A'")]
    [InlineData("{ graph { version } } query A { graph { version } }", "Give each operation a name")]
    [InlineData("query A { graph { version } } query A { graph { version } }", "Two operations are called 'A'")]
    public async Task A_name_that_is_not_of_one_operation_is_explained(string query, string words)
    {
        var answer = await server.SendAsync(HttpMethod.Post, "/graphql", JsonSerializer.Serialize(new { query, operationName = "A" }));
        MustExplain(answer.Body!, "INVALID_DOCUMENT", words);
    }

    [Fact]
    public async Task A_cursor_of_another_list_is_explained()
    {
        var cursor = (await server.DataAsync("{ search(text: \"g\") { edges { cursor } } }"))["search"]!["edges"]![0]!["cursor"]!.GetValue<string>();
        MustExplain(await server.AskAsync("query($c: String) { agencies(after: $c) { totalCount } }", new { c = cursor }), "INVALID_ARGUMENT", "in the same order");
        MustExplain(
            await server.AskAsync("query($c: String) { agencies(after: $c) { totalCount } }", new { c = Cursor.Of("elsewhere"u8, new("a")) }),
            "INVALID_ARGUMENT", "in the same order");
    }

    [Theory]
    [InlineData("{\"query\":\"{ agency(key: \\\"\u00ff\\\") { name } }\"}", "INVALID_JSON", "UTF-8")] // Sent as the one byte 0xFF.
    [InlineData("\u00ff\u00fe", "INVALID_JSON", "not valid JSON")]
    [InlineData("{\"query\":\"{ graph { version } }\",\"variables\":{\"a\":\"\\ud800\"}}", "INVALID_JSON", "half a surrogate pair")]
    [InlineData("{\"query\":", "INVALID_JSON", "line 1")]
    [InlineData("", "INVALID_JSON", "not valid JSON")]
    [InlineData("[]", "MALFORMED_REQUEST", "one object with a query")]
    [InlineData("\"text\"", "MALFORMED_REQUEST", "one object with a query")]
    [InlineData("{\"query\":[]}", "MALFORMED_REQUEST", "query has the wrong form")]
    [InlineData("{\"query\":\"{ graph { version } }\",\"variables\":7}", "MALFORMED_REQUEST", "variables has the wrong form")]
    [InlineData("{}", "MISSING_QUERY", "The request has no query.")]
    public async Task A_broken_body_is_explained(string body, string code, string words)
    {
        var answer = await server.SendAsync(HttpMethod.Post, "/graphql", Encoding.Latin1.GetBytes(body));
        answer.Status.Should().Be(400);
        MustExplain(answer.Body!, code, words);
    }

    [Theory]
    [InlineData("/graphql?query={graph{version}}&variables={", "INVALID_JSON")]
    [InlineData("/graphql?query={graph{version}}&variables=[]", "MALFORMED_REQUEST")]
    [InlineData("/graphql?query=%FF%FE", "SYNTAX_ERROR")]
    [InlineData("/graphql", "MISSING_QUERY")]
    public async Task A_broken_address_is_explained(string address, string code) =>
        MustExplain((await server.SendAsync(HttpMethod.Get, address, (byte[]?)null)).Body!, code, "");

    private static void MustExplain(JsonNode answer, string code, string words)
    {
        var errors = answer["errors"]!.AsArray();
        errors.Should().NotBeEmpty();
        foreach (var error in errors)
        {
            var (message, why) = (error!["message"]!.GetValue<string>(), error["extensions"]!["why"]!);
            ErrorCode.OfAnswers.Select(known => known.Name).Should().Contain(error["extensions"]!["code"]!.GetValue<string>());
            error["extensions"]!.AsObject().Select(member => member.Key).Should().Equal("code", "why");
            (why["nl"]!.GetValue<string>(), why["en"]!.GetValue<string>()).Should().Match<(string Nl, string En)>(both => both.Nl != both.En && both.En == message);
            OfTheInside.Where(word => error.ToJsonString().Contains(word, StringComparison.Ordinal)).Should().BeEmpty(because: error.ToJsonString());
        }

        errors.Select(error => error!["extensions"]!["code"]!.GetValue<string>()).Should().Contain(code, because: answer.ToJsonString());
        errors.Should().Contain(error => error!["message"]!.GetValue<string>().Contains(words, StringComparison.Ordinal), because: answer.ToJsonString());
    }
}
