using Wijk.Graph.Generate;
using Wijk.Graph.Model;

namespace Wijk.Graph.Tests.Generate;

public class SyntheticCityTests
{
    [Theory]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    [InlineData(137, 3)]
    [InlineData(999, 4)]
    [InlineData(20_000, 5)]
    public void A_city_has_exactly_the_size_asked_and_keeps_every_rule(int nodeCount, int seed)
    {
        var (nodes, relations) = SyntheticCity.Make(nodeCount, seed);
        nodes.Should().HaveCount(nodeCount);
        relations.Should().HaveCount(5 * nodeCount);

        var kinds = nodes.ToDictionary(node => node.Key, node => node.Kind);
        relations.Select(relation => relation.Key).Distinct().Count().Should().Be(relations.Count);
        nodes.SelectMany(RecordRules.ProblemsOf).Should().BeEmpty();
        relations.SelectMany(relation => RecordRules.ProblemsOf(relation, key => kinds.TryGetValue(key, out var kind) ? kind : null))
            .Should().BeEmpty();
    }

    [Fact]
    public void The_same_seed_gives_the_same_city_and_another_another()
    {
        var (first, again, other) = (SyntheticCity.Make(500, 7), SyntheticCity.Make(500, 7), SyntheticCity.Make(500, 8));
        again.Nodes.Should().Equal(first.Nodes);
        again.Relations.Should().Equal(first.Relations);
        other.Relations.SequenceEqual(first.Relations).Should().BeFalse();
    }

    [Fact]
    public void Attention_is_skewed_so_that_cells_overlap()
    {
        var (_, relations) = SyntheticCity.Make(5_000, 1);
        var targetings = relations.Where(relation => relation.Kind == RelationKind.In).CountBy(relation => relation.To)
            .Select(area => area.Value).OrderDescending().ToArray();
        targetings[0].Should().BeGreaterThan(10 * targetings[^1]);
        var runs = relations.Where(relation => relation.Kind == RelationKind.Runs).CountBy(relation => relation.From)
            .Select(agency => agency.Value).OrderDescending().ToArray();
        runs[0].Should().BeGreaterThan(20 * runs[runs.Length / 2]);
    }

    [Fact]
    public void A_city_that_is_too_small_for_every_kind_is_refused()
    {
        var act = () => SyntheticCity.Make(99, 1);
        act.Should().Throw<ArgumentOutOfRangeException>().WithMessage("*ask for at least 100*");
    }
}
