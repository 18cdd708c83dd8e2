using Wijk.Graph.Findings.Clusters;
using Wijk.Graph.Findings.Fragmentation;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Sample;

/// <summary>Each story of the sample gets the answer it must get, and the stories of later questions are in the graph.</summary>
public class VoorbeeldwijkTests
{
    [Fact]
    public async Task The_sample_holds_what_its_files_hold()
    {
        var (all, then) = (await Cities.VoorbeeldwijkAsync(), await AsOfAsync());
        (all.NodeCount, all.RelationCount).Should().Be(VoorbeeldwijkStories.Counts);
        (then.NodeCount, then.RelationCount).Should().Be(VoorbeeldwijkStories.CountsAsOf);
    }

    [Fact]
    public async Task The_sample_states_the_day_of_its_answers_and_that_its_ties_were_asked_for()
    {
        var all = await Cities.VoorbeeldwijkAsync();
        all.NumbersOf(NodeKind.Area).ToArray().Select(area => all.Node(area)).Where(area => area.Attributes.Date("lookAt") is not null)
            .Should().ContainSingle().Which.Should().Match<Node>(area => area.Name == "Voorbeeldstad" && area.Attributes.Date("lookAt") == PartialDate.Of(VoorbeeldwijkStories.AsOf));
        all.NumbersOf(RelationKind.Collaborates).ToArray().Should().OnlyContain(tie => all.Relation(tie).Attributes.Text("basis") == "asked");
    }

    [Fact]
    public async Task Coordinated_uncoordinated_unknown_crowded_and_contradicting_cells_are_told_apart()
    {
        var snapshot = await AsOfAsync();
        var cells = snapshot.Ask(new OverlapQuestion()).Cells.Select(cell => new StoryCell(
            Key(snapshot, cell.Place.Group!.Value), Key(snapshot, cell.Place.Area), Keys(snapshot, cell.Agencies.Select(agency => agency.Actor)),
            (int)cell.PairCount, (int)cell.Coordination.Coordinated, (int)cell.Coordination.NotCoordinated, (int)cell.Coordination.Unknown));
        cells.Should().BeEquivalentTo(VoorbeeldwijkStories.GroupCells);
    }

    [Fact]
    public async Task Work_that_never_met_makes_no_cell_on_any_day()
    {
        var snapshot = await Cities.VoorbeeldwijkAsync();
        var story = VoorbeeldwijkStories.NeverAtTheSameTime;
        for (var day = new DateOnly(2020, 1, 1); day < new DateOnly(2028, 1, 1); day = day.AddMonths(1))
        {
            var answer = snapshot.Ask(new OverlapQuestion { AsOf = day });
            answer.Cells.Should().NotContain(cell => Key(answer.View.Graph, cell.Place.Group!.Value) == story.Group && Key(answer.View.Graph, cell.Place.Area) == story.Area);
        }
    }

    [Fact]
    public async Task The_activity_lens_shows_who_does_the_same_in_the_same_place()
    {
        var snapshot = await AsOfAsync();
        snapshot.Ask(new OverlapQuestion { Lens = OverlapLens.Activity }).Cells
            .Select(cell => new StoryActivityCell(
                Key(snapshot, cell.Place.Activity!.Value), Key(snapshot, cell.Place.Area), Keys(snapshot, cell.Agencies.Select(agency => agency.Actor))))
            .Should().BeEquivalentTo(VoorbeeldwijkStories.ActivityCells);
    }

    [Fact]
    public async Task Barriers_nobody_addresses_stand_apart_from_those_with_an_offer()
    {
        var snapshot = await AsOfAsync();
        var answer = snapshot.Ask(new OverlapQuestion());
        answer.Barriers.ToDictionary(barrier => Key(snapshot, barrier.Barrier), barrier => barrier.Offers.Length)
            .Should().BeEquivalentTo(VoorbeeldwijkStories.OffersByBarrier.ToDictionary());
        answer.Barriers[0].Offers.Should().BeEmpty("those nobody addresses come first");
    }

    [Fact]
    public async Task The_network_falls_apart_as_computed_independently()
    {
        var answer = (await AsOfAsync()).Ask(new FragmentationQuestion());
        (answer.Members.Length, answer.TieCount, answer.AskedPairCount)
            .Should().Be((VoorbeeldwijkStories.CollaborationMemberCount, VoorbeeldwijkStories.CollaborationTieCount, VoorbeeldwijkStories.AskedPairCount));
        answer.Fragmentation.Should().BeApproximately(VoorbeeldwijkStories.Fragmentation, 1e-12);
        answer.DistanceWeightedFragmentation().Should().BeApproximately(VoorbeeldwijkStories.DistanceWeightedFragmentation, 1e-12);
        answer.Components.Skip(1).Select(part => Keys(answer.View.Graph, part)).Should().BeEquivalentTo(VoorbeeldwijkStories.OtherComponents);
        answer.ArticulationPoints.ToDictionary(point => Key(answer.View.Graph, point.Actor), point => point.PartSizes.ToArray())
            .Should().BeEquivalentTo(VoorbeeldwijkStories.ArticulationPoints.ToDictionary());
        answer.Bridges.Select(bridge => (Key(answer.View.Graph, bridge.A), Key(answer.View.Graph, bridge.B)))
            .Should().BeEquivalentTo(VoorbeeldwijkStories.SingleTies);
        answer.Silos!.Index.Should().BeApproximately(VoorbeeldwijkStories.EiIndexByDomain, 1e-12);
        answer.ContradictingPairCount.Should().Be(1);
    }

