using Wijk.Graph.Findings;
using Wijk.Graph.Findings.AskList;
using Wijk.Graph.Model;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Findings;

public class AskListFindingTests
{
    private readonly GraphBuilder graph = new();

    [Fact]
    public void Where_nobody_was_asked_the_first_sentence_says_whom_to_ask_about_how_many()
    {
        Agencies(15);
        var answer = Ask(new() { Budget = 1 });
        var sheet = answer.Sheets.Should().ContainSingle().Subject;
        sheet.Lines.Should().HaveCount(12);
        var name = answer.View.Graph.Node(sheet.Respondent).Name;
        answer.Reason.En.Should().StartWith($"Ask {name} about contact with 12 others: that is 12 of the 105 pairs of which we know nothing. At present we know of nobody who has contact with whom.");
        answer.Reason.Nl.Should().StartWith($"Vraag {name} naar het contact met 12 anderen: dat zijn 12 van de 105 paren waarvan we niets weten.");
        answer.Bounds!.Connectivity.Fragmentation.High.Should().Be(1);
        answer.FragmentationIfAllTied.Should().BeApproximately(1 - (13.0 * 12 / (15 * 14)), 1e-12, "thirteen would hang together and two stay alone");
    }

    [Fact]
    public void Pairs_of_a_combination_that_can_be_acted_on_are_asked_first_and_named()
    {
        var agencies = Agencies(30);
        var (area, group) = (graph.Area("Oost"), graph.Node(NodeKind.TargetGroup, "jongeren"));
        for (var place = 0; place < 3; place++)
        {
            var domain = graph.Node(NodeKind.Domain, $"domein {place}");
            graph.Target(graph.Measure($"werk {place}", domain, agencies[20 + place]), group, area);
        }

        var answer = Ask(new() { Budget = 2 });
        answer.Sheets[0].Respondent.Should().BeOneOf([.. Enumerable.Range(20, 3).Select(place => answer.View.Graph.Find(agencies[place])!.Value)]);
        answer.Sheets[0].Lines.Take(2).Should().OnlyContain(line => line.SharedPlaceCount == 1 && line.Cells.Length == 1);
        answer.Cells.Should().ContainSingle();
        answer.Reason.En.Should().Contain("who work for the same group in one area already while we do not know whether they coordinate (jongeren in Oost).");
    }

    [Fact]
    public void Persons_are_neither_asked_nor_asked_about()
    {
        var agencies = Agencies(8);
        graph.Tie(graph.Professional("wijkverbinder"), agencies[0], 2);
        var answer = Ask(new() { Budget = 20 });
        answer.Sheets.SelectMany(sheet => sheet.Lines.Select(line => line.About).Append(sheet.Respondent))
            .Should().OnlyContain(node => answer.View.Graph.Node(node).Kind == NodeKind.Agency);
    }

    [Fact]
    public void Who_shares_a_name_with_another_is_neither_asked_nor_asked_about()
    {
        Agencies(8);
        foreach (var number in new[] { 1, 2 })
        {
            var key = Keys.Of(NodeKind.Initiative, GraphBuilder.Namespace, $"zonder naam {number}");
            graph.Put(new Node(key, NodeKind.Initiative) { Source = GraphBuilder.Namespace, RecordedAt = DateTimeOffset.UnixEpoch, Attributes = AttributeSet.Of(("name", "Bewonersinitiatief")) });
        }

        var answer = Ask(new() { Budget = 20 });
        answer.Bounds!.Listed.Should().HaveCount(10);
        answer.Sheets.SelectMany(sheet => sheet.Lines.Select(line => line.About).Append(sheet.Respondent)).Select(node => answer.View.Graph.Node(node).Name).Should().NotContain("Bewonersinitiatief");
    }

    [Fact]
    public void What_was_answered_is_not_asked_again_and_no_contact_is_an_answer()
    {
        var agencies = Agencies(7);
        foreach (var other in agencies.Skip(1)) graph.Tie(agencies[0], other, 0);
        var answer = Ask(new() { Budget = 20 });
        answer.Sheets.Should().NotContain(sheet => answer.View.Graph.Node(sheet.Respondent).Key == agencies[0]);
        answer.LineCount.Should().BeLessThanOrEqualTo(15);
    }

    [Fact]
    public void Where_every_pair_is_known_there_is_nothing_to_ask()
    {
        var agencies = Agencies(3);
        graph.Tie(agencies[0], agencies[1], 2);
        graph.Tie(agencies[1], agencies[2], 0);
        graph.Tie(agencies[0], agencies[2], 0);
        Ask(new()).Reason.En.Should().StartWith("There is nothing to ask: of every pair it is known whether there is contact.");
    }

    [Fact]
    public void Where_fewer_than_two_are_active_there_is_nobody_to_ask()
    {
        Agencies(1);
        var answer = Ask(new());
        answer.Reason.En.Should().StartWith("There is nobody to ask here");
        (answer.Bounds, answer.FragmentationIfAllTied, answer.LineCount).Should().Be((null, null, 0));
    }

    [Fact]
    public void A_sheet_has_a_key_by_which_it_is_found_again()
    {
        Agencies(12);
        var answer = Ask(new() { Budget = 3, Level = 2, Seed = 5 });
        var key = AnswerKeys.OfSheet(answer, answer.Sheets[1]);
        var again = Ask(AnswerKeys.AskListOf(key)!);
        again.Sheets.Should().Contain(sheet => AnswerKeys.OfSheet(again, sheet) == key);
    }

    private string[] Agencies(int count) => [.. Enumerable.Range(1, count).Select(number => graph.Agency($"Organisatie {number:00}"))];

    private AskListAnswer Ask(AskListQuestion question) => graph.Snapshot().Ask(question);
}
