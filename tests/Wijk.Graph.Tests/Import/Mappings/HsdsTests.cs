using Wijk.Graph.Import;
using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Model;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Import.Mappings;

public class HsdsTests
{
    private static readonly Lazy<MappedRecords> Records = new(() => RealData.Run("hsds", "baltimore-bahc", "baltimore"));

    [Fact]
    public void The_counts_are_those_computed_independently()
    {
        var records = Records.Value;
        records.Refused.Should().BeEmpty();
        records.Files.ToDictionary(file => file.File, file => file.RowCount).Should().Contain(new Dictionary<string, int>
        {
            ["organizations.csv"] = 748,
            ["locations.csv"] = 1482,
            ["services.csv"] = 1876,
            ["addresses.csv"] = 1482,
            ["taxonomy.csv"] = 517,
        });
        records.NodesOf(NodeKind.Agency).Should().HaveCount(748);
        records.NodesOf(NodeKind.Measure).Should().HaveCount(1876);
        records.NodesOf(NodeKind.Domain).Should().HaveCount(384);
        records.NodesOf(NodeKind.TargetGroup).Should().HaveCount(133);
    }

    [Fact]
    public void There_are_1616_cells_of_postal_code_and_situation()
    {
        var area = Records.Value.RelationsOf(RelationKind.In).ToDictionary(relation => relation.From, relation => relation.To);
        Records.Value.RelationsOf(RelationKind.For).Select(relation => (relation.To, area[relation.From])).Distinct().Should().HaveCount(1616);
    }

    [Fact]
    public void A_cell_of_postal_code_and_activity_is_there_2808_times()
    {
        var measure = Records.Value.RelationsOf(RelationKind.Of).ToDictionary(relation => relation.From, relation => relation.To);
        var areas = Records.Value.RelationsOf(RelationKind.In).ToLookup(relation => measure[relation.From], relation => relation.To);
        Records.Value.RelationsOf(RelationKind.InDomain).SelectMany(relation => areas[relation.From].Select(area => (area, relation.To)))
            .Distinct().Should().HaveCount(2808);
    }

    [Fact]
    public void Services_without_place_or_category_are_told()
    {
        Records.Value.Warnings.Count(warning => warning.Message.Contains("no location") || warning.Message.Contains("no postal code")).Should().Be(2);
        Records.Value.Warnings.Count(warning => warning.Message.Contains("no category")).Should().Be(142);
    }

    [Fact]
    public void Nothing_is_read_of_persons() =>
        Records.Value.Nodes.Should().OnlyContain(node => node.Record.Kind != NodeKind.Professional);

    [Fact]
    public void A_namespace_must_be_given() =>
        FluentActions.Invoking(() => MappingRunner.Run(MappingLibrary.Find("hsds"), [SharedData.Path("baltimore-bahc")], null, default, null, default))
            .Should().Throw<MappingException>().WithMessage("*--namespace*");
}
