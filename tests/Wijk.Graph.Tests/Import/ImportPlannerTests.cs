using CsCheck;
using Wijk.Graph.Import;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using static Wijk.Graph.Tests.Import.ImportExamples;

namespace Wijk.Graph.Tests.Import;

public class ImportPlannerTests
{
    private static readonly Gen<MappedRecords> Files =
        from source in Gen.OneOf("a", "b", "c")
        from areas in Gen.Select(Gen.Int[0, 5], Gen.Bool).Array[0, 8]
        from agencies in Gen.Int[0, 4].Array[1, 6]
        from seats in Gen.Select(Gen.Int[0, 100], Gen.Int[0, 100]).Array[0, 6]
        let areaNodes = areas.Select(area => Area(source, $"area {area.Item1}", area.Item2)).ToList()
        let agencyNodes = agencies.Select(agency => Agency(source, $"agency {agency}")).ToList()
        let relations = seats.Where(_ => areaNodes.Count > 0).Select(seat => Relation(
            source, RelationKind.SeatedIn, agencyNodes[seat.Item1 % agencyNodes.Count], areaNodes[seat.Item2 % areaNodes.Count]))
        select File(source, [.. areaNodes, .. agencyNodes, .. relations]);

    [Fact]
    public void A_second_import_of_the_same_changes_nothing() => Files.Array[1, 4].Sample(files =>
    {
        var before = files.Aggregate(EmptyGraph, AfterImport);
        var again = Plan(files[^1], before);
        again.ChangeSet.Should().BeNull();
        again.Report.Outcome.Should().Be(ImportOutcome.NothingToDo);
        (again.Report.NodesAdded + again.Report.NodesChanged + again.Report.RelationsAdded + again.Report.RelationsChanged).Should().Be(0);
    }, iter: 300);

    [Fact]
    public void After_an_import_the_graph_holds_every_key_of_the_files_and_every_key_it_had() => Files.Array[2, 2].Sample(files =>
    {
        var before = AfterImport(EmptyGraph, files[0]);
        var after = AfterImport(before, files[1]);
        Records(after).Select(record => record.Key).Should().BeEquivalentTo(
            Records(before).Select(record => record.Key)
                .Union(files[1].Nodes.Select(node => node.Record.Key))
                .Union(files[1].Relations.Select(relation => relation.Record.Key)));
    }, iter: 300);

    [Fact]
    public void Changes_are_ordered_by_key_each_once_whatever_the_order_of_the_rows() =>
        Gen.Select(Files, Gen.Int[0, 1000]).Sample((files, seed) =>
        {
            var shuffled = files with { Nodes = [.. files.Nodes.OrderBy(node => HashCode.Combine(seed, node.Place.Row))] };
            var keys = Plan(shuffled, EmptyGraph).ChangeSet!.Changes.Select(change => change.Key).ToList();
            keys.Should().Equal(Plan(files, EmptyGraph).ChangeSet!.Changes.Select(change => change.Key));
            keys.Should().Equal(keys.Distinct().Order(StringComparer.Ordinal));
        }, iter: 200);

    [Fact]
    public void What_says_the_same_keeps_its_time_and_what_changed_gets_the_new_one()
    {
        var graph = GraphOf(Agency("a", "same"), Agency("a", "other", "old name"));
        var plan = Plan(File("a", Agency("a", "same"), Agency("a", "other", "new name"), Agency("a", "third")), graph);
        var after = After(plan, graph).Nodes.ToDictionary(node => node.Name);

        (plan.Report.NodesAdded, plan.Report.NodesChanged, plan.Report.NodesUnchanged).Should().Be((1, 1, 1));
        after["same"].RecordedAt.Should().Be(Monday);
        after["new name"].RecordedAt.Should().Be(Tuesday);
        after["third"].RecordedAt.Should().Be(Tuesday);
    }

    [Fact]
    public void What_vanished_from_the_file_is_listed_and_stays()
    {
        var (stays, goes, others) = (Agency("a", "stays"), Agency("a", "goes"), Agency("b", "of another"));
        var graph = GraphOf(stays, goes, others);
        var plan = Plan(File("a", stays), graph);

        plan.Report.Vanished.Should().Equal(goes.Key);
        plan.ChangeSet.Should().BeNull();
    }

