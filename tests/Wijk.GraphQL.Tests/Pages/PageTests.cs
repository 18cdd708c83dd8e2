using System.Text.RegularExpressions;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Pages;

public partial class PageTests
{
    [Fact]
    public async Task The_first_page_speaks_dutch_first_and_leads_to_the_explanation_which_leads_to_the_rest()
    {
        await using var server = await TestServer.StartAsync();
        var (status, html) = await server.Client.PageAsync("/", "fr");
        status.Should().Be(200);
        html.Should().Contain("<html lang=\"nl\">");
        PageReading.Links(html, "/").Select(link => link.Address).Should().Contain("/about").And.Contain("/overlap");
        (await server.Client.PageAsync("/about")).Html.Should().Contain("/health/ready").And.Contain("href=\"/graphql?query=");
        (await server.SendAsync(HttpMethod.Get, "/wijk.css")).Status.Should().Be(200);
    }

    [Theory]
    [InlineData("Development", true)]
    [InlineData("Production", false)]
    public async Task The_query_editor_is_linked_only_where_it_is(string environment, bool isLinked)
    {
        await using var server = await TestServer.StartAsync(environment: environment);
        (await server.Client.PageAsync("/about")).Html.Contains("/graphql/ide/", StringComparison.Ordinal).Should().Be(isLinked);
    }

    [Fact]
    public async Task The_query_editor_is_there_in_development_only()
    {
        await using var development = await TestServer.StartAsync(environment: "Development");
        (await development.SendAsync(HttpMethod.Get, "/graphql/ide")).Body!.GetValue<string>().Should().Contain("graphiql.min.js");
        await using var production = await TestServer.StartAsync();
        (await production.SendAsync(HttpMethod.Get, "/graphql/ide/")).Status.Should().Be(404);
        (await production.SendAsync(HttpMethod.Get, "/graphql/ide/graphiql.min.js")).Status.Should().Be(404);
    }

    [Fact]
    public async Task Every_page_comes_with_a_policy_that_keeps_other_sites_out()
    {
        await using var server = await TestServer.StartAsync(environment: "Development");
        foreach (var page in new[] { "/", "/about", "/overlap", "/overlap/nothing", "/funding", "/defragment", "/clusters", "/index.html", "/graphql/ide/", "/graphql?query={graph{version}}" })
        {
            using var response = await server.Client.GetAsync(page, TestContext.Current.CancellationToken);
            response.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("default-src 'none'").And.NotContain("http").And.NotContain("unsafe-eval");
            response.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
            response.Headers.GetValues("Referrer-Policy").Should().Equal("no-referrer");
        }
    }

    [Fact]
    public async Task The_query_editor_loads_nothing_from_elsewhere()
    {
        await using var server = await TestServer.StartAsync(environment: "Development");
        var html = (await server.SendAsync(HttpMethod.Get, "/graphql/ide/")).Body!.GetValue<string>();
        html.Should().NotContain("http").And.NotMatchRegex("<script(?![^>]* src=)", "a script in the page would be stopped by its policy");
        foreach (Match file in Loaded().Matches(html))
        {
            var name = file.Groups[1].Value;
            if (name != "data:,") (await server.SendAsync(HttpMethod.Get, "/graphql/ide/" + name)).Status.Should().Be(200, because: name);
        }

        var folder = Path.Combine(SharedData.Root, "src", "Wijk.GraphQL", "wwwroot", "graphiql");
        foreach (var style in Directory.GetFiles(folder, "*.css"))
        {
            var text = await File.ReadAllTextAsync(style, TestContext.Current.CancellationToken);
            ExternalStyle().Matches(text).Should().BeEmpty(because: Path.GetFileName(style));
        }

        foreach (var script in Directory.GetFiles(folder, "*.js"))
        {
            var text = await File.ReadAllTextAsync(script, TestContext.Current.CancellationToken);
            ExternalScript().Matches(text).Should().BeEmpty(because: Path.GetFileName(script));
        }
    }

    [Fact]
    public async Task The_first_query_of_the_editor_is_answered()
    {
        await using var server = await TestServer.StartAsync();
        var script = await File.ReadAllTextAsync(
            Path.Combine(SharedData.Root, "src", "Wijk.GraphQL", "wwwroot", "graphiql", "ide.js"), TestContext.Current.CancellationToken);
        (await server.DataAsync(script.Split('`')[1]))["graph"]!["version"]!.GetValue<long>().Should().Be(1);
    }

    [GeneratedRegex("(?:src|href)=\"([^\"]+)\"")]
    private static partial Regex Loaded();

    [GeneratedRegex(@"url\(\s*[""']?(?:https?:)?//|@import")]
    private static partial Regex ExternalStyle();

    [GeneratedRegex(@"(?:fetch|importScripts|import|Worker|EventSource)\(\s*[""'`](?:https?:)?//|\.src\s*=\s*[""'`](?:https?:)?//|sourceMappingURL=")]
    private static partial Regex ExternalScript();
}
