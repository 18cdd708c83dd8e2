using System.Text;
using Wijk.GraphQL.Hosting;

namespace Wijk.GraphQL.Tests.Hosting;

/// <summary>Behind a reverse proxy: which name and scheme a request came by, and who is believed about that.</summary>
public sealed class PublicAddressTests
{
    private const string Public = "wijk.example";

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.0/8; 127.0.0.0/8")]
    public async Task A_named_proxy_is_believed_about_the_public_name_and_scheme(string proxies)
    {
        await using var server = await TestServer.StartAsync(settings: ["--Hosts", Public, "--Proxies", proxies]);
        (await AskAsync(server, origin: $"https://{Public}", proto: "https", forwardedHost: Public)).Status.Should().Be(200);
        (await AskAsync(server, origin: $"https://{Public}", host: Public, proto: "https")).Status.Should().Be(200);
        (await AskAsync(server, origin: "https://elsewhere.example", proto: "https", forwardedHost: Public)).Status.Should().Be(403, "the page is of another site");
        (await AskAsync(server, origin: $"http://{Public}", proto: "https", forwardedHost: Public)).Status.Should().Be(403, "that page came without TLS");
    }

    [Theory]
    [InlineData()]
    [InlineData("--Proxies", "10.0.0.0/8")]
    [InlineData("--ForwardedHeaders_Enabled", "true")] // ASP.NET Core's own switch believes everybody.
    public async Task Nobody_else_is_believed(params string[] settings)
    {
        await using var server = await TestServer.StartAsync(settings: ["--Hosts", Public, .. settings]);
        var (status, body) = await AskAsync(server, origin: $"https://{Public}", proto: "https", forwardedHost: Public);
        (status, body).Should().Match<(int Status, string Body)>(answer => answer.Status == 403 && answer.Body.Contains("CROSS_SITE"));
        (await AskAsync(server, origin: $"https://{Public}", host: Public, proto: "https")).Status.Should().Be(403);
        (await AskAsync(server, origin: $"http://{Public}", host: Public, proto: "https")).Status.Should().Be(200, "that is how it came");
    }

    [Fact]
    public async Task Not_even_a_named_proxy_brings_in_a_name_that_is_not_allowed()
    {
        await using var server = await TestServer.StartAsync(settings: ["--Hosts", Public, "--Proxies", "127.0.0.1"]);
        (await AskAsync(server, origin: "https://evil.example", proto: "https", forwardedHost: "evil.example")).Status.Should().Be(403);
        (await AskAsync(server, host: "evil.example")).Status.Should().Be(400);
    }

    [Fact]
    public async Task A_name_that_is_not_set_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        (await AskAsync(server, host: Public)).Status.Should().Be(400);
        (await AskAsync(server)).Status.Should().Be(200);
    }

    [Theory]
    [InlineData("Hosts", "https://wijk.example")]
    [InlineData("Hosts", "wijk.example:443")]
    [InlineData("Hosts", "*")]
    [InlineData("Proxies", "nginx")]
    [InlineData("Proxies", "10.0.0.0/33")]
    [InlineData("Proxies", "*")]
    public async Task A_setting_that_is_wrong_stops_the_start(string name, string value) =>
        (await FluentActions.Awaiting(() => TestServer.StartAsync(settings: [$"--{name}", value])).Should().ThrowAsync<CannotStartException>())
            .Which.Why.Should().Match<Graph.Model.Words>(why => why.En.Contains($"{name} names '{value}'") && why.Nl.Contains($"{name} noemt '{value}'"));

    private static async Task<(int Status, string Body)> AskAsync(
        TestServer server, string? origin = null, string? host = null, string? proto = null, string? forwardedHost = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent("""{"query":"{ graph { version } }"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Host = host;
        foreach (var (name, value) in ((string, string?)[])[("Origin", origin), ("X-Forwarded-Proto", proto), ("X-Forwarded-Host", forwardedHost), ("X-Forwarded-For", "192.0.2.7")])
        {
            if (value is not null) request.Headers.Add(name, value);
        }

        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
