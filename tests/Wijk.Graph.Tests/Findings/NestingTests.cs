using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Findings;

public class NestingTests
{
    private readonly GraphBuilder graph = new();
    private readonly string[] domains;
    private readonly string young;
    private readonly string youth;
    private readonly string street;
    private readonly string east;

    public NestingTests()
    {
        domains = [.. new[] { "Sport", "Zorg" }.Select(name => graph.Node(NodeKind.Domain, name))];
        (young, youth) = (graph.Node(NodeKind.TargetGroup, "kinderen"), graph.Node(NodeKind.TargetGroup, "jeugd"));
        graph.Relate(RelationKind.PartOf, young, youth);
        var city = graph.Area("Stad");
        east = graph.Area("Oost", city);
        street = graph.Area("Straat", east);
        Offer("Club", 0, young, street);
        Offer("Vereniging", 0, young, street);
    }

    [Fact]
    public void Work_for_a_wider_group_in_a_larger_area_meets_this_cell_at_a_quarter()
    {
        Offer("GGD", 1, youth, east);
        var cell = Street();
        (cell.NestedPairCount, cell.Severity, cell.PairCount, cell.IsOverlapping).Should().Be((2, 0.5, 0, false));
        cell.Reason.Nl.Should().Contain("2 andere paren uit verschillende domeinen raken elkaar hier doordat een van de twee voor een ruimere groep of in een groter gebied werkt.");
        cell.Reason.En.Should().Contain("2 other pairs from different domains meet here");
    }

    [Fact]
    public void Wider_work_is_seen_also_when_only_the_small_area_is_asked_for()
    {
        var targeting = Offer("GGD", 1, young, east);
        var answer = graph.Snapshot().Ask(new OverlapQuestion { Area = "Straat" });
        var cell = answer.Cells.Should().ContainSingle().Subject;
        (cell.NestedPairCount, cell.Severity).Should().Be((2, 1.0));
        cell.WiderTargetings.Select(node => answer.View.Graph.Node(node).Key).Should().Equal(targeting);
        answer.CellCount.Should().Be(1);
    }

    [Fact]
    public void Narrower_work_elsewhere_and_the_same_domain_do_not_meet()
    {
        Offer("Noord", 1, young, graph.Area("Ander"));
        Offer("Sportbond", 0, youth, east);
        var cell = Street();
        (cell.NestedPairCount, cell.Severity).Should().Be((0, 0.0));
        cell.Reason.Nl.Should().NotContain("raken elkaar");
    }

    [Fact]
    public void Areas_in_a_circle_end_and_who_was_gone_by_then_does_not_meet()
    {
        graph.Relate(RelationKind.PartOf, east, street);
        graph.Target(graph.Measure("werk van GGD", domains[1], graph.Agency("GGD")), young, east, "2020", "2020");
        graph.Target(graph.Measure("oud werk van Bond", domains[0], graph.Agency("Bond")), young, street, "2019", "2019");
        Street().NestedPairCount.Should().Be(2, "Bond had gone when GGD came");
    }

    private OverlapCell Street() =>
        graph.Snapshot().Ask(new OverlapQuestion()).Cells.Single(cell => cell.Title.En == "kinderen in Straat");

    private string Offer(string name, int domain, string group, string area) =>
        graph.Target(graph.Measure("werk van " + name, domains[domain], graph.Agency(name)), group, area);
}
