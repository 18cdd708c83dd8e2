using System.Text.RegularExpressions;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Stores;
using Wijk.Graph.Views;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Pages;

/// <summary>How pages are served: names that are not HTML, an empty graph, a busy server, other sites.</summary>
public sealed partial class PageServingTests
{
    private const string Hostile = "</h1><script>alert('1')</script>\"><img src=x onerror=alert(2)> & 100%/50% + ? # ë";

    [Fact]
    public async Task A_name_with_html_in_it_is_text_and_its_page_is_found()
    {
        var snapshot = HostileNeighbourhood();
        await using var server = await TestServer.StartWithAsync(snapshot);
        foreach (var lens in Enum.GetValues<OverlapLens>())
        {
            var answer = new OverlapQuestion { Lens = lens }.Ask(GraphView.Of(snapshot), new(2026, 1, 1), TestContext.Current.CancellationToken);
            var cell = answer.Cells.Should().ContainSingle().Which;
            foreach (var path in new[] { "/", $"/overlap?lens={lens}", "/overlap/" + Uri.EscapeDataString(AnswerKeys.OfCell(cell)), "/overlap?area=" + Uri.EscapeDataString(Hostile) })
            {
                var (status, html) = await server.Client.PageAsync(path);
                status.Should().Be(200, because: path);
                html.Should().NotContain("<script").And.NotContain("<img").And.NotContain(" style=").And.Contain("&lt;script&gt;");
                Handler().Matches(html).Should().BeEmpty();
            }

            PageReading.Seen((await server.Client.PageAsync("/overlap/" + Uri.EscapeDataString(AnswerKeys.OfCell(cell)))).Html).Should().Contain("Een " + Hostile).And.Contain("Twee " + Hostile);
        }

        var refused = await server.Client.PageAsync("/overlap/" + Uri.EscapeDataString("<script>alert(1)</script>"));
        refused.Status.Should().Be(404);
        refused.Html.Should().NotContain("<script");
    }

    [Fact]
    public async Task In_Oost_youth_come_first_with_the_figures_that_were_counted_apart_from_Wijk()
    {
        await using var server = await TestServer.StartWithAsync(await Cities.AmsterdamAsync());
        var (_, html) = await server.Client.PageAsync("/?area=Oost");
        var (address, text) = PageReading.Links(html, "/overlap/")[0];
        text.Should().Be("Jongeren in Oost");
        PageReading.Seen(html).Should().Contain("15 organisaties, 19 paren uit verschillende domeinen").And.Contain("0 van de 105 paren");
        var (_, page) = await server.Client.PageAsync(address);
        PageReading.Seen(page).Should().Contain("EUR 6.242.357").And.Contain("EUR 5.322.845").And.Contain("Stichting Cordaan");
        Listed().Count(page).Should().Be(15);
    }

    [Theory]
    [InlineData("nl", "wijk template", "Zo begint u")]
    [InlineData("en", "wijk import", "How to begin")]
    public async Task Where_nothing_can_be_said_the_first_page_says_how_to_begin(string language, string command, string heading)
    {
        var agency = Change.Put(SmallNeighbourhood.Named(NodeKind.Agency, "a", "Alleen"));
        await using var server = await TestServer.StartAsync(new ChangeSet { Id = "one", Source = "t", RecordedAt = SmallNeighbourhood.Recorded, Changes = [agency] });
        var (status, html) = await server.Client.PageAsync("/", language);
        status.Should().Be(200);
        PageReading.Seen(html).Should().Contain(command).And.Contain(heading);
        html.Should().NotContain("<table").And.NotContain("<form");
        (await server.Client.PageAsync("/overlap", language)).Status.Should().Be(200);
    }

    [Fact]
    public async Task Where_one_works_alone_that_is_said_and_no_empty_list_is_shown()
    {
        await using var server = await TestServer.StartAsync();
        var (_, html) = await server.Client.PageAsync("/");
        PageReading.Seen(html).Should().Contain("Dat bewijst niet dat er geen overlap is").And.Contain("Hoeveel weten we?");
        html.Should().NotContain("<table").And.NotContain("<ol");
    }

