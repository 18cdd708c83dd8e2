using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using MiniExcelLibs;
using Wijk.Graph.Export;
using Wijk.Graph.Import.Formats;
using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using Wijk.Graph.Tests.Import.Formats;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Export;

/// <summary>What goes out to other programs: readable there, and without persons.</summary>
public class PublicNetworkTests
{
    private const string Square = "POLYGON ((155000 463000, 155100 463000, 155100 463100, 155000 463000))";

    private static readonly PublicNetwork Network = PublicNetwork.Of(Contents());

    [Fact]
    public void Persons_and_what_is_not_for_everybody_stay_out_and_so_does_who_gave_an_answer_that_may_not_be_named()
    {
        Network.Nodes.Select(node => node.Label).Should().BeEquivalentTo("GGD", "De Pomp", "Spreekuur", "Ouderen", "Noord", "Ronde", "Open ronde", "Tuin");
        Network.LeftOut.Should().Be(5, "a professional and a hidden agency, and the three relations that they are an end of");
        Encoding.UTF8.GetString(Written(NetworkXmlFile.WriteGexf)).Should().NotContain("Ans").And.NotContain("Geheim").And.NotContain("Mevrouw").And.NotContain("verteller").And.Contain("spreker");
        Network.Edges.Where(edge => edge.Kind == "COLLABORATES").Should().HaveCount(2);
    }

    [Fact]
    public void A_targeting_is_an_edge_to_its_group_and_one_to_its_area() =>
        Network.Edges.Where(edge => edge.Kind is "FOR" or "IN").Select(edge => (edge.From, edge.Kind, edge.To, edge.Attributes.Single().Name)).Should().BeEquivalentTo(
        [
            ("measure:test:Spreekuur", "FOR", "targetgroup:test:Ouderen", "targeting"), ("measure:test:Spreekuur", "IN", "area:test:Noord", "targeting"),
        ]);

    [Theory]
    [InlineData("gexf")]
    [InlineData("graphml")]
    public async Task Networkx_opens_it_and_finds_all_nodes_and_edges(string form)
    {
        using var files = new TempFiles();
        var path = files.Write($"out.{form}", Written(form == "gexf" ? NetworkXmlFile.WriteGexf : NetworkXmlFile.WriteGraphMl));
        var printed = await PythonAsync($"import networkx as nx\ng = nx.read_{form}(r'{path}')\nprint(g.number_of_nodes(), g.number_of_edges(), g.nodes['agency:test:GGD']['label'], sorted(d['kind'] for _, _, d in g.edges(data=True)))");
        printed.Should().Be($"{Network.Nodes.Count} {Network.Edges.Count} GGD [{string.Join(", ", Network.Edges.Select(edge => $"'{edge.Kind}'").Order(StringComparer.Ordinal))}]");
    }

    [Theory]
    [InlineData("gexf")]
    [InlineData("graphml")]
    public void Wijk_reads_its_own_networks_back_and_says_what_they_cannot_tell(string form)
    {
        using var files = new TempFiles();
        var path = files.Write($"out.{form}", Written(form == "gexf" ? NetworkXmlFile.WriteGexf : NetworkXmlFile.WriteGraphMl));
        var records = MappingRunner.Run(MappingLibrary.Detect([path]), [path], "again", default, null, default);
        records.Refused.Should().BeEmpty();
        records.Nodes.Select(node => (node.Record.Kind, node.Record.Name)).Should().BeEquivalentTo([(NodeKind.Agency, "GGD"), (NodeKind.Agency, "De Pomp"), (NodeKind.Initiative, "Tuin")]);
        records.Relations.Select(relation => relation.Record.Attributes.Integer("level")).Should().BeEquivalentTo(new long?[] { 3, 1 });
        records.Warnings.Should().Contain(warning => warning.Message.En.Contains("another relation of Wijk"));
    }

