using Wijk.Graph.Import;
using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using Wijk.Graph.Tests.Import.Formats;

namespace Wijk.Graph.Tests.Import.Template;

public class FormTests
{
    private const string Headings = "Organisatie;Activiteit;Voor wie;Waar;Thema;Van;Tot en met;Budget;Betaald door;Werkt samen met;Soort organisatie;Soort activiteit\n";

    [Fact]
    public void A_row_is_an_activity_with_who_does_it_for_whom_where_when_and_with_whom()
    {
        var records = Read(Headings + "De Linde;Koffieochtend;ouderen; Berkenveld ;Welzijn;sept 2025;30-6-2026;€ 4.500;Gemeente;Thuiszorg Noord;welzijn;dienst\n");
        records.Refused.Should().BeEmpty();
        var measure = Node(records, "Koffieochtend");
        (measure.Attributes.Number("budget"), measure.Attributes.Text("type"), measure.ValidFrom, measure.ValidTo)
            .Should().Be((4500m, "service", PartialDate.Parse("2025-09"), PartialDate.Parse("2026-06-30")));
        Node(records, "De Linde").Attributes.Text("type").Should().Be("welfare");
        Node(records, "Thuiszorg Noord").Attributes.Text("observation").Should().Be("mentioned");
        Relations(records).Should().BeEquivalentTo(
            "De Linde Runs Koffieochtend", "Koffieochtend InDomain Welzijn", "Gemeente Funds Koffieochtend", "De Linde Collaborates Thuiszorg Noord",
            "targeting Of Koffieochtend", "targeting For ouderen", "targeting In Berkenveld");
        Tie(records).Should().Be(((long?)null, (string?)null, (string?)null), "that they work together is on record; how closely, nobody asked");
        records.Rows.Should().Be(new RowTally(1, 1, 0, 0));
    }

    [Fact]
    public void English_headings_and_words_give_the_same()
    {
        var dutch = Read("Organisatie;Activiteit;Voor wie;Waar;Soort organisatie;Van\nA;B;ouderen;Oost;gemeente;najaar 2025\n");
        var english = Read("Organisation,Activity,For whom,Where,Kind of organisation,From\nA,B,ouderen,Oost,Municipality,autumn 2025\n");
        english.Nodes.Select(node => node.Record).Should().Equal(dutch.Nodes.Select(node => node.Record));
        var targeting = dutch.Nodes.Single(node => node.Record.Kind == NodeKind.Targeting).Record;
        (targeting.ValidFrom, targeting.ValidTo).Should().Be((PartialDate.Parse("2025-09"), PartialDate.Parse("2025-11")), "an autumn is a period by itself");
    }

    [Fact]
    public void Several_names_in_a_cell_are_several_and_a_comma_is_asked_about_where_it_may_be_part_of_a_name()
    {
        var records = Read("Organisatie;Activiteit;Voor wie;Waar\nA;B;ouderen|jongeren;Oost\nA;C;kinderen, ouders;Oost, West\nA;D;\"Zij, en wij\";Oost\nA;E;xx, yy;Oost\n");
        Named(records, NodeKind.TargetGroup).Should().BeEquivalentTo("ouderen", "jongeren", "kinderen", "ouders");
        records.Refused.Select(row => (row.Place.Row, row.Value)).Should().Equal((4, "Zij, en wij"), (5, "xx, yy"));
        records.Refused[0].Message.Nl.Should().Contain("is dit één naam, of zijn het er meer?");
        Named(records, NodeKind.Area).Should().BeEquivalentTo("Oost", "West");
    }

    [Fact]
    public void A_name_that_is_written_otherwise_is_the_same_and_is_told()
    {
        var records = Read("Organisatie;Activiteit;Waar\nCafé Zon;A;1012 AB\ncafe zon;B;1012ab\nCafe\u0301  Zon;C;1012AB\n");
        Named(records, NodeKind.Agency).Should().Equal("Café Zon");
        Named(records, NodeKind.Area).Should().Equal("1012 AB");
        records.Warnings.Select(warning => warning.ToString()).Should().Contain("Activiteiten.csv row 3: 'cafe zon': read as 'Café Zon', since that is the same name.");
    }

    [Fact]
    public void A_residents_initiative_is_no_agency_in_any_row()
    {
        var records = Read("Organisatie;Activiteit;Soort organisatie;Werkt samen met\nWelzijn Oost;A;;Buurtmoeders\nBuurtmoeders;B;bewonersinitiatief;\n", "Wie;Met wie;Hoe nauw\nBuurtmoeders;Welzijn Oost;2\n");
        records.Refused.Should().BeEmpty();
        Named(records, NodeKind.Initiative).Should().Equal("Buurtmoeders");
        Named(records, NodeKind.Agency).Should().Equal("Welzijn Oost");
        Read("Organisatie;Activiteit;Soort organisatie;Betaald door\nBuurtmoeders;A;bewonersinitiatief;\nX;B;;Buurtmoeders\n").Refused.Single().Message.En.Should().Contain("residents' initiative");
    }

