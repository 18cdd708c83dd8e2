using Wijk.Graph.Import;
using Wijk.Graph.Import.Formats;
using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Import.Template;
using Wijk.Graph.Model;
using Wijk.Graph.Tests.Import.Formats;

namespace Wijk.Graph.Tests.Import.Template;

public class TemplateTests
{
    [Fact]
    public async Task An_empty_template_gives_nothing_and_no_errors()
    {
        using var files = new TempFiles();
        var folder = Path.Combine(files.Folder, "map");
        var workbook = Path.Combine(files.Folder, "template.xlsx");
        await TemplateWriter.WriteFolderAsync(folder, TestContext.Current.CancellationToken);
        await TemplateWriter.WriteWorkbookAsync(workbook, TestContext.Current.CancellationToken);
        foreach (var path in new[] { folder, workbook })
        {
            MappingLibrary.Detect([path]).Name.Should().Be("wijk");
            var records = Run(path);
            (records.Nodes.Count, records.Relations.Count, records.Refused.Count, records.Warnings.Count).Should().Be((0, 0, 0, 0));
            records.Files.Should().HaveCount(Vocabulary.Nodes.Length + Vocabulary.Relations.Length - 1); // OF is part of Targeting
        }
    }

    [Fact]
    public async Task Nothing_is_overwritten()
    {
        using var files = new TempFiles();
        var workbook = files.Write("template.xlsx", "mine");
        await FluentActions.Awaiting(() => TemplateWriter.WriteWorkbookAsync(workbook)).Should().ThrowAsync<TemplateExistsException>();
        await FluentActions.Awaiting(() => TemplateWriter.WriteFolderAsync(files.Folder)).Should().ThrowAsync<TemplateExistsException>();
        (await File.ReadAllTextAsync(workbook, TestContext.Current.CancellationToken)).Should().Be("mine");
    }

    [Fact]
    public async Task The_guide_explains_every_column_in_two_languages()
    {
        using var files = new TempFiles();
        var folder = Path.Combine(files.Folder, "map");
        await TemplateWriter.WriteFolderAsync(folder, TestContext.Current.CancellationToken);
        var guide = await File.ReadAllTextAsync(Path.Combine(folder, "README.md"), TestContext.Current.CancellationToken);
        foreach (var sheet in TemplateSheet.All)
        {
            guide.Should().Contain($"## {sheet.Name} – {sheet.Label.Nl} / {sheet.Label.En}");
            sheet.Columns.Should().OnlyContain(column => guide.Contains($"| {column.Name} | {column.Label.Nl} | {column.Label.En} |"));
        }
    }

    [Fact]
    public async Task The_guide_gives_the_Dutch_beside_the_English_and_beside_each_code()
    {
        using var files = new TempFiles();
        var folder = Path.Combine(files.Folder, "map");
        await TemplateWriter.WriteFolderAsync(folder, TestContext.Current.CancellationToken);
        var guide = await File.ReadAllTextAsync(Path.Combine(folder, "README.md"), TestContext.Current.CancellationToken);
        guide.Should().Contain("Een organisatie. Een bewonersinitiatief is nooit een instantie.\n\nAn organisation. A residents' initiative is never an agency.");
        guide.Should().Contain("| website | website | website |  | Het webadres. | Its web address. |  |");
        guide.Should().Contain("housingAssociation = woningcorporatie / housing association, welfare = welzijn, care = zorg, school, police = politie");
        guide.Should().Contain("public = iedereen / everybody, partner = ");
    }

    [Fact]
    public void A_wrong_row_and_a_wrong_file_are_explained_in_Dutch_as_well()
    {
        using var files = new TempFiles();
        files.Write("Agency.csv", "id,name,type\nggd,GGD,cares\n");
        files.Write("Agencie.csv", "id,name\na,A\n");
        var records = Run(files.Folder);
        records.Refused.Single().Line.Nl.Should()
            .StartWith("Agency.csv rij 2: 'cares': type moet één van deze zijn: gemeente, stadsdeel, ").And.EndWith(", onbekend. Bedoelt u 'care'?");
        records.Warnings.Single().Line.Nl.Should()
            .StartWith("Agencie.csv rij 1: 'Agencie' is geen blad van het formulier (Activiteiten, Contacten, ").And.Contain("Bedoelt u 'Agency'?").And.EndWith("Overgeslagen: 1 rij.");
        records.Rows.Should().Be(new RowTally(2, 0, 1, 1));
    }

