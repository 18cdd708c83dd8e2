using System.Collections.Immutable;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.AskList;
using Wijk.Graph.Findings.Rounds;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Stores;
using Wijk.Graph.Views;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Findings;

public class RoundFindingTests
{
    private readonly GraphBuilder graph = new();
    private readonly string[] agencies;

    public RoundFindingTests() => agencies = [.. Enumerable.Range(1, 6).Select(number => graph.Agency($"Organisatie {number}"))];

    [Fact]
    public void Without_a_round_it_says_so()
    {
        var answer = Ask();
        answer.Reason.En.Should().StartWith("No round of questions was held yet.");
        (answer.Round, answer.ResponseRate, answer.Now).Should().Be((null, null, null));
    }

    [Fact]
    public void Before_anybody_answers_nothing_is_known_with_or_without_it()
    {
        Round("voorjaar", "2026-03-01", (0, [1, 2, 3]), (4, [1, 2]));
        var answer = Ask();
        answer.Reason.En.Should().StartWith("Of the 2 that were asked in this round nobody has answered yet. Of 0 of the 15 pairs we know whether there is contact, with or without this round. "
            + "How fragmented the network is we do not know yet: 15 pairs are not known.");
        (answer.ResponseRate, answer.Round!.LineCount, answer.Round.AnsweredLineCount).Should().Be((0, 5, 0));
        answer.NextStep.En.Should().Be("Ask whether the list has arrived at: Organisatie 1, Organisatie 5.");
    }

    [Fact]
    public void What_was_answered_counts_with_the_answers_and_not_without_them()
    {
        var round = Round("voorjaar", "2026-03-01", (0, [1, 2, 3]), (4, [1, 2]));
        Answer(round, 0, 1, 3);
        Answer(round, 0, 2, 0);
        var answer = Ask();
        answer.Reason.En.Should().StartWith("Of the 2 that were asked in this round 1 has answered (50%), 2 of the 5 questions. The answers are about 2 pairs: 1 with contact and 1 without. "
            + "Of 2 of the 15 pairs we now know whether there is contact; without this round of 0.");
        answer.Reason.Nl.Should().StartWith("Van de 2 die in deze ronde zijn gevraagd, heeft er 1 geantwoord (50%), op 2 van de 5 vragen. De antwoorden gaan over 2 paren: 1 met contact en 1 zonder.");
        answer.Now!.Bounds!.Connectivity.Fragmentation.High.Should().BeApproximately(1 - (2.0 / 30), 1e-12, "one pair of six is joined");
        answer.Without!.Bounds!.Connectivity.Fragmentation.High.Should().Be(1);
        answer.Open.Select(respondent => answer.View.Graph.Node(respondent.Node).Name).Should().Equal("Organisatie 5");
    }

    [Fact]
    public void Fragmentation_by_distance_has_its_bounds_before_and_after()
    {
        // All are asked about the first, and all know it: then every pair has a path of two ties at most, and whatever nobody asked F is 0.
        var round = Round("voorjaar", "2026-03-01", (0, [1, 2, 3, 4, 5]));
        for (var other = 1; other < agencies.Length; other++) Answer(round, 0, other, 2);
        var answer = Ask();
        var (now, without) = (answer.Now!.DistanceWeighted!.Value, answer.Without!.DistanceWeighted!.Value);
        (now.Low, without.Low, without.High).Should().Be((0, 0, 1));
        now.High.Should().BeApproximately(1 - ((5 + (10 / 2.0)) / 15), 1e-12, "of 15 pairs 5 are one tie apart and 10 two");
        answer.Reason.En.Should().Contain("Fragmentation (F) is 0%; without this round between 0% and 100%.").And.NotContain("(DF)", "between 0 and a third it can be off by more than a quarter");
        Answer(round, 1, 2, 1);
        Answer(round, 2, 3, 1);
        Answer(round, 3, 4, 1);
        Ask().Reason.En.Should().Contain("With a detour counting for less (DF) it is between 0% and 23%; without this round between 0% and 100%.");
        RoundFigures.Of(Ask().Round!, Ask().Now!).Select(figure => figure.Name.Nl).Should().Contain("versnippering naar afstand (DF): hetzelfde, waarbij een omweg minder telt");
    }