    [Fact]
    public void Kumu_gets_labels_that_are_each_of_one_element()
    {
        var builder = new GraphBuilder();
        builder.Relate(RelationKind.Runs, builder.Node(NodeKind.Agency, "Soep"), builder.Node(NodeKind.Measure, "Soep"));
        using var stream = new MemoryStream();
        KumuFile.Write(stream, PublicNetwork.Of(builder.Contents()));
        var json = JsonNode.Parse(stream.ToArray())!;
        json["elements"]!.AsArray().Select(element => ((string?)element!["label"], (string?)element["type"])).Should().Equal(("Soep", "agency"), ("Soep (2)", "measure"));
        ((string?)json["connections"]![0]!["from"], (string?)json["connections"]![0]!["to"]).Should().Be(("Soep", "Soep (2)"));
    }

    [Fact]
    public void Outlines_in_Dutch_coordinates_are_written_in_degrees()
    {
        using var stream = new MemoryStream();
        GeoJsonFile.Write(stream, Network).Should().Be((1, 0));
        var feature = JsonNode.Parse(stream.ToArray())!["features"]![0]!;
        ((string?)feature["properties"]!["name"], (int?)feature["properties"]!["population"]).Should().Be(("Noord", 1200));
        // Amersfoort, the middle of the Rijksdriehoek: 52° 9' 18.62" north, 5° 23' 13.94" east.
        var first = feature["geometry"]!["coordinates"]![0]![0]!;
        ((double)first[0]!).Should().BeApproximately(5 + (23.0 / 60) + (13.94 / 3600), 1e-5);
        ((double)first[1]!).Should().BeApproximately(52 + (9.0 / 60) + (18.62 / 3600), 1e-5);
        // A hundred metres to the east is 100 / (111,320 cos 52.155) of a degree.
        ((double)feature["geometry"]!["coordinates"]![0]![1]![0]! - (double)first[0]!).Should().BeApproximately(100 / (111_320 * Math.Cos(52.155 * Math.PI / 180)), 1e-5);
        var table = TableReader.Read(new("a.geojson", stream.ToArray()))[0];
        table.Rows.Single().Values[table.PositionOf("feature.geometry")].Should().StartWith("POLYGON ((5.387");
    }

    [Theory]
    [InlineData("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((2 2, 3 2, 3 3, 2 2), (2.1 2.1, 2.2 2.1, 2.2 2.2, 2.1 2.1)))", "MultiPolygon", "[[[[0,0],[1,0],[1,1],[0,0]]],[[[2,2],[3,2],[3,3],[2,2]],[[2.1,2.1],[2.2,2.1],[2.2,2.2],[2.1,2.1]]]]")]
    [InlineData("POINT (5.1 52)", "Point", "[5.1,52]")]
    [InlineData("LINESTRING Z (0 0 7, 1 1 7)", "LineString", "[[0,0],[1,1]]")]
    [InlineData("POLYGON ((0 0, 1 x))", null, null)]
    [InlineData("POLYGON (0 0, 1 1)", null, null)]
    [InlineData("POLYGON ((0 0, 1 1)", null, null)]
    [InlineData("CIRCLE (0 0)", null, null)]
    [InlineData("POINT (155000 463000)", null, null)]
    public void Well_known_text_becomes_coordinates_of_GeoJSON_or_nothing(string text, string? type, string? coordinates) =>
        Outline.Read(text, null).Should().Be(type is null ? null : new Outline(type, coordinates!));

    [Fact]
    public void An_outline_in_another_system_is_left_out() => Outline.Read("POINT (1 2)", 31370).Should().BeNull();

    [Fact]
    public async Task Tables_have_a_row_for_each_node_and_edge_and_names_beside_keys()
    {
        using var files = new TempFiles();
        var folder = Path.Combine(files.Folder, "out");
        await NetworkTableFiles.WriteFolderAsync(folder, Network, default);
        var written = Directory.GetFiles(folder).ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => TableReader.Read(SourceFile.Read(file))[0]);
        written.Sum(table => table.Value.Rows.Count()).Should().Be(Network.Nodes.Count + Network.Edges.Count);
        var ties = written["COLLABORATES"];
        ties.Columns.Take(4).Should().Equal("from", "from name", "to", "to name");
        ties.Rows.Select(row => row.Values[1]).Should().OnlyContain(name => name == "De Pomp" || name == "GGD");
        await FluentActions.Awaiting(() => NetworkTableFiles.WriteFolderAsync(folder, Network, default)).Should().ThrowAsync<FolderNotEmptyException>();

