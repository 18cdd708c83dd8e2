using Wijk.Graph.Import;
using Wijk.Graph.Model;
using static Wijk.Graph.Tests.Import.ImportExamples;

namespace Wijk.Graph.Tests.Import;

public class RefusedRowsTests
{
    private static readonly Node Nameless = Agency("a", "nameless") with { Attributes = AttributeSet.Empty };

    [Fact]
    public void One_refused_row_means_that_nothing_is_written()
    {
        var plan = Plan(File("a", Agency("a", "good"), Nameless), EmptyGraph);

        plan.ChangeSet.Should().BeNull();
        plan.Report.Outcome.Should().Be(ImportOutcome.Refused);
        plan.Report.HasRefused.Should().BeTrue();
        plan.Report.Refused.Single().ToString().Should().Be("a.csv row 3: 'agency:city:nameless': Agency needs a name. Correct the row.");
    }

    [Fact]
    public void A_refused_row_is_explained_in_Dutch_as_well()
    {
        var (one, two) = (Agency("a", "1"), Agency("a", "2"));
        var tie = Relation("a", RelationKind.Collaborates, one, two) with { Attributes = AttributeSet.Of(("level", 9)) };
        var twice = Agency("a", "1", "De GGD");
        Plan(File("a", one, two, tie, Nameless, twice), EmptyGraph).Report.Refused.Select(remark => remark.Line.Nl).Should().Equal(
            "a.csv rij 4: '9': level 9 ligt niet tussen 0 en 5. Verbeter de rij.",
            "a.csv rij 5: 'agency:city:nameless': Agency heeft een name nodig. Verbeter de rij.",
            $"a.csv rij 6: 'agency:city:1': Eén sleutel heeft twee inhouden: name is '{one.Name}' in a.csv rij 2 en 'De GGD' hier. Maak de twee gelijk, of haal er één weg.");
    }

    [Fact]
    public void A_row_that_the_mapping_refused_counts_as_well()
    {
        var mapped = File("a", Agency("a", "good")) with { Refused = [new(new("a.csv", 9), "soon", "is no date.")] };
        Plan(mapped, EmptyGraph).ChangeSet.Should().BeNull();
        Plan(mapped, EmptyGraph, skipRefused: true).ChangeSet!.Changes.Should().ContainSingle();
    }

    [Fact]
    public void A_value_out_of_range_is_named()
    {
        var (one, two) = (Agency("a", "1"), Agency("a", "2"));
        var tie = Relation("a", RelationKind.Collaborates, one, two) with { Attributes = AttributeSet.Of(("level", 9)) };
        Plan(File("a", one, two, tie), EmptyGraph).Report.Refused.Single().ToString()
            .Should().Be("a.csv row 4: '9': level 9 is not between 0 and 5. Correct the row.");
    }

    [Fact]
    public void A_relation_between_kinds_that_the_table_does_not_allow_is_refused()
    {
        var (agency, area) = (Agency("a", "x"), Area("a", "Oost"));
        Plan(File("a", agency, area, Relation("a", RelationKind.Runs, agency, area)), EmptyGraph).Report.Refused.Single().Message.En
            .Should().StartWith("RUNS cannot lead from Agency to Area");
    }

    [Fact]
    public void A_relation_to_nothing_is_refused_and_one_to_the_graph_is_not()
    {
        var (agency, area) = (Agency("a", "x"), Area("b", "Oost"));
        var file = File("a", agency, Relation("a", RelationKind.SeatedIn, agency, area));

        Plan(file, GraphOf(area)).Report.RelationsAdded.Should().Be(1);
        var refused = Plan(file, EmptyGraph).Report.Refused.Single();
        (refused.Place, refused.Value).Should().Be((new RowPlace("a.csv", 3), area.Key));
        refused.Message.En.Should().Be(
            "SEATED_IN refers to a node that is neither in these files nor in the graph; add it there or correct the reference.");
    }

    [Fact]
    public void One_key_with_two_contents_is_refused_naming_both_places()
    {
        var plan = Plan(File("a", Agency("a", "x", "GGD"), Agency("a", "y"), Agency("a", "x", "De GGD")), EmptyGraph, skipRefused: true);

        plan.Report.Refused.Single().ToString().Should().Be("a.csv row 4: 'agency:city:x': One key has two contents: "
            + "name is 'GGD' in a.csv row 2 and 'De GGD' here. Make the two agree, or remove one.");
        Said(After(plan, EmptyGraph)).Should().Equal(Agency("a", "y"));
    }

    [Fact]
    public void One_key_with_the_same_content_twice_is_one_record()
    {
        var plan = Plan(File("a", Agency("a", "x"), Agency("a", "x")), EmptyGraph);
        plan.Report.NodesAdded.Should().Be(1);
        plan.Report.Refused.Should().BeEmpty();
    }

    [Fact]
    public void Skipping_refused_rows_skips_what_depends_on_them_and_no_more()
    {
        var (good, measure) = (Agency("a", "good"), Measure("a", "m"));
        var area = Area("a", "Oost") with { Attributes = AttributeSet.Of(("name", "Oost"), ("level", "moon")) };
        var targeting = Targeting("a", measure, area);
        var (runs, of, into, seat) = (
            Relation("a", RelationKind.Runs, good, measure),
            Relation("a", RelationKind.Of, targeting, measure),
            Relation("a", RelationKind.In, targeting, area),
            Relation("a", RelationKind.SeatedIn, good, area));
        var plan = Plan(File("a", good, measure, area, targeting, runs, of, into, seat), EmptyGraph, skipRefused: true);

        // The area is impossible, so nobody sits or works there; without its IN there is no targeting, and without targeting no OF.
        Said(After(plan, EmptyGraph)).Should().BeEquivalentTo(new GraphRecord[] { good, measure, runs });
        plan.Report.Refused.Select(remark => remark.Place.Row).Distinct().Should().Equal(4, 5, 7, 8, 9);
        plan.Report.Refused.Single(remark => remark.Place.Row == 9).Message.En.Should().Contain("was refused (a.csv row 4)");
    }

    [Fact]
    public void What_was_refused_now_has_not_vanished() =>
        Plan(File("a", Nameless), GraphOf(Agency("a", "nameless")), skipRefused: true).Report.Vanished.Should().BeEmpty();
}
