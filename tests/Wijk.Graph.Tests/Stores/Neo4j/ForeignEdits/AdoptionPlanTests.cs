using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Neo4j.ForeignEdits;
using static Wijk.Graph.Tests.Stores.Neo4j.ForeignEdits.Stored;

namespace Wijk.Graph.Tests.Stores.Neo4j.ForeignEdits;

public sealed class AdoptionPlanTests
{
    [Fact]
    public void A_node_without_a_key_gets_one_and_is_for_coordinators_until_somebody_says_otherwise()
    {
        var plan = Check([Foreign("4:x:1", "Agency", ("name", " Het  Buurthuis "), ("pagerank", 0.5))]).Adopt();
        var node = plan.Changes.Should().ContainSingle().Which.Record.Should().BeOfType<Node>().Which;
        node.Key.Should().Be("agency:analyst:Het Buurthuis");
        node.Should().Match<Node>(made => made.Source == "the analyst" && made.Visibility == Visibility.Coordinator && made.RecordedAt == Noon.AddDays(1));
        node.Attributes.Count.Should().Be(1, "what the vocabulary does not know stays in Neo4j and is not taken");
        plan.Elements.Should().ContainSingle().Which.Should().Match<KeyValuePair<string, Examined>>(pair => pair.Key == node.Key && pair.Value.ElementId == "4:x:1");
        plan.Taken.Should().ContainSingle().Which.Message.En.Should().Contain("now coordinators only");
        plan.Left.Should().BeEmpty();
    }

    [Fact]
    public void What_somebody_wrote_about_it_is_kept()
    {
        var node = Foreign("4:x:1", "Agency", ("name", "Buurthuis"), ("key", "agency:own:b"), ("source", "Buurtteam"), ("visibility", "public"), ("validFrom", "2020"));
        Check([node]).Adopt(ns: null).Changes.Should().ContainSingle().Which.Record.Should().Match<Node>(made =>
            made.Key == "agency:own:b" && made.Source == "Buurtteam" && made.Visibility == Visibility.Public && made.ValidFrom == PartialDate.OfYear(2020));
    }

    [Fact]
    public void A_relation_is_taken_with_the_nodes_it_joins()
    {
        var nodes = new[] { Of(Agency()), Foreign("new", "Agency", ("name", "Buurthuis")), Foreign("left", "Professional", ("name", "Anna"), ("role", "coach")) };
        var relations = new[]
        {
            Foreign("r1", "COLLABORATES", "new", School, ("level", 2), ("reportedBy", "School")),
            Foreign("r2", "WORKS_FOR", "left", School),
            Foreign("r3", "FUNDS", School, "new"),
        };
        var plan = Check(nodes, relations).Adopt();
        plan.Changes.Select(change => change.Record).Should().HaveCount(2);
        plan.Changes[1].Record.Should().Match<Relation>(tie => tie.From == "agency:analyst:Buurthuis" && tie.To == School && tie.Attributes.Integer("level") == 2);
        plan.Elements[plan.Changes[1].Key].ElementId.Should().Be("r1");
        plan.Left.Select(left => (left.ElementId, left.NextStep.En)).Should().SatisfyRespectively(
            professional => professional.Item2.Should().Contain("gets no key from its name"),
            worksFor => worksFor.Item2.Should().Contain("A node at its end"),
            funds => funds.Item2.Should().Contain("FUNDS cannot lead from Agency to Agency"));
    }

    [Theory]
    [InlineData(null, "--namespace")]
    [InlineData("test", "another node's already")]
    public void A_key_that_cannot_be_made_leaves_the_node(string? ns, string why) =>
        Check([Of(Agency()), Foreign("4:x:1", "Agency", ("name", "School"))]).Adopt(ns).Left.Should().ContainSingle().Which.NextStep.En.Should().Contain(why);

    [Fact]
    public void Two_nodes_of_one_name_are_both_left() =>
        Check([Foreign("1", "Agency", ("name", "Twin")), Foreign("2", "Agency", ("name", "Twin"))]).Adopt().Should()
            .Match<AdoptionPlan>(plan => plan.Changes.IsEmpty && plan.Left.Length == 2);

    [Fact]
    public void A_relation_that_is_there_already_is_left()
    {
        var relations = new[] { Of(Ties()), Foreign("r2", "COLLABORATES", Library, School, ("level", 1), ("reportedBy", "School")) };
        var plan = Check([Of(Agency()), Of(Agency(Library, "Library"))], relations).Adopt();
        plan.Changes.Should().BeEmpty();
        plan.Left.Should().ContainSingle().Which.NextStep.En.Should().Contain("is there already");
    }

    [Fact]
    public void A_change_is_vouched_for_by_who_adopts_it()
    {
        var inferred = Agency() with { Source = Inference.Source, Inference = new("test", "rule", ["word"]) };
        var plan = Check([Of(inferred, properties => properties["name"] = "The school")]).Adopt(log: inferred);
        plan.Changes.Should().ContainSingle().Which.Record.Should().Match<Node>(node =>
            node.Name == "The school" && node.Source == "the analyst" && node.Inference == null && node.Visibility == Visibility.Public);
        plan.Taken.Should().ContainSingle().Which.Message.En.Should().Be("Changed outside Wijk: name was 'School' and is 'The school'.");
    }

    [Fact]
    public void A_source_that_was_changed_too_is_kept() =>
        Check([Of(Agency(), properties => properties["source"] = "Anna")]).Adopt(log: Agency()).Changes.Should().ContainSingle()
            .Which.Record!.Source.Should().Be("Anna");

    [Fact]
    public void What_breaks_the_vocabulary_is_left_and_what_is_gone_is_recorded()
    {
        var plan = Check([Of(Agency(), properties => properties["type"] = "club")]).Adopt(log: [Agency(), Agency(Library, "Library")]);
        plan.Changes.Should().Equal(Change.Remove(Library));
        plan.Left.Should().ContainSingle().Which.Rule.Should().Be(VerificationRule.BreaksVocabulary);
    }

    [Fact]
    public void Remarks_are_nobodys_to_take()
    {
        var check = Check([Of(Agency(), properties => properties["pagerank"] = 0.5)]);
        check.TakeOtherNodes("Film", 3);
        check.Adopt().Should().Match<AdoptionPlan>(plan => plan.Changes.IsEmpty && plan.Taken.IsEmpty && plan.Left.IsEmpty);
    }
}