    [Theory]
    [InlineData("3 stemmen af;De Linde", 3L, "asked", "De Linde")]
    [InlineData("stemmen af;", 3L, "observed", null)]
    [InlineData("0;", 0L, "asked", null)]
    [InlineData(";De Linde", null, null, "De Linde")]
    public void A_tie_says_how_close_and_who_said_so(string tie, long? level, string? basis, string? reportedBy) =>
        Tie(Read("Organisatie;Activiteit;Werkt samen met\nDe Linde;A;Thuiszorg\n", $"Wie;Met wie;Hoe nauw;Wie zegt dat\nThuiszorg;de linde;{tie}\n")).Should().Be((level, basis, reportedBy), "the sheet of ties says more than that they work together");

    [Fact]
    public void What_a_row_says_otherwise_than_an_earlier_one_is_refused_with_that_row()
    {
        var records = Read(
            Headings + "A;X;jong;Oost;;2025;2026;100;;;zorg;\nA;X;oud;Oost;;2025;2026;200;;;zorg;\nA;Y;oud;Oost;;;;;;;welzijn;\nA;X;jong;Oost;;2025;2027;;;;;\nA;X;jong;Oost;;2026;2027;;;;;\n",
            "Wie;Met wie;Hoe nauw;Wie zegt dat\nA;B;3;A\nB;A;1;A\nB;A;1;B\nA;a;1;A\n");
        records.Refused.Select(row => (row.Place.ToString(), row.Value)).Should().Equal(
            ("Activiteiten.csv row 3", "200"), ("Activiteiten.csv row 4", "welzijn"), ("Activiteiten.csv row 5", "2027"), ("Contacten.csv row 3", "1"), ("Contacten.csv row 5", "a"));
        records.Refused[0].Message.En.Should().Be("Budget of 'X' is different in Activiteiten.csv row 2 (100). Put the whole budget on one row.");
        Node(records, "X").ValidTo.Should().Be(PartialDate.Parse("2027"), "an activity runs to the end of its last row");
        records.Rows.Should().Be(new RowTally(9, 4, 5, 0));
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_in_one_round_and_the_other_rows_are_read_without_it()
    {
        var records = Read(Headings + ";X;;;;ooit;;veel;;;winkel;\nA;Y;;;;;;;;;;\n");
        records.Refused.Select(row => row.Value).Should().BeEquivalentTo(["", "ooit", "veel", "winkel"]);
        Named(records, NodeKind.Measure).Should().Equal("Y");
    }

    [Fact]
    public void An_empty_cell_may_say_so_and_an_example_is_not_read()
    {
        var records = Read(Headings + "Voorbeeld: De Linde;Koffie;ouderen;Berkenveld;;;;;;;;\nA;X;n.v.t.;-;onbekend;?;doorlopend;nvt;onbekend;geen;?;\n");
        records.Nodes.Select(node => node.Record.Name).Should().BeEquivalentTo("A", "X");
        records.Rows.Should().Be(new RowTally(2, 1, 0, 1));
    }

    [Fact]
    public void The_forms_own_sheets_of_organisations_and_areas_go_with_it()
    {
        using var files = new TempFiles();
        files.Write("Activiteiten.csv", "Organisatie;Activiteit;Waar;Soort organisatie\nDe Linde;A;Berkenveld;\n");
        files.Write("Organisaties.csv", "Naam;Soort;Website\nde linde;welzijn;linde.example\nBuurtmoeders;bewonersinitiatief;\n");
        files.Write("Gebieden.csv", "Naam;Niveau;Ligt in\nBerkenveld;buurt;Noord\nNoord;wijk;\n");
        var records = Run(files.Folder);
        records.Refused.Should().BeEmpty();
        Named(records, NodeKind.Agency).Should().Equal("de linde");
        Named(records, NodeKind.Initiative).Should().Equal("Buurtmoeders");
        Relations(records).Should().Contain(["Berkenveld PartOf Noord", "de linde Runs A", "targeting In Berkenveld"]);
    }

    [Fact]
    public void A_name_that_the_graph_knows_refers_to_that_and_one_that_fits_two_asks_which()
    {
        var graph = new GraphContents(new(1, default), [.. new[] { Known("area:city:BU1", NodeKind.Area, "Oost"), Known("area:city:BU2", NodeKind.Area, "Centrum"), Known("area:city:BU3", NodeKind.Area, "centrum"), Known("agency:grants:X", NodeKind.Agency, "Stichting X") }], []);
        var records = Read("Organisatie;Activiteit;Waar\nstichting x;A;oost\nY;B;Centrum\nY;C;area:city:BU3\n", graph: graph);
        records.Refused.Single().ToString().Should().Be("Activiteiten.csv row 3: 'Centrum': Waar: this may be more than one; write area:city:BU2 or area:city:BU3.");
        records.Relations.Select(relation => relation.Record.To).Should().Contain(["area:city:BU1", "area:city:BU3"]);
        records.Relations.Select(relation => relation.Record.From).Should().Contain("agency:grants:X");
        Named(records, NodeKind.Area).Should().BeEmpty();

        static Node Known(string key, NodeKind kind, string name) => new(key, kind) { Attributes = AttributeSet.Of(("name", name)), Source = "city", RecordedAt = default };
    }

    [Fact]
    public void A_title_extra_columns_and_a_sheet_of_notes_do_no_harm()
    {
        using var files = new TempFiles();
        files.Write("Activiteiten.csv", "Aanbod Havenbuurt 2026;;;\n;;;\nOrganisatie;Activiteit;Telefoon;Waar;\nA;X;06;Oost;bellen\n");
        files.Write("Notities.csv", "wat\nbellen\nmailen\n");
        var records = Run(files.Folder);
        Relations(records).Should().Contain(["A Runs X", "targeting In Oost"]);
        records.Warnings.Select(warning => warning.Place.ToString()).Should().BeEquivalentTo(["Activiteiten.csv row 1", "Activiteiten.csv row 3", "Activiteiten.csv row 4", "Notities.csv row 1"]);
        records.Rows.Should().Be(new RowTally(4, 1, 0, 3));
    }

    [Fact]
    public void Of_two_headings_for_one_thing_the_better_is_read_and_the_other_told()
    {
        var records = Read("Organisatie;Activiteit;Wijk;Buurt\nA;X;Noord;Berkenveld\n");
        Named(records, NodeKind.Area).Should().Equal("Berkenveld");
        records.Warnings.Select(warning => warning.Value).Should().Contain("Wijk");
    }

    [Fact]
    public void A_list_of_activities_is_known_by_its_headings_whatever_it_is_called()
    {
        using var files = new TempFiles();
        var file = files.Write("overzicht 2026.csv", "Aanbieder;Wat;Doelgroep;Buurt;Startdatum\nA;X;ouderen;Oost;1-1-2026\n");
        MappingLibrary.Detect([file]).Name.Should().Be("wijk");
        Relations(Run(file)).Should().Contain(["A Runs X", "targeting For ouderen", "targeting In Oost"]);
    }

    [Fact]
    public void Rows_that_were_mended_complete_what_is_there_and_take_nothing_away()
    {
        var first = Read(Headings + "A;X;jong;Oost;;2025;2026;100;;;zorg;dienst\n");
        var graph = new GraphContents(new(1, default), [.. first.Nodes.Select(node => node.Record)], [.. first.Relations.Select(relation => relation.Record)]);
        var mended = Read(Headings.TrimEnd('\n') + ";reden van weigering\na;x;oud;Oost;;2026;2027;;;;;;begin was geen datum\n", graph: graph);
        mended.IsSupplement.Should().BeTrue();
        var measure = Node(mended, "X") ?? Node(mended, "x");
        (measure.Key, measure.Attributes.Number("budget"), measure.ValidFrom, measure.ValidTo).Should().Be(("measure:wijk:A>X", 100m, PartialDate.Parse("2025"), PartialDate.Parse("2027")));
        mended.Nodes.Single(node => node.Record.Kind == NodeKind.Agency).Record.Attributes.Text("type").Should().Be("care");
        mended.Warnings.Should().NotContain(warning => warning.Value == "reden van weigering");
        ImportPlanner.Plan(mended, graph, new(), default).Report.Vanished.Should().BeEmpty("what the mended rows do not hold is not gone");
    }

    private static MappedRecords Read(string activities, string? ties = null, GraphContents? graph = null)
    {
        using var files = new TempFiles();
        files.Write("Activiteiten.csv", activities);
        if (ties is not null) files.Write("Contacten.csv", ties);
        return MappingRunner.Run(MappingLibrary.Find("wijk"), [files.Folder], null, DateTimeOffset.UnixEpoch, graph, null, default);
    }

    private static MappedRecords Run(string path) => MappingRunner.Run(MappingLibrary.Find("wijk"), [path], null, DateTimeOffset.UnixEpoch, null, default);

    private static Node Node(MappedRecords records, string name) => records.Nodes.Select(node => node.Record).FirstOrDefault(node => node.Name == name)!;

    private static IEnumerable<string> Named(MappedRecords records, NodeKind kind) => records.Nodes.Where(node => node.Record.Kind == kind).Select(node => node.Record.Name);

    private static (long?, string?, string?) Tie(MappedRecords records)
    {
        var attributes = records.Relations.Single(relation => relation.Record.Kind == RelationKind.Collaborates).Record.Attributes;
        return (attributes.Integer("level"), attributes.Text("basis"), attributes.Text("reportedBy"));
    }

    private static IEnumerable<string> Relations(MappedRecords records)
    {
        var names = records.Nodes.ToDictionary(node => node.Record.Key, node => node.Record.Kind == NodeKind.Targeting ? "targeting" : node.Record.Name);
        return records.Relations.Select(relation => $"{names[relation.Record.From]} {relation.Record.Kind} {names[relation.Record.To]}");
    }
}
