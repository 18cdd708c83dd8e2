using System.Text.Json;
using Wijk.Graph.Analysis.Trials;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Findings.Defragment;
using Wijk.Graph.Findings.Register;
using Wijk.Graph.Model;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Findings;

public class RegisterFindingTests
{
    private static readonly DateOnly Given = new(2026, 1, 15), Later = new(2027, 6, 1);

    private readonly GraphBuilder graph = new();

    [Fact]
    public async Task In_Voorbeeldwijk_three_of_five_links_that_were_given_out_exist_and_of_five_held_back_one()
    {
        var answer = (await Cities.VoorbeeldwijkAsync()).Ask(new RegisterQuestion());
        answer.Reason.Nl.Should().StartWith("3 van 5 meegegeven verbindingen bestaan nu; van de 5 achtergehouden 1. Nog niet opnieuw gevraagd: 3 achtergehouden.");
        answer.Reason.En.Should().Contain("Did not come about: Welzijn Voorbeeldwijk and Woonstichting De Voorbeelddijk, Woonstichting De Voorbeelddijk and Zorggroep De Voorbeeldhof.")
            .And.Contain("cannot be told").And.NotContain("%").And.Contain("1 table given out: of the 3 pairs 3 have contact now");
        answer.Arms.Select(arm => (arm.Count, arm.Asked.Count, arm.Asked.Successes)).Should().Equal((5, 5, 3), (5, 2, 1), (5, 1, 1), (5, 2, 2));
        answer.Difference.Should().BeNull();
        answer.NextStep.En.Should().StartWith("Ask now, of 10 pairs");
    }

    [Fact]
    public void Below_twenty_of_each_arm_nothing_is_a_share_and_from_twenty_on_there_is_an_interval()
    {
        foreach (var (count, hasInterval) in new[] { (19, false), (20, true) })
        {
            var built = new GraphBuilder();
            foreach (var (arm, exists) in new[] { ("given", 15), ("held", 5) })
            {
                for (var pair = 0; pair < count; pair++)
                {
                    var (a, b) = (built.Agency($"{arm} a{pair}"), built.Agency($"{arm} b{pair}"));
                    Suggest(built, arm, a, b);
                    Report(built, a, b, pair < exists ? 2 : 0, "2026-12");
                }
            }

            var answer = built.Snapshot().Ask(new RegisterQuestion { AsOf = Later });
            answer.Difference.HasValue.Should().Be(hasInterval);
            answer.CountOf(AdviceArm.Given).Share.HasValue.Should().Be(hasInterval);
            answer.Reason.En.Contains('%', StringComparison.Ordinal).Should().Be(hasInterval);
            if (hasInterval)
            {
                // 15 of 20 and 5 of 20: method 10 of Newcombe gives .191 to .695.
                answer.Difference!.Value.Low.Should().BeApproximately(0.1907, 5e-5);
                answer.Reason.En.Should().Contain("Links that are given out come about more often.");
            }
        }
    }

    [Fact]
    public void What_was_known_before_it_was_given_out_counts_for_nothing_and_a_contradiction_counts_at_its_lowest()
    {
        var (a, b, c, d) = (graph.Agency("a"), graph.Agency("b"), graph.Agency("c"), graph.Agency("d"));
        Suggest(graph, "given", a, b);
        Suggest(graph, "given", c, d);
        Report(graph, a, b, 3, "2025-06");
        Report(graph, c, d, 3, "2026-06");
        Report(graph, c, d, 0, "2026-07", "een ander");
        var answer = graph.Snapshot().Ask(new RegisterQuestion { AsOf = Later });
        answer.CountOf(AdviceArm.Given).Should().Be(new ArmCount(AdviceArm.Given, 2, new(0, 1)));
        answer.Misses.Should().ContainSingle();
    }

    [Fact]
    public async Task What_is_kept_of_a_plan_is_found_in_the_register_with_the_figures_it_rested_on_and_only_coordinators_see_it()
    {
        var view = await Cities.VoorbeeldwijkAsync();
        var answer = view.Ask(new DefragmentQuestion());
        foreach (var plan in answer.Plans.Where(plan => plan.Links.Before.DistanceWeightedFragmentation is not null).Take(3))
        {
            var records = AdviceRecords.Of(answer, plan, [AdviceType.Link, AdviceType.Table, AdviceType.AskList], Given, "coordinator", DateTimeOffset.UnixEpoch);
            records.Should().Equal(AdviceRecords.Of(answer, plan, [AdviceType.Link, AdviceType.Table, AdviceType.AskList], Given, "coordinator", DateTimeOffset.UnixEpoch), "one seed draws alike");
            records.Select(change => change.Record!.Visibility).Should().OnlyContain(visibility => visibility == Visibility.Coordinator);
            var nodes = records.Select(change => change.Record).OfType<Node>().ToArray();
            nodes.SelectMany(RecordRules.ProblemsOf).Should().BeEmpty();
            var trial = plan.TrialOf(answer.Question.Seed);
            trial.Given.Should().HaveSameCount(trial.Held);
            foreach (var (given, held) in trial.Given.Zip(trial.Held))
                Math.Min(given.Gain, held.Gain).Should().BeGreaterThanOrEqualTo(HoldingBack.LeastOfBetter * Math.Max(given.Gain, held.Gain));
            trial.Given.Concat(trial.Held).Concat(trial.Random).Concat(trial.Connected).Should().OnlyContain(link => !CollaborationTies.Of(plan.View).AreTied(link.A, link.B));
            foreach (var node in nodes) JsonDocument.Parse(node.Attributes.Text("content")!).RootElement.GetProperty("version").GetInt64().Should().Be(plan.View.Version);

            var kept = answer.View.On(null).Supposing("kept", records).Graph.Ask(new RegisterQuestion { AsOf = answer.LookedAt.Day });
            kept.Entries.Count(entry => entry.GivenOn == Given).Should().Be(nodes.Length);
            kept.Entries.Where(entry => entry.GivenOn == Given && entry.Type == AdviceType.Link).Should().OnlyContain(entry => entry.Pairs.Length == 1);
        }
    }

    [Fact]
    public void An_empty_register_says_what_to_do()
    {
        var answer = graph.Snapshot().Ask(new RegisterQuestion());
        answer.Reason.En.Should().StartWith("No advice stands in the register yet.");
        answer.NextStep.En.Should().StartWith("Keep of a plan what you give out");
    }

    private static void Suggest(GraphBuilder graph, string arm, string a, string b)
    {
        var suggestion = graph.Node(NodeKind.Suggestion, $"{arm} {a} {b}", ("type", "link"), ("arm", arm), ("givenOn", PartialDate.Of(Given)));
        graph.Relate(RelationKind.About, suggestion, a);
        graph.Relate(RelationKind.About, suggestion, b);
    }

    private static void Report(GraphBuilder graph, string a, string b, int level, string since, string reportedBy = "rondgang") =>
        graph.RelateSince(since, RelationKind.Collaborates, a, b, ("level", level), ("basis", "asked"), ("reportedBy", reportedBy));
}
