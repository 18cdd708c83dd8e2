using System.IO.Compression;
using System.Text;
using Wijk.Graph.Import;
using Wijk.Graph.Import.Formats;
using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Model;
using Wijk.Graph.Tests.Import.Formats;

namespace Wijk.Graph.Tests.Import.Mappings;

/// <summary>Files in the forms of publishers, written by hand and counted by hand; each is recognised by what is in it.</summary>
public class ShippedFormatTests
{
    [Fact]
    public void HSDS_3_as_a_folder_places_a_service_at_each_of_its_addresses()
    {
        var records = Read("hsds",
            ("organizations.csv", "id,name\no1,Wijkteam\no2,GGD\n"),
            ("locations.csv", "id,location_type,organization_id,name\nl1,physical,o1,Huis\nl2,physical,o9,GGD\n"),
            ("addresses.csv", "id,location_id,address_1,postal_code\na1,l1,A 1,1093AB\na2,l2,B 2,1094AB\n"),
            ("services.csv", "id,organization_id,name,status\ns1,o1,Schuldhulp,active\ns2,o2,Spreekuur,inactive\n"),
            ("service_at_location.csv", "id,service_id,location_id\nx1,s1,l1\nx2,s1,l2\nx3,s2,l2\n"),
            ("service_areas.csv", "id,service_id,name\nv1,s1,Zuid\n"),
            ("taxonomy_terms.csv", "id,name,parent_id,taxonomy\nt0,Geld,,activities\nt1,Schulden,t0,activities\nt2,Jongeren,,Target groups\n"),
            ("attributes.csv", "id,link_id,link_entity,taxonomy_term_id\nk1,s1,service,t1\nk2,s1,service,t2\nk3,s2,organization,t1\n"));
        records.Refused.Should().BeEmpty();
        Names(records, NodeKind.Agency).Should().BeEquivalentTo("Wijkteam", "GGD");
        Names(records, NodeKind.Measure).Should().BeEquivalentTo("Schuldhulp", "Spreekuur");
        Count(records, RelationKind.Runs).Should().Be(2);
        Ends(records, RelationKind.In).Should().BeEquivalentTo("area:h:1093AB", "area:h:1094AB", "area:h:Zuid");
        Ends(records, RelationKind.For).Should().Equal("targetgroup:h:t2", "targetgroup:h:t2", "targetgroup:h:t2");
        Ends(records, RelationKind.InDomain).Should().Equal("domain:h:t1");
        Ends(records, RelationKind.PartOf).Should().Equal("domain:h:t0");
        records.Warnings.Should().Contain(warning => warning.Message.En.Contains("the service has stopped"))
            .And.Contain(warning => warning.Message.En.Contains("the organisation of this location is not in the files"), "in the standard's own example it is not");
        records.Relations.Where(relation => relation.Record.Kind == RelationKind.In).Select(relation => relation.Record.Inference is null)
            .Should().BeEquivalentTo([false, false, true], "a postal code is concluded, an area is what the service says itself");
    }

    [Fact]
    public void HSDS_2_as_a_folder_knows_its_terms_from_a_table_of_links()
    {
        var records = Read("hsds",
            ("organization.csv", "id,name,url\no1,Wijkteam,https://wijkteam.example\n"),
            ("location.csv", "id,organization_id,name\nl1,o1,Huis\n"),
            ("physical_address.csv", "id,location_id,address_1,city,postal_code\na1,l1,A 1,X,1093AB\n"),
            ("service.csv", "id,organization_id,name,status\ns1,o1,Schuldhulp,active\n"),
            ("services_at_location.csv", "id,service_id,location_id\nx1,s1,l1\n"),
            ("taxonomy.csv", "id,name,parent_id,vocabulary\nt0,Geld,,x\nt1,Schulden,t0,x\n"),
            ("service_taxonomy.csv", "id,service_id,taxonomy_id\ny1,s1,t1\n"));
        records.Refused.Should().BeEmpty();
        Ends(records, RelationKind.In).Should().Equal("area:h:1093AB");
        Ends(records, RelationKind.InDomain).Should().Equal("domain:h:t1");
        Ends(records, RelationKind.PartOf).Should().Equal("domain:h:t0");
        records.Nodes.Single(node => node.Record.Kind == NodeKind.Agency).Record.Attributes.Text("website").Should().Be("https://wijkteam.example");
        records.Warnings.Should().BeEmpty();
    }

