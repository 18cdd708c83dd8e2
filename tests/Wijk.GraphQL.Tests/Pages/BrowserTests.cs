using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Defragment;
using Wijk.Graph.Findings.Funding;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.GraphQL.Pages.Defragment;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Pages;

/// <summary>The pages in a real browser: for a screen reader, a keyboard, a telephone, by night, and on paper.</summary>
public sealed partial class BrowserTests(SampleServer server, RealBrowser browser) : IClassFixture<SampleServer>, IClassFixture<RealBrowser>
{
    private static readonly string Axe = Path.Combine(SharedData.Root, "tests", "Wijk.Clients", "node_modules", "axe-core", "axe.min.js");

    private static readonly string[] Addresses =
    [
        "/", "/?area=Havenbuurt", "/overlap", "/overlap?lens=both&muted=true&areaLevel=wijk", "/overlap/chance", "/funding", "/funding?area=Molenbuurt", "/funding/Welzijn%20Voorbeeldwijk", "/about",
        "/overlap/nothing", "/funding?asOf=1900-01-01", "cell", "project", "/defragment", "/defragment?area=Havenbuurt&seats=3", "/defragment?area=Parkrand", "plan", "invitation", "/clusters", "/clusters?area=Havenbuurt",
        "/fragmentation", "/fragmentation?area=Havenbuurt&level=3&wholes=true&since=2026-01-01",
        "/ask", "/ask?area=Havenbuurt&budget=2", "/ask/sheets?budget=2", "/ask/workshop?budget=2",
    ];

    public static TheoryData<string, string> Pages => [.. Addresses.SelectMany(page => new[] { "nl", "en" }.Select(language => new TheoryDataRow<string, string>(page, language)))];

    public static TheoryData<string> PagesInDutch => [.. Addresses.Select(page => new TheoryDataRow<string>(page))];

    // By day in one language and by night in the other: what is said differs by language, how it looks does not.
    public static TheoryData<string, string, bool> PagesByDayAndNight => [.. Addresses.SelectMany(page => new[] { ("nl", false), ("en", true) }.Select(way => new TheoryDataRow<string, string, bool>(page, way.Item1, way.Item2)))];

