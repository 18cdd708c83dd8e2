using System.Net;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Defragment;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.GraphQL.Pages.Defragment;

namespace Wijk.GraphQL.Tests.Pages;

/// <summary>The pages of the sample neighbourhood say what its answers say.</summary>
public sealed class MeetingPageTests(SampleServer server) : IClassFixture<SampleServer>, IDisposable
{
    private readonly HttpClient client = new() { BaseAddress = server.Address };

    public void Dispose() => client.Dispose();

    [Theory]
    [InlineData("/", 2)]
    [InlineData("/?area=Havenbuurt", 1)]
    public async Task What_stands_out_is_told_in_sentences_that_lead_to_their_pages_by_name(string path, int fewest)
    {
        var (status, html) = await client.PageAsync(path);
        status.Should().Be(200);
        var told = PageReading.Links(html, "/overlap/");
        told.Length.Should().BeInRange(fewest, 5);
        told.Should().OnlyHaveUniqueItems();
        foreach (var (address, text) in told)
        {
            var (found, page) = await client.PageAsync(address);
            (found, PageReading.Title(page)).Should().Be((200, text));
        }
    }

    [Fact]
    public async Task The_first_page_does_not_tell_of_one_lens_only_and_puts_what_is_coordinated_last()
    {
        var (_, html) = await client.PageAsync("/");
        string[] keys = [.. PageReading.Links(html, "/overlap/").Select(link => Uri.UnescapeDataString(link.Address["/overlap/".Length..]))];
        keys.Select(key => Keys.PartsOf(key)[0]).Distinct().Count().Should().BeGreaterThan(1);
        var cells = Enum.GetValues<OverlapLens>().SelectMany(lens => server.Ask(new OverlapQuestion { Lens = lens }).Cells).ToDictionary(AnswerKeys.OfCell);
        keys.Select(key => cells[key].Standing).Should().BeInAscendingOrder();
    }

    [Fact]
    public async Task How_much_is_known_begins_with_what_is_known_least_and_keeps_the_rest_folded()
    {
        var (_, html) = await client.PageAsync("/overlap");
        var answer = server.Ask(new OverlapQuestion());
        var all = answer.Coverage.Where(item => item.Total > 0).OrderBy(item => item.Share).Select(item => item.What.Nl).ToArray();
        string Part(string from, string to) => html[html.IndexOf(from, StringComparison.Ordinal)..html.IndexOf(to, html.IndexOf(from, StringComparison.Ordinal), StringComparison.Ordinal)];
        var (seen, folded) = (PageReading.Seen(Part("<ul class=\"coverage\"", "<details")), PageReading.Seen(Part("Wat we nog meer weten", "</details")));
        all.Length.Should().BeGreaterThan(3);
        foreach (var what in all[..3]) seen.Should().Contain(what);
        foreach (var what in all[3..]) folded.Should().Contain(what);
    }

    [Fact]
    public async Task Each_page_says_where_its_data_comes_from_and_of_what_day_it_is()
    {
        var (_, html) = await client.PageAsync("/", "en");
        PageReading.Seen(html).Should().MatchRegex("Source: voorbeeldwijk, last brought up to date on \\d+ [A-Z][a-z]+ 20\\d\\d\\.");
        PageReading.Title(html).Should().Be("What stands out in Voorbeeldstad?");
    }

    [Theory]
    [InlineData(OverlapLens.Group)]
    [InlineData(OverlapLens.Activity)]
    [InlineData(OverlapLens.Both)]
    public async Task Each_combination_has_a_page_with_everybody_on_it_and_what_they_do(OverlapLens lens)
    {
        var answer = server.Ask(new OverlapQuestion { Lens = lens });
        foreach (var cell in answer.Cells)
        {
            var (status, html) = await client.PageAsync("/overlap/" + Uri.EscapeDataString(AnswerKeys.OfCell(cell)));
            status.Should().Be(200);
            var text = PageReading.Seen(html);
            var graph = cell.View.Graph;
            foreach (var listed in cell.List)
            {
                text.Should().Contain(graph.Node(listed.Agency).Name);
                foreach (var role in listed.Contacts) text.Should().Contain(role);
                foreach (var node in listed.Works.SelectMany(work => work.Domains.Concat(work.Funders).Concat(work.Schemes).Append(work.Measure)))
                    text.Should().Contain(graph.Node(node).Name);
            }

            text.Should().Contain(cell.Summary.Nl).And.Contain(cell.Reason.Nl).And.Contain(cell.NextStep.Nl).And.Contain(AnswerKeys.OfCell(cell));
            foreach (var evidence in cell.Targetings) text.Should().Contain(graph.Node(evidence).Key);
        }
    }

