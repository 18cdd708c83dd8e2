using Wijk.Graph.Findings.Clusters;
using Wijk.Graph.Findings.Overlap;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Findings;

public class BaltimoreTests
{
    [Fact]
    public async Task The_target_group_lens_finds_the_cells_that_were_counted_independently()
    {
        var answer = (await Cities.BaltimoreAsync()).Ask(new OverlapQuestion());
        (answer.CellCount, answer.Cells.Length, answer.OverlappingCount).Should().Be((1616, 563, 528));
    }

    [Fact]
    public async Task The_activity_lens_finds_the_food_pantries_of_one_postal_code()
    {
        var snapshot = await Cities.BaltimoreAsync();
        var answer = snapshot.Ask(new OverlapQuestion { Lens = OverlapLens.Activity });
        (answer.CellCount, answer.Cells.Length).Should().Be((2808, 707));
        var fullest = answer.Cells.MaxBy(cell => cell.Agencies.Length)!;
        (snapshot.Node(fullest.Area).Name, snapshot.Node(fullest.Subject).Name, fullest.Agencies.Length).Should().Be(("21217", "Food Pantry", 16));
    }

    [Fact]
    public async Task Where_no_tie_is_recorded_a_cluster_is_a_question_and_no_advice()
    {
        var answer = (await Cities.BaltimoreAsync()).Ask(new ClustersQuestion());
        answer.Clusters.Should().HaveCountGreaterThan(10).And.OnlyContain(cluster => cluster.TieCount == 0 && !cluster.IsAdvice);
        answer.Clusters.Should().OnlyContain(cluster => cluster.Reason.En.Contains("no advice", StringComparison.Ordinal));
    }
}
