using System.Text.RegularExpressions;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Defragment;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.GraphQL.Pages.Defragment;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Pages;

/// <summary>The pages of plans say what the answer says: whom to invite, who is missing, and what changes.</summary>
public sealed partial class DefragmentPageTests(SampleServer server) : IClassFixture<SampleServer>, IDisposable
{
    private readonly HttpClient client = new() { BaseAddress = server.Address };

    private DefragmentAnswer Answer => server.Ask(new DefragmentQuestion());

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task The_list_opens_with_whom_to_invite_first_and_each_plan_leads_to_its_page_by_name()
    {
        var answer = Answer;
        var (_, html) = await client.PageAsync("/defragment");
        PageReading.Seen(Lead().Match(html).Value).Should().Be(answer.Plans[0].Invitation!.Nl);
        var links = PageReading.Links(html[html.IndexOf("<table", StringComparison.Ordinal)..], "/defragment/");
        links.Select(link => link.Text).Should().Equal(answer.Plans.Select(plan => Phrasing.Begin(plan.Title).Nl));
        foreach (var (address, name) in links)
        {
            var (status, page) = await client.PageAsync(address);
            (status, PageReading.Title(page)).Should().Be((200, name));
        }
    }

    [Fact]
    public async Task Who_must_be_there_and_what_comes_first_is_chosen_in_the_form_and_stays_in_the_address_of_each_plan()
    {
        var (_, html) = await client.PageAsync("/defragment?order=TIES&include=Stadsdeel%20Voorbeeld-Oost%0D%0Awijkagent&exclude=wijkverbinder");
        PageReading.Seen(Lead().Match(html).Value).Should().Contain("gebiedsmakelaar (Stadsdeel Voorbeeld-Oost)").And.Contain("wijkagent").And.NotContain("wijkverbinder");
        html.Should().Contain("<option value=\"TIES\" selected").And.Contain("wijkagent</textarea>");
        var (address, _) = PageReading.Links(html[html.IndexOf("<table", StringComparison.Ordinal)..], "/defragment/").First();
        PageReading.Seen((await client.PageAsync(address)).Html).Should().Contain("Eerst wie elkaar al kent").And.Contain("erbij gevraagd");
        PageReading.Seen((await client.PageAsync("/defragment?include=Nergens")).Html).Should().Contain("de sleutel of naam 'Nergens'");
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task A_plan_has_its_table_who_is_missing_the_links_and_what_changes(string language)
    {
        var (spoken, answer) = (language == "en" ? Language.En : Language.Nl, Answer);
        foreach (var plan in answer.Plans)
        {
            var (status, html) = await client.PageAsync(PlanModel.PathOf(answer, plan), language);
            status.Should().Be(200);
            var text = PageReading.Seen(html);
            text.Should().Contain(plan.About.In(spoken)).And.Contain(plan.NextStep.In(spoken)).And.Contain(AnswerKeys.OfPlan(answer, plan));
            foreach (var seat in plan.Table.Seats)
                text.Should().Contain(Phrasing.Begin(TableWords.NameOf(plan.View, seat)).In(spoken)).And.Contain(TableWords.BringsOf(plan.Table, seat).In(spoken));
            foreach (var missing in plan.Table.Missing) text.Should().Contain(missing.In(spoken));
            foreach (var other in plan.Table.Alternatives) text.Should().Contain(TableWords.AlternativeOf(plan.Table, other).In(spoken));
            foreach (var link in plan.Links.Links) text.Should().Contain(LinkWords.TitleOf(link).In(spoken)).And.Contain(LinkWords.IntroductionOf(link).In(spoken));
            foreach (var node in plan.Measures.Concat(plan.Pots.Select(pot => pot.Funder)).Concat(plan.Barriers.Select(offer => offer.Barrier)))
                text.Should().Contain(plan.View.Graph.Node(node).Name);
            if (plan.Links.Before.DistanceWeightedFragmentation is { } before)
            {
                text.Should().Contain(Phrasing.Decimal(before, 2).In(spoken)).And.Contain(Phrasing.Decimal(plan.Links.After.DistanceWeightedFragmentation!.Value, 2).In(spoken));
            }
        }
    }

    [Fact]
    public async Task The_pictures_have_every_tie_that_is_known_and_every_link_to_make_and_the_list_below_says_the_same()
    {
        var answer = Answer;
        foreach (var plan in answer.Plans)
        {
            var (_, html) = await client.PageAsync(PlanModel.PathOf(answer, plan));
            var network = plan.Network;
            var pictures = Picture().Matches(html).Select(picture => picture.Value).ToArray();
            pictures.Should().HaveCount(network.Added.IsEmpty ? 1 : 2);
            Line().Count(pictures[0]).Should().Be(network.Now.Length);
            if (pictures.Length > 1) Line().Count(pictures[1]).Should().Be(network.Now.Length + network.Added.Length);
            foreach (var picture in pictures)
            {
                picture.Should().Contain("<title ").And.Contain("<desc ");
                Regex.Count(picture, "<(circle|rect) ").Should().Be(network.Members.Length);
            }

            // Each line has two ends, and each end is a number in the list.
            var list = html[html.LastIndexOf("De nummers", StringComparison.OrdinalIgnoreCase)..];
            list = list[..list.IndexOf("</table>", StringComparison.Ordinal)];
            Number().Count(list).Should().Be(2 * (network.Now.Length + network.Added.Length));
        }
    }

    [Fact]
    public async Task A_combination_leads_to_its_plan_where_there_is_something_to_settle_and_the_first_page_to_the_first_plan()
    {
        var answer = Answer;
        foreach (var cell in server.Ask(new OverlapQuestion()).Cells)
        {
            var (_, html) = await client.PageAsync("/overlap/" + Uri.EscapeDataString(AnswerKeys.OfCell(cell)));
            var plan = answer.Plans.SingleOrDefault(plan => plan.Origin == PlanOrigin.Cell && AnswerKeys.OfCell(plan.Cells[0]) == AnswerKeys.OfCell(cell));
            PageReading.Links(html, "/defragment/").Select(link => link.Address).Should().Equal(plan is null ? [] : new[] { PlanModel.PathOf(answer, plan) });
        }

        var home = (await client.PageAsync("/")).Html;
        PageReading.Links(home, "/defragment/").Should().ContainSingle().Which.Address.Should().Be(PlanModel.PathOf(answer, answer.Plans[0]));
        PageReading.Links(home, "/overlap/").Should().ContainSingle(link => link.Text == Phrasing.Begin(answer.Plans[0].Title).Nl, "what it is about is told once");
        PageReading.Seen(home).Should().Contain("Nodig uit: " + TableWords.NamesOf(answer.View, answer.Plans[0].Table.Seats).Nl);
    }

    [Theory]
    [InlineData("nl", "Waarom we u vragen", "Wat we weten", "Wat we niet weten", "Wie we uitnodigen", "Datum en tijd:", "Plaats:")]
    [InlineData("en", "Why we ask you", "What we know", "What we do not know", "Whom we invite", "Date and time:", "Place:")]
    public async Task An_invitation_says_why_what_is_known_and_what_is_not_who_else_is_invited_and_has_room_for_date_and_place(string language, params string[] parts)
    {
        var (spoken, answer) = (language == "en" ? Language.En : Language.Nl, Answer);
        foreach (var plan in answer.Plans)
        {
            var (_, page) = await client.PageAsync(PlanModel.PathOf(answer, plan), language);
            var link = PageReading.Links(page, "/defragment/").Should().ContainSingle(link => link.Address.Contains("/invitation")).Subject.Address;
            var (status, html) = await client.PageAsync(link, language);
            status.Should().Be(200);
            var text = PageReading.Seen(html);
            foreach (var part in parts) text.Should().Contain(part);
            foreach (var seat in plan.Table.Seats) text.Should().Contain(Phrasing.Begin(TableWords.NameOf(plan.View, seat)).In(spoken));
            foreach (var sentence in InvitationWords.KnownOf(plan).Concat(InvitationWords.UnknownOf(plan))) text.Should().Contain(sentence.In(spoken));
            PageReading.Seen(Article().Match(html).Value).Should().NotBeEmpty().And.NotMatchRegex("[Ss]core|0[,.][0-9]", "nobody is weighed in what they are sent");
        }
    }

    [Fact]
    public async Task Where_nothing_is_recorded_the_list_says_how_to_begin_and_where_all_coordinate_that_there_is_nothing_to_call_together_for()
    {
        await using var empty = await TestServer.StartWithAsync(new GraphBuilder().Snapshot());
        var (status, html) = await empty.Client.PageAsync("/defragment");
        status.Should().Be(200);
        PageReading.Seen(html).Should().Contain("Zo begint u");
        html.Should().NotContain("<table").And.NotContain("<form");

        await using var alone = await TestServer.StartAsync();
        var text = PageReading.Seen((await alone.Client.PageAsync("/defragment")).Html);
        text.Should().Contain("er is nu niets om mensen voor bij elkaar te roepen").And.Contain("Hoeveel zien we?").And.NotContain("Zo begint u");
    }

    [Fact]
    public async Task What_others_wrote_is_shown_and_cannot_act_also_in_a_picture()
    {
        const string hostile = "</text></svg><script>alert(1)</script>\" onload=\"x";
        var builder = new GraphBuilder();
        var (group, area) = (builder.Node(NodeKind.TargetGroup, "groep"), builder.Area("gebied"));
        foreach (var name in new[] { "een", "twee", "drie" })
        {
            builder.Target(builder.Measure("werk " + name, builder.Node(NodeKind.Domain, "domein " + name), builder.Agency(name + hostile)), group, area);
        }

        await using var awkward = await TestServer.StartWithAsync(builder.Snapshot());
        var address = PageReading.Links((await awkward.Client.PageAsync("/defragment")).Html, "/defragment/")[0].Address;
        foreach (var path in new[] { address, address.Split('?')[0] + "/invitation" })
        {
            var (status, html) = await awkward.Client.PageAsync(path);
            status.Should().Be(200);
            html.Should().NotContain("<script").And.NotContain("\" onload");
        }
    }

    [GeneratedRegex("<p class=\"lead\">.*?</p>", RegexOptions.Singleline)]
    private static partial Regex Lead();

    [GeneratedRegex("<article.*?</article>", RegexOptions.Singleline)]
    private static partial Regex Article();

    [GeneratedRegex("<svg [^>]*role=\"img\".*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Picture();

    [GeneratedRegex("<line ")]
    private static partial Regex Line();

    [GeneratedRegex("(?<=</span>|, )[0-9]+(?=,|</td>)")]
    private static partial Regex Number();
}