    [Fact]
    public void Ohana_lists_the_terms_of_a_service_in_one_cell()
    {
        var records = Read("hsds",
            ("organizations.csv", "id,accreditations,name,website\n1,,Food Bank,\n"),
            ("locations.csv", "id,organization_id,name\n1,1,Main\n"),
            ("addresses.csv", "id,location_id,address_1,city,state_province,postal_code,country\n1,1,A,X,CA,94403,US\n"),
            ("services.csv", "id,location_id,program_id,description,name,status,taxonomy_ids\n1,1,,,Pantry,active,\"101, 102-01\"\n"),
            ("taxonomy.csv", "taxonomy_id,name,parent_id,parent_name\n101,Emergency,,\n102,Food,,\n102-01,Pantry,102,Food\n"));
        records.Refused.Should().BeEmpty();
        Ends(records, RelationKind.InDomain).Should().BeEquivalentTo("domain:h:101", "domain:h:102-01");
        Count(records, RelationKind.Runs).Should().Be(1);
    }

    [Theory]
    [InlineData("services.json", """{"total_items":1,"contents":[{0}]}""", "attributes", """[{"id":"k","taxonomy_term":{"id":"t1","name":"Schulden","taxonomy":"x"}},{"taxonomy_term":{"id":"t2","name":"Jongeren","taxonomy":"Eligibility"}}]""", "addresses")]
    [InlineData("oruk.json", """[{0}]""", "service_taxonomys", """[{"id":"k","taxonomy":{"id":"t1","name":"Schulden","vocabulary":"x"}}]""", "physical_addresses")]
    public void HSDS_3_and_Open_Referral_UK_as_nested_json_are_walked(string file, string around, string terms, string values, string addresses)
    {
        var service = """
            {"id":"s1","name":"Schuldhulp","status":"active","organization":{"id":"o1","name":"Wijkteam"},"TERMS":VALUES,"service_areas":[],
             "service_at_locations":[{"id":"x1","location":{"ADDRESSES":[{"postal_code":"1093AB"}]}},{"id":"x2","location":{"ADDRESSES":[{"postal_code":"1094AB"}]}}]}
            """.Replace("TERMS", terms, StringComparison.Ordinal).Replace("VALUES", values, StringComparison.Ordinal).Replace("ADDRESSES", addresses, StringComparison.Ordinal);
        var records = Read("hsds-json", (file, around.Replace("{0}", service, StringComparison.Ordinal)));
        records.Refused.Should().BeEmpty();
        Names(records, NodeKind.Agency).Should().Equal("Wijkteam");
        Ends(records, RelationKind.In).Should().BeEquivalentTo("area:h:1093AB", "area:h:1094AB");
        Names(records, NodeKind.Domain).Should().Equal("Schulden");
        Names(records, NodeKind.TargetGroup).Should().Equal(terms == "attributes" ? ["Jongeren"] : []);
    }

    // As the standard's own examples have them: one service with all of it, and a page of the list, which leaves places out.
    [Theory]
    [InlineData("service_full.json", """{"id":"s1","name":"Schuldhulp","status":"active","fees":null,"phones":[{"id":"p","number":"1"}],"organization":{"id":"o1","name":"Wijkteam"},"service_areas":[{"id":"a","name":"Zuid"}],"service_at_locations":[{"id":"x1","location":{"addresses":[{"postal_code":"1093AB"}]}}]}""", 2)]
    [InlineData("service_list.json", """{"total_items":10,"page_number":1,"empty":false,"contents":[{"id":"s1","name":"Schuldhulp","status":"active","organization":{"id":"o1","name":"Wijkteam"},"program":{"id":"p1","name":"Geld"}}]}""", 0)]
    public void One_service_and_a_list_without_places_are_read_too(string file, string text, int areas)
    {
        var records = Read("hsds-json", (file, text));
        records.Refused.Should().BeEmpty();
        Names(records, NodeKind.Agency).Should().Equal("Wijkteam");
        Names(records, NodeKind.Measure).Should().Equal("Schuldhulp");
        Names(records, NodeKind.Area).Should().HaveCount(areas);
        records.Warnings.Any(warning => warning.Message.En.Contains("no place")).Should().Be(areas == 0);
    }

    private const string Grant = """
        {"grants":[
          {"id":"360G-x-1","title":"Moestuin","amountAwarded":1500.50,"currency":"GBP","awardDate":"2024-05-01T00:00:00Z","plannedDates":[{"startDate":"2024-06-01","endDate":"2025-05-31"}],
           "fundingOrganization":[{"id":"GB-2","name":"Fonds"}],"recipientOrganization":[{"id":"GB-1","name":"Groen"}],"grantProgramme":[{"code":"P","title":"Groen in de buurt"}],
           "beneficiaryLocation":[{"name":"Noord","geoCode":"E05000001","geoCodeType":"WD"},{"name":"Zuid"}]},
          {"id":"360G-x-2","title":"Steun","amountAwarded":300,"currency":"GBP","awardDate":"2024-05-02","fundingOrganization":[{"id":"GB-2","name":"Het Fonds"}],"recipientIndividual":{"id":"p","name":"Jan Jansen"}}
        ]}
        """;

