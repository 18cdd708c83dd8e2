using System.Globalization;
using CsCheck;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Neo4j.ForeignEdits;
using Wijk.Testing;
using static Wijk.Graph.Tests.Stores.Neo4j.ForeignEdits.Stored;

namespace Wijk.Graph.Tests.Stores.Neo4j.ForeignEdits;

public sealed class ForeignEditCheckTests
{
    [Fact]
    public void What_Wijk_wrote_and_nobody_touched_gives_no_finding()
    {
        var check = Check([Of(Agency()), Of(Agency(Library, "Library"))], [Of(Ties())]);
        check.Findings(Agency(), Agency(Library, "Library"), Ties()).Should().BeEmpty();
        check.Finish(new(7, Noon), check.Trace(), check.Adopt()).Should().Match<Verification>(found => found.NodeCount == 2 && found.RelationCount == 1 && !found.IsLogComplete);
    }

    [Fact]
    public void Every_record_that_Wijk_can_write_passes() => Gen.Int.Sample(
        seed =>
        {
            var (nodes, relations) = new RandomGraph(seed).Graph(12, 12);
            var check = Check(nodes.Select(node => Of(node)), relations.Select(relation => Of(relation)));
            check.Findings([.. nodes, .. relations]).Should().BeEmpty();
        },
        iter: 200,
        seed: "0N0XIzNsQ0O2");

    [Fact]
    public void A_node_of_the_vocabulary_that_Wijk_did_not_write_is_listed_without_a_key()
    {
        var finding = Check([Foreign("4:x:1", "Agency", ("name", "Buurthuis"))]).Findings().Should().ContainSingle().Which;
        finding.Should().Match<VerificationFinding>(found =>
            found.Rule == VerificationRule.NotManaged && found.Key == null && found.ElementId == "4:x:1" && found.Kind == "Agency");
        finding.Message.Should().Be(new Words("Agency 'Buurthuis' is niet door Wijk geschreven; Wijk leest het niet.", "Agency 'Buurthuis' was not written by Wijk; Wijk does not read it."));
        finding.NextStep.En.Should().Contain("'adopt'");
    }

    [Theory]
    [InlineData("key", null, "has no key")]
    [InlineData("key", "measure:test:School", "is not a key of Agency")]
    [InlineData("key", "School", "is not a key of Agency")]
    [InlineData("name", null, "needs a name")]
    [InlineData("name", 12, "name '12' is not a text")]
    [InlineData("type", "club", "'club' is not one of")]
    [InlineData("validFrom", "last year", "is not a date")]
    [InlineData("visibility", "everybody", "'everybody' is not one of")]
    [InlineData("aliases", "one", "is not a list of texts")]
    [InlineData("recordedAt", "yesterday", "is not a time")]
    public void A_node_that_breaks_the_vocabulary_is_listed_with_the_value_and_the_rule(string property, object? value, string message)
    {
        var findings = Check([Of(Agency(), properties => properties[property] = value)]).Findings(Agency());
        findings.Where(found => found.Rule != VerificationRule.DeletedOutsideWijk).Should().ContainSingle().Which.Should()
            .Match<VerificationFinding>(found => found.Rule == VerificationRule.BreaksVocabulary && found.Message.En.Contains(message));
    }

    [Theory]
    [InlineData("Measure", "more than one kind")]
    [InlineData(null, "name no kind")]
    public void A_node_must_have_one_kind(string? label, string message)
    {
        var node = Of(Agency());
        node = node with { Labels = label is null ? ["WijkNode", "Thing"] : [.. node.Labels, label] };
        Check([node]).Findings().Should().Contain(found => found.Rule == VerificationRule.BreaksVocabulary && found.Message.En.Contains(message));
    }

    [Theory]
    [InlineData("source")]
    [InlineData("recordedAt")]
    public void A_record_without_provenance_is_listed(string property) =>
        Check([Of(Agency(), properties => properties.Remove(property))]).Findings(Agency()).Should().ContainSingle()
            .Which.Should().Match<VerificationFinding>(found => found.Rule == VerificationRule.NoProvenance && found.Message.En.Contains(property));

    [Fact]
    public void A_change_past_Wijk_shows_what_it_was_and_is()
    {
        var check = Check([Of(Agency(), properties => properties["name"] = "The school")]);
        var finding = check.Findings(Agency()).Should().ContainSingle().Which;
        finding.Rule.Should().Be(VerificationRule.ChangedOutsideWijk);
        finding.Message.En.Should().Be("Changed outside Wijk: name was 'School' and is 'The school'.");
        finding.Message.Nl.Should().Be("Buiten Wijk om gewijzigd: name was 'School' en is 'The school'.");
        check.Findings().Should().ContainSingle().Which.Message.En.Should().Contain("the log does not say what it was");
    }

