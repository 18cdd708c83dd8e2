using System.IO.Compression;
using System.Text;
using Wijk.Graph.Import.Formats;
using Wijk.Graph.Tests.Import.Mappings;

namespace Wijk.Graph.Tests.Import.Networks;

/// <summary>Files that nobody sends with good intent: each is read or refused with a reason, and none takes the machine along.</summary>
public class HostileNetworkTests
{
    private const int Many = 1_000_000;

    private static readonly string ManyAttributes = string.Join(' ', Enumerable.Range(0, Many / 8).Select(number => $"x{number}=\"\""));

    [Theory]
    [InlineData("a.gexf", "<gexf><graph><nodes><node id=\"a\" {0}/></nodes></graph></gexf>")]
    [InlineData("a.graphml", "<graphml><graph><node id=\"a\" {0}/></graph></graphml>")]
    public void Very_many_attributes_of_one_element_are_refused(string name, string xml) =>
        Refusal(name, xml.Replace("{0}", ManyAttributes, StringComparison.Ordinal)).Should().Contain("a value of more than 1 million characters");

    [Fact]
    public void Very_many_values_of_one_attribute_are_read()
    {
        var values = string.Concat(Enumerable.Range(0, Many / 10).Select(number => $"<attvalue for=\"a\" value=\"{number}\"/>"));
        Rows("a.gexf", $"<gexf><graph><nodes><node id=\"a\"><attvalues>{values}</attvalues></node></nodes></graph></gexf>").Should().Be(1);
    }

    [Fact]
    public void A_workbook_with_very_many_attributes_or_entities_of_its_own_is_refused()
    {
        Refusal("a.ods", ShippedFormatTests.Ods($"<table:table table:name=\"a\"><table:table-row {ManyAttributes}/></table:table>")).Should().Contain("a value of more than 1000000 characters");
        const string Entities = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><x>&b;</x>";
        foreach (var part in (string[])["content.xml", "styles.xml"])
            Refusal("a.ods", Archive(("content.xml", Encoding.UTF8.GetBytes(part == "content.xml" ? Entities : "<x/>")), ("styles.xml", Encoding.UTF8.GetBytes(part == "styles.xml" ? Entities : "<x/>")))).Should().Contain("cannot be read as a workbook");
    }

    [Fact]
    public void Styles_that_are_based_on_each_other_are_no_danger()
    {
        var styles = string.Concat(Enumerable.Range(0, 1_000).Select(number => $"<style:style style:name=\"s{number}\" style:parent-style-name=\"s{(number + 1) % 1_000}\"/>"));
        var table = TableReader.Read(new("a.ods", ShippedFormatTests.Ods("""<table:table table:name="a"><table:table-row><table:table-cell><text:p>dag</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell table:style-name="s0" office:value-type="date" office:date-value="2025-09-01"/></table:table-row></table:table>""", $"<office:automatic-styles>{styles}</office:automatic-styles>")))[0];
        table.Rows.Single().Values.Should().Equal("2025-09-01");
    }