    [Fact]
    public void A_360Giving_file_gives_funders_recipients_grants_and_places_and_no_persons()
    {
        var records = Read("360giving", ("360.json", Grant));
        records.Refused.Should().BeEmpty();
        Names(records, NodeKind.Agency).Should().BeEquivalentTo("Fonds", "Groen");
        Names(records, NodeKind.Measure).Should().BeEquivalentTo("Moestuin", "Steun", "Groen in de buurt");
        var funds = records.Relations.Where(relation => relation.Record.Kind == RelationKind.Funds).Select(relation => relation.Record).ToArray();
        funds.Select(fund => (fund.Attributes.Number("amount"), fund.Attributes.Integer("year"), fund.ValidTo?.ToString())).Should().BeEquivalentTo(new (decimal?, long?, string?)[] { (1500.5m, 2024L, "2025-05-31"), (300m, 2024L, null) });
        Ends(records, RelationKind.In).Should().BeEquivalentTo("area:h:E05000001", "area:h:Zuid");
        records.Nodes.Single(node => node.Record.Name == "Noord").Record.Attributes.Text("level").Should().Be("wijk");
        records.Warnings.Should().ContainSingle().Which.Message.En.Should().Contain("not go to an organisation");
        records.Nodes.Select(node => node.Record.Key + node.Record.Name).Should().NotContain(text => text.Contains("Jansen"));
    }

    [Fact]
    public void A_360Giving_table_is_read_by_its_headings()
    {
        var records = Read("360giving", ("grants 2024.csv",
            "Identifier,Title,Description,Currency,Amount Awarded,Award Date,Planned Dates:Start Date,Planned Dates:End Date,Recipient Org:Identifier,Recipient Org:Name,Funding Org:Identifier,Funding Org:Name,"
            + "Grant Programme:Title,Beneficiary Location:Name\nG1,Moestuin,,GBP,\"1,500.50\",2024-05-01,2024-06-01,2025-05-31,GB-1,Groen,GB-2,Fonds,,Noord\n"));
        records.Refused.Should().BeEmpty();
        records.Relations.Single(relation => relation.Record.Kind == RelationKind.Funds).Record.Attributes.Number("amount").Should().Be(1500.5m);
        Ends(records, RelationKind.In).Should().Equal("area:h:Noord");
    }