    [Fact]
    public void A_number_that_was_changed_beside_its_exact_digits_is_seen()
    {
        var exact = decimal.Parse("1234567890.123456789012", CultureInfo.InvariantCulture);
        var scheme = new Node("measure:test:Scheme", NodeKind.Measure)
        {
            Source = "test",
            RecordedAt = Noon,
            Attributes = AttributeSet.Of(("name", "Scheme"), ("budget", exact)),
        };
        Check([Of(scheme)]).Findings(scheme).Should().BeEmpty();
        Check([Of(scheme, properties => properties["budget"] = 5.0)]).Findings(scheme).Should().ContainSingle()
            .Which.Message.En.Should().Be("Changed outside Wijk: budget was '1234567890.123456789012' and is '5'.");
    }

    [Theory]
    [InlineData("digest")]
    [InlineData("visibility")]
    public void What_Wijk_itself_keeps_may_not_be_gone(string property) =>
        Check([Of(Agency() with { Visibility = Visibility.Coordinator }, properties => properties.Remove(property))])
            .Findings(Agency() with { Visibility = Visibility.Coordinator }).Should().ContainSingle()
            .Which.Should().Match<VerificationFinding>(found => found.Rule == VerificationRule.ChangedOutsideWijk && found.Message.En.Contains("only what Wijk itself keeps"));

    [Fact]
    public void A_removed_record_that_is_back_and_a_record_that_is_gone_are_told()
    {
        Check([Of(Agency())], null, School).Findings().Should().ContainSingle().Which.Rule.Should().Be(VerificationRule.RemovedAndBack);
        var gone = Check([Of(Agency())]).Findings(Agency(), Agency(Library, "Library"), Ties());
        gone.Should().AllSatisfy(found => found.Rule.Should().Be(VerificationRule.DeletedOutsideWijk));
        gone.Select(found => (found.Key, found.Kind)).Should().Equal((Library, "Agency"), (Ties().Key, "COLLABORATES"));
    }

    [Fact]
    public void What_is_gone_is_only_known_from_a_whole_log()
    {
        var check = Check([Of(Agency())]);
        var trace = new LogTrace(check.Wanted);
        trace.Add(new(new(2, Noon), "id", "test", [Change.Put(Agency(Library, "Library"))]));
        check.Finish(new(2, Noon), trace, check.Adopt()).Findings.Should().BeEmpty();
    }

    [Fact]
    public void A_relation_must_have_the_key_its_ends_make_and_ends_that_the_table_allows()
    {
        var nodes = new[] { Of(Agency()), Of(Agency(Library, "Library")) };
        Message(Of(Ties(), properties => properties["reportedBy"] = "Library")).Should().Contain("is not the key that its ends and attributes make");
        Message(Of(new Relation(RelationKind.Funds, School, Library) { Source = "test", RecordedAt = Noon })).Should().Contain("FUNDS cannot lead from Agency to Agency");
        Message(Of(Ties()) with { ToElementId = "bare" }).Should().Contain("is not managed by Wijk");

        string Message(StoredRelation relation) => Check([.. nodes, Foreign("bare", "Agency", ("name", "Bare"))], [relation]).Findings()
            .Should().ContainSingle(found => found.Rule == VerificationRule.BreaksVocabulary).Which.Message.En;
    }

    [Fact]
    public void What_the_vocabulary_does_not_know_is_a_remark_with_how_often()
    {
        var nodes = new[]
        {
            Of(Agency(), properties => properties["pagerank"] = 0.5, "Watched"),
            Of(Agency(Library, "Library"), properties => properties["pagerank"] = 0.1),
        };
        var check = Check(nodes, [Foreign("r1", "LIKES", School, Library), Foreign("r2", "LIKES", Library, School)]);
        check.TakeOtherNodes("Film", 3);
        var findings = check.Findings();
        findings.Should().OnlyContain(found => found.IsRemark);
        findings.Select(found => found.Message.En).Should().BeEquivalentTo(
            "Label 'Watched' is on 1 nodes (Agency:Watched).",
            "Property 'pagerank' is on 1 of Agency.",
            "Property 'pagerank' is on 1 of Agency:Watched.",
            "3 nodes with label 'Film'.",
            "2 relations of type 'LIKES'.");
    }
}