    [Fact]
    public void A_filled_in_folder_makes_nodes_relations_and_targetings()
    {
        using var files = new TempFiles();
        files.Write("Agency.csv", "id,name,type,aliases,visibility\nggd,GGD,care,x|y,partner\n");
        files.Write("Measure.csv", "id,name,validFrom\nm,Spreekuur,2026-05\n");
        files.Write("TargetGroup.csv", "id,name\njong,jongeren\n");
        files.Write("Area.csv", "id,name,level\noost,Oost,stadsdeel\n");
        files.Write("RUNS.csv", "from;to\nAgency:ggd;m\n");
        files.Write("Targeting.csv", "of,for,in,reach,validFrom\nMeasure:m,jong,oost,12.5,2026\n");
        var records = Run(files.Folder);
        records.Refused.Should().BeEmpty();
        records.Nodes.Select(node => node.Record.Key).Should().Equal("area:wijk:oost", "targetgroup:wijk:jong", "agency:wijk:ggd", "measure:wijk:m",
            "targeting:wijk:measure%3Awijk%3Am>targetgroup%3Awijk%3Ajong>area%3Awijk%3Aoost>2026");
        records.Relations.Select(relation => relation.Record.Kind).Should().BeEquivalentTo([RelationKind.Runs, RelationKind.Of, RelationKind.For, RelationKind.In]);
        var agency = records.Nodes[2].Record;
        (agency.Visibility, agency.Source, agency.Attributes.TextOf("aliases")).Should().Be((Visibility.Partner, "wijk", "x|y"));
        records.Nodes[4].Record.Attributes.Number("reach").Should().Be(12.5m);
    }

    [Fact]
    public void A_round_of_questions_its_answers_and_who_was_asked_are_read()
    {
        using var files = new TempFiles();
        files.Write("Agency.csv", "id,name\nggd,GGD\npolitie,Politie\n");
        files.Write("Area.csv", "id,name\noost,Oost\nzuidoost,Zuidoost\n");
        files.Write("Inquiry.csv", "id,name,date,levelAsked,mayName\nr1,Rondgang,2026-03,3,ja\n");
        files.Write("IN.csv", "from,to\nInquiry:r1,oost\n");
        files.Write("INQUIRED.csv", "from,to,sent,answered,listed\nr1,Agency:ggd,2026-03-01,2026-03-09,agency:wijk:politie\n");
        files.Write("COLLABORATES.csv", "from,to,level,basis,inquiry,reportedBy\nAgency:ggd,Agency:politie,3,asked,inquiry:wijk:r1,GGD\n");
        files.Write("SUCCEEDS.csv", "from,to\nAgency:ggd,Agency:politie\nArea:oost,Area:zuidoost\nArea:oost,Agency:ggd\n");
        var records = Run(files.Folder);
        records.Refused.Should().ContainSingle().Which.Place.Should().Be(new RowPlace("SUCCEEDS.csv", 4), "an area cannot succeed an agency");
        var round = records.Nodes.Single(node => node.Record.Kind == NodeKind.Inquiry).Record.Attributes;
        (round.Date("date"), round.Integer("levelAsked"), round.IsTrue("mayName")).Should().Be((PartialDate.Parse("2026-03"), 3, true));
        var asked = records.Relations.Single(relation => relation.Record.Kind == RelationKind.Inquired).Record.Attributes;
        (asked.Date("answered"), asked.TextOf("listed")).Should().Be((PartialDate.Parse("2026-03-09"), "agency:wijk:politie"));
        var tie = records.Relations.Single(relation => relation.Record.Kind == RelationKind.Collaborates).Record.Attributes;
        (tie.Text("basis"), tie.Text("inquiry")).Should().Be(("asked", "inquiry:wijk:r1"));
        records.Relations.Count(relation => relation.Record.Kind == RelationKind.Succeeds).Should().Be(2);
    }

    [Fact]
    public void Booleans_may_be_dutch_or_english()
    {
        using var files = new TempFiles();
        files.Write("Domain.csv", "id,name,catchAll\n1,a,ja\n2,b,no\n3,c,TRUE\n4,d,\n");
        Run(files.Folder).Nodes.Select(node => node.Record.Attributes["catchAll"]).Should().Equal(true, false, true, null);
    }