    [Fact]
    public void What_was_inferred_from_a_source_vanishes_with_it()
    {
        var inferred = Agency("inferred", "x") with { Inference = new("a", "word list", ["x"]) };
        Plan(File("a", Agency("a", "y")), GraphOf(inferred)).Report.Vanished.Should().Equal(inferred.Key);
    }

    [Fact]
    public void What_a_person_changed_is_not_overwritten_but_listed()
    {
        var graph = GraphOf(Agency("coordinator", "x", "the right name"));
        var plan = Plan(File("a", Agency("a", "x", "the wrong name")), graph);

        plan.ChangeSet.Should().BeNull();
        plan.Report.NotOverwritten.Should().Equal(new NotOverwritten(Agency("a", "x").Key, "coordinator"));
        (plan.Report.NodesAdded, plan.Report.NodesChanged, plan.Report.NodesUnchanged).Should().Be((0, 0, 0));
    }

    [Fact]
    public void Two_sources_that_say_the_same_do_not_disagree()
    {
        var plan = Plan(File("b", Agency("b", "x")), GraphOf(Agency("a", "x")));
        plan.ChangeSet.Should().BeNull();
        plan.Report.NotOverwritten.Should().BeEmpty();
        plan.Report.NodesUnchanged.Should().Be(1);
    }

    [Fact]
    public void What_a_person_removed_does_not_come_back_nor_does_a_relation_to_it()
    {
        var (agency, area, other) = (Agency("a", "x"), Area("a", "removed"), Area("a", "other"));
        var (seat, otherSeat) = (Relation("a", RelationKind.SeatedIn, agency, area), Relation("a", RelationKind.SeatedIn, agency, other));
        var removed = new Dictionary<string, string> { [area.Key] = "coordinator" };
        var graph = GraphOf(agency);

        var plan = ImportPlanner.Plan(File("a", agency, area, other, seat, otherSeat), graph, new(), Tuesday, removed);
        plan.Report.NotOverwritten.Should().Equal(new NotOverwritten(area.Key, "coordinator"), new NotOverwritten(seat.Key, "coordinator"));
        Said(After(plan, graph)).Should().BeEquivalentTo(new GraphRecord[] { agency, other, otherSeat });

        // Also when the file refers to it without holding it.
        ImportPlanner.Plan(File("b", Relation("b", RelationKind.SeatedIn, agency, area)), graph, new(), Tuesday, removed)
            .Report.NotOverwritten.Should().Equal(new NotOverwritten(seat.Key, "coordinator"));
    }

    [Fact]
    public void A_new_targeting_in_an_area_that_a_person_removed_stays_away_whole()
    {
        var (measure, area) = (Measure("a", "m"), Area("a", "removed"));
        var targeting = Targeting("a", measure, area);
        var file = File("a", measure, area, targeting,
            Relation("a", RelationKind.Of, targeting, measure), Relation("a", RelationKind.In, targeting, area));
        var removed = new Dictionary<string, string> { [area.Key] = "coordinator" };

        var plan = ImportPlanner.Plan(file, EmptyGraph, new(), Tuesday, removed);
        Said(After(plan, EmptyGraph)).Should().Equal(measure);
        plan.Report.NotOverwritten.Should().HaveCount(4);
    }

    [Fact]
    public void What_a_source_removed_itself_it_may_bring_back()
    {
        var removed = new Dictionary<string, string> { [Agency("a", "x").Key] = "a" };
        ImportPlanner.Plan(File("a", Agency("a", "x")), EmptyGraph, new(), Tuesday, removed).Report.NodesAdded.Should().Be(1);
    }

    [Fact]
    public void The_id_of_the_change_set_follows_content_namespace_and_base_version()
    {
        var graph = GraphOf(Agency("z", "z"));
        string IdOf(string source, string name, GraphContents onto) => Plan(File(source, Agency(source, "x", name)), onto).ChangeSet!.Id;

        var id = IdOf("a", "n", graph);
        id.Should().MatchRegex("^[0-9a-f]{64}$").And.Be(IdOf("a", "n", graph));
        string[] others = [IdOf("b", "n", graph), IdOf("a", "m", graph), IdOf("a", "n", EmptyGraph)];
        others.Should().OnlyHaveUniqueItems().And.NotContain(id);
        Plan(File("a", Agency("a", "x")), graph).ChangeSet!.ExpectedVersion.Should().Be(1);
    }
}
