using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Findings;

/// <summary>Who pays for most of those who meet is told as somebody who may know who can call them together.</summary>
public class CommonFunderTests
{
    private readonly GraphBuilder graph = new();
    private readonly string[] agencies, measures;
    private readonly string district, department;

    public CommonFunderTests()
    {
        var (group, area) = (graph.Node(NodeKind.TargetGroup, "jongeren"), graph.Area("Oost"));
        agencies = [.. new[] { "A", "B", "C", "D" }.Select(graph.Agency)];
        measures = [.. agencies.Select((agency, place) => graph.Measure($"werk {place}", graph.Node(NodeKind.Domain, $"domein {place}"), agency))];
        foreach (var measure in measures) graph.Target(measure, group, area);
        (department, district) = (graph.Agency("dienst"), graph.Agency("stadsdeel Oost"));
    }

    [Fact]
    public void Who_pays_for_all_is_told_with_what_to_ask()
    {
        Pay(district, 0, 1, 2, 3);
        Pay(department, 0, 1);
        var cell = Cell();
        cell.CommonFunder.Should().Be(new CommonFunder(cell.View.Graph.Find(district)!.Value, 4, 4));
        cell.NextStep.En.Should().EndWith("Stadsdeel Oost pays for work of all 4 organisations: ask there who can call them together.");
    }

    [Fact]
    public void Half_is_enough_and_less_is_not()
    {
        Pay(district, 0, 1);
        Cell().NextStep.Nl.Should().EndWith("Stadsdeel Oost betaalt werk van 2 van de 4 organisaties: vraag daar wie hen bij elkaar kan roepen.");
    }

    [Fact]
    public void One_that_is_paid_makes_nobody_a_common_funder()
    {
        Pay(district, 0);
        Cell().CommonFunder.Should().BeNull();
    }

    [Fact]
    public void A_refused_application_is_no_payment()
    {
        Grant(district, 0, [0, 1, 2]);
        Cell().CommonFunder.Should().BeNull();
    }

    [Fact]
    public void One_of_themselves_is_not_told_as_their_funder()
    {
        Pay(agencies[0], 1, 2, 3);
        Cell().CommonFunder.Should().BeNull();
    }

    private void Pay(string funder, params int[] works) => Grant(funder, 100, works);

    private void Grant(string funder, decimal amount, int[] works)
    {
        foreach (var work in works) graph.Relate(RelationKind.Funds, funder, measures[work], ("amount", amount), ("currency", "EUR"));
    }

    private OverlapCell Cell() => graph.Snapshot().Ask(new OverlapQuestion()).Cells.Single();
}