    // The forms in which the ministries' grants are published: as one table of all (Open State's), as each ministry's own workbook, as JSON, and as the contributions to municipalities.
    [Theory]
    [InlineData("subsidieoverzichten.csv", """
        departement,beleidsartikel,subsidieregeling,artikel_nummer,naam_ontvanger,uitgekeerd_bedrag,begrotingsjaar,begrotings_hoofdstuk,begrotings_staat
        Volksgezondheid,Jeugd,Jeugdregeling,5,Stichting Zon,"40,000",2014,XVI,U
        Volksgezondheid,Jeugd,Jeugdregeling,5,Stichting Zon,"0,456",2015,XVI,U
        Volksgezondheid,Jeugd,Jeugdregeling,5,natuurlijk persoon of v.o.f.,"12,500",2015,XVI,U
        Volksgezondheid,Jeugd,Jeugdregeling,5,Stichting Maan,"-3,000",2015,XVI,U

        """)]
    [InlineData("overzicht.csv", """
        naam ministerie;naam beleidsartikel;naam subsidie(regeling);artikel nummer;naam ontvanger;uitgekeerd bedrag subsidie(regeling) per eindontvanger (x € 1.000);jaar
        Volksgezondheid;Jeugd;Jeugdregeling;5;Stichting Zon;40,0;2014
        Volksgezondheid;Jeugd;Jeugdregeling;5;Stichting Zon;0,456;2015
        Volksgezondheid;Jeugd;Jeugdregeling;5;;12,5;2015
        Volksgezondheid;Jeugd;Jeugdregeling;5;Stichting Maan;-3;2015

        """)]
    [InlineData("subsidieoverzichten.json", """
        [{"Regeling":"Jeugdregeling","Beleid":"Jeugd","Ontvanger":"Stichting Zon","Realisatie":40000,"Jaar":"2014","Overheid":"Volksgezondheid"},
         {"Regeling":"Jeugdregeling","Beleid":"Jeugd","Ontvanger":"Stichting Zon","Realisatie":456.0,"Jaar":"2015","Overheid":"Volksgezondheid"},
         {"Regeling":"Jeugdregeling","Beleid":"Jeugd","Ontvanger":"Particulieren","Realisatie":12500,"Jaar":"2015","Overheid":"Volksgezondheid"},
         {"Regeling":"Jeugdregeling","Beleid":"Jeugd","Ontvanger":"Stichting Maan","Realisatie":-3000,"Jaar":"2015","Overheid":"Volksgezondheid"}]
        """)]
    [InlineData("bijdragen_aan_medeoverheden.csv", """
        "Jaar","Begrotingshoofdstuk","Naam Begroting","Begrotings artikel nr","Naam beleidsartikel","Financieel Instrument","Uitsplitsing Bijdrage","Ontvanger","Realisatie (*1000) per bijdrage"
        "2014","XVI","Volksgezondheid","5","Jeugd","Bijdrage aan medeoverheden","Jeugdregeling","Stichting Zon","40,00"
        "2015","XVI","Volksgezondheid","5","Jeugd","Bijdrage aan medeoverheden","Jeugdregeling","Stichting Zon","0,456"
        "2015","XVI","Volksgezondheid","5","Jeugd","Bijdrage aan medeoverheden","Jeugdregeling","Diversen","12,50"
        "2015","XVI","Volksgezondheid","5","Jeugd","Bijdrage aan medeoverheden","Jeugdregeling","Stichting Maan","-3,00"

        """)]
    public void Grants_of_the_ministries_say_who_got_what_under_which_scheme_and_name_no_persons(string name, string text)
    {
        var records = Read("rijk-subsidies", (name, text));
        records.Refused.Should().BeEmpty();
        Names(records, NodeKind.Agency).Should().BeEquivalentTo("Volksgezondheid", "Stichting Zon", "Stichting Maan");
        Names(records, NodeKind.Domain).Should().Equal("Jeugd");
        Ends(records, RelationKind.Funds).Should().HaveCount(3);
        records.Relations.Where(relation => relation.Record.Kind == RelationKind.Funds).Select(relation => (relation.Record.Attributes.Number("amount"), relation.Record.Attributes.Integer("year")))
            .Should().BeEquivalentTo(new (decimal?, long?)[] { (40_000m, 2014L), (456m, 2015L), (12_500m, 2015L) });
        Count(records, RelationKind.Runs).Should().Be(2);
        records.Warnings.Select(warning => warning.Message.En).Should().Contain(message => message.Contains("the recipient is a person")).And.Contain(message => message.Contains("money that came back"));
    }

    [Fact]
    public void A_number_in_the_cell_of_a_workbook_is_that_number_however_the_source_writes_numbers()
    {
        using var files = new TempFiles();
        var path = Path.Combine(files.Folder, "Subsidieoverzicht VWS 2013.xlsx");
        MiniExcelLibs.MiniExcel.SaveAs(path, new[] { new Dictionary<string, object> { ["naam ministerie"] = "VWS", ["naam beleidsartikel/subsidie(regeling)"] = "Sport", ["artikel nummer"] = 6, ["naam ontvanger"] = "NOC*NSF", ["uitgekeerd bedrag subsidie(regeling) per eindontvanger"] = 1.234 } });
        MappingLibrary.Detect([path]).Name.Should().Be("rijk-subsidies");
        var fund = MappingRunner.Run(MappingLibrary.Find("rijk-subsidies"), [path], null, default, null, default).Relations.Single(relation => relation.Record.Kind == RelationKind.Funds).Record;
        (fund.Attributes.Number("amount"), fund.Attributes.Integer("year")).Should().Be((1_234m, 2013L), "the year is in the name of the file");
    }

    [Fact]
    public void A_collection_of_shapes_is_no_outline_and_its_row_says_so()
    {
        var table = TableReader.Read(new("a.geojson", """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":1},"geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]}},
            {"type":"Feature","properties":{"a":2},"geometry":{"type":"Polygon","coordinates":[[["x",2]]]}},{"type":"Feature","properties":{"a":3},"geometry":{"type":"Point","coordinates":[1,2]}}]}
            """u8.ToArray()))[0];
        table.Rows.Select(row => row.Fault?.Message.En.Split(';')[0]).Should().Equal(
            "a collection of different shapes (GeometryCollection) is not an outline", "the geometry is no Point, LineString, Polygon or Multi of these with numbers as coordinates", null);
    }