    [Theory]
    [MemberData(nameof(PagesByDayAndNight))]
    public async Task Axe_finds_nothing_to_object_to(string path, string language, bool isDark)
    {
        var page = await OpenAsync(path, isDark: isDark, language: language);
        (await page.GetAttributeAsync("html", "lang")).Should().Be(language);
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => one.open = true)");
        (await ObjectionsAsync(page)).Should().BeEmpty();
        await page.CloseAsync();
    }

    [Fact]
    public async Task Axe_would_say_so_if_a_field_had_no_name_or_a_text_too_little_contrast()
    {
        var page = await OpenAsync("/");
        await page.EvaluateAsync("() => { document.querySelector('label').remove(); document.querySelector('h1').style.color = '#bbb'; }");
        (await ObjectionsAsync(page)).Select(objection => objection.Split(':')[0]).Should().Equal("color-contrast", "select-name");
        await page.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_is_wider_than_a_small_telephone(string path, string language)
    {
        var page = await OpenAsync(path, width: 320, language: language);
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => one.open = true)");
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(320);
        await page.CloseAsync();
    }

    [Fact]
    public async Task Nor_is_a_name_without_a_space()
    {
        var builder = new GraphBuilder();
        var (word, domain) = (new string('x', 200), builder.Node(NodeKind.Domain, new string('d', 150)));
        var (group, area) = (builder.Node(NodeKind.TargetGroup, "g" + word), builder.Area("a" + word));
        foreach (var name in new[] { "een", "twee" }) builder.Target(builder.Measure($"m{name}{word}", domain, builder.Agency(name + word)), group, area);
        await using var awkward = await TestServer.StartWithAsync(builder.Snapshot());
        foreach (var path in new[] { "/", "/overlap?lens=both", "/overlap/chance" })
        {
            var page = await browser.OpenAsync(new(awkward.Address, path), width: 320);
            (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(320, because: path);
            await page.CloseAsync();
        }
    }

    [Theory]
    [MemberData(nameof(PagesInDutch))]
    public async Task A_page_has_no_script_and_breaks_no_policy(string path)
    {
        var page = await browser.OpenAsync(new("about:blank"));
        var told = new List<string>();
        page.Console += (_, message) => told.Add(message.Text);
        page.PageError += (_, error) => told.Add(error);
        await page.GotoAsync(AddressOf(path).ToString());
        (await page.Locator("script, [style], style, iframe, img").CountAsync()).Should().Be(0);
        told.Where(text => !text.Contains("status of 404", StringComparison.Ordinal)).Should().BeEmpty();
        (await page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('main')).display + getComputedStyle(document.body).maxWidth")).Should().Be("block960px", "its style is read");
        await page.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(PagesInDutch))]
    public async Task Its_headings_stand_in_order_and_the_keyboard_comes_to_the_contents_first(string path)
    {
        var page = await OpenAsync(path);
        var levels = await page.EvaluateAsync<int[]>("() => [...document.querySelectorAll('h1,h2,h3,h4')].map(heading => +heading.tagName[1])");
        levels[0].Should().Be(1);
        levels.Skip(1).Should().NotContain(1);
        levels.Zip(levels.Skip(1)).Should().NotContain(pair => pair.Second > pair.First + 1);
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("() => document.activeElement.getAttribute('href')")).Should().Be("#main");
        (await page.EvaluateAsync<string>("() => getComputedStyle(document.activeElement).outlineStyle")).Should().Be("solid");
        await page.Keyboard.PressAsync("Enter");
        (await page.EvaluateAsync<string>("() => document.activeElement.id")).Should().Be("main");
        await page.CloseAsync();
    }

    [Fact]
    public async Task On_paper_a_combination_is_a_list_with_room_to_write_and_without_what_is_for_a_screen()
    {
        var page = await OpenAsync("cell", isDark: true);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        (await page.Locator(".top").IsVisibleAsync()).Should().BeFalse();
        var organisations = await page.Locator(".organisations > li").CountAsync();
        organisations.Should().BeGreaterThan(1);
        (await page.Locator(".organisations .note:visible").CountAsync()).Should().Be(organisations);
        (await page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor + getComputedStyle(document.body).color")).Should().Be("rgb(255, 255, 255)rgb(0, 0, 0)");
        System.Text.Encoding.ASCII.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }), 0, 5).Should().Be("%PDF-");
        await page.CloseAsync();
    }

    [Theory]
    [InlineData("/funding")]
    [InlineData("/funding/Welzijn%20Voorbeeldwijk")]
    [InlineData("/overlap")]
    [InlineData("/overlap/chance")]
    [InlineData("/defragment")]
    [InlineData("/clusters")]
    [InlineData("/fragmentation")]
    [InlineData("/ask")]
    [InlineData("/ask/sheets?budget=2")]
    [InlineData("plan")]
    [InlineData("invitation")]
    public async Task On_paper_a_page_has_no_form_and_no_menu_and_nothing_is_cut_off(string path)
    {
        const int paper = 640;
        var page = await OpenAsync(path, width: paper, isDark: true);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var part in new[] { ".top", "form", ".pager", ".contents" }) (await page.Locator(part + ":visible").CountAsync()).Should().Be(0, because: part);
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(paper);
        (await page.EvaluateAsync<string>("() => getComputedStyle(document.body).color")).Should().Be("rgb(0, 0, 0)");
        await page.CloseAsync();
    }

    [Fact]
    public async Task Every_invitation_fits_on_one_page_of_paper_in_both_languages()
    {
        foreach (var seats in new[] { 5, DefragmentQuestion.MostSeats })
        {
            var answer = server.Ask(new DefragmentQuestion { Seats = seats });
            foreach (var (plan, language) in answer.Plans.SelectMany(plan => new[] { (plan, "nl"), (plan, "en") }))
            {
                var page = await OpenAsync(PlanModel.InvitationOf(answer, plan) + "?asOf=" + SampleServer.AsOf, language: language);
                PageCount(await page.PdfAsync(new() { PreferCSSPageSize = true })).Should().Be(1, because: plan.Title.En);
                await page.CloseAsync();
            }
        }

        var longer = await OpenAsync("/overlap");
        PageCount(await longer.PdfAsync(new() { PreferCSSPageSize = true })).Should().BeGreaterThan(1, "that is how pages are counted");
        await longer.CloseAsync();
    }

    [Fact]
    public async Task Every_sheet_of_a_round_is_one_A4_and_the_sheet_for_a_meeting_one_A2_in_both_languages()
    {
        await using var own = await TestServer.StartWithAsync(await Cities.VoorbeeldwijkAsync());
        (await own.DataAsync("""mutation { startRound(name: "Ronde", budget: 3, mayName: true) { wasApplied } }"""))["startRound"]!["wasApplied"]!.GetValue<bool>().Should().BeTrue();
        const string round = "/ask/inquiry%3Arounds%3ARonde";
        foreach (var language in new[] { "nl", "en" })
        {
            (await PagesOfAsync(round + "/sheets", language)).Should().Be(3);
            (await PagesOfAsync(round + "/workshop", language)).Should().Be(1);
            foreach (var path in new[] { round, round + "/sheets", round + "/workshop" })
            {
                var page = await browser.OpenAsync(new(own.Address, path), isDark: language == "en", language: language);
                await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => one.open = true)");
                (await ObjectionsAsync(page)).Should().BeEmpty();
                await page.SetViewportSizeAsync(320, 900);
                (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(320, because: path);
                await page.CloseAsync();
            }
        }

        async Task<int> PagesOfAsync(string path, string language)
        {
            var page = await browser.OpenAsync(new(own.Address, path), language: language);
            var count = PageCount(await page.PdfAsync(new() { PreferCSSPageSize = true }));
            await page.CloseAsync();
            return count;
        }
    }

    [Fact]
    public async Task Pages_with_groups_are_for_everyone_too()
    {
        var city = ClusteredCity.Build().Graph.Snapshot();
        await using var clustered = await TestServer.StartWithAsync(city);
        var group = PageReading.Links((await clustered.Client.PageAsync("/clusters")).Html, "/clusters/")[0].Address;
        foreach (var (path, language) in new[] { "/clusters", group }.SelectMany(path => new[] { (path, "nl"), (path, "en") }))
        {
            var page = await browser.OpenAsync(new(clustered.Address, path), isDark: language == "en", language: language);
            await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => one.open = true)");
            (await ObjectionsAsync(page)).Should().BeEmpty();
            await page.SetViewportSizeAsync(320, 900);
            (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(320, because: path);
            await page.EmulateMediaAsync(new() { Media = Media.Print });
            await page.SetViewportSizeAsync(640, 900);
            (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(640, because: path);
            (await page.Locator("form:visible, .top:visible").CountAsync()).Should().Be(0);
            await page.CloseAsync();
        }
    }

    [Fact]
    public async Task A_picture_shows_names_where_there_is_room_and_keeps_its_numbers_whole_where_there_is_not()
    {
        foreach (var (width, hasNames) in new[] { (1100, true), (320, false) })
        {
            var page = await OpenAsync("plan", width);
            (await page.Locator(".network .label").First.IsVisibleAsync()).Should().Be(hasNames);
            (await page.EvaluateAsync<bool>("""
                () => [...document.querySelectorAll('.network svg')].every(svg => {
                    const all = svg.getBoundingClientRect();
                    return [...svg.querySelectorAll('circle, rect, text')].map(one => one.getBoundingClientRect()).filter(one => one.width > 0)
                        .every(one => one.left >= all.left - 1 && one.right <= all.right + 1 && one.top >= all.top - 1 && one.bottom <= all.bottom + 1);
                })
                """)).Should().BeTrue("nothing is cut off at {0}", width);
            await page.CloseAsync();
        }
    }

    [Fact]
    public async Task A_barrier_and_the_seats_are_chosen_with_the_keyboard()
    {
        var page = await OpenAsync("/defragment");
        await page.GetByLabel("Belemmering").SelectOptionAsync(new SelectOptionValue { Label = "Schaamte over geld" });
        await page.GetByLabel("Plaatsen aan tafel").SelectOptionAsync("3");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bekijk" }).PressAsync("Enter");
        await page.WaitForURLAsync("**seats=3**");
        (await page.Locator(".lead").TextContentAsync()).Should().StartWith("Nodig uit voor Schaamte over geld: ");
        (await page.GetByLabel("Plaatsen aan tafel").InputValueAsync()).Should().Be("3");
        await page.CloseAsync();
    }

    [Fact]
    public async Task What_few_choose_is_opened_with_the_keyboard_and_goes_along()
    {
        var page = await OpenAsync("/overlap");
        await page.GetByText("Meer keuzes").PressAsync("Enter");
        await page.GetByLabel("Gebieden samennemen").SelectOptionAsync("wijk");
        await page.GetByLabel("Domeinen vergelijken").SelectOptionAsync("1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bekijk" }).PressAsync("Enter");
        await page.WaitForURLAsync("**areaLevel=wijk**");
        (await page.GetByLabel("Domeinen vergelijken").InputValueAsync()).Should().Be("1");
        (await page.GetByLabel("Gebieden samennemen").IsVisibleAsync()).Should().BeTrue("what was chosen is shown");
        await page.CloseAsync();
    }

    [Fact]
    public async Task The_hours_that_are_assumed_are_changed_with_the_keyboard()
    {
        var page = await OpenAsync("/funding/Welzijn%20Voorbeeldwijk");
        await page.GetByLabel("Uren voor een aanvraag").FillAsync("20");
        await page.GetByLabel("Uren voor een verantwoording").FillAsync("5");
        await page.GetByLabel("Uren voor een verantwoording").PressAsync("Enter");
        await page.WaitForURLAsync("**hoursPerApplication=20**");
        (await page.GetByRole(AriaRole.Row, new() { Name = "Scheelt" }).TextContentAsync()).Should().EndWith("50", "four accounts of 25 hours now, two if it is one for each project");
        await page.CloseAsync();
    }

    [Fact]
    public async Task The_form_is_filled_in_with_the_keyboard_and_asks_for_the_area()
    {
        var page = await OpenAsync("/");
        await page.GetByLabel("Gebied").SelectOptionAsync("Havenbuurt");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bekijk" }).PressAsync("Enter");
        await page.WaitForURLAsync("**/?area=Havenbuurt&asOf=");
        (await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync()).Should().Contain("Havenbuurt");
        (await page.GetByLabel("Gebied").InputValueAsync()).Should().Be("Havenbuurt");
        await page.CloseAsync();
    }

    private Task<IPage> OpenAsync(string path, int width = 1100, bool isDark = false, string language = "nl") => browser.OpenAsync(AddressOf(path), width, isDark, language);

    private Uri AddressOf(string path) => new(server.Address, path switch
    {
        "cell" => "/overlap/" + Uri.EscapeDataString(Cell()),
        "project" => "/funding/" + Uri.EscapeDataString(server.Whole.Node(server.Ask(new SplinteredFundingQuestion()).Projects[0].Works[0]).Key),
        "plan" => PlanModel.PathOf(Plans, Plans.Plans[0]),
        "invitation" => PlanModel.InvitationOf(Plans, Plans.Plans[0]),
        _ => path,
    });

    private DefragmentAnswer Plans => server.Ask(new DefragmentQuestion());

    // Chromium writes each page of a PDF as an object that anybody can read.
    private static int PageCount(byte[] pdf) => PageObject().Count(System.Text.Encoding.Latin1.GetString(pdf));

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex PageObject();

    private string Cell() => AnswerKeys.OfCell(server.Ask(new OverlapQuestion()).Cells.MaxBy(cell => cell.Agencies.Length + cell.Barriers.Length)!);

    private static async Task<string[]> ObjectionsAsync(IPage page)
    {
        if (!File.Exists(Axe) && Environment.GetEnvironmentVariable("CI") != "true") Assert.Skip("axe is not there; npm ci in tests/Wijk.Clients fetches it.");
        await page.EvaluateAsync(await File.ReadAllTextAsync(Axe, TestContext.Current.CancellationToken));
        var found = await page.EvaluateAsync<JsonElement>("() => axe.run(document)");
        return [.. found.GetProperty("violations").EnumerateArray().Select(violation => $"{violation.GetProperty("id")}: {violation.GetProperty("nodes")[0].GetProperty("html")}")];
    }
}
