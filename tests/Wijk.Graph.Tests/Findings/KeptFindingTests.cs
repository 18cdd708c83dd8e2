using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Findings;

/// <summary>What somebody kept of a finding, and says against it, stands beside it from then on, on every day.</summary>
public class KeptFindingTests
{
    private readonly GraphBuilder graph = new();
    private readonly string key;

    public KeptFindingTests()
    {
        var (group, area) = (graph.Node(NodeKind.TargetGroup, "jongeren"), graph.Area("Oost"));
        foreach (var (name, domain) in new[] { ("Club", "Sport"), ("GGD", "Zorg") })
            graph.Target(graph.Measure("werk van " + name, graph.Node(NodeKind.Domain, domain), graph.Agency(name)), group, area);
        key = AnswerKeys.OfCell(graph.Snapshot().Ask(new OverlapQuestion()).Cells.Single());
    }

    [Fact]
    public void What_nobody_kept_says_nothing()
    {
        Kept.Records(key).Should().BeEmpty();
        Kept.DisputeOf(key).Should().BeNull();
        Kept.NotesOf(key).Should().BeEmpty();
    }

    [Fact]
    public void What_somebody_kept_stands_beside_it_with_what_became_of_it_before_what_is_said_against_it()
    {
        var finding = graph.Node(NodeKind.Finding, "overlap in Oost", ("answerKey", key), ("state", "resolved"));
        graph.Node(NodeKind.Suggestion, "een tafel", ("answerKey", key));
        graph.Relate(RelationKind.Disputes, Keys.Of(NodeKind.Agency, GraphBuilder.Namespace, "GGD"), finding);
        Kept.NotesOf(key).Should().Equal(
            new Words("Vastgelegd (opgelost): “overlap in Oost”", "On record (resolved): “overlap in Oost”"),
            new Words("Vastgelegd: “een tafel”", "On record: “een tafel”"),
            new Words("Betwist door GGD.", "Disputed by GGD."));
    }

    [Fact]
    public void A_dispute_names_the_organisation_and_what_it_says_but_no_person()
    {
        var finding = graph.Node(NodeKind.Finding, "overlap in Oost", ("answerKey", key), ("state", "acknowledged"));
        Kept.Records(key).Should().ContainSingle();
        Kept.DisputeOf(key).Should().BeNull("to acknowledge is not to dispute");

        graph.Relate(RelationKind.Disputes, Keys.Of(NodeKind.Agency, GraphBuilder.Namespace, "GGD"), finding, ("text", "wij stemmen elke week af"));
        graph.Relate(RelationKind.Disputes, graph.Professional("wijkagent"), finding);
        Kept.DisputeOf(key).Should().Be(new Words(
            "Betwist door GGD (“wij stemmen elke week af”), een professional (wijkagent).", "Disputed by GGD (“wij stemmen elke week af”), a professional (wijkagent)."));
    }

    [Fact]
    public void A_finding_that_is_marked_as_disputed_says_so_also_when_it_is_not_known_by_whom()
    {
        graph.Node(NodeKind.Finding, "overlap in Oost", ("answerKey", key), ("state", "disputed"));
        Kept.DisputeOf(key)!.Nl.Should().Be("Dit wordt betwist; door wie is niet vastgelegd.");
    }

    [Fact]
    public void What_was_kept_of_another_cell_says_nothing_of_this_one()
    {
        graph.Node(NodeKind.Finding, "iets anders", ("answerKey", key + "x"), ("state", "disputed"));
        Kept.DisputeOf(key).Should().BeNull();
    }

    private KeptFindings Kept => KeptFindings.Of(GraphView.Of(graph.Snapshot()));
}