    [Fact]
    public void A_line_left_empty_is_no_answer_and_no_contact_is_one()
    {
        var round = Round("voorjaar", "2026-03-01", (0, [1, 2, 3, 4, 5]));
        Answer(round, 0, 1, 0);
        var found = Ask().Round!;
        (found.AnsweredLineCount, found.LineCount, found.Pairs.Single().Level).Should().Be((1, 5, 0));
    }

    [Fact]
    public void Two_who_say_the_same_confirm_and_two_who_do_not_contradict_so_that_the_lowest_counts()
    {
        var round = Round("voorjaar", "2026-03-01", (0, [1, 2]), (1, [2]));
        Answer(round, 0, 1, 3);
        Answer(round, 1, 0, 1);
        Answer(round, 0, 2, 2);
        Answer(round, 2, 0, 2, reportedBy: "Organisatie 3");
        var answer = Ask();
        var pairs = answer.Round!.Pairs.ToDictionary(pair => (answer.View.Graph.Node(pair.A).Name[^1], answer.View.Graph.Node(pair.B).Name[^1]));
        (pairs[('1', '2')].Agreement, pairs[('1', '2')].Level).Should().Be((AnswerAgreement.Contradicting, 1));
        (pairs[('1', '3')].Agreement, pairs[('1', '3')].Level).Should().Be((AnswerAgreement.Confirmed, 2));
        answer.Reason.En.Should().Contain("On 1 pair two who were asked say the same. On 1 pair the answers differ, and then the lowest level counts: Organisatie 1 and Organisatie 2 (1, 3).");
        answer.Round.Respondents.Single(respondent => respondent.Node == answer.View.Graph.Find(agencies[1])).Added.Should().Equal(answer.View.Graph.Find(agencies[0])!.Value);
        answer.Reason.En.Should().Contain("2 have answered (100%), 2 of the 3 questions; they named 1 contact that was not on their list.");
        answer.NextStep.En.Should().Be("Ask both together how it is: Organisatie 1 and Organisatie 2.");
    }

    [Fact]
    public void Of_several_the_latest_is_told_unless_one_is_named()
    {
        Round("voorjaar", "2026-03-01", (0, [1]));
        Round("najaar", "2026-10-01", (1, [2]), (2, [3]));
        Ask().Round!.Name.Should().Be("najaar");
        Ask("VOORJAAR").Round!.Name.Should().Be("voorjaar");
        Ask("zomer").Reason.En.Should().StartWith("There is no such round of questions.");
    }

    [Fact]
    public void A_round_of_an_area_is_about_that_area()
    {
        var (oost, west, domain, group) = (graph.Area("Oost"), graph.Area("West"), graph.Node(NodeKind.Domain, "zorg"), graph.Node(NodeKind.TargetGroup, "jongeren"));
        for (var place = 0; place < 3; place++) graph.Target(graph.Measure($"oost {place}", domain, agencies[place]), group, oost);
        for (var place = 3; place < 6; place++) graph.Target(graph.Measure($"west {place}", domain, agencies[place]), group, west);
        graph.Relate(RelationKind.In, Round("oost", "2026-03-01", (0, [1, 2])), oost);
        var answer = Ask();
        (answer.Now!.PairCount, answer.Scope!.Root).Should().Be((3, answer.View.Graph.Find(oost)!.Value));
    }

    [Fact]
    public void What_overlap_says_on_the_first_page_is_told_where_the_answers_change_it()
    {
        var (oost, group) = (graph.Area("Oost"), graph.Node(NodeKind.TargetGroup, "jongeren"));
        for (var place = 0; place < 3; place++) graph.Target(graph.Measure($"werk {place}", graph.Node(NodeKind.Domain, $"domein {place}"), agencies[place]), group, oost);
        var round = Round("voorjaar", "2026-03-01", (0, [1, 2]));
        Ask().Reason.En.Should().NotContain("stands out");
        Answer(round, 0, 1, 1);
        var answer = Ask();
        answer.Reason.En.Should().Contain("What stands out in overlap changes: jongeren in Oost.");
        var line = answer.FirstPage.Should().ContainSingle(line => line.IsChanged).Subject;
        (line.Without!.En, line.Now!.En).Should().NotBe((line.Now.En, line.Without.En));
    }

