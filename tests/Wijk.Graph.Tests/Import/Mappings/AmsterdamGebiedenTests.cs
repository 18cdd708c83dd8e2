using System.Collections.Immutable;
using Wijk.Graph.Import;
using Wijk.Graph.Model;

namespace Wijk.Graph.Tests.Import.Mappings;

public class AmsterdamGebiedenTests
{
    private static readonly Lazy<MappedRecords> Records = new(() => RealData.Run("amsterdam-gebieden", "amsterdam-gebieden"));

    [Fact]
    public void There_are_439_buurten_103_wijken_and_9_stadsdelen_in_one_tree()
    {
        var records = Records.Value;
        records.Refused.Should().BeEmpty();
        records.Nodes.GroupBy(node => node.Record.Attributes.Text("level")).ToDictionary(group => group.Key!, group => group.Count())
            .Should().BeEquivalentTo(new Dictionary<string, int> { ["buurt"] = 439, ["wijk"] = 103, ["stadsdeel"] = 9 });
        var parents = records.RelationsOf(RelationKind.PartOf).ToDictionary(part => part.From, part => part.To);
        parents.Should().HaveCount(439 + 103);
        records.Nodes.Should().OnlyContain(node => node.Record.Attributes.Text("level") == "stadsdeel" || parents.ContainsKey(node.Record.Key));
    }

    [Fact]
    public void Oostzanerwerf_has_wijk_code_NA()
    {
        var wijk = Records.Value.Node("area:amsterdam:NA");
        wijk.Name.Should().Be("Oostzanerwerf");
        Records.Value.RelationsOf(RelationKind.PartOf).Count(part => part.To == wijk.Key).Should().Be(4);
        wijk.Attributes.Integer("population").Should().BePositive();
    }

    [Fact]
    public void A_buurt_has_its_outline_and_its_other_codes()
    {
        var buurt = Records.Value.Node("area:amsterdam:AE01");
        buurt.Attributes.Text("geometry").Should().StartWith("POLYGON ((");
        buurt.Attributes.Integer("epsg").Should().Be(28992);
        buurt.Attributes.Integer("edition").Should().Be(2022);
        ((ImmutableArray<string>)buurt.Attributes["aliases"]!).Should().Equal("A00a", "BU03630000", "BU0363AE01");
    }

    [Fact]
    public void Key_figures_of_another_edition_make_no_areas_and_are_told_once()
    {
        Records.Value.Nodes.Count(node => node.Record.Attributes.Integer("population") is not null).Should().Be(628 - 86);
        Records.Value.Warnings.Where(warning => warning.Place.File.StartsWith("Kerncijfers", StringComparison.Ordinal))
            .Should().ContainSingle().Which.Message.En.Should().StartWith("86 rows");
        Records.Value.Warnings.Count(warning => warning.Value.Contains('\uFFFD')).Should().Be(3);
    }
}
