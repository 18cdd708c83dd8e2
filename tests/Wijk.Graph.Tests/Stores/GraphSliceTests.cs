using System.Collections.Immutable;
using CsCheck;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Stores;

public class GraphSliceTests
{
    [Fact]
    public void A_slice_holds_its_areas_what_touches_them_and_nothing_of_elsewhere()
    {
        var graph = new GraphBuilder();
        var city = graph.Area("city");
        var (east, west) = (graph.Area("east", city), graph.Area("west", city));
        var street = graph.Area("street", east);
        var (social, debts) = (graph.Node(NodeKind.Domain, "social"), graph.Node(NodeKind.Domain, "debts"));
        graph.Relate(RelationKind.PartOf, debts, social);
        var youth = graph.Node(NodeKind.TargetGroup, "youth");
        var (department, town) = (graph.Agency("department"), graph.Agency("town"));
        graph.Relate(RelationKind.PartOf, department, town);
        var (school, elsewhere) = (graph.Agency("school"), graph.Agency("elsewhere"));
        var teacher = graph.Professional("teacher", school);
        var stranger = graph.Professional("stranger", elsewhere);
        var (here, there, both) = (graph.Measure("here", debts, school), graph.Measure("there", null, elsewhere), graph.Measure("both", null, elsewhere));
        var scheme = graph.Measure("scheme", null);
        graph.Relate(RelationKind.PartOf, here, scheme);
        graph.Relate(RelationKind.PartOf, there, scheme);
        graph.Relate(RelationKind.Funds, department, here);
        var (targetedHere, targetedBoth) = (graph.Target(here, youth, street), graph.Target(both, null, east));
        var targetedThere = graph.Target(both, youth, west);
        graph.Target(there, youth, west);
        graph.Target(there, youth, city);
        graph.Tie(school, elsewhere, 2);
        graph.Tie(school, graph.Agency("unrelated"), 2);
        var report = graph.Node(NodeKind.Document, "report");
        graph.Relate(RelationKind.About, report, school);
        graph.Relate(RelationKind.About, graph.Node(NodeKind.Document, "report on the town as a place"), city);

        var slice = new GraphSlice([east]).Of(graph.Contents());
        slice.Nodes.Select(node => node.Name).Should().BeEquivalentTo(
            "city", "east", "street", "social", "debts", "youth", "department", "town", "school", "elsewhere", teacher, stranger,
            "here", "both", "scheme", targetedHere, targetedBoth, "report");
        slice.Relations.Should().BeEquivalentTo(graph.Contents().Relations.Where(relation =>
            slice.Nodes.Any(node => node.Key == relation.From) && slice.Nodes.Any(node => node.Key == relation.To)));
        slice.Relations.Should().Contain(relation => relation.Kind == RelationKind.Collaborates);
        slice.Nodes.Select(node => node.Key).Should().NotContain(targetedThere, "it is a targeting elsewhere, though of work that is here as well");
    }

    [Fact]
    public void An_area_holds_what_still_names_an_area_it_replaced_and_one_that_ended_shows_what_came_after()
    {
        var graph = new GraphBuilder();
        var (before, after) = (graph.Area("before"), graph.Area("after"));
        var street = graph.Area("street", before);
        graph.Relate(RelationKind.Succeeds, after, before);
        var (old, young) = (graph.Measure("old", null, graph.Agency("one")), graph.Measure("young", null, graph.Agency("other")));
        var (targetedOld, targetedYoung) = (graph.Target(old, null, street), graph.Target(young, null, after));
        Names(graph, after).Should().BeEquivalentTo("after", "before", "street", "old", "young", "one", "other", targetedOld, targetedYoung);
        Names(graph, before).Should().BeEquivalentTo("after", "before", "street", "old", "one", targetedOld);
    }