    [Fact]
    public async Task No_page_names_a_person()
    {
        var names = server.Whole.NumbersOf(NodeKind.Professional).Select(person => server.Whole.Node(person).Attributes.Text("name")).OfType<string>().ToArray();
        var paths = server.Ask(new OverlapQuestion()).Cells.Select(cell => "/overlap/" + Uri.EscapeDataString(AnswerKeys.OfCell(cell)));
        var plans = server.Ask(new DefragmentQuestion());
        var invited = plans.Plans.SelectMany(plan => new[] { PlanModel.PathOf(plans, plan), PlanModel.InvitationOf(plans, plan) });
        foreach (var path in paths.Concat(invited).Concat(["/", "/overlap", "/overlap/chance", "/funding", "/funding/Welzijn%20Voorbeeldwijk", "/defragment"]))
        {
            var (_, html) = await client.PageAsync(path);
            foreach (var name in names) WebUtility.HtmlDecode(html).Should().NotContain(name);
        }
    }

    [Theory]
    [InlineData(OverlapLens.Group)]
    [InlineData(OverlapLens.Activity)]
    [InlineData(OverlapLens.Both)]
    public async Task The_list_has_every_finding_once_in_the_order_of_the_answer(OverlapLens lens)
    {
        var findings = server.Ask(new OverlapQuestion { Lens = lens }).Findings;
        var (read, next) = (new List<string>(), $"/overlap?lens={lens}&asOf={SampleServer.AsOf}");
        while (next is not null)
        {
            var (status, html) = await client.PageAsync(next);
            status.Should().Be(200);
            read.AddRange(PageReading.Links(html[..html.IndexOf("</table>", StringComparison.Ordinal)], "/overlap/").Select(link => link.Address));
            next = PageReading.Next(html, "/overlap?");
        }

        read.Select(address => Uri.UnescapeDataString(address["/overlap/".Length..].Split('?')[0])).Should().Equal(findings.Select(finding => AnswerKeys.OfCell(finding.Cells[0])));
    }

