using System.Text;
using Wijk.Graph.Import;
using Wijk.Graph.Import.Formats;
using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Model;
using Wijk.Graph.Tests.Import.Formats;

namespace Wijk.Graph.Tests.Import.Networks;

/// <summary>Networks from other programs, each recognised by what is in the file.</summary>
public class NetworkFormatTests
{
    public static TheoryData<string, byte[], int> Files() => new()
    {
        { "a.gexf", Encoding.UTF8.GetBytes(NetworkExamples.Gexf), 1 },
        { "a.gexf", Encoding.UTF8.GetBytes(NetworkExamples.GexfOf11), 0 },
        { "a.graphml", Encoding.UTF8.GetBytes(NetworkExamples.GraphMl), 1 },
        { "a.net", Encoding.UTF8.GetBytes(NetworkExamples.Pajek), 0 },
        { "a.json", Encoding.UTF8.GetBytes(NetworkExamples.Graphology), 1 },
        { "a.json", Encoding.UTF8.GetBytes(NetworkExamples.NodeLink), 0 },
        { "a.json", Encoding.UTF8.GetBytes(NetworkExamples.KumuBackup), 0 },
        { "kaart.xlsx", NetworkExamples.KumuWorkbook(), 0 },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Three_organisations_and_their_two_ties_come_in_and_a_person_as_a_professional(string name, byte[] bytes, int persons)
    {
        var records = Read((name, bytes));
        records.Refused.Should().BeEmpty();
        Names(records, NodeKind.Agency).Should().BeEquivalentTo("GGD", "De Pomp", "Wijkteam");
        records.Nodes.Count(node => node.Record.Kind == NodeKind.Professional).Should().Be(persons);
        records.Relations.Should().HaveCount(2 + persons).And.OnlyContain(relation => relation.Record.Kind == RelationKind.Collaborates && relation.Record.Attributes["basis"] == null);
        Level(records, "ggd", "pomp").Should().Be(name.EndsWith(".net") || Encoding.UTF8.GetString(bytes).Contains("1.1draft") ? null : 3L, "a weight is no level");
        Level(records, "ggd", "team").Should().BeNull();
    }

    [Fact]
    public void Gephi_writes_two_files_and_they_are_one_network()
    {
        var records = Read(("buurt-edges.csv", Encoding.UTF8.GetBytes(NetworkExamples.GephiEdges)), ("buurt-nodes.csv", Encoding.UTF8.GetBytes(NetworkExamples.GephiNodes)));
        Names(records, NodeKind.Agency).Should().BeEquivalentTo("GGD", "De Pomp", "Wijkteam");
        Level(records, "ggd", "pomp").Should().Be(3);
        records.Relations.Should().HaveCount(3);
        records.Warnings.Single().Message.En.Should().Contain("a weight is no level of collaboration");
    }

    [Fact]
    public void Elements_of_Kumu_are_organisations_initiatives_and_persons_and_a_theme_is_told_and_left_out()
    {
        var records = Read(("kumu.json", Encoding.UTF8.GetBytes(NetworkExamples.KumuBlueprint)));
        records.Refused.Should().BeEmpty();
        Names(records, NodeKind.Agency).Should().BeEquivalentTo("GGD", "Wijkteam");
        Names(records, NodeKind.Initiative).Should().Equal("De Pomp");
        records.Nodes.Single(node => node.Record.Name == "GGD").Record.Attributes.Text("type").Should().Be("care");
        records.Nodes.Single(node => node.Record.Name == "GGD").Record.Attributes.Text("description").Should().Be("De GGD");
        records.Relations.Should().HaveCount(3, "the tie to a theme is none");
        records.Warnings.Select(warning => warning.Message.En).Should().Contain(message => message.Contains("no organisation, initiative or person") && message.Contains("(Thema)"))
            .And.Contain(message => message.Contains("a weight is no level"));
    }

    [Fact]
    public void The_name_of_a_person_is_in_no_key()
    {
        var records = Read(("a.gexf", Encoding.UTF8.GetBytes(NetworkExamples.Gexf)));
        var person = records.Nodes.Single(node => node.Record.Kind == NodeKind.Professional).Record;
        person.Attributes.Text("name").Should().Be("Ans");
        records.Nodes.Select(node => node.Record.Key).Concat(records.Relations.Select(relation => relation.Record.Key)).Should().NotContain(key => key.Contains("ans", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Periods_of_a_dynamic_network_are_kept_and_several_are_read_as_one_and_told()
    {
        var records = Read(("a.gexf", Encoding.UTF8.GetBytes(NetworkExamples.Gexf)));
        var tie = Tie(records, "ggd", "pomp");
        (tie.ValidFrom?.ToString(), tie.ValidTo?.ToString()).Should().Be(("2024-03-01", "2025-06-30"));
        var twice = Tie(records, "ggd", "team");
        (twice.ValidFrom?.ToString(), twice.ValidTo).Should().Be(("2023-01-01", null));
        records.Nodes.Single(node => node.Record.Name == "De Pomp").Record.ValidFrom?.ToString().Should().Be("2024-01-01");
        records.Warnings.Should().ContainSingle().Which.Message.En.Should().Contain("the edge has more than one period");
    }

    [Fact]
    public void A_year_is_a_period_and_a_measured_time_is_told_and_is_none()
    {
        var records = Read(("a.gexf", Encoding.UTF8.GetBytes(NetworkExamples.GexfOf11)));
        records.Nodes.Single(node => node.Record.Name == "GGD").Record.ValidFrom?.ToString().Should().Be("2020");
        Tie(records, "ggd", "pomp").ValidFrom.Should().BeNull();
        records.Warnings.Should().ContainSingle().Which.Message.En.Should().Contain("the time of the edge is no date and no year; no period was read. (0.5)");
    }

    [Fact]
    public void An_edge_to_a_node_that_is_not_there_is_refused_with_its_place()
    {
        var records = Read(("a.gexf", Encoding.UTF8.GetBytes(NetworkExamples.Gexf.Replace("target=\"team\"", "target=\"tem\"", StringComparison.Ordinal))));
        records.Refused.Single().ToString().Should().StartWith("a.gexf [edges] row 2: 'tem': there is no row of nodes with this id");
        records.Relations.Should().HaveCount(2);
    }

    [Theory]
    [InlineData("a.gexf", "<!DOCTYPE gexf [<!ENTITY a \"b\">]><gexf>&a;</gexf>", "*A document type (DTD) is not read*")]
    [InlineData("a.graphml", "<gexf/>", "*begins with <gexf> and not with <graphml>*")]
    [InlineData("a.gexf", "<gexf><graph><nodes>", "a.gexf row 1: it is not XML that can be read*")]
    [InlineData("a.net", "1 2\n", "a.net row 1: this is not a Pajek file*")]
    [InlineData("a.net", "*Vertices many\n", "a.net row 1: this is not a Pajek file*")]
    public void A_broken_network_is_refused_with_what_to_do(string name, string text, string message) =>
        FluentActions.Invoking(() => TableReader.Read(new(name, Encoding.UTF8.GetBytes(text)))).Should().Throw<ImportFileException>().WithMessage(message);

    [Fact]
    public void A_hyperedge_and_a_line_of_Pajek_that_is_none_are_refused_rows()
    {
        var graph = Read(("a.graphml", Encoding.UTF8.GetBytes(NetworkExamples.GraphMl.Replace("<edge source=\"ans\" target=\"pomp\"/>", "<hyperedge id=\"h\"><endpoint node=\"ggd\"/></hyperedge>", StringComparison.Ordinal))));
        graph.Refused.Single().ToString().Should().StartWith("a.graphml [edges] row 3: 'h': this is a hyperedge");
        var pajek = Read(("a.net", Encoding.UTF8.GetBytes(NetworkExamples.Pajek + "\n1 9\n*Partition x\n1\n")));
        pajek.Refused.Select(row => row.Place.Row).Should().Equal(11, 12, 13);
    }

    [Fact]
    public void A_matrix_of_Pajek_ties_whom_it_says()
    {
        var records = Read(("a.net", "*Vertices 3\n*Matrix\n0 1 0\n1 0 0\n0 0.5 0\n"u8.ToArray()));
        Names(records, NodeKind.Agency).Should().BeEquivalentTo("1", "2", "3");
        records.Relations.Should().HaveCount(2, "1-2 both ways is one tie");
    }

    [Theory]
    [InlineData("Source,Target,Weight\nGGD,De Pomp,2\nGGD,Wijkteam,1\n", null)]
    [InlineData("Van;Naar;Niveau;Gemeld door\nGGD;De Pomp;3;GGD\nGGD;Wijkteam;3,0;GGD\n", 3L)]
    [InlineData("from\tto\tlevel\nGGD\tDe Pomp\t3.0\nGGD\tWijkteam\t3\n", 3L)]
    public void A_list_of_pairs_is_known_by_its_headings_in_both_languages(string csv, long? level)
    {
        var records = Read(("lijst.csv", Encoding.UTF8.GetBytes(csv)));
        records.Refused.Should().BeEmpty();
        Names(records, NodeKind.Agency).Should().BeEquivalentTo("GGD", "De Pomp", "Wijkteam");
        records.Relations.Should().HaveCount(2).And.OnlyContain(relation => relation.Record.Attributes.Integer("level") == level);
    }

    [Fact]
    public void A_level_that_is_none_is_refused_with_the_scale()
    {
        var records = Read(("lijst.csv", "van,naar,niveau\nA,B,7\nA,C,3.5\n"u8.ToArray()));
        records.Refused.Should().HaveCount(2);
        records.Refused[0].ToString().Should().Contain("0 and 5");
    }

    [Fact]
    public void A_list_of_pairs_without_headings_is_read_when_it_is_named_and_never_guessed()
    {
        using var files = new TempFiles();
        var path = files.Write("lijst.csv", "GGD,De Pomp\nGGD,Wijkteam\n");
        FluentActions.Invoking(() => MappingLibrary.Detect([path])).Should().Throw<MappingException>();
        var records = MappingRunner.Run(MappingLibrary.Find("edge-list-plain"), [path], "n", default, null, default);
        Names(records, NodeKind.Agency).Should().BeEquivalentTo("GGD", "De Pomp", "Wijkteam");
        records.Relations.Should().HaveCount(2);
    }

    [Fact]
    public void A_square_table_is_a_matrix_of_who_works_with_whom()
    {
        var records = Read(("tabel.csv", ";GGD;De Pomp;Wijkteam\nGGD;0;1;x\nDe Pomp;1;0;\nWijkteam;x;;0\n"u8.ToArray()));
        records.Refused.Should().BeEmpty();
        Names(records, NodeKind.Agency).Should().BeEquivalentTo("GGD", "De Pomp", "Wijkteam");
        records.Relations.Should().HaveCount(2);
        records.Warnings.Should().BeEmpty();
        Read(("tabel.csv", "x;GGD;De Pomp\nGGD;0;4\nDe Pomp;4;0\n"u8.ToArray())).Warnings.Single().Message.En.Should().Contain("not read as levels");
    }

    private static MappedRecords Read(params (string Name, byte[] Bytes)[] given)
    {
        using var files = new TempFiles();
        string[] paths = [.. given.Select(file => files.Write(file.Name, file.Bytes))];
        return MappingRunner.Run(MappingLibrary.Detect(paths), paths, "n", DateTimeOffset.UnixEpoch, null, default);
    }

    private static IEnumerable<string> Names(MappedRecords records, NodeKind kind) => records.Nodes.Where(node => node.Record.Kind == kind).Select(node => node.Record.Name);

    private static long? Level(MappedRecords records, string one, string other) => Tie(records, one, other).Attributes.Integer("level");

    // By name, since each program has ids of its own.
    private static Relation Tie(MappedRecords records, string one, string other)
    {
        var names = new Dictionary<string, string> { ["ggd"] = "GGD", ["pomp"] = "De Pomp", ["team"] = "Wijkteam" };
        var keys = new[] { one, other }.Select(id => records.Nodes.Single(node => node.Record.Name == names[id]).Record.Key).ToArray();
        return records.Relations.Single(relation => keys.Contains(relation.Record.From) && keys.Contains(relation.Record.To)).Record;
    }
}
