using Wijk.Graph.Findings.Overlap;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Findings;

public class BaltimoreTests
{
    [Fact]
    public async Task The_target_group_lens_finds_the_cells_that_were_counted_independently()
    {
        var answer = OverlapFinding.Ask(await Cities.BaltimoreAsync(), new());
        (answer.CellCount, answer.Cells.Length, answer.OverlappingCount).Should().Be((1616, 563, 528));
    }

    [Fact]
    public async Task The_activity_lens_finds_the_food_pantries_of_one_postal_code()
    {
        var snapshot = await Cities.BaltimoreAsync();
        var answer = OverlapFinding.Ask(snapshot, new() { Lens = OverlapLens.Activity });
        (answer.CellCount, answer.Cells.Length).Should().Be((2808, 707));
        var fullest = answer.Cells.MaxBy(cell => cell.Agencies.Length)!;
        (snapshot.Node(fullest.Area).Name, snapshot.Node(fullest.Subject).Name, fullest.Agencies.Length).Should().Be(("21217", "Food Pantry", 16));
    }
}