    [Fact]
    public async Task While_too_much_is_computed_a_page_says_to_come_back_and_the_explanation_is_there()
    {
        using var gate = new ManualResetEventSlim();
        await using var server = await TestServer.StartAsync(settings: ["--Limits:Analyses", "1", "--Limits:WaitingAnalyses", "0"]);
        var held = HoldAsync(server, gate);
        using var response = await server.Client.GetAsync("/overlap", TestContext.Current.CancellationToken);
        ((int)response.StatusCode, response.Headers.RetryAfter!.Delta).Should().Be((503, TimeSpan.FromSeconds(10)));
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain("may wait").And.Contain("Try again");
        gate.Set();
        await held;
        (await server.Client.PageAsync("/overlap")).Status.Should().Be(200);
    }

    [Fact]
    public async Task A_page_that_takes_too_long_says_so()
    {
        using var gate = new ManualResetEventSlim();
        await using var server = await TestServer.StartAsync(settings: ["--Limits:Analyses", "1"]);
        var held = HoldAsync(server, gate);
        var asked = server.Client.PageAsync("/", "en");
        while (server.Analyses.WaitingCount == 0) await Task.Delay(10, TestContext.Current.CancellationToken);
        server.Clock.Advance(TimeSpan.FromSeconds(31));
        var (status, html) = await asked;
        status.Should().Be(503);
        PageReading.Seen(html).Should().Contain("after 30 seconds").And.StartWith("This took too long – Wijk").And.Contain("Choose an area: then there is less to compute.");
        gate.Set();
        await held;
    }

    [Theory]
    [InlineData("cross-site", "navigate", "document", 200)]
    [InlineData("cross-site", "no-cors", "image", 403)]
    [InlineData("cross-site", "navigate", "iframe", 403)]
    [InlineData("same-origin", "navigate", "document", 200)]
    public async Task A_link_on_another_site_may_be_followed_and_nothing_else_there_may_ask(string site, string mode, string destination, int status)
    {
        await using var server = await TestServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/overlap");
        request.Headers.Add("Sec-Fetch-Site", site);
        request.Headers.Add("Sec-Fetch-Mode", mode);
        request.Headers.Add("Sec-Fetch-Dest", destination);
        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        ((int)response.StatusCode).Should().Be(status);
    }

    [Fact]
    public async Task Areas_with_one_name_are_offered_one_by_one()
    {
        var builder = new GraphBuilder();
        builder.Area("Oost");
        builder.Node(NodeKind.Area, "oost");
        await using var server = await TestServer.StartWithAsync(builder.Snapshot());
        var (status, html) = await server.Client.PageAsync("/?area=OOST");
        status.Should().Be(404);
        foreach (var (address, _) in PageReading.Links(html, "/?area=").Where(link => link.Text.StartsWith("area:", StringComparison.Ordinal)).ToArray().Should().HaveCount(2).And.Subject)
            (await server.Client.PageAsync(address)).Status.Should().Be(200);
    }

    private static Task<int> HoldAsync(TestServer server, ManualResetEventSlim gate) => server.Analyses.RunAsync("held", stop =>
    {
        gate.Wait(stop);
        return 1;
    }, TestContext.Current.CancellationToken);

    private static GraphSnapshot HostileNeighbourhood()
    {
        var builder = new GraphBuilder();
        var (group, area) = (builder.Node(NodeKind.TargetGroup, "Groep " + Hostile), builder.Area(Hostile));
        var domain = builder.Node(NodeKind.Domain, "Domein " + Hostile);
        foreach (var name in new[] { "Een ", "Twee " })
        {
            var agency = builder.Agency(name + Hostile);
            builder.Professional(name + "rol " + Hostile, agency);
            builder.Target(builder.Measure("Werk van " + name + Hostile, domain, agency), group, area);
        }

        return builder.Snapshot();
    }

    [GeneratedRegex("<p class=\"note\">")]
    private static partial Regex Listed();

    // An attribute that would run something, in a tag that is one.
    [GeneratedRegex("<[^>\"]*\\son[a-z]+=")]
    private static partial Regex Handler();
}
