using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Findings;

/// <summary>Which day a question looks at, and why.</summary>
public class LookedAtTests
{
    private readonly GraphBuilder graph = new();
    private readonly string youth;

    public LookedAtTests() => youth = graph.Node(NodeKind.TargetGroup, "jongeren");

    [Fact]
    public void The_day_that_is_asked_for_comes_before_all_else()
    {
        graph.Node(NodeKind.Area, "Oost", ("lookAt", PartialDate.OfYear(2024)));
        Look(new() { AsOf = new(2020, 2, 3) }).Should().Be(new LookedAt(new(2020, 2, 3), DayReason.Asked));
    }

    [Fact]
    public void Data_that_states_its_day_is_looked_at_on_that_day()
    {
        Work("2020", "2020");
        graph.Node(NodeKind.Area, "Oost", ("lookAt", PartialDate.Parse("2024-05")));
        Look().Should().Be(new LookedAt(new(2024, 5, 31), DayReason.Stated));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("2025", null)]
    [InlineData(null, "2026")]
    [InlineData("2026-06-01", "2026-06-01")]
    public void It_is_today_when_something_holds_today_or_nothing_is_dated(string? from, string? to)
    {
        Work(from, to);
        Look().Should().Be(new LookedAt(Asking.Today, DayReason.Today));
    }

    [Fact]
    public void When_all_work_is_over_it_is_the_last_day_that_any_held()
    {
        Work("2019", "2024-03");
        Work("2020", "2021");
        Look().Should().Be(new LookedAt(new(2024, 3, 31), DayReason.LastHeld));
    }

    [Fact]
    public void In_a_gap_it_is_the_last_day_before_it()
    {
        Work("2019", "2024");
        Work("2027", "2028");
        Look().Should().Be(new LookedAt(new(2024, 12, 31), DayReason.LastHeld));
    }

    [Fact]
    public void When_all_work_lies_ahead_it_is_the_first_day_of_any()
    {
        Work("2028", "2030");
        Work("2027-02", null);
        Look().Should().Be(new LookedAt(new(2027, 2, 1), DayReason.FirstHeld));
    }

    [Fact]
    public void A_grant_without_a_period_is_for_its_year()
    {
        graph.Relate(RelationKind.Funds, graph.Agency("Fonds"), graph.Measure("werk", null), ("year", 2022L), ("ordinal", 1L));
        Look().Should().Be(new LookedAt(new(2022, 12, 31), DayReason.LastHeld));
    }

    [Fact]
    public void A_targeting_after_the_end_of_its_measure_is_taken_at_its_own_word()
    {
        var measure = graph.Measure("oud", null);
        graph.Target(measure, youth, null, "2025", "2025");
        var contents = graph.Contents();
        var nodes = contents.Nodes.Select(node => node.Key == measure ? node with { ValidTo = PartialDate.OfYear(2024) } : node);
        LookedAt.For(new OverlapQuestion(), GraphView.Of(Graph.Snapshots.GraphSnapshot.Of(contents with { Nodes = [.. nodes] })), Asking.Today)
            .Should().Be(new LookedAt(new(2025, 12, 31), DayReason.LastHeld));
    }

    private void Work(string? from, string? to) =>
        graph.Target(graph.Measure($"werk van {from} tot {to}", null), youth, null, from, to);

    private LookedAt Look(OverlapQuestion? question = null) => LookedAt.For(question ?? new(), GraphView.Of(graph.Snapshot()), Asking.Today);
}