    [Fact]
    public void Outlines_of_Statistics_Netherlands_come_with_their_level_residents_and_coordinates()
    {
        var records = Read("cbs-gebieden", ("wijkenbuurten_2023.geojson", """
            {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"features":[
             {"type":"Feature","id":"b.1","properties":{"buurtcode":"BU03630000","buurtnaam":"Kop","wijkcode":"WK036300","gemeentecode":"GM0363","aantal_inwoners":1200},
              "geometry":{"type":"MultiPolygon","coordinates":[[[[1,2],[3,4.50],[5,6],[1,2]]]]}},
             {"type":"Feature","properties":{"buurtcode":"BU03630001","buurtnaam":"Geheim","aantal_inwoners":-99997},"geometry":{"type":"Polygon","coordinates":[[[1,2,7],[3,4,7],[1,2,7]]]}},
             {"type":"Feature","properties":{"buurtcode":"x"},"geometry":null}]}
            """));
        records.Refused.Should().BeEmpty();
        var first = records.Nodes.Single(node => node.Record.Name == "Kop").Record;
        first.Key.Should().Be("area:h:BU03630000");
        (first.Attributes.Text("level"), first.Attributes.Integer("edition"), first.Attributes.Integer("population"), first.Attributes.Integer("epsg"), first.Attributes.Text("geometry"))
            .Should().Be(("buurt", 2023, 1200, 28992, "MULTIPOLYGON (((1 2, 3 4.50, 5 6, 1 2)))"));
        var secret = records.Nodes.Single(node => node.Record.Name == "Geheim").Record;
        (secret.Attributes.Integer("population"), secret.Attributes.Text("geometry")).Should().Be((null, "POLYGON ((1 2, 3 4, 1 2))"));
        records.Warnings.Should().ContainSingle().Which.Message.En.Should().Contain("(x)");
    }

    [Fact]
    public void Key_figures_of_Statistics_Netherlands_make_a_tree_of_areas()
    {
        var records = Read("cbs-gebieden", ("kerncijfers wijken en buurten 2023.csv",
            "ID;Wijken en buurten;Gemeentenaam_1;SoortRegio_2;Codering_3;AantalInwoners_5\n0;Nederland;Nederland;Land;NL00      ;17811291\n1;Amsterdam;Amsterdam;Gemeente;GM0363    ;918117\n"
            + "2;Burgwallen;Amsterdam;Wijk;WK036300;4535\n3;Kop Zeedijk;Amsterdam;Buurt;BU03630000;.\n"));
        records.Refused.Should().BeEmpty();
        Names(records, NodeKind.Area).Should().BeEquivalentTo("Amsterdam", "Burgwallen", "Kop Zeedijk");
        records.Relations.Select(relation => (relation.Record.From, relation.Record.To)).Should().BeEquivalentTo([("area:h:BU03630000", "area:h:WK036300"), ("area:h:WK036300", "area:h:GM0363")]);
        records.Nodes.Select(node => node.Record.Attributes.Integer("population")).Should().BeEquivalentTo(new long?[] { 918117, 4535, null });
        records.Warnings.Should().ContainSingle().Which.Message.En.Should().Contain("no municipality");
    }

    [Fact]
    public void Of_two_editions_of_Statistics_Netherlands_what_ended_is_succeeded_by_what_took_its_place()
    {
        using var files = new TempFiles();
        files.Write("wijkenbuurten_2018.geojson", Division(("GM0005", "Bedum"), ("WK000500", "Bedum"), ("BU00050000", "Bedum"), ("BU00050001", "Noordwolde"), ("GM0053", "Winsum"), ("WK005300", "Winsum"),
            ("GM0363", "Amsterdam"), ("BU03630000", "Kop"), ("BU03630001", "Oud")));
        files.Write("wijkenbuurten_2019.geojson", Division(("GM1966", "Het Hogeland"), ("WK196601", "Bedum"), ("BU19660100", "Bedum"), ("BU19660101", "Noordwolde"), ("WK196602", "Winsum"),
            ("GM0363", "Amsterdam"), ("BU03630000", "Kop"), ("BU03630001", "Nieuw"), ("BU03630002", "Aanbouw")));
        MappingLibrary.Detect([files.Folder]).Name.Should().Be("cbs-gebieden");
        var records = MappingRunner.Run(MappingLibrary.Find("cbs-gebieden"), [files.Folder], "h", DateTimeOffset.UnixEpoch, null, default);
        records.Refused.Should().BeEmpty();
        records.Rows.Should().Be(new RowTally(18, 18, 0, 0));
        records.Nodes.Where(node => node.Record.Attributes.Text("level") is "gemeente" || node.Record.Key.Contains("BU0363"))
            .Select(node => $"{node.Record.Key[7..]} {node.Record.Name} {node.Record.Attributes.Integer("edition")} {node.Record.ValidFrom}..{node.Record.ValidTo}").Should().BeEquivalentTo(
            "GM0005 Bedum 2018 ..2018", "GM0053 Winsum 2018 ..2018", "GM1966 Het Hogeland 2019 2019..", "GM0363 Amsterdam 2019 ..", "BU03630000 Kop 2019 ..", "BU03630001-2018 Oud 2018 ..2018", "BU03630001 Nieuw 2019 2019..", "BU03630002 Aanbouw 2019 2019..");
        var succeeds = records.Relations.Where(relation => relation.Record.Kind == RelationKind.Succeeds).Select(relation => relation.Record).ToArray();
        succeeds.Select(relation => $"{relation.From[7..]} {relation.To[7..]}").Should().BeEquivalentTo(
            "BU03630001 BU03630001-2018", "BU19660100 BU00050000", "BU19660101 BU00050001", "WK196601 WK000500", "WK196602 WK005300", "GM1966 GM0005", "GM1966 GM0053");
        succeeds.Should().OnlyContain(relation => relation.Source == Inference.Source, "it is concluded from codes and names");
        records.Relations.Where(relation => relation.Record.Kind == RelationKind.PartOf).Select(relation => $"{relation.Record.From[7..]} {relation.Record.To[7..]}").Should().Contain(["BU00050000 WK000500", "WK000500 GM0005", "BU19660100 WK196601"]);
    }

