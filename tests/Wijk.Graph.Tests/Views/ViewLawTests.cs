using Wijk.Graph.Generate;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Stores;
using Wijk.Graph.Views;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Views;

public sealed class ViewLawTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, LongRun.Portion(4, of: 12))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_reader_sees_exactly_a_graph_that_never_had_what_is_hidden(int seed)
    {
        var all = City(seed);
        var reader = new Reader($"random {seed}", new RandomEyes(seed).Sees);
        var view = GraphView.Of(GraphSnapshot.Of(all)).For(reader);
        var never = GraphView.Of(GraphSnapshot.Of(WithoutHidden(all, reader.Sees!)));

        view.Graph.NodeCount.Should().BeLessThan(all.Nodes.Count, "something must be hidden, or nothing is tested");
        RecordsOf(view.History).Should().Equal(RecordsOf(never.History));
        Answers(view).Should().Equal(Answers(never));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_reader_on_a_day_sees_exactly_what_that_graph_has_on_that_day(int seed)
    {
        var (all, day) = (City(seed), new DateOnly(2026, 3, seed));
        var reader = new Reader($"random {seed}", new RandomEyes(seed).Sees);
        var never = GraphView.Of(GraphSnapshot.Of(WithoutHidden(all, reader.Sees!)));
        RecordsOf(GraphView.Of(GraphSnapshot.Of(all)).On(day).For(reader).Graph).Should().Equal(RecordsOf(never.On(day).Graph));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_scenario_is_the_graph_with_those_changes_really_made(int seed)
    {
        var all = City(seed);
        var changes = new RandomScenario(seed).ChangesTo(all);
        var view = GraphView.Of(GraphSnapshot.Of(all)).In(new Scenario("what if", [.. changes]));
        var made = GraphView.Of(GraphSnapshot.Of(With(all, changes)));

        RecordsOf(view.History).Should().Equal(RecordsOf(made.History)).And.NotEqual(RecordsOf(GraphSnapshot.Of(all)));
        Answers(view).Should().Equal(Answers(made));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_scenario_of_a_reader_changes_what_that_reader_sees(int seed)
    {
        var all = City(seed);
        var reader = new Reader($"random {seed}", new RandomEyes(seed).Sees);
        var seen = WithoutHidden(all, reader.Sees!);
        var scenario = new Scenario("what if", [.. new RandomScenario(seed).ChangesTo(seen)]);
        Answers(GraphView.Of(GraphSnapshot.Of(all)).For(reader).In(scenario))
            .Should().Equal(Answers(GraphView.Of(GraphSnapshot.Of(With(seen, scenario.Changes)))));
    }

    [Fact]
    public void The_day_is_no_such_filter_for_what_ended_is_still_seen_over_time()
    {
        var graph = new GraphBuilder();
        var measure = graph.Measure("cursus", null, graph.Agency("Club"));
        graph.Target(measure, graph.Node(NodeKind.TargetGroup, "jeugd"), graph.Area("Oost"), "2019", "2019");
        var then = GraphView.Of(graph.Snapshot()).On(new(2020, 1, 1));
        (then.Graph.Count(NodeKind.Targeting), then.History.Count(NodeKind.Targeting)).Should().Be((0, 1));
    }

    private static GraphContents City(int seed)
    {
        var (nodes, relations) = SyntheticCity.Make(140, seed);
        return new(new(7, DateTimeOffset.UnixEpoch), [.. nodes.OrderBy(node => node.Key, StringComparer.Ordinal)], relations);
    }

    private static IEnumerable<string> Answers(GraphView view) =>
        EveryQuestion.Asked(view, view.Graph.NumbersOf(NodeKind.Area).Take(LongRun.Portion(1, of: 3)).Select(area => view.Graph.Node(area).Key));

    private static IEnumerable<GraphRecord> RecordsOf(GraphSnapshot graph) =>
        Enumerable.Range(0, graph.NodeCount).Select(GraphRecord (number) => graph.Node(number))
            .Concat(Enumerable.Range(0, graph.RelationCount).Select(graph.Relation));

    // Said again in the plainest way: record by record, with nothing of the code under test.
    private static GraphContents WithoutHidden(GraphContents all, RecordFilter sees)
    {
        var seen = all.Nodes.ToDictionary(node => node.Key, node => (Node?)sees(node));
        var told = all.Relations.Select(relation => (Was: relation, Is: (Relation?)sees(relation))).ToArray();
        var maimed = told.Where(relation => relation.Was.Kind is RelationKind.Of or RelationKind.For or RelationKind.In
                && relation.Was.From.StartsWith("targeting:", StringComparison.Ordinal) && (relation.Is is null || seen[relation.Was.To] is null))
            .Select(relation => relation.Was.From);
        foreach (var targeting in maimed) seen[targeting] = null;
        var nodes = seen.Values.OfType<Node>().OrderBy(node => node.Key, StringComparer.Ordinal);
        var relations = told.Where(relation => relation.Is is not null && seen[relation.Was.From] is not null && seen[relation.Was.To] is not null)
            .Select(relation => relation.Is!.Between(seen[relation.Was.From]!.Key, seen[relation.Was.To]!.Key));
        return new(all.Version, [.. nodes], [.. relations]);
    }

    private static GraphContents With(GraphContents before, IEnumerable<Change> changes)
    {
        var records = before.Nodes.Concat<GraphRecord>(before.Relations).ToDictionary(record => record.Key);
        foreach (var change in changes)
        {
            if (change.Record is null) records.Remove(change.Key);
            else records[change.Key] = change.Record;
        }

        return new(before.Version, [.. records.Values.OfType<Node>().OrderBy(node => node.Key, StringComparer.Ordinal)], [.. records.Values.OfType<Relation>()]);
    }
}
