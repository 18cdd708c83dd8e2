using System.Text.RegularExpressions;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Funding;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Pages;

/// <summary>The pages on splintered funding say what its answer says.</summary>
public sealed partial class FundingPageTests(SampleServer server) : IClassFixture<SampleServer>, IDisposable
{
    private readonly HttpClient client = new() { BaseAddress = server.Address };

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task The_page_opens_with_what_can_be_acted_on_and_each_runner_and_project_leads_to_its_page_by_name()
    {
        var answer = server.Ask(new SplinteredFundingQuestion());
        var (_, html) = await client.PageAsync("/funding");
        PageReading.Seen(Lead().Match(html).Value).Should().Be(answer.Projects[0].Headline.Nl);
        var text = PageReading.Seen(html);
        text.Should().Contain(answer.NextStep.Nl);
        foreach (var sentence in answer.Whole) text.Should().Contain(sentence.Nl);
        foreach (var item in answer.Coverage.Where(item => item.Total > 0)) text.Should().Contain(item.What.Nl);
        var links = PageReading.Links(html, "/funding/");
        links.Select(link => link.Text).Should().Equal([.. answer.Projects.Select(project => project.Title), .. answer.Runners.Select(runner => answer.View.Graph.Node(runner.Runner).Name)]);
        foreach (var (address, name) in links)
        {
            var (status, page) = await client.PageAsync(address);
            status.Should().Be(200);
            PageReading.Title(page).Should().Contain(name);
        }
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task One_door_has_every_pot_with_its_form_deadline_and_counter_and_the_grants_it_rests_on(string language)
    {
        var spoken = language == "en" ? Language.En : Language.Nl;
        foreach (var runner in server.Ask(new SplinteredFundingQuestion()).Runners)
        {
            var graph = runner.View.Graph;
            var (status, html) = await client.PageAsync("/funding/" + Uri.EscapeDataString(graph.Node(runner.Runner).Key), language);
            status.Should().Be(200);
            var text = PageReading.Seen(html);
            text.Should().Contain(runner.Summary.In(spoken)).And.Contain(runner.NextStep.In(spoken));
            foreach (var detail in runner.Details) text.Should().Contain(detail.In(spoken));
            foreach (var pot in runner.Pots)
            {
                text.Should().Contain(graph.Node(pot.Funder).Name).And.Contain(Phrasing.Amount(pot.Amount!.Value, runner.Currency).In(spoken));
                if (pot.Scheme is not { } scheme) continue;
                text.Should().Contain(graph.Node(scheme).Name);
                if (graph.Node(scheme).Attributes.Text("form") is { } form) text.Should().Contain(form);
                if (graph.Node(scheme).Attributes.Date("applyBy") is { } day) text.Should().Contain(Phrasing.Day(day.LastDay).In(spoken));
            }

            foreach (var grant in runner.Grants) text.Should().Contain(graph.Relation(grant).Key);
            if (runner.OneDoor.HoursSaved > 0) text.Should().Contain(language == "en" ? "an assumption, not a measurement" : "een aanname, geen meting");
        }
    }

    [Fact]
    public async Task A_page_is_found_by_key_by_name_by_the_id_of_a_day_and_by_the_key_of_what_was_found()
    {
        var answer = server.Ask(new SplinteredFundingQuestion());
        var (runner, project) = (answer.Runners[0], answer.Projects[0]);
        var (key, work) = (answer.View.Graph.Node(runner.Runner).Key, answer.View.Graph.Node(project.Works[0]).Key);
        foreach (var id in new[] { key, "Welzijn Voorbeeldwijk", $"{key}@{SampleServer.AsOf}", AnswerKeys.Of(AnswerKeys.FundedRunner, answer, runner.Runner) })
            PageReading.Title((await client.PageAsync("/funding/" + Uri.EscapeDataString(id))).Html).Should().Be("Welzijn Voorbeeldwijk");
        foreach (var id in new[] { work, $"{work}@{SampleServer.AsOf}", AnswerKeys.Of(AnswerKeys.FundedProject, answer, project.Works[0]) })
        {
            var (_, html) = await client.PageAsync("/funding/" + Uri.EscapeDataString(id));
            PageReading.Title(html).Should().Be(project.Name.Nl);
            PageReading.Links(html, "/funding/").Should().Contain(link => link.Text == "Alle potjes van Welzijn Voorbeeldwijk");
        }

        (await client.PageAsync($"/funding/{Uri.EscapeDataString(key)}?asOf=1900-01-01")).Status.Should().Be(404, "in that year it got nothing");
        (await client.PageAsync($"/funding/{Uri.EscapeDataString(key)}?area=Parkbuurt")).Html.Should().Contain("<h1>Welzijn Voorbeeldwijk</h1>", "a door opens on all pots, wherever the work is");
    }

    [Fact]
    public async Task What_stands_out_in_the_money_is_told_on_the_first_page_and_leads_to_its_page()
    {
        var (_, html) = await client.PageAsync("/");
        var (address, name) = PageReading.Links(html, "/funding/").Should().ContainSingle().Subject;
        var (status, page) = await client.PageAsync(address);
        (status, PageReading.Title(page)).Should().Be((200, name));
        PageReading.Seen(html).Should().Contain(server.Ask(new SplinteredFundingQuestion()).Projects[0].Summary.Nl);
        Told().Count(html).Should().Be(5);
    }

    [Fact]
    public async Task In_Amsterdam_each_list_has_all_of_the_answer_in_its_order_and_the_providers_of_one_service_are_named()
    {
        var snapshot = await Cities.AmsterdamAsync();
        await using var amsterdam = await TestServer.StartWithAsync(snapshot);
        var answer = new SplinteredFundingQuestion().Ask(GraphView.Of(snapshot), new(2026, 1, 1), TestContext.Current.CancellationToken);
        (await RowsAsync(amsterdam.Client, "projects")).Should().Equal(answer.Projects.Select(project => Keys.Fold(project.Title))).And.HaveCount(39);
        (await RowsAsync(amsterdam.Client, "runners")).Should().Equal(answer.Runners.Select(runner => Keys.Fold(answer.View.Graph.Node(runner.Runner).Name)));
        (await RowsAsync(amsterdam.Client, "candidates")).Should().HaveCount(answer.Candidates.Length);
        (await RowsAsync(amsterdam.Client, "areas")).Should().HaveCount(answer.Areas.Length);

        var (_, first) = await amsterdam.Client.PageAsync("/");
        var (address, text) = PageReading.Links(first, "/funding#").Should().ContainSingle().Subject;
        var (_, html) = await amsterdam.Client.PageAsync(address);
        PageReading.Seen(html).Should().Contain(text).And.Contain("7 organisaties werden in 2016 elk apart betaald").And.Contain("volgens de titels geld voor ‘maatschappelijke dienstverlening’").And.Contain("Ook 2 andere organisaties");
        html.Should().Contain($"id=\"{address[(address.IndexOf('#', StringComparison.Ordinal) + 1)..]}\"");
        PageReading.Seen(html).Should().Contain("12 daarvan van twee of meer betalers");
    }

    [Fact]
    public async Task A_form_is_a_link_when_it_is_a_web_address_and_nothing_else_is_one()
    {
        var graph = new GraphBuilder();
        var club = graph.Agency("https://club.example/");
        foreach (var (name, form) in new[] { ("A", "https://stad.example/aanvragen?x=1&y=2"), ("B", "javascript:alert(1)"), ("C", "aan het loket") })
        {
            var scheme = graph.Node(NodeKind.Measure, "Regeling " + name, ("type", "scheme"), ("form", form), ("applyBy", PartialDate.Parse("2026-09-01")), ("access", "counter"));
            var work = graph.Measure("Samen koken met de buurt " + name, null, club);
            graph.Relate(RelationKind.PartOf, work, scheme);
            graph.Relate(RelationKind.Funds, graph.Agency("Betaler " + name), work, ("amount", 1_000m), ("currency", "EUR"), ("year", 2026L));
        }

        await using var small = await TestServer.StartWithAsync(graph.Snapshot());
        var (status, html) = await small.Client.PageAsync("/funding/" + Uri.EscapeDataString("https://club.example/") + "?asOf=2026-03-01");
        status.Should().Be(200);
        External().Matches(html).Should().ContainSingle().Which.Value.Should().Contain("https://stad.example/aanvragen?x=1&amp;y=2");
        PageReading.Seen(html).Should().Contain("javascript:alert(1)").And.Contain("1-9-2026").And.Contain("Toegangloket");
        html.Should().NotContain("href=\"javascript");
    }

    [Fact]
    public async Task Who_stands_for_a_private_person_has_no_page_and_no_link()
    {
        var graph = new GraphBuilder();
        var person = graph.Node(NodeKind.Initiative, "Bewoner 1", ("title", "Jan zingt"));
        foreach (var name in new[] { "West", "Oost" })
            graph.Relate(RelationKind.Funds, graph.Agency(name), person, ("amount", 1_000m), ("currency", "EUR"), ("year", 2026L));
        await using var small = await TestServer.StartWithAsync(graph.Snapshot());
        foreach (var path in new[] { "/", "/funding" })
            PageReading.Links((await small.Client.PageAsync(path + "?asOf=2026-03-01")).Html, "/funding/").Should().BeEmpty(because: path);
        (await small.Client.PageAsync("/funding/" + Uri.EscapeDataString(person) + "?asOf=2026-03-01")).Status.Should().Be(404);
    }

    [Theory]
    [InlineData("/funding?asOf=1900-01-01", "nl", "geen aanvraag en geen toekenning")]
    [InlineData("/funding?asOf=1900-01-01", "en", "no application and no grant")]
    [InlineData("/overlap?asOf=1900-01-01", "nl", "kunnen we hier niets zeggen")]
    [InlineData("/?asOf=1900-01-01", "en", "nothing we can say")]
    public async Task Where_nothing_can_be_said_a_page_says_so_and_how_to_begin(string path, string language, string why)
    {
        var (status, html) = await client.PageAsync(path, language);
        status.Should().Be(200);
        PageReading.Seen(html).Should().Contain(why).And.Contain("wijk template").And.Contain("wijk import");
        html.Should().Contain("<form", "another day can be chosen");
    }

    private static async Task<List<string>> RowsAsync(HttpClient client, string list)
    {
        var (rows, next) = (new List<string>(), (string?)"/funding");
        while (next is not null)
        {
            var (status, html) = await client.PageAsync(next);
            status.Should().Be(200);
            var from = html.IndexOf($"<h2 id=\"{list}\">", StringComparison.Ordinal);
            var table = html[from..html.IndexOf("</table>", from, StringComparison.Ordinal)];
            rows.AddRange(RowHeading().Matches(table).Select(row => PageReading.Seen(row.Groups[1].Value)));
            next = PageReading.Next(html, "/funding?", list);
        }

        return rows;
    }

    [GeneratedRegex("<p class=\"lead\">(.*?)</p>", RegexOptions.Singleline)]
    private static partial Regex Lead();

    [GeneratedRegex("<th role=\"rowheader\" scope=\"row\">(.*?)(?:<span|</th>)", RegexOptions.Singleline)]
    private static partial Regex RowHeading();

    [GeneratedRegex("<a [^>]*rel=\"external[^>]*>")]
    private static partial Regex External();

    [GeneratedRegex(@"<li>\s*<h3>")]
    private static partial Regex Told();
}
