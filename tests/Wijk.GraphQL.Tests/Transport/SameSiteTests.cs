using System.Net.Sockets;
using System.Text;
using Wijk.GraphQL.Hosting;

namespace Wijk.GraphQL.Tests.Transport;

/// <summary>A page of another site cannot make a browser ask Wijk anything, unless its site was let in.</summary>
public sealed class SameSiteTests
{
    private const string Query = "/graphql?query={graph{version}}", Friend = "https://map.example";

    [Theory]
    [InlineData("cross-site", null)]
    [InlineData("same-site", null)]
    [InlineData("cross-site", "https://elsewhere.example")]
    [InlineData(null, "https://elsewhere.example")]
    [InlineData(null, "null")]
    [InlineData("same-origin", "https://elsewhere.example")]
    public async Task Requests_of_other_sites_are_refused_by_get_and_by_post(string? site, string? origin)
    {
        await using var server = await TestServer.StartAsync();
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Post])
        {
            var (status, body, _) = await SendAsync(server, method, site, origin);
            status.Should().Be(403);
            body.Should().Contain("CROSS_SITE").And.Contain("Cors:Origins");
        }
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("none", null)]
    [InlineData("same-origin", null)]
    [InlineData("same-origin", "own")]
    [InlineData(null, "own")]
    public async Task Own_pages_and_programs_are_answered(string? site, string? origin)
    {
        await using var server = await TestServer.StartAsync();
        var own = server.Address.GetLeftPart(UriPartial.Authority);
        (await SendAsync(server, HttpMethod.Get, site, origin == "own" ? own : origin)).Status.Should().Be(200);
        (await SendAsync(server, HttpMethod.Post, site, origin == "own" ? own : origin)).Status.Should().Be(200);
    }

    [Fact]
    public async Task A_site_that_was_let_in_is_answered_and_its_browser_is_told_so()
    {
        await using var server = await TestServer.StartAsync(settings: ["--Cors:Origins", $"https://other.example;{Friend}"]);
        var (status, _, allowed) = await SendAsync(server, HttpMethod.Post, "cross-site", Friend);
        (status, allowed).Should().Be((200, Friend));
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/graphql")
        {
            Headers = { { "Origin", Friend }, { "Access-Control-Request-Method", "POST" }, { "Access-Control-Request-Headers", "content-type" } },
        };
        using var answer = await server.Client.SendAsync(preflight, TestContext.Current.CancellationToken);
        answer.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal(Friend);
        (await SendAsync(server, HttpMethod.Post, "cross-site", "https://elsewhere.example")).Status.Should().Be(403);
    }

    [Theory]
    [InlineData("map.example")]
    [InlineData("https://map.example/path")]
    [InlineData("*")]
    public async Task A_setting_that_is_no_site_stops_the_start(string origin) =>
        (await FluentActions.Awaiting(() => TestServer.StartAsync(settings: ["--Cors:Origins", origin])).Should().ThrowAsync<CannotStartException>())
            .Which.Why.En.Should().Contain($"'{origin}'");

    [Theory]
    [InlineData("Limits:seconds", "0", "from 1 to 3600")]
    [InlineData("Limits:Cost", "many", "from 1000 to")]
    [InlineData("Limits:speed", "1", "no setting Limits:speed")]
    public async Task A_limit_that_cannot_be_set_stops_the_start(string name, string value, string told) =>
        (await FluentActions.Awaiting(() => TestServer.StartAsync(settings: [$"--{name}", value])).Should().ThrowAsync<CannotStartException>()).Which.Why.En.Should().Contain(told);

    [Theory]
    [InlineData("GET /graphql?query={graph{version}} HTTP/1.0\r\n\r\n")]
    [InlineData("GET /graphql?query={graph{version}} HTTP/1.1\r\nHost:\r\n\r\n")]
    [InlineData("GET /graphql?query={graph{version}} HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n")]
    public async Task A_request_to_no_name_or_another_name_is_refused(string request)
    {
        await using var server = await TestServer.StartAsync();
        using var connection = new TcpClient();
        await connection.ConnectAsync(server.Address.Host, server.Address.Port, TestContext.Current.CancellationToken);
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(connection.GetStream());
        (await reader.ReadLineAsync(TestContext.Current.CancellationToken)).Should().Contain(" 400 ");
    }

    [Theory]
    [InlineData("Application/JSON", "APPLICATION/GraphQL-response+JSON")]
    [InlineData("application/json; CHARSET=UTF-8", "Application/*")]
    public async Task The_case_of_media_types_says_nothing(string contentType, string accept)
    {
        await using var server = await TestServer.StartAsync();
        (await server.SendAsync(HttpMethod.Post, "/graphql", """{"query":"{ graph { version } }"}""", contentType, accept)).Status.Should().Be(200);
    }

    private static async Task<(int Status, string Body, string? Allowed)> SendAsync(TestServer server, HttpMethod method, string? site, string? origin)
    {
        using var request = new HttpRequestMessage(method, method == HttpMethod.Get ? Query : "/graphql");
        if (method == HttpMethod.Post) request.Content = new StringContent("""{"query":"{ graph { version } }"}""", Encoding.UTF8, "application/json");
        if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);
        if (origin is not null) request.Headers.Add("Origin", origin);
        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var allowed = response.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null;
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), allowed);
    }
}