    [Fact]
    public void A_whole_key_refers_to_what_is_in_the_graph()
    {
        using var files = new TempFiles();
        files.Write("RUNS.csv", "from,to\nagency:amsterdam-subsidies:Stichting Cordaan,measure:wijk:m\n");
        Run(files.Folder).Relations.Single().Record.From.Should().Be("agency:amsterdam-subsidies:Stichting Cordaan");
    }

    [Theory]
    [InlineData("from,to\nggx,m\n", "RUNS.csv row 2: 'ggx': from: nothing is called that in the sheets Agency or Initiative; add it there or correct the name. Did you mean 'ggd'?")]
    [InlineData("from,to\nAgency:gdd,m\n", "RUNS.csv row 2: 'Agency:gdd': from: there is no row with id 'gdd' in the sheet Agency; add it there or correct the id. Did you mean 'ggd'?")]
    [InlineData("from,to\nArea:ggd,m\n", "RUNS.csv row 2: 'Area:ggd': from cannot be of kind Area; it may be Agency or Initiative.")]
    [InlineData("from,to\nAgency:ggd,\n", "RUNS.csv row 2: to is blank; every row of RUNS needs it.")]
    [InlineData("from,to,validFrom,validTo\nAgency:ggd,m,2026,2025\n", "RUNS.csv row 2: '2025': validTo 2025 comes before validFrom 2026; correct one of the two.")]
    public void A_wrong_row_is_refused_by_name(string runs, string message)
    {
        using var files = new TempFiles();
        files.Write("Agency.csv", "id,name\nggd,GGD\n");
        files.Write("Measure.csv", "id,name\nm,M\n");
        files.Write("RUNS.csv", runs);
        Run(files.Folder).Refused.Single().ToString().Should().Be(message);
    }

    [Theory]
    [InlineData("g\u0001gd", "GGD", "key holds the character U+0001 at position 14; take it out.")]
    [InlineData("ggd", "GG\u202ED", "name holds the character U+202E at position 3; take it out.")]
    [InlineData("9000", "GGD", "The key is 9012 bytes long (in UTF-8), and at most 8000 are allowed;")]
    [InlineData("ggd", "1001", "name is 1001 characters long, and at most 1000 are allowed;")]
    public void A_key_or_name_that_no_store_can_keep_is_refused_with_file_and_row(string id, string name, string why)
    {
        using var files = new TempFiles();
        files.Write("Agency.csv", $"id,name\npomp,De Pomp\n{Long(id)},{Long(name)}\n");
        var refused = Run(files.Folder).Refused.Should().ContainSingle().Subject;
        refused.Place.Should().Be(new RowPlace("Agency.csv", 3));
        refused.Message.En.Should().StartWith(why).And.EndWith("Correct the row.");
        refused.ToString().Length.Should().BeLessThan(600, "a report is for people");

        static string Long(string text) => int.TryParse(text, out var length) ? new string('k', length) : text;
    }

    [Fact]
    public void Lines_in_a_name_become_one()
    {
        using var files = new TempFiles();
        files.Write("Professional.csv", "id,role,name\nv,verbinder,\"Vera\nVoorbeeld \"\n");
        Run(files.Folder).Nodes.Single().Record.Name.Should().Be("Vera Voorbeeld");
    }

    [Fact]
    public void What_refers_to_a_refused_row_is_refused_too()
    {
        using var files = new TempFiles();
        files.Write("Agency.csv", "id,name,type\nggd,GGD,winkel\n");
        files.Write("Measure.csv", "id,name\nm,M\n");
        files.Write("RUNS.csv", "from,to\nAgency:ggd,m\n");
        var records = Run(files.Folder);
        records.Refused.Select(row => row.Place.ToString()).Should().Equal("Agency.csv row 2", "RUNS.csv row 2");
        records.Relations.Should().BeEmpty();
    }

    [Theory]
    [InlineData("Agencie.csv", "id,name\n", "Agencie.csv row 1: 'Agencie' is not a sheet of the form *. Did you mean 'Agency'?*")]
    [InlineData("Agency.csv", "colour,website\n", "Agency.csv row 1: the column 'id' or 'name' is missing; add it. The headings in this row are: colour, website.")]
    [InlineData("Activiteiten.csv", "Organisatie;Actviteit;Waar\n", "Activiteiten.csv row 1: the column 'activity' is missing; add it. * Organisatie, Actviteit, Waar.*")]
    public void A_file_of_which_nothing_can_be_read_is_refused_with_a_suggestion(string name, string text, string message)
    {
        using var files = new TempFiles();
        files.Write(name, text);
        FluentActions.Invoking(() => Run(files.Folder)).Should().Throw<ImportFileException>().WithMessage(message);
    }

