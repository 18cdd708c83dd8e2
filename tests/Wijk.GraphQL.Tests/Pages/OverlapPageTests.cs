using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Pages;

/// <summary>What stands beside the overlap on its pages: gaps, chance, levels, what is muted, what was kept, and pairs by name.</summary>
public sealed class OverlapPageTests(SampleServer server) : IClassFixture<SampleServer>, IDisposable
{
    private readonly HttpClient client = new() { BaseAddress = server.Address };

    public void Dispose() => client.Dispose();

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task Gaps_stand_beside_the_overlap_with_how_well_the_data_says_for_whom_work_is(string language)
    {
        var spoken = language == "en" ? Language.En : Language.Nl;
        var answer = server.Ask(new OverlapQuestion());
        var text = PageReading.Seen((await client.PageAsync("/overlap", language)).Html);
        answer.Gaps.Should().NotBeEmpty().And.HaveCountLessThan(11);
        foreach (var gap in answer.Gaps)
        {
            text.Should().Contain($"{answer.View.Graph.Node(gap.Group).Name} in {answer.View.Graph.Node(gap.Area).Name}")
                .And.Contain(Phrasing.Of(gap.TaggedCount, gap.TargetingCount).In(spoken)).And.Contain(Phrasing.Of(gap.ServedAreaCount, gap.OtherAreaCount).In(spoken));
        }

        text.Should().Contain(answer.GapsNotSeen!.In(spoken));
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task Chance_is_told_in_words_on_a_page_of_its_own_that_is_asked_the_same(string language)
    {
        var (_, html) = await client.PageAsync("/overlap?lens=activity&asOf=2026-06-01&page=1", language);
        var link = PageReading.Links(html, "/overlap/chance").Should().ContainSingle().Subject;
        link.Address.Should().Be("/overlap/chance?asOf=2026-06-01&lens=activity");
        var answer = server.Ask(new OverlapQuestion { Lens = OverlapLens.Activity });
        var text = PageReading.Seen((await client.PageAsync(link.Address, language)).Html);
        text.Should().Contain(ChanceWords.Of(answer.AgencyChance(TestContext.Current.CancellationToken), OverlapLens.Activity).In(language == "en" ? Language.En : Language.Nl));
    }

    [Fact]
    public async Task Where_nothing_can_stand_out_the_page_says_whom_to_ask_and_where_they_meet()
    {
        var answer = server.Ask(new OverlapQuestion());
        var first = answer.AgencyPairs(cancellationToken: TestContext.Current.CancellationToken)[0];
        first.Chance.Should().BeNull("the sample is too small to tell");
        string[] where = [.. answer.CellsOf(first).Select(cell => cell.Title.Nl)];
        where.Should().HaveCount(first.SharedCellCount);
        var names = new[] { first.A, first.B }.Select(agency => answer.View.Graph.Node(agency).Name);
        PageReading.Seen((await client.PageAsync("/overlap/chance")).Html).Should()
            .Contain($"Vraag {string.Join(" en ", names)} of zij elkaar kennen: samen bij {string.Join(", ", where)}.").And.NotContain("Toeval geeft ongeveer");
    }

    [Fact]
    public async Task In_Baltimore_the_pair_that_stands_out_comes_first_with_its_reason()
    {
        await using var baltimore = await TestServer.StartWithAsync(await Cities.BaltimoreAsync());
        var (status, html) = await baltimore.Client.PageAsync("/overlap/chance", "en");
        status.Should().Be(200);
        PageReading.Seen(html).Should().Contain("the same organisations meet for the same group in the same area more often than chance would give")
            .And.Contain("17 times together for the same group in the same area: more often than chance would give");
    }

    [Theory]
    [InlineData("areaLevel=wijk", "areaLevel", "wijk")]
    [InlineData("groupLevel=0", "groupLevel", "0")]
    [InlineData("level=99", "level", "99")]
    [InlineData("level=7", "level", "7")]
    [InlineData("lens=both", "lens", "both")]
    public async Task What_was_chosen_is_asked_and_stays_chosen(string query, string name, string value)
    {
        var (status, html) = await client.PageAsync("/overlap?" + query);
        status.Should().Be(200);
        var from = html.IndexOf($"<select id=\"{name}\"", StringComparison.Ordinal);
        html[from..html.IndexOf("</select>", from, StringComparison.Ordinal)].Should().Contain($"value=\"{value}\" selected").And.NotContain("Named(");
    }

    [Fact]
    public async Task What_is_taken_together_is_one_row_for_the_whole()
    {
        var answer = server.Ask(new OverlapQuestion { AreaLevel = "wijk" });
        answer.Cells.Should().NotBeEmpty();
        var (_, html) = await client.PageAsync("/overlap?areaLevel=wijk");
        PageReading.Links(html, "/overlap/").Where(link => !link.Address.StartsWith("/overlap/chance", StringComparison.Ordinal)).Select(link => link.Text)
            .Should().Equal(answer.Findings.Take(10).Select(finding => Phrasing.Begin(finding.Cells[0].Title).Nl));
    }

    [Fact]
    public async Task A_muted_term_is_left_off_with_who_muted_it_and_shown_as_such_when_it_is_asked_for()
    {
        var graph = Neighbourhood(out var key, ("muted", "regiegroep Oost"));
        await using var small = await TestServer.StartWithAsync(graph.Snapshot());
        PageReading.Seen((await small.Client.PageAsync("/overlap")).Html).Should().Contain("is gedempt door regiegroep Oost").And.NotContain("Paren gevraagd");
        PageReading.Seen((await small.Client.PageAsync("/overlap?muted=true")).Html).Should().Contain("Paren gevraagd").And.Contain("gedempt door regiegroep Oost");
        PageReading.Seen((await small.Client.PageAsync("/overlap/" + Uri.EscapeDataString(key))).Html).Should().Contain("Gedempt door regiegroep Oost");
    }

    [Fact]
    public async Task What_was_kept_and_what_is_said_against_it_stand_on_the_list_and_on_the_page_of_the_combination()
    {
        var graph = Neighbourhood(out var key);
        var finding = graph.Node(NodeKind.Finding, "overlap in Oost", ("answerKey", key), ("state", "acknowledged"));
        graph.Relate(RelationKind.Disputes, Keys.Of(NodeKind.Agency, GraphBuilder.Namespace, "GGD"), finding, ("text", "wij stemmen elke week af"));
        await using var small = await TestServer.StartWithAsync(graph.Snapshot());
        foreach (var path in new[] { "/overlap", "/overlap/" + Uri.EscapeDataString(key) })
        {
            PageReading.Seen((await small.Client.PageAsync(path)).Html).Should().Contain("Vastgelegd (gezien): “overlap in Oost”").And.Contain("Betwist door GGD (“wij stemmen elke week af”).");
            PageReading.Seen((await small.Client.PageAsync(path, "en")).Html).Should().Contain("On record (acknowledged)").And.Contain("Disputed by GGD");
        }
    }

    [Fact]
    public async Task Pairs_that_do_not_coordinate_and_pairs_that_nobody_asked_are_named()
    {
        var graph = Neighbourhood(out var key);
        string Agency(string name) => Keys.Of(NodeKind.Agency, GraphBuilder.Namespace, name);
        graph.Tie(Agency("Club"), Agency("GGD"), 1);
        graph.Tie(Agency("Club"), Agency("School"), 4);
        await using var small = await TestServer.StartWithAsync(graph.Snapshot());
        var (_, html) = await small.Client.PageAsync("/overlap/" + Uri.EscapeDataString(key));
        string After(string state) => PageReading.Seen(html[html.IndexOf(state, StringComparison.Ordinal)..html.IndexOf("</tr>", html.IndexOf(state, StringComparison.Ordinal), StringComparison.Ordinal)]);
        After("Gevraagd: zij stemmen niet af").Should().Contain("Club met GGD").And.NotContain("School");
        After("Gevraagd: zij stemmen af").Should().Contain("Club met School").And.NotContain("GGD");
        After("Niet gevraagd").Should().Contain("GGD met School").And.NotContain("Club");
    }

    [Fact]
    public void The_pairs_of_each_combination_of_the_sample_are_as_many_as_are_counted()
    {
        foreach (var cell in server.Ask(new OverlapQuestion()).Cells)
        {
            cell.CoordinationPairs.In(PairState.Unknown).LongCount().Should().Be(cell.Coordination.Unknown);
            (cell.CoordinationPairs.In(PairState.NotCoordinated).LongCount() + cell.CoordinationPairs.In(PairState.RecordedNotCoordinated).LongCount()).Should().Be(cell.Coordination.NotCoordinated);
        }
    }

    [Fact]
    public async Task The_old_name_of_the_first_page_leads_to_it()
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var direct = new HttpClient(handler) { BaseAddress = server.Address };
        using var response = await direct.GetAsync("/index.html?lang=en", TestContext.Current.CancellationToken);
        ((int)response.StatusCode, response.Headers.Location!.ToString()).Should().Be((302, "/?lang=en"));
    }

    private static GraphBuilder Neighbourhood(out string key, params (string Name, object? Value)[] ofGroup)
    {
        var graph = new GraphBuilder();
        var (group, area) = (graph.Node(NodeKind.TargetGroup, "jongeren", ofGroup), graph.Area("Oost"));
        foreach (var (name, domain) in new[] { ("Club", "Sport"), ("GGD", "Zorg"), ("School", "Onderwijs") })
            graph.Target(graph.Measure("werk van " + name, graph.Node(NodeKind.Domain, domain), graph.Agency(name)), group, area);
        key = AnswerKeys.OfCell(new OverlapQuestion { Muted = true }.Ask(Wijk.Graph.Views.GraphView.Of(graph.Snapshot()), new(2026, 1, 1), TestContext.Current.CancellationToken).Cells.Single());
        return graph;
    }
}