    [Fact]
    public async Task One_person_holds_two_sides_together()
    {
        var answer = (await AsOfAsync()).Ask(new FragmentationQuestion());
        var bridge = answer.PersonBridges.Should().ContainSingle().Subject;
        Key(answer.View.Graph, bridge.Person).Should().Be(VoorbeeldwijkStories.BridgePerson);
        Keys(answer.View.Graph, bridge.CutOff).Should().BeEquivalentTo(VoorbeeldwijkStories.BridgePersonCutsOff);
    }

    [Fact]
    public async Task Isolated_initiatives_say_whether_anybody_asked()
    {
        var answer = (await AsOfAsync()).Ask(new FragmentationQuestion());
        var isolated = answer.IsolatedInitiatives.ToLookup(initiative => initiative.WasAsked, initiative => Key(answer.View.Graph, initiative.Initiative));
        isolated[false].Should().BeEquivalentTo(VoorbeeldwijkStories.InitiativesNobodyAsked);
        isolated[true].Should().BeEquivalentTo(VoorbeeldwijkStories.InitiativesWithoutContact);
    }

    [Fact]
    public async Task Agencies_that_belong_together_fall_in_one_cluster()
    {
        var answer = (await AsOfAsync()).Ask(new ClustersQuestion());
        foreach (var together in VoorbeeldwijkStories.AgencyClusters)
            answer.Clusters.Should().ContainSingle(cluster => together.All(agency => Keys(answer.View.Graph, cluster.Members).Contains(agency)));
    }

    [Fact]
    public async Task The_stories_of_later_questions_are_in_the_graph()
    {
        var graph = await Cities.VoorbeeldwijkAsync();
        Related(graph, RelationKind.Succeeds, VoorbeeldwijkStories.RestartedWithoutContinuity.Started).Should().BeEmpty();
        Related(graph, RelationKind.Succeeds, VoorbeeldwijkStories.Continued.Started).Should().Equal(VoorbeeldwijkStories.Continued.Ended);
        Relating(graph, RelationKind.Returned, VoorbeeldwijkStories.PastDueWithoutReturn).Should().BeEmpty();
        Node(graph, VoorbeeldwijkStories.PastDueWithoutReturn).Attributes.Date("returnDue")!.Value.LastDay.Should().BeBefore(VoorbeeldwijkStories.AsOf);
        IsAccepted(graph, VoorbeeldwijkStories.ReturnAccepted).Should().BeTrue();
        IsAccepted(graph, VoorbeeldwijkStories.ReturnNotAccepted).Should().BeFalse();
        Node(graph, VoorbeeldwijkStories.ReturnNotYetDue).Attributes.Date("returnDue")!.Value.FirstDay.Should().BeAfter(VoorbeeldwijkStories.AsOf);
        VoorbeeldwijkStories.DocumentsThatLedToNothing.Should().OnlyContain(document => Related(graph, RelationKind.LedTo, document).Length == 0);
        Related(graph, RelationKind.LedTo, VoorbeeldwijkStories.PlanThatLedToMeasure.Plan).Should().Contain(VoorbeeldwijkStories.PlanThatLedToMeasure.Measure);
        foreach (var (funder, scheme, part, amount) in VoorbeeldwijkStories.Pots)
        {
            Related(graph, RelationKind.PartOf, part).Should().BeEquivalentTo([VoorbeeldwijkStories.PaidFromThreePots, scheme]);
            var grant = graph.Incoming(RelationKind.Funds).Relations(graph.Find(part)!.Value).ToArray().Should().ContainSingle().Subject;
            (Key(graph, graph.From(grant)), graph.Relation(grant).Attributes.Number("amount")).Should().Be((funder, amount));
        }

        foreach (var (status, commitments) in VoorbeeldwijkStories.CommitmentsByStatus)
            commitments.Should().OnlyContain(commitment => Node(graph, commitment).Attributes.Text("status") == status);
        Node(graph, VoorbeeldwijkStories.OpenPastDue).Attributes.Date("due")!.Value.LastDay.Should().BeBefore(VoorbeeldwijkStories.AsOf);
        for (var i = 0; i < VoorbeeldwijkStories.ReferralLoop.Count; i++)
        {
            Related(graph, RelationKind.RefersTo, VoorbeeldwijkStories.ReferralLoop[i])
                .Should().Contain(VoorbeeldwijkStories.ReferralLoop[(i + 1) % VoorbeeldwijkStories.ReferralLoop.Count]);
        }

        Related(graph, RelationKind.RefersTo, VoorbeeldwijkStories.ReferralDeadEnd).Should().BeEmpty();
        Relating(graph, RelationKind.Runs, VoorbeeldwijkStories.ReferralDeadEnd).Should().BeEmpty();
    }

    private static async Task<GraphSnapshot> AsOfAsync() => (await Cities.VoorbeeldwijkAsync()).AsOf(VoorbeeldwijkStories.AsOf);

    private static Node Node(GraphSnapshot graph, string key) => graph.Node(graph.Find(key)!.Value);

    private static string Key(GraphSnapshot graph, int node) => graph.Node(node).Key;

    private static string[] Keys(GraphSnapshot graph, IEnumerable<int> nodes) => [.. nodes.Select(node => Key(graph, node))];

    private static string[] Related(GraphSnapshot graph, RelationKind kind, string key) =>
        Keys(graph, graph.Outgoing(kind).Neighbors(graph.Find(key)!.Value).ToArray());

    private static string[] Relating(GraphSnapshot graph, RelationKind kind, string key) =>
        Keys(graph, graph.Incoming(kind).Neighbors(graph.Find(key)!.Value).ToArray());

    private static bool IsAccepted(GraphSnapshot graph, string consultation) =>
        Relating(graph, RelationKind.Returned, consultation).Should().ContainSingle().Subject is var returned
        && Node(graph, returned).Attributes.IsTrue("accepted");
}