    [Fact]
    public void Where_answers_may_not_be_named_only_coordinators_see_whom_a_round_asked_and_who_said_what()
    {
        var before = graph.Contents();
        var list = new AskListQuestion { Budget = 1 }.Ask(GraphView.Of(GraphSnapshot.Of(before)), Asking.Today);
        foreach (var mayName in new[] { false, true })
        {
            var records = RecordsOf(list, mayName);
            var (inquiry, inquired) = (records.OfType<Node>().Single(), records.OfType<Relation>().Single());
            var nodes = before.Nodes.ToDictionary(node => node.Key);
            var answer = RoundAnswers.Of(inquiry, inquired, nodes[inquired.To], nodes[((ImmutableArray<string>)inquired.Attributes["listed"]!)[0]], 3, DateTimeOffset.UnixEpoch);
            GraphContents after = new(before.Version, [.. before.Nodes, inquiry], [.. before.Relations, inquired, answer]);
            var view = GraphView.Of(GraphSnapshot.Of(after));
            var (coordinator, anybody) = (new RoundQuestion().Ask(view, Asking.Today), new RoundQuestion().Ask(view.For(new("anybody", record => record.Visibility == Visibility.Public ? record : null)), Asking.Today));
            (coordinator.ResponseRate, coordinator.Now!.KnownPairCount).Should().Be((1, 1));
            (anybody.ResponseRate, anybody.Now!.KnownPairCount).Should().Be(mayName ? (1, 1) : ((double?)null, 0));
            if (!mayName) anybody.Reason.En.Should().StartWith("Whom the round “besloten” asked is not recorded, or is not shown to you. Of 0 of the 15 pairs we know");
        }
    }

    [Fact]
    public void The_records_of_a_round_are_its_sheets_and_keep_to_the_rules()
    {
        var snapshot = graph.Snapshot();
        var list = new AskListQuestion { Budget = 2, Level = 2 }.Ask(GraphView.Of(snapshot), Asking.Today);
        var records = RecordsOf(list, mayName: false);
        var inquiry = records.OfType<Node>().Single();
        (inquiry.Key, inquiry.Name, inquiry.Attributes.Integer("levelAsked")).Should().Be(("inquiry:rounds:besloten", "besloten", 2));
        RecordRules.ProblemsOf(inquiry).Should().BeEmpty();
        var asked = records.OfType<Relation>().ToArray();
        asked.SelectMany(relation => RecordRules.ProblemsOf(relation, key => key == inquiry.Key ? NodeKind.Inquiry : snapshot.Find(key) is { } node ? snapshot.Node(node).Kind : null)).Should().BeEmpty();
        asked.Select(relation => (relation.To, string.Join(' ', (ImmutableArray<string>)relation.Attributes["listed"]!)))
            .Should().Equal(list.Sheets.Select(sheet => (snapshot.Node(sheet.Respondent).Key, string.Join(' ', sheet.Lines.Select(line => snapshot.Node(line.About).Key)))));
    }

    [Fact]
    public void What_a_round_found_has_a_key_by_which_it_is_found_again()
    {
        var round = Round("voorjaar", "2026-03-01", (0, [1, 2, 3]));
        Answer(round, 0, 1, 3);
        var answer = Ask();
        foreach (var key in new[] { AnswerKeys.OfRespondent(answer, answer.Round!.Respondents[0]), AnswerKeys.OfAnsweredPair(answer, answer.Round.Pairs[0]) })
            AnswerKeys.RoundOf(key)!.Round.Should().Be(round);
        answer.Evidence.Should().Contain(round).And.HaveCount(3);
    }

    private static GraphRecord[] RecordsOf(AskListAnswer list, bool mayName) =>
        [.. RoundRecords.Of(list, new("besloten", new(2026, 3, 1), mayName, "coordinator"), DateTimeOffset.UnixEpoch).Select(change => change.Record!)];

    private string Round(string name, string date, params (int Who, int[] About)[] asked)
    {
        var round = graph.Node(NodeKind.Inquiry, name, ("date", PartialDate.Parse(date)), ("mayName", true));
        foreach (var (who, about) in asked) graph.Relate(RelationKind.Inquired, round, agencies[who], ("sent", PartialDate.Parse(date)), ("listed", about.Select(other => agencies[other]).ToImmutableArray()));
        return round;
    }

    private void Answer(string round, int who, int about, int level, string? reportedBy = null) => graph.Relate(
        RelationKind.Collaborates, agencies[who], agencies[about], ("level", level), ("basis", "asked"), ("inquiry", round), ("reportedBy", reportedBy ?? $"Organisatie {who + 1}"));

    private RoundAnswer Ask(string? round = null) => graph.Snapshot().Ask(new RoundQuestion { Round = round });
}