    [Fact]
    public void Sheets_headings_kinds_and_values_may_be_Dutch_and_names_do_for_ids()
    {
        using var files = new TempFiles();
        files.Write("Instanties.csv", "Naam;Soort;Geldig vanaf\nGGD;Zorg;1-9-2025\nDe Pomp;Welzijn;sept 2025\n");
        files.Write("Gebieden.csv", "naam;niveau;ligt in\nOost;stadsdeel;\nHavenbuurt;Buurt;oost\n");
        files.Write("Maatregelen.csv", "Naam;Soort;Toegang;Budget\nSpreekuur;dienst;loket;€ 5.000\n");
        files.Write("werkt samen met.csv", "Van;Naar;Niveau;Grond;Gemeld door\nGGD;organisatie: de pomp;kennen elkaar;gevraagd;GGD\n");
        var records = Run(files.Folder);
        records.Refused.Should().BeEmpty();
        var nodes = records.Nodes.ToDictionary(node => node.Record.Name, node => node.Record);
        (nodes["GGD"].Attributes.Text("type"), nodes["GGD"].ValidFrom).Should().Be(("care", PartialDate.Parse("2025-09-01")));
        (nodes["De Pomp"].Attributes.Text("type"), nodes["De Pomp"].ValidFrom).Should().Be(("welfare", PartialDate.Parse("2025-09")));
        (nodes["Spreekuur"].Attributes.Text("access"), nodes["Spreekuur"].Attributes.Number("budget")).Should().Be(("counter", 5000m));
        records.Relations.Select(relation => (relation.Record.Kind, relation.Record.From, relation.Record.To)).Should().BeEquivalentTo(
            [(RelationKind.PartOf, "area:wijk:Havenbuurt", "area:wijk:Oost"), (RelationKind.Collaborates, "agency:wijk:De Pomp", "agency:wijk:GGD")]);
        records.Relations.Single(relation => relation.Record.Kind == RelationKind.Collaborates).Record.Attributes.Integer("level").Should().Be(1);
    }

    [Fact]
    public void A_name_that_fits_two_things_asks_which()
    {
        using var files = new TempFiles();
        files.Write("Agency.csv", "id,name\na,De Linde\nb,de linde\n");
        files.Write("Initiative.csv", "id,name\nc,De Linde\n");
        files.Write("Measure.csv", "id,name\nm,M\n");
        files.Write("RUNS.csv", "from,to\nDe Linde,m\nInitiative:De Linde,m\nb,m\n");
        var records = Run(files.Folder);
        records.Refused.Single().ToString().Should().Be("RUNS.csv row 2: 'De Linde': from: this may be more than one; write Agency:a or Agency:b or Initiative:c.");
        records.Relations.Select(relation => relation.Record.From).Should().Equal("initiative:wijk:c", "agency:wijk:b");
    }

    [Fact]
    public void All_that_is_wrong_with_a_row_is_told_at_once()
    {
        using var files = new TempFiles();
        files.Write("Measure.csv", "id,name,type,budget,validFrom\nm,M,shop,much,soon\n");
        Run(files.Folder).Refused.Select(remark => remark.Value).Should().BeEquivalentTo(["shop", "much", "soon"]);
    }

    [Fact]
    public void Columns_that_are_not_known_are_told_and_the_rest_is_read()
    {
        using var files = new TempFiles();
        files.Write("Agency.csv", "id,name,colour,wbsite\na,A,red,\nb,B,blue,x\n");
        var records = Run(files.Folder);
        records.Nodes.Should().HaveCount(2);
        records.Warnings.Select(warning => warning.ToString()).Should().Equal(
            "Agency.csv row 1: 'colour': this column is not read (2 values).", "Agency.csv row 1: 'wbsite': this column is not read (1 value). Did you mean 'website'?");
    }

    private static MappedRecords Run(string path) => MappingRunner.Run(MappingLibrary.Find("wijk"), [path], null, DateTimeOffset.UnixEpoch, null, default);
}