        var path = Path.Combine(files.Folder, "out.xlsx");
        await using (var stream = File.Create(path)) await NetworkTableFiles.WriteWorkbookAsync(stream, Network, default);
        MiniExcel.GetSheetNames(path).Should().BeEquivalentTo(written.Keys);
        MiniExcel.GetSheetNames(path).Sum(sheet => MiniExcel.Query(path, useHeaderRow: true, sheetName: sheet).Count()).Should().Be(Network.Nodes.Count + Network.Edges.Count);
    }

    [Fact]
    public void Characters_that_XML_cannot_hold_do_not_break_the_file()
    {
        var builder = new GraphBuilder();
        builder.Node(NodeKind.Agency, "A & <B> \"C\" 😀", ("description", "een\u0001twee\ud800"));
        using var stream = new MemoryStream();
        NetworkXmlFile.WriteGraphMl(stream, PublicNetwork.Of(builder.Contents()));
        var nodes = TableReader.Read(new("a.graphml", stream.ToArray()))[0];
        nodes.Rows.Single().Values[nodes.PositionOf("Label")].Should().Be("A & <B> \"C\" 😀");
        nodes.Rows.Single().Values[nodes.PositionOf("description")].Should().Be("een\uFFFDtwee\uFFFD");
    }

    private static byte[] Written(Action<Stream, PublicNetwork> write)
    {
        using var stream = new MemoryStream();
        write(stream, Network);
        return stream.ToArray();
    }

    private static GraphContents Contents()
    {
        var builder = new GraphBuilder();
        var ggd = builder.Node(NodeKind.Agency, "GGD", ("type", "care"));
        var pomp = builder.Node(NodeKind.Agency, "De Pomp");
        var measure = builder.Node(NodeKind.Measure, "Spreekuur");
        var group = builder.Node(NodeKind.TargetGroup, "Ouderen");
        var area = builder.Node(NodeKind.Area, "Noord", ("geometry", Square), ("epsg", 28992L), ("population", 1200L));
        var round = builder.Node(NodeKind.Inquiry, "Ronde");
        var open = builder.Node(NodeKind.Inquiry, "Open ronde", ("mayName", true));
        var garden = builder.Node(NodeKind.Initiative, "Tuin", ("title", "Tuin van Mevrouw De Wit"));
        builder.Relate(RelationKind.Runs, ggd, measure);
        builder.Relate(RelationKind.Collaborates, ggd, pomp, ("level", 3L), ("basis", "asked"), ("inquiry", round), ("reportedBy", "verteller"));
        builder.Relate(RelationKind.Collaborates, ggd, garden, ("level", 1L), ("basis", "asked"), ("inquiry", open), ("reportedBy", "spreker"));
        var person = builder.Node(NodeKind.Professional, "Ans", ("role", "wijkverpleegkundige"));
        builder.Relate(RelationKind.WorksFor, person, ggd);
        builder.Relate(RelationKind.Collaborates, person, pomp, ("level", 2L));
        var hidden = builder.Node(NodeKind.Agency, "Geheim");
        builder.Relate(RelationKind.Runs, hidden, measure);
        builder.Target(measure, group, area);
        var made = builder.Contents();
        return made with { Nodes = [.. made.Nodes.Select(node => node.Key == hidden ? node with { Visibility = Visibility.Partner } : node)] };
    }

    private static async Task<string> PythonAsync(string script)
    {
        Process? started = null;
        try
        {
            started = Process.Start(new ProcessStartInfo("python3") { ArgumentList = { "-c", script }, RedirectStandardOutput = true, RedirectStandardError = true });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // There is none on this machine.
        }

        Assert.SkipWhen(started is null, "There is no python3 to open the file with.");
        using var python = started!;
        var (output, errors) = (await python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), await python.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await python.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(errors.Contains("No module named 'networkx'", StringComparison.Ordinal), "Python has no networkx to open the file with; install python3-networkx.");
        python.ExitCode.Should().Be(0, errors);
        return output.Trim();
    }
}