    [Theory]
    [InlineData("/?area=Nergens", 404, "Geen gebied", "No area")]
    [InlineData("/overlap?area=Nergens", 404, "Geen gebied", "No area")]
    [InlineData("/overlap?area=%20", 404, "gebied is leeg", "area is blank")]
    [InlineData("/?asOf=2026-02-30", 400, "noem een dag die bestaat", "name a day that exists")]
    [InlineData("/overlap?lens=side", 400, "'side'", "'side'")]
    [InlineData("/overlap?level=-1", 400, "ligt niet tussen", "is not between")]
    [InlineData("/overlap?muted=maybe", 400, "kies true of false", "choose true or false")]
    [InlineData("/overlap?page=999", 404, "Deel 999", "no part 999")]
    [InlineData("/overlap?page=0", 400, "ligt niet tussen", "is not between")]
    [InlineData("/overlap?areaLevel=village", 400, "'village'", "'village'")]
    [InlineData("/overlap?gaps=999", 404, "Deel 999", "no part 999")]
    [InlineData("/funding?area=Nergens", 404, "Geen gebied", "No area")]
    [InlineData("/funding?runners=999", 404, "Deel 999", "no part 999")]
    [InlineData("/funding/Niemand", 404, "geef de naam of de sleutel", "give the name or key")]
    [InlineData("/funding/measure%3Avoorbeeldwijk%3Aniets", 404, "geef de sleutel van een maatregel", "give the key of a measure")]
    [InlineData("/funding/Welzijn%20Voorbeeldwijk?hoursPerAccount=1001", 400, "ligt niet tussen", "is not between")]
    [InlineData("/defragment?area=Nergens", 404, "Geen gebied", "No area")]
    [InlineData("/defragment?page=999", 404, "Deel 999", "no part 999")]
    [InlineData("/defragment?seats=9", 400, "ligt niet tussen", "is not between")]
    [InlineData("/defragment/nothing", 404, "is geen sleutel van een plan", "is not the key of a plan")]
    [InlineData("/defragment/nothing/invitation", 404, "is geen sleutel van een plan", "is not the key of a plan")]
    [InlineData("/defragment/plan%3Adefragment%3A-%3E5%3E-%3E1%3Enothing", 404, "niemand om bij elkaar te roepen", "nobody here to call together")]
    [InlineData("/overlap/nothing", 404, "is geen sleutel van een combinatie", "is not the key of a combination")]
    [InlineData("/overlap/agency%3Avoorbeeldwijk%3Aschool", 404, "is geen sleutel van een combinatie", "is not the key of a combination")]
    [InlineData("/overlap/cell%3Aoverlap%3Agroup%3Etop%3Ea%3E-%3Eb", 404, "geen twee organisaties", "no two organisations")]
    public async Task What_is_not_there_or_cannot_be_read_is_a_page_that_says_why_and_where_to_go(string path, int status, string dutch, string english)
    {
        foreach (var (language, words) in new[] { ("nl", dutch), ("en", english) })
        {
            var (got, html) = await client.PageAsync(path, language);
            got.Should().Be(status);
            html.Should().Contain($"<html lang=\"{language}\">");
            PageReading.Seen(html).Should().Contain(words).And.NotContain("Exception");
            PageReading.Links(html, "/").Select(link => link.Address).Should().Contain("/").And.Contain("/overlap");
        }
    }

    [Fact]
    public async Task A_link_keeps_language_area_and_day_and_the_other_language_is_one_link_away()
    {
        var (_, html) = await client.PageAsync($"/?area=Havenbuurt&asOf={SampleServer.AsOf}&lang=en");
        html.Should().Contain("<html lang=\"en\">");
        PageReading.Links(html, "/overlap?").Should().OnlyContain(link => link.Address.Contains("area=Havenbuurt") && link.Address.Contains("asOf=2026-06-01") && link.Address.Contains("lang=en"));
        html.Should().Contain("?area=Havenbuurt&amp;asOf=2026-06-01&amp;lang=nl");
        (await client.PageAsync("/?lang=xx", "en")).Html.Should().Contain("<html lang=\"en\">", "what is no language of ours chooses none");
        (await client.PageAsync("/", "fr")).Html.Should().Contain("<html lang=\"nl\">");
    }

    [Fact]
    public async Task A_page_of_something_that_was_found_is_one_link_away_in_the_other_language_too()
    {
        var plans = server.Ask(new DefragmentQuestion());
        var cell = server.Ask(new OverlapQuestion()).Cells[0];
        foreach (var path in new[] { PlanModel.PathOf(plans, plans.Plans[0]), PlanModel.InvitationOf(plans, plans.Plans[0]), "/overlap/" + Uri.EscapeDataString(AnswerKeys.OfCell(cell)) })
        {
            var link = PageReading.Links((await client.PageAsync(path)).Html, "/").Single(link => link.Text == "English").Address;
            var (status, html) = await client.PageAsync(link);
            status.Should().Be(200);
            html.Should().Contain("<html lang=\"en\">");
        }
    }

    [Fact]
    public async Task A_browser_that_has_a_page_is_not_sent_it_again()
    {
        using var first = await client.GetAsync("/overlap", TestContext.Current.CancellationToken);
        first.Headers.CacheControl!.ToString().Should().Contain("no-cache");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/overlap");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var english = new HttpRequestMessage(HttpMethod.Get, "/overlap");
        english.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        english.Headers.AcceptLanguage.ParseAdd("en");
        using var notModified = await client.SendAsync(again, TestContext.Current.CancellationToken);
        using var other = await client.SendAsync(english, TestContext.Current.CancellationToken);
        (notModified.StatusCode, other.StatusCode).Should().Be((HttpStatusCode.NotModified, HttpStatusCode.OK));
    }
}
