using System.Net;

namespace Wijk.GraphQL.Tests.Transport;

public sealed class HttpTests : IAsyncLifetime
{
    private const string Modern = "application/graphql-response+json", Legacy = "application/json";
    private TestServer server = null!;

    public async ValueTask InitializeAsync() => server = await TestServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData("""{"query":"{ graph { version } }"}""", Modern, 200)]
    [InlineData("""{"query":"{ graph { version } }"}""", Legacy, 200)]
    [InlineData("""{"query":"{ graph { version } }","variables":null,"operationName":null,"extensions":{"a":1}}""", Modern, 200)]
    [InlineData("""{"query":"{ graph { "}""", Modern, 400)] // Does not parse: nothing was run.
    [InlineData("""{"query":"{ graph { "}""", Legacy, 200)] // Older clients: well-formed JSON in, 200 out.
    [InlineData("""{"query":"{ nothing }"}""", Modern, 400)]
    [InlineData("""{"query":"{ nothing }"}""", Legacy, 200)]
    [InlineData("""{"query":"query A { graph { version } }","operationName":"B"}""", Modern, 400)]
    [InlineData("""{"query":"{ agencies(first: 101) { totalCount } }"}""", Modern, 200)] // Was run: data null and an error.
    [InlineData("""{"query":""", Legacy, 400)]
    [InlineData("""{"variables":{}}""", Legacy, 400)]
    [InlineData("""[{"query":"{ graph { version } }"}]""", Legacy, 400)]
    [InlineData("""{"query":7}""", Legacy, 400)]
    [InlineData("""{"query":"{ graph { version } }","variables":[]}""", Legacy, 400)]
    public async Task Post_answers_with_the_status_of_the_specification(string body, string accept, int status)
    {
        var answer = await server.SendAsync(HttpMethod.Post, "/graphql", body, accept: accept);
        (answer.Status, answer.MediaType).Should().Be((status, accept));
        if (status != 200) answer.Body!["data"].Should().BeNull();
    }

    [Fact]
    public async Task An_error_has_the_shape_of_the_specification()
    {
        var answer = await server.AskAsync("{ agencies(first: 101) { totalCount } }");
        var error = answer["errors"]!.AsArray().Single()!;
        error["message"]!.GetValue<string>().Should().Be("first: 101 is not between 0 and 100; ask for a smaller page and go on with after or before.");
        error["locations"]![0]!["line"]!.GetValue<int>().Should().Be(1);
        error["path"]![0]!.GetValue<string>().Should().Be("agencies");
        error["extensions"]!["code"]!.GetValue<string>().Should().Be("INVALID_ARGUMENT");
        error["extensions"]!.AsObject().Select(pair => pair.Key).Should().Equal("code", "why");
        error["extensions"]!["why"]!["nl"]!.GetValue<string>().Should().Be("first: 101 ligt niet tussen 0 en 100; vraag een kleinere bladzijde en ga verder met after of before.");
    }

    [Fact]
    public async Task Broken_json_is_told_with_its_place()
    {
        var (_, _, body) = await server.SendAsync(HttpMethod.Post, "/graphql", "{\"query\":\n  oops}");
        var error = body!["errors"]![0]!;
        error["message"]!.GetValue<string>().Should().Contain("line 2");
        error["extensions"]!["code"]!.GetValue<string>().Should().Be("INVALID_JSON");
    }

    [Fact]
    public async Task Get_answers_a_query()
    {
        var (status, type, body) = await server.SendAsync(
            HttpMethod.Get, "/graphql?query=query($k:ID!){agency(key:$k){name}}&variables=" + Uri.EscapeDataString("""{"k":"agency:t:ggd"}"""));
        (status, type).Should().Be((200, Modern));
        body!["data"]!["agency"]!["name"]!.GetValue<string>().Should().Be("GGD");
    }

    [Fact]
    public async Task Get_refuses_a_mutation_and_changes_nothing()
    {
        var query = Uri.EscapeDataString("""mutation { applyChanges(input: {idempotencyKey: "k", changes: [{remove: {key: "initiative:t:i1"}}]}) { version } }""");
        var (status, _, body) = await server.SendAsync(HttpMethod.Get, "/graphql?query=" + query);
        status.Should().Be(405);
        body!["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().Should().Be("METHOD_NOT_ALLOWED");
        (await server.Store.ReadVersionAsync(TestContext.Current.CancellationToken)).Number.Should().Be(1);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=iso-8859-1")]
    public async Task Only_json_is_accepted_so_that_other_sites_cannot_post(string contentType) =>
        (await server.SendAsync(HttpMethod.Post, "/graphql", """{"query":"{ graph { version } }"}""", contentType)).Status.Should().Be(415);

    [Fact]
    public async Task Other_methods_and_unknown_forms_are_refused()
    {
        (await server.SendAsync(HttpMethod.Put, "/graphql", "{}")).Status.Should().Be(405);
        (await server.SendAsync(HttpMethod.Get, "/graphql?query={graph{version}}", accept: "text/html")).Status.Should().Be(406);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        var (status, _, body) = await server.SendAsync(HttpMethod.Post, "/graphql", $$"""{"query":"{{new string(' ', 5_000_000)}}"}""");
        status.Should().Be(413);
        body!["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().Should().Be("REQUEST_TOO_LARGE");
    }

    [Fact]
    public async Task Another_host_name_is_turned_away()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={graph{version}}");
        request.Headers.Host = "evil.example";
        (await server.Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("nl", "ligt niet tussen")]
    [InlineData("en", "is not between")]
    [InlineData("EN-gb, nl;q=0.9", "is not between")]
    [InlineData("nl;q=0.3, fr, en;q=0.4", "is not between")]
    [InlineData("en;q=0, nl-BE;q=0.1", "ligt niet tussen")]
    [InlineData("fr, de;q=0.5", "ligt niet tussen")] // None of ours: Dutch, as in the terminal.
    [InlineData("*", "ligt niet tussen")]
    [InlineData("not,, a;q=list", "ligt niet tussen")]
    public async Task The_client_chooses_the_language_of_messages(string acceptLanguage, string words)
    {
        var (_, _, body) = await server.SendAsync(
            HttpMethod.Post, "/graphql", """{"query":"{ agencies(first: 101) { totalCount } }"}""", acceptLanguage: acceptLanguage);
        body!["errors"]![0]!["message"]!.GetValue<string>().Should().Contain(words);
    }

    [Fact]
    public async Task Messages_are_dutch_when_the_client_names_no_language()
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        var answer = await client.GetStringAsync("/graphql?query={agencies(first:101){totalCount}}", TestContext.Current.CancellationToken);
        answer.Should().Contain("\"message\":\"first: 101 ligt niet tussen");
    }

    [Fact]
    public async Task Failures_inside_are_for_the_log_and_not_for_the_client()
    {
        server.Store.IsBroken = true;
        var answer = await server.AskAsync("""mutation { applyChanges(input: {idempotencyKey: "k", changes: [{remove: {key: "initiative:t:i1"}}]}) { version } }""");
        var error = answer["errors"]!.AsArray().Should().ContainSingle().Which!;
        error["extensions"]!["code"]!.GetValue<string>().Should().Be("INTERNAL");
        error["message"]!.GetValue<string>().Should().Be("Something went wrong in Wijk itself. Whoever runs Wijk can find in its log what it was; try again later.");
        answer.ToJsonString().Should().NotContain("secret").And.NotContain(" at Wijk");
    }
}
