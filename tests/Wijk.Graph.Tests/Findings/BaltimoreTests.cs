using Wijk.Graph.Findings.Clusters;
using Wijk.Graph.Findings.Overlap;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Findings;

public class BaltimoreTests
{
    // On the top of the tree of terms, and on the single terms, where terms of one name count as one.
    [Theory]
    [InlineData(0, 302, 1041, 280, 907)]
    [InlineData(OverlapQuestion.DeepestLevel, 413, 1875, 398, 1709)]
    public async Task The_target_group_lens_finds_the_cells_that_were_counted_independently(int level, int cells, long pairs, int differentCells, long differentPairs)
    {
        var answer = (await Cities.BaltimoreAsync()).Ask(new OverlapQuestion { Level = level });
        (answer.CellCount, answer.Cells.Length).Should().Be((1616, 563));
        (answer.OverlappingCount, answer.PairCount).Should().Be((cells, pairs));
        (answer.Cells.Count(cell => cell.WhollyDifferentPairCount > 0), answer.WhollyDifferentPairCount).Should().Be((differentCells, differentPairs));
    }

    [Fact]
    public async Task Most_pairs_cross_for_teens_in_one_postal_code()
    {
        var snapshot = await Cities.BaltimoreAsync();
        var fullest = snapshot.Ask(new OverlapQuestion()).Cells.MaxBy(cell => cell.PairCount)!;
        (snapshot.Node((fullest.Place.Group ?? fullest.Place.Activity)!.Value).Name, snapshot.Node(fullest.Place.Area).Name, fullest.PairCount).Should().Be(("Teens (13-19 years old)", "21201", 45));
        fullest.Agencies.Should().HaveCount(13);
        fullest.Pairs.Select(pair => pair.Share).Should().BeInDescendingOrder();
    }

    [Fact]
    public async Task The_activity_lens_finds_the_food_pantries_of_one_postal_code()
    {
        var snapshot = await Cities.BaltimoreAsync();
        var answer = snapshot.Ask(new OverlapQuestion { Lens = OverlapLens.Activity });
        (answer.CellCount, answer.Cells.Length).Should().Be((2808, 707));
        var fullest = answer.Cells.MaxBy(cell => cell.Agencies.Length)!;
        (snapshot.Node(fullest.Place.Area).Name, snapshot.Node((fullest.Place.Group ?? fullest.Place.Activity)!.Value).Name, fullest.Agencies.Length).Should().Be(("21217", "Food Pantry", 16));
    }

    [Fact]
    public async Task The_lens_of_both_finds_six_organisations_for_childcare_of_children_in_one_postal_code()
    {
        var snapshot = await Cities.BaltimoreAsync();
        var answer = snapshot.Ask(new OverlapQuestion { Lens = OverlapLens.Both });
        (answer.CellCount, answer.Cells.Length, answer.Findings.Length).Should().Be((9927, 886, 408));
        answer.Cells.Should().ContainSingle(cell => cell.Title.En == "Childcare for Teens (13-19 years old) in 21231").Which.Agencies.Should().HaveCount(6);
    }

    [Fact]
    public async Task Cells_with_the_same_organisations_are_one_finding_and_add_up_to_their_cells()
    {
        var answer = (await Cities.BaltimoreAsync()).Ask(new OverlapQuestion());
        answer.Findings.Should().HaveCount(450);
        answer.Findings.SelectMany(finding => finding.Cells).OrderBy(cell => cell.Place.ToString(), StringComparer.Ordinal).Should().Equal(answer.Cells.OrderBy(cell => cell.Place.ToString(), StringComparer.Ordinal));
        answer.Findings.Select(finding => string.Join(',', finding.Agencies)).Should().OnlyHaveUniqueItems();
        answer.Findings.Should().OnlyContain(finding => finding.Cells.All(cell => cell.Agencies.Select(agency => agency.Actor).SequenceEqual(finding.Agencies)));
    }

    [Fact]
    public async Task Where_no_tie_is_recorded_a_cluster_is_a_question_and_no_advice()
    {
        var answer = (await Cities.BaltimoreAsync()).Ask(new ClustersQuestion());
        answer.Clusters.Should().HaveCountGreaterThan(10).And.OnlyContain(cluster => cluster.TieCount == 0 && !cluster.CouldBeAdvice);
        answer.Clusters.Should().OnlyContain(cluster => cluster.Reason.En.Contains("no advice", StringComparison.Ordinal));
    }
}