    [Fact]
    public void A_feature_with_very_many_properties_is_refused_and_an_outline_of_very_many_points_is_read()
    {
        Refusal("a.geojson", $"{{\"type\":\"FeatureCollection\",\"features\":[{{\"type\":\"Feature\",\"properties\":{{{string.Join(',', Enumerable.Range(0, Many / 10).Select(number => $"\"p{number}\":1"))}}}}}]}}").Should().Contain("more than 16384 columns");
        Rows("a.geojson", $"{{\"type\":\"FeatureCollection\",\"features\":[{{\"type\":\"Feature\",\"properties\":{{\"a\":1}},\"geometry\":{{\"type\":\"LineString\",\"coordinates\":[{string.Join(',', Enumerable.Repeat("[1,2]", Many / 2))}]}}}}]}}").Should().Be(1);
    }

    [Fact]
    public void A_line_of_Pajek_that_never_ends_is_refused() => Refusal("a.net", "*Vertices 1\n1 \"" + new string('x', TextBytes.LongestLine + 1) + "\"\n").Should().Contain("the line is longer than 16 MB");

    [Theory]
    [InlineData("a.gexf")]
    [InlineData("a.graphml")]
    public void A_million_columns_are_refused(string name)
    {
        var values = string.Concat(Enumerable.Range(0, Many / 10).Select(number => name == "a.gexf" ? $"<attvalue for=\"x{number}\" value=\"1\"/>" : $"<data key=\"x{number}\">1</data>"));
        Refusal(name, name == "a.gexf" ? $"<gexf><graph><nodes><node id=\"a\"><attvalues>{values}</attvalues></node></nodes></graph></gexf>" : $"<graphml><graph><node id=\"a\">{values}</node></graph></graphml>")
            .Should().Contain("more than 16384 columns");
    }

    [Fact]
    public void Defaults_that_fill_every_node_are_counted()
    {
        var keys = string.Concat(Enumerable.Range(0, 16_000).Select(number => $"<key id=\"k{number}\" for=\"node\"><default>x</default></key>"));
        var nodes = string.Concat(Enumerable.Range(0, 10_000).Select(number => $"<node id=\"{number}\"/>"));
        Refusal("a.graphml", $"<graphml>{keys}<graph>{nodes}</graph></graphml>").Should().Contain("more than 10000000 values");
    }

    [Theory]
    [InlineData("<!DOCTYPE gexf [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><gexf><graph><nodes><node id=\"&b;\"/></nodes></graph></gexf>")]
    [InlineData("<!DOCTYPE gexf SYSTEM \"file:///etc/passwd\"><gexf/>")]
    [InlineData("<gexf><graph><nodes><node id=\"&unknown;\"/></nodes></graph></gexf>")]
    public void Entities_of_a_file_of_its_own_are_never_read(string text) => Refusal("a.gexf", text).Should().Contain("not XML that can be read");

    [Fact]
    public void An_endless_value_is_refused() => Refusal("a.graphml", $"<graphml><graph><node id=\"{new string('x', TextBytes.LongestLine + 1)}\"/></graph></graphml>").Should().Contain("a value of more than 1 million characters");

    [Fact]
    public void Elements_a_hundred_thousand_deep_are_no_danger()
    {
        var deep = string.Concat(Enumerable.Repeat("<node id=\"a\"><nodes>", 100_000)) + string.Concat(Enumerable.Repeat("</nodes></node>", 100_000));
        Rows("a.gexf", $"<gexf><graph><nodes>{deep}</nodes></graph></gexf>").Should().Be(100_000);
    }

    [Fact]
    public void Json_that_is_too_deep_is_refused() =>
        Refusal("a.json", $"{{\"nodes\":[{string.Concat(Enumerable.Repeat("[", 100))}{string.Concat(Enumerable.Repeat("]", 100))}]}}").Should().Contain("not valid JSON");

    [Fact]
    public void A_count_of_vertices_is_not_believed_beyond_what_is_named() => Rows("a.net", "*Vertices 2000000000\n*Arcs\n1 1999999999\n").Should().Be(2);

    [Fact]
    public void A_workbook_in_a_workbook_and_one_that_only_unpacks_are_refused()
    {
        Refusal("a.ods", Archive("content.xml", ShippedFormatTests.Ods(""))).Should().Contain("it is not UTF-8; save it again");
        Refusal("a.ods", Archive("other.xml", "<x/>"u8.ToArray())).Should().Contain("cannot be read as a workbook");
        Refusal("a.ods", Archive("content.xml", Encoding.UTF8.GetBytes($"<x>{new string('x', 5_000_000)}</x>"))).Should().Contain("a value of more than");
        Refusal("a.ods", ShippedFormatTests.Ods("<table:table table:name=\"a\"><table:table-row table:number-rows-repeated=\"2000000000\"><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>"))
            .Should().Contain("more than 50000000 filled cells");
        Refusal("a.ods", ShippedFormatTests.Ods("<table:table table:name=\"a\"><table:table-row><table:table-cell table:number-columns-repeated=\"2000000000\"><text:p>x</text:p></table:table-cell></table:table-row></table:table>"))
            .Should().Contain("more than 16384 columns");
    }

    private static int Rows(string name, string text) => TableReader.Read(new(name, Encoding.UTF8.GetBytes(text)))[0].Rows.Count();

    private static string Refusal(string name, string text) => Refusal(name, Encoding.UTF8.GetBytes(text));

    private static string Refusal(string name, byte[] bytes) =>
        FluentActions.Invoking(() => TableReader.Read(new(name, bytes)).Sum(table => table.Rows.Count())).Should().Throw<ImportFileException>().Which.Why.En;

    private static byte[] Archive(string name, byte[] bytes) => Archive((name, bytes));

    private static byte[] Archive(params (string Name, byte[] Bytes)[] parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }
}
