using Wijk.Graph.Findings.Fragmentation;
using Wijk.Graph.Model;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Pages;

/// <summary>The page of fragmentation says what the answer says: what holds, what is not known, on whom it hangs, and whom to ask; never a person's name.</summary>
public sealed class FragmentationPageTests(SampleServer sample) : IClassFixture<SampleServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task The_page_has_the_sentence_that_holds_the_silos_the_bounds_and_whom_to_ask(string language)
    {
        var (spoken, answer) = (language == "en" ? Language.En : Language.Nl, sample.Ask(new FragmentationQuestion()));
        using var client = new HttpClient { BaseAddress = sample.Address };
        var (status, html) = await client.PageAsync("/fragmentation?asOf=" + SampleServer.AsOf, language);
        status.Should().Be(200);
        var text = PageReading.Seen(html);
        foreach (var said in new[]
        {
            answer.Opening, answer.NextStep, answer.Summary, answer.DayReason, answer.SilosBy(GroupedBy.Sphere, Stop)!.Reason, answer.SilosBy(GroupedBy.Domain, Stop)!.Reason,
            answer.CorePeriphery(Stop)!.Reason, answer.Closure(Stop)!.Reason, answer.DivisionBy(GroupedBy.Sphere, Stop)!.Reason, answer.Trajectories(Stop).Reason,
        }) text.Should().Contain(said.In(spoken));
        foreach (var metric in answer.Metrics) text.Should().Contain(metric.Definition.In(spoken));
        foreach (var point in answer.ArticulationPoints.Where(point => answer.View.Graph.Node(point.Actor).Kind != NodeKind.Professional).Take(5)) text.Should().Contain(answer.View.Graph.Node(point.Actor).Name);
        foreach (var bridge in answer.PersonBridges) text.Should().Contain(answer.View.Graph.Node(bridge.Person).Attributes.Text("role"));
        text.Should().NotContain("Vera Voorbeeld").And.NotContain("Wim Wijkzorg");
        foreach (var heading in spoken == Language.En
            ? new[] { "Do ties stay within their own corner?", "What it hangs on", "What is certain, and what is not", "Who stands between others", "Whom you can ask first", "How much do we see?" }
            : ["Blijven contacten binnen de eigen hoek?", "Waar het aan hangt", "Wat zeker is, en wat niet", "Wie tussen anderen staat", "Wie u het eerst kunt vragen", "Hoeveel zien we?"])
            text.Should().Contain(heading);
    }

    [Fact]
    public async Task The_picture_of_the_bounds_has_a_table_with_the_same_figures()
    {
        var bounds = sample.Ask(new FragmentationQuestion()).Bounds!;
        using var client = new HttpClient { BaseAddress = sample.Address };
        var (_, html) = await client.PageAsync("/fragmentation", "en");
        html.Split("class=\"range\"").Should().HaveCount(4, "three bars, for F, density and E-I");
        var text = PageReading.Seen(html[html.IndexOf("The same figures in a table", StringComparison.Ordinal)..]);
        foreach (var value in new[] { bounds.Connectivity.Fragmentation.Low, bounds.Connectivity.Fragmentation.High, bounds.Connectivity.Density.High, bounds.EiIndex!.Value.Low, bounds.EiIndex.Value.High })
            text.Should().Contain(value.ToString("N2", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_level_a_day_to_compare_with_and_departments_are_chosen_in_the_form()
    {
        using var client = new HttpClient { BaseAddress = sample.Address };
        var (status, html) = await client.PageAsync("/fragmentation?level=3&wholes=true&since=2026-03-15&asOf=" + SampleServer.AsOf + "", "en");
        status.Should().Be(200);
        var answer = sample.Ask(new FragmentationQuestion { Level = 3, Wholes = true });
        var text = PageReading.Seen(html);
        text.Should().Contain(answer.Opening.En).And.Contain(answer.Since(new(2026, 3, 15), Stop).Reason.En).And.Contain("1 organisation counts here as the one it is part of.");
        html.Should().Contain("value=\"2026-03-15\"");
        (await client.PageAsync("/fragmentation?since=yesterday")).Status.Should().Be(400);
        (await client.PageAsync("/fragmentation?level=9")).Status.Should().Be(400);
    }

    [Theory]
    [InlineData(FragmentationNetwork.Funding, "How does the network of money hold together?")]
    [InlineData(FragmentationNetwork.SharedCells, "How does the network of shared target groups hold together?")]
    [InlineData(FragmentationNetwork.SharedTrajectories, "How does the network of shared trajectories hold together?")]
    public async Task Another_network_has_its_name_in_the_title_and_nothing_on_collaboration(FragmentationNetwork network, string title)
    {
        using var client = new HttpClient { BaseAddress = sample.Address };
        var (status, html) = await client.PageAsync($"/fragmentation?network={network}&asOf=" + SampleServer.AsOf, "en");
        status.Should().Be(200);
        var (text, answer) = (PageReading.Seen(html), sample.Ask(new FragmentationQuestion { Network = network }));
        text.Should().Contain(title).And.Contain(answer.Opening.En).And.Contain(answer.Shared!.Summary!.En).And.Contain(answer.NextStep.En);
        text.Should().NotContain("pairs were asked").And.NotContain("No collaboration is recorded").And.NotContain("Whom you can ask first").And.NotContain("E-I");
    }

    [Fact]
    public async Task Where_pairs_were_not_asked_the_page_leads_to_a_round_of_questions()
    {
        using var client = new HttpClient { BaseAddress = sample.Address };
        var (_, html) = await client.PageAsync("/fragmentation?level=3&asOf=" + SampleServer.AsOf, "en");
        html.Should().MatchRegex("href=\"/ask\\?[^\"]*level=3[^\"]*\">Start a round of questions, and make the lists</a>");
    }

    [Fact]
    public async Task Where_nobody_was_asked_the_page_says_so_gives_no_figure_and_leads_to_whom_to_ask()
    {
        var graph = new GraphBuilder();
        var (area, group) = (graph.Area("Oost"), graph.Node(NodeKind.TargetGroup, "jongeren"));
        foreach (var name in new[] { "een", "twee", "drie", "vier", "vijf", "zes", "zeven" }) graph.Target(graph.Measure($"werk van {name}", null, graph.Agency(name)), group, area);
        await using var server = await TestServer.StartWithAsync(graph.Snapshot());
        var (status, html) = await server.Client.PageAsync("/fragmentation", "en");
        status.Should().Be(200);
        var text = PageReading.Seen(html);
        text.Should().Contain("No collaboration is recorded: 0 of 21 pairs asked.").And.Contain("Not asked is not the same as not connected.").And.Contain("Whom you can ask first").And.Contain("Each gets a list of its own");
        html.Should().NotContain("<svg").And.NotContain("class=\"range\"");
        text.Should().NotContain("Who stands between others").And.NotContain("E-I");
    }

    [Fact]
    public async Task Where_nothing_is_recorded_the_page_says_how_to_begin()
    {
        await using var empty = await TestServer.StartWithAsync(new GraphBuilder().Snapshot());
        var (status, html) = await empty.Client.PageAsync("/fragmentation");
        status.Should().Be(200);
        PageReading.Seen(html).Should().Contain("Zo begint u");
        html.Should().NotContain("<table").And.NotContain("<form");
    }

    [Fact]
    public async Task The_menu_and_the_first_page_lead_to_it()
    {
        using var client = new HttpClient { BaseAddress = sample.Address };
        foreach (var page in new[] { "/about", "/" }) PageReading.Links((await client.PageAsync(page)).Html, "/fragmentation").Should().NotBeEmpty(because: page);
    }
}
