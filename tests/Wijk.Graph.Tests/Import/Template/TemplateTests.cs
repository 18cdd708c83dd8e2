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
        Run(files.Folder).Refused.Single().Line.Nl.Should()
            .StartWith("Agency.csv rij 2: 'cares': type moet één van deze zijn: municipality, ").And.EndWith(", unknown. Bedoelt u 'care'?");
        files.Write("Agencie.csv", "id,name\n");
        FluentActions.Invoking(() => Run(files.Folder)).Should().Throw<ImportFileException>()
            .Which.Why.Nl.Should().StartWith("Agencie.csv: 'Agencie' is geen soort knoop of relatie. Bedoelt u 'Agency'? De soorten zijn Area, ");
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
    [InlineData("from,to\nggd,m\n", "RUNS.csv row 2: 'ggd': from may be of several kinds, so write Agency:ggd or Initiative:ggd.")]
    [InlineData("from,to\nAgency:gdd,m\n", "RUNS.csv row 2: 'Agency:gdd': from: there is no row with id 'gdd' in the sheet Agency; add it there or correct the id. Did you mean 'ggd'?")]
    [InlineData("from,to\nArea:ggd,m\n", "RUNS.csv row 2: 'Area:ggd': from cannot be of kind Area; it may be Agency or Initiative.")]
    [InlineData("from,to\nAgency:ggd,\n", "RUNS.csv row 2: to is blank; every row of RUNS needs it.")]
    [InlineData("from,to,validFrom,validTo\nAgency:ggd,m,2026,2025\n", "RUNS.csv row 2: 'RUNS': validTo 2025 comes before validFrom 2026. Correct the row.")]
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
        files.Write("Agency.csv", "id,name,type\nggd,GGD,zorg\n");
        files.Write("Measure.csv", "id,name\nm,M\n");
        files.Write("RUNS.csv", "from,to\nAgency:ggd,m\n");
        var records = Run(files.Folder);
        records.Refused.Select(row => row.Place.ToString()).Should().Equal("Agency.csv row 2", "RUNS.csv row 2");
        records.Relations.Should().BeEmpty();
    }

    [Theory]
    [InlineData("Agencie.csv", "id,name\n", "Agencie.csv: 'Agencie' is not a kind of node or relation. Did you mean 'Agency'?*")]
    [InlineData("Agency.csv", "id,naam\n", "Agency.csv row 1: there is no column 'naam' in Agency. Did you mean 'name'?*")]
    [InlineData("Agency.csv", "name\n", "Agency.csv row 1: the column 'id' is missing; add it.")]
    public void Unknown_files_and_columns_are_refused_with_a_suggestion(string name, string text, string message)
    {
        using var files = new TempFiles();
        files.Write(name, text);
        FluentActions.Invoking(() => Run(files.Folder)).Should().Throw<ImportFileException>().WithMessage(message);
    }

    private static MappedRecords Run(string path) => MappingRunner.Run(MappingLibrary.Find("wijk"), [path], null, DateTimeOffset.UnixEpoch, null, default);
}
