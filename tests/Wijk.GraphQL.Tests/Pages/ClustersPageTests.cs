using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Clusters;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;
using Wijk.GraphQL.Pages.Clusters;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Pages;

/// <summary>The pages of groups say what the answer says: what is a group and why, what only repeats something, what is only apart, and who is in none.</summary>
public sealed class ClustersPageTests(ClustersPageTests.City city, SampleServer sample) : IClassFixture<ClustersPageTests.City>, IClassFixture<SampleServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task The_list_has_what_is_a_group_what_repeats_what_is_a_block_and_who_is_in_none(string language)
    {
        var (spoken, trust) = (language == "en" ? Language.En : Language.Nl, city.Answer.Trust(cancellationToken: Stop));
        (trust.ClusterCount, trust.BlockCount, trust.AdviceCount, trust.OnlyRepeatingCount, trust.Alone.Length).Should().Be((5, 1, 4, 6, ClusteredCity.AloneCount));
        var (status, html) = await city.Server.Client.PageAsync("/clusters", language);
        status.Should().Be(200);
        var text = PageReading.Seen(html);
        text.Should().Contain(trust.Opening.In(spoken)).And.Contain(trust.Method.In(spoken)).And.Contain(trust.NextStep.In(spoken)).And.Contain(trust.AloneReason!.In(spoken));
        foreach (var part in spoken == Language.En
            ? new[] { "What stands as a group", "What only repeats what is known already", "What only stands apart from the rest", "Who is in no group", "How this was tested" }
            : ["Wat als groep overeind staat", "Wat alleen herhaalt wat al bekend is", "Wat alleen los van de rest staat", "Wie bij geen groep hoort", "Hoe dit is getoetst"])
        {
            PageReading.Seen(html).Should().Contain(part);
        }

        foreach (var metric in city.Answer.Metrics) text.Should().Contain(metric.Definition.In(spoken));
        PageReading.Links(html, "/defragment").Should().NotBeEmpty();
        PageReading.Links(html, "/clusters/").Select(link => link.Text).Should().BeEquivalentTo(trust.Clusters.Select(cluster => cluster.Title.In(spoken)));
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task Each_leads_to_its_page_with_members_rule_chance_stability_and_contact(string language)
    {
        var (spoken, trust) = (language == "en" ? Language.En : Language.Nl, city.Answer.Trust(cancellationToken: Stop));
        foreach (var found in trust.Clusters)
        {
            var (status, html) = await city.Server.Client.PageAsync(ClusterModel.PathOf(city.Answer, found), language);
            (status, PageReading.Title(html)).Should().Be((200, found.Title.In(spoken)));
            var text = PageReading.Seen(html);
            foreach (var said in new[] { found.Belong, found.NextStep, found.RuleReason, found.ChanceReason, found.ContactReason }) text.Should().Contain(said.In(spoken));
            if (!found.IsBlock) text.Should().Contain(found.StabilityReason.In(spoken));
            if (found.Caution is { } caution) text.Should().Contain(caution.In(spoken));
            foreach (var member in ClusterMember.Of(found.Cluster)) text.Should().Contain(member.Name);
            text.Should().Contain(AnswerKeys.OfCluster(city.Answer, found));
        }
    }

    [Fact]
    public async Task Initiatives_are_named_by_their_own_words_each_name_once_in_a_list()
    {
        var initiatives = Of(city.Groups[2]);
        initiatives.Title.Nl.Should().StartWith("2 keer Samen tuinieren, Soep op 2");
        var (_, html) = await city.Server.Client.PageAsync(ClusterModel.PathOf(city.Answer, initiatives));
        PageReading.Seen(html).Should().Contain("Soep op 5");
        PageReading.Seen(html[..html.IndexOf("<details", StringComparison.Ordinal)]).Should().NotContain("Bewonersinitiatief");
    }

    [Fact]
    public void A_group_that_a_rule_describes_is_called_after_it()
    {
        Of(city.Groups[0]).Title.Should().Be(new Words("Voor jongeren", "For jongeren"));
        Of(city.Groups[0]).RuleReason.En.Should().Be("For jongeren: fits 6 of 6 members and 0 of 147 others.");
    }

    [Fact]
    public async Task The_key_of_a_group_finds_it_again_on_its_page_and_as_a_node()
    {
        var found = Of(city.Groups[3]);
        var key = AnswerKeys.OfCluster(city.Answer, found);
        var id = $"{key}@{city.Answer.LookedAt.Day:yyyy-MM-dd}";
        var node = (await city.Server.DataAsync("query($id: ID!) { node(id: $id) { id key ... on TrustedCluster { title { en } } } }", new { id }))["node"]!;
        ((string)node["id"]!, (string)node["key"]!, (string)node["title"]!["en"]!).Should().Be((id, key, found.Title.En));
        (await city.Server.Client.PageAsync("/clusters/" + Uri.EscapeDataString(id))).Status.Should().Be(200);
    }

    [Theory]
    [InlineData("cluster:clusters:modularity>->->1>0123456789abcdef", "geen sleutel van een groep", false)]
    [InlineData("cluster:clusters:modularity>nul>->1>0123456789abcdef", "geen sleutel van een groep", true)]
    [InlineData("nothing", "geen sleutel van een groep", true)]
    public async Task What_is_not_there_is_told_with_what_to_do(string key, string notAKey, bool isNoKey)
    {
        var (status, html) = await city.Server.Client.PageAsync("/clusters/" + Uri.EscapeDataString(key));
        status.Should().Be(404);
        if (isNoKey) PageReading.Seen(html).Should().Contain(notAKey);
        else PageReading.Seen(html).Should().Contain("zoek in de lijst van groepen");
    }

    [Fact]
    public async Task Where_nothing_is_clear_the_page_says_why_and_what_would_help()
    {
        using var client = new HttpClient { BaseAddress = sample.Address };
        var trust = sample.Ask(new ClustersQuestion()).Trust(cancellationToken: Stop);
        trust.Clusters.Should().BeEmpty();
        trust.WouldHelp.Should().HaveCountGreaterThanOrEqualTo(2);
        trust.WouldHelp[0].En.Should().Contain("29 of 378 pairs were asked");
        var (_, html) = await client.PageAsync("/clusters", "en");
        var text = PageReading.Seen(html);
        text.Should().Contain("There are no clear clusters here.").And.Contain("What would help").And.NotContain("What stands as a group");
        foreach (var help in trust.WouldHelp) text.Should().Contain(help.En);
        PageReading.Links(html, "/defragment").Select(link => link.Text).Should().Contain("see who meets already");
    }

    [Fact]
    public async Task Where_nothing_is_recorded_the_page_says_how_to_begin()
    {
        await using var empty = await TestServer.StartWithAsync(new GraphBuilder().Snapshot());
        var (status, html) = await empty.Client.PageAsync("/clusters");
        status.Should().Be(200);
        PageReading.Seen(html).Should().Contain("Zo begint u");
        html.Should().NotContain("<table").And.NotContain("<form");
    }

    [Fact]
    public async Task The_menu_the_plans_and_the_first_page_lead_to_the_groups()
    {
        using var client = new HttpClient { BaseAddress = sample.Address };
        foreach (var page in new[] { "/about", "/defragment", "/" })
            PageReading.Links((await client.PageAsync(page)).Html, "/clusters").Should().NotBeEmpty(because: page);
    }

    private TrustedCluster Of(string[] members) =>
        city.Answer.Trust(cancellationToken: Stop).Clusters.Single(cluster => cluster.Cluster.MemberKeys.Contains(members[0]));

    /// <summary>A server with a city in which the groups are known.</summary>
    public sealed class City : IAsyncLifetime
    {
        internal TestServer Server { get; private set; } = null!;

        public string[][] Groups { get; private set; } = [];

        public ClustersAnswer Answer { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            var (graph, groups) = ClusteredCity.Build();
            GraphSnapshot snapshot = graph.Snapshot();
            (Groups, Server) = (groups, await TestServer.StartWithAsync(snapshot));
            Answer = new ClustersQuestion().Ask(GraphView.Of(snapshot), DateOnly.FromDateTime(Server.Clock.GetUtcNow().DateTime), Stop);
        }

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }
}