    [Fact]
    public void A_slice_holds_the_rounds_in_its_areas_with_whom_they_asked_and_those_that_asked_an_organisation_of_the_slice()
    {
        var graph = new GraphBuilder();
        var (here, there) = (graph.Area("here"), graph.Area("there"));
        var (school, asked, elsewhere, gone) = (graph.Agency("school"), graph.Agency("asked"), graph.Agency("elsewhere"), graph.Agency("gone"));
        graph.Relate(RelationKind.SeatedIn, school, here);
        graph.Relate(RelationKind.Succeeds, school, gone);
        var youth = graph.Node(NodeKind.TargetGroup, "youth");
        Round("round here", here, asked);
        Round("round there", there, school, elsewhere);
        Round("another round", there, elsewhere);
        Names(graph, here).Should().BeEquivalentTo("here", "school", "gone", "asked", "round here", "round there", "youth");

        void Round(string name, string area, params string[] agencies)
        {
            var round = graph.Node(NodeKind.Inquiry, name);
            graph.Relate(RelationKind.In, round, area);
            graph.Relate(RelationKind.For, round, youth);
            foreach (var agency in agencies) graph.Relate(RelationKind.Inquired, round, agency);
        }
    }

    [Fact]
    public void An_area_is_named_by_its_key_or_by_a_code_that_no_other_has()
    {
        var graph = new GraphBuilder();
        var (one, other, third) = (Area("one", "A"), Area("other", "B"), Area("third", "B"));
        var all = graph.Contents();
        new GraphSlice([" A "]).Of(all).Nodes.Select(node => node.Key).Should().Equal(one);
        new GraphSlice([other, "A", one]).ByKey(all.Nodes).Areas.Should().Equal(one, other);
        FluentActions.Invoking(() => new GraphSlice(["C"]).Of(all)).Should().Throw<UnknownSliceAreaException>()
            .Which.Why.Should().Match<Words>(why => why.En.Contains("'C'") && why.En.Contains("areas") && why.Nl.Contains("'C'"));
        FluentActions.Invoking(() => new GraphSlice(["B"]).Of(all)).Should().Throw<UnknownSliceAreaException>()
            .Which.Candidates.Should().Equal(other, third);

        string Area(string name, string code) => graph.Node(NodeKind.Area, name, ("code", code));
    }

    [Fact]
    public void What_is_found_in_all_of_the_graph_is_found_at_the_same_step_in_the_slice() =>
        Histories((slice, all) =>
        {
            var cut = slice.Of(all);
            slice.Of(cut).Should().BeEquivalentTo(cut, options => options.WithStrictOrdering());
        });

    [Fact]
    public void The_steps_keep_to_the_vocabulary_and_lead_to_no_other_area()
    {
        foreach (var path in GraphSliceRule.Steps.SelectMany(step => step.Paths))
        {
            foreach (var to in path.To) path.From.Should().Contain(from => Allows(path, from, to), $"{path} would find nothing");
            if (path.Relation != RelationKind.About)
                foreach (var from in path.From) path.To.Should().Contain(to => Allows(path, from, to), $"{path} would find nothing");
        }

        GraphSliceRule.Steps[1..^1].SelectMany(step => step.Paths).Should().OnlyContain(path => !path.To.Contains(NodeKind.Area));
        GraphSliceRule.Steps[2..].SelectMany(step => step.Paths).Should().OnlyContain(path => !path.To.Contains(NodeKind.Targeting));
    }

    private static IEnumerable<string> Names(GraphBuilder graph, string area) => new GraphSlice([area]).Of(graph.Contents()).Nodes.Select(node => node.Name);

    /// <summary>Checks something for random graphs and a slice of one or two of their areas.</summary>
    private static void Histories(Action<GraphSlice, GraphContents> check) =>
        Gen.Int.Sample(
            seed =>
            {
                var history = new RandomHistory(seed);
                for (var round = 0; round < 3; round++) history.Next(40);
                var areas = history.Contents.Nodes.Where(node => node.Kind == NodeKind.Area).Select(node => node.Key).Take(1 + (seed & 1)).ToImmutableArray();
                if (!areas.IsEmpty) check(new(areas), history.Contents);
            },
            iter: 60,
            threads: 2);

    private static bool Allows(SlicePath path, NodeKind from, NodeKind to) =>
        path.IsForward ? Vocabulary.Of(path.Relation).Allows(from, to) : Vocabulary.Of(path.Relation).Allows(to, from);
}