    private static string Division(params (string Code, string Name)[] areas) =>
        $"{{\"type\":\"FeatureCollection\",\"features\":[{string.Join(',', areas.Select(area => $"{{\"type\":\"Feature\",\"properties\":{{\"statcode\":\"{area.Code}\",\"statnaam\":\"{area.Name}\"}},\"geometry\":{{\"type\":\"Point\",\"coordinates\":[1,2]}}}}"))}]}}";

    [Fact]
    public void A_survey_with_a_column_for_each_partner_gives_ties_that_were_asked()
    {
        var records = Read("partner-survey", ("partners 2025.csv",
            "Tijdstempel,Van welke organisatie bent u?,E-mailadres,Hoe werkt u samen met [GGD],Hoe werkt u samen met [De Pomp],Opmerking\n"
            + "2025/09/01 10:22:13 AM GMT+2,Wijkteam,a@b.nl,We stemmen af.,Geen contact,3\n2025/09/02 9:00:00 AM GMT+2,GGD,,,2 - wisselen uit,\n"));
        records.Refused.Should().BeEmpty();
        Names(records, NodeKind.Agency).Should().BeEquivalentTo("Wijkteam", "GGD", "De Pomp");
        Names(records, NodeKind.Inquiry).Should().Equal("partners 2025");
        records.Relations.Where(relation => relation.Record.Kind == RelationKind.Collaborates).Select(relation => relation.Record)
            .Select(tie => (tie.Attributes.Integer("level"), tie.Attributes.Text("basis"), tie.Attributes.Text("reportedBy"), tie.Attributes.Text("inquiry")))
            .Should().BeEquivalentTo(new (long?, string?, string?, string?)[] { (3L, "asked", "Wijkteam", "inquiry:h:partners 2025"), (0L, "asked", "Wijkteam", "inquiry:h:partners 2025"), (2L, "asked", "GGD", "inquiry:h:partners 2025") });
        records.Relations.Where(relation => relation.Record.Kind == RelationKind.Inquired).Select(relation => relation.Record.Attributes.Date("answered")?.ToString()).Should().Equal("2025-09-01", "2025-09-02");
        records.Nodes.Single(node => node.Record.Name == "GGD").Record.Attributes.Text("observation").Should().Be("observed");
        string.Concat(records.Nodes.Select(node => node.Record.ToString())).Should().NotContain("a@b.nl");
    }

    [Fact]
    public void Tick_boxes_give_a_tie_of_the_level_that_the_question_names_or_of_none()
    {
        var records = Read("partner-survey", ("enquete.csv",
            "Tijdstempel;Uw organisatie;Met wie werkt u samen?;Met welke organisaties stemt u af?\n2025-09-01;Wijkteam;GGD, De Pomp, Wijkteam;GGD;\n"));
        records.Refused.Should().HaveCount(1, "a ragged row is refused");
        records = Read("partner-survey", ("enquete.csv",
            "Tijdstempel;Uw organisatie;Met wie werkt u samen?;Met welke organisaties stemt u af?\n2025-09-01;Wijkteam;De Pomp, Wijkteam;\"GGD\nPolitie\"\n"));
        records.Refused.Should().BeEmpty();
        records.Relations.Where(relation => relation.Record.Kind == RelationKind.Collaborates).Select(relation => (relation.Record.Attributes.Integer("level"), relation.Record.Attributes.Text("basis")))
            .Should().BeEquivalentTo(new (long?, string?)[] { (null, null), (3L, "asked"), (3L, "asked") });
        records.Warnings.Should().ContainSingle().Which.Message.En.Should().Contain("the question names no level");
    }

    [Fact]
    public void A_matrix_whose_columns_are_the_partners_is_read_by_the_words_in_it()
    {
        using var files = new TempFiles();
        var path = files.Write("antwoorden.csv", "ID;Voltooiingstijd;Organisatie;GGD;De Pomp;Hoeveel mensen?\n1;2025-09-01T10:00:00;Wijkteam;Stemmen af;Eén aanpak;3\n");
        FluentActions.Invoking(() => MappingLibrary.Detect([path])).Should().Throw<MappingException>();
        var records = MappingRunner.Run(MappingLibrary.Find("partner-matrix"), [path], "h", default, null, default);
        records.Refused.Should().BeEmpty();
        records.Relations.Where(relation => relation.Record.Kind == RelationKind.Collaborates).Select(relation => relation.Record.Attributes.Integer("level")).Should().BeEquivalentTo(new long?[] { 3, 5 });
        records.Warnings.Should().ContainSingle().Which.Message.En.Should().Contain("(Hoeveel mensen?, ID)", "a number is no level where nothing says that it is");
    }

    [Fact]
    public void A_workbook_of_LibreOffice_is_read_as_others_are()
    {
        var tables = TableReader.Read(new("a.ods", Ods("""
            <table:table table:name="Pairs"><table:table-row><table:table-cell office:value-type="string"><text:p>van</text:p></table:table-cell><table:table-cell><text:p>naar</text:p></table:table-cell>
            <table:table-cell><text:p>niveau</text:p></table:table-cell><table:table-cell><text:p>dag</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16380"/></table:table-row>
            <table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>
            <table:table-row><table:table-cell><text:p>GGD</text:p><text:p>Noord</text:p><office:annotation><text:p>note</text:p></office:annotation></table:table-cell><table:table-cell table:number-columns-repeated="1"><text:p>De<text:s/>Pomp</text:p></table:table-cell>
            <table:table-cell office:value-type="float" office:value="3"><text:p>3,00</text:p></table:table-cell><table:table-cell office:value-type="date" office:value-date="x" office:date-value="2025-09-01"><text:p>1-9</text:p></table:table-cell></table:table-row>
            <table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>
            <table:table table:name="Leeg"/>
            """)));
        tables.Should().ContainSingle();
        tables[0].File.Should().Be("a.ods [Pairs]");
        tables[0].Columns.Should().Equal("van", "naar", "niveau", "dag");
        tables[0].Rows.Select(row => (row.Place.Row, string.Join('|', row.Values))).Should().Equal((4, "GGD\nNoord|De Pomp|3|2025-09-01"));
    }

    [Fact]
    public void A_cell_of_LibreOffice_that_shows_a_month_is_that_month_and_an_error_is_no_text()
    {
        var styles = """
            <office:automatic-styles><number:date-style style:name="N1"><number:month number:textual="true"/><number:text> </number:text><number:year number:style="long"/></number:date-style>
            <number:date-style style:name="N2"><number:day/><number:month/><number:year/></number:date-style><number:date-style style:name="N3"><number:year/></number:date-style>
            <style:style style:name="base" style:family="table-cell" style:data-style-name="N1"/><style:style style:name="ce1" style:family="table-cell" style:parent-style-name="base"/>
            <style:style style:name="ce2" style:family="table-cell" style:data-style-name="N2"/><style:style style:name="ce3" style:family="table-cell" style:data-style-name="N3"/></office:automatic-styles>
            """;
        var day = """office:value-type="date" office:date-value="2025-09-01"><text:p>x</text:p></table:table-cell>""";
        var table = TableReader.Read(new("a.ods", Ods($"""
            <table:table table:name="P"><table:table-column table:number-columns-repeated="2"/><table:table-column table:default-cell-style-name="ce3"/>
            <table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell><table:table-cell><text:p>c</text:p></table:table-cell><table:table-cell><text:p>d</text:p></table:table-cell></table:table-row>
            <table:table-row><table:table-cell table:style-name="ce1" {day}<table:table-cell table:style-name="ce2" {day}<table:table-cell {day}<table:table-cell office:value-type="string" calcext:value-type="error"><text:p>Err:508</text:p></table:table-cell></table:table-row></table:table>
            """, styles)))[0];
        table.Rows.Single().Values.Should().Equal("2025-09", "2025-09-01", "2025", "#VALUE!");
    }

    [Fact]
    public void The_form_is_known_as_a_workbook_of_LibreOffice_too_with_a_title_above_it()
    {
        using var files = new TempFiles();
        var path = files.Write("ingevuld.ods", Ods(Sheet("Activiteiten", ["Ons aanbod"], [], ["Organisatie", "Activiteit", "Voor wie", "Waar", "Budget"], ["De Linde", "Koffie", "ouderen", "Oost", "# 4500.5"], ["GGD", "Prik", "jongeren", "Oost", ""])
            + Sheet("Contacten", ["Wie", "Met wie", "Hoe nauw"], ["De Linde", "GGD", "stemmen af"]) + Sheet("Uitleg", ["Zo vult u dit in"])));
        MappingLibrary.Detect([path]).Name.Should().Be("wijk");
        var records = MappingRunner.Run(MappingLibrary.Find("wijk"), [path], null, DateTimeOffset.UnixEpoch, null, default);
        records.Refused.Should().BeEmpty();
        Names(records, NodeKind.Agency).Should().BeEquivalentTo("De Linde", "GGD");
        records.Nodes.Single(node => node.Record.Name == "Koffie").Record.Attributes.Number("budget").Should().Be(4500.5m);
        records.Relations.Single(relation => relation.Record.Kind == RelationKind.Collaborates).Record.Attributes.Integer("level").Should().Be(3);
        records.Warnings.Should().Contain(warning => warning.Value == "Ons aanbod");
    }

    // A value that begins with "# " is a number cell.
    private static string Sheet(string name, params string[][] rows) => $"<table:table table:name=\"{name}\">{string.Concat(rows.Select(row => $"<table:table-row>{string.Concat(row.Select(Cell))}</table:table-row>"))}</table:table>";

    private static string Cell(string value) => value.StartsWith("# ", StringComparison.Ordinal) ? $"<table:table-cell office:value-type=\"float\" office:value=\"{value[2..]}\"><text:p>€ {value[2..]}</text:p></table:table-cell>"
        : $"<table:table-cell><text:p>{value}</text:p></table:table-cell>";

    [Theory]
    [InlineData("a.ods", "no workbook", "*cannot be read as a workbook*")]
    [InlineData("a.xls", "x", "*Excel's old form (.xls)*Save as, Excel workbook (.xlsx)*")]
    [InlineData("a.zip", "x", "*is not unpacked; unpack it*")]
    [InlineData("a.gephi", "x", "*choose File, Export, Graph file in Gephi*")]
    public void A_form_that_is_not_read_is_refused_with_what_to_do(string name, string text, string message) =>
        FluentActions.Invoking(() => TableReader.Read(new(name, Encoding.UTF8.GetBytes(text)))).Should().Throw<ImportFileException>().WithMessage(message);

    [Fact]
    public void An_old_workbook_is_known_by_its_first_bytes_and_never_passed_over_in_a_folder()
    {
        FluentActions.Invoking(() => TableReader.Read(new("a.xlsx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]))).Should().Throw<ImportFileException>().WithMessage("*old form*password*");
        using var files = new TempFiles();
        files.Write("edges.csv", "from,to\na,b\n");
        files.Write("meer.xls", "x");
        FluentActions.Invoking(() => MappingLibrary.Detect([files.Folder])).Should().Throw<ImportFileException>().WithMessage("meer.xls: *");
    }

    private static MappedRecords Read(string mapping, params (string Name, string Text)[] given)
    {
        using var files = new TempFiles();
        foreach (var (name, text) in given) files.Write(name, text);
        string[] paths = given.Length == 1 ? [Path.Combine(files.Folder, given[0].Name)] : [files.Folder];
        MappingLibrary.Detect(paths).Name.Should().Be(mapping);
        return MappingRunner.Run(MappingLibrary.Find(mapping), paths, "h", DateTimeOffset.UnixEpoch, null, default);
    }

    private static IEnumerable<string> Names(MappedRecords records, NodeKind kind) => records.Nodes.Where(node => node.Record.Kind == kind).Select(node => node.Record.Name);

    private static int Count(MappedRecords records, RelationKind kind) => records.Relations.Count(relation => relation.Record.Kind == kind);

    private static IEnumerable<string> Ends(MappedRecords records, RelationKind kind) => records.Relations.Where(relation => relation.Record.Kind == kind).Select(relation => relation.Record.To);

    internal static byte[] Ods(string tables, string styles = "")
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var content = new StreamWriter(archive.CreateEntry("content.xml").Open(), new UTF8Encoding(false));
            content.Write($"""
                <?xml version="1.0" encoding="UTF-8"?>
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
                    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">
                {styles}<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>
                """);
        }

        return stream.ToArray();
    }
}
