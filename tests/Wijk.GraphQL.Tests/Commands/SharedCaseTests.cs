using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Commands;

/// <summary>
/// The folders of <c>../shared/cases</c>: files as people have them, each with what is right in its <c>expected.md</c>. The methods are called after the folders, so
/// that a folder without one is seen. B15 on a server is in <see cref="Neo4jTests"/>.
/// </summary>
public sealed partial class SharedCaseTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string Data => folder.File("data");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_folder_of_cases_has_a_test()
    {
        var tested = typeof(SharedCaseTests).GetMethods().Select(method => CaseName().Match(method.Name).Value).Where(name => name.Length > 0).ToHashSet();
        Directory.GetDirectories(SharedData.Cases("")).Select(Path.GetFileName).Except(tested).Should().BeEmpty();
    }

    [Fact]
    public async Task B01_a_cell_that_shows_a_month_is_that_month()
    {
        (await ImportAsync("B01/in.xlsx", "wijk")).Well();
        (await NodesAsync("Measure")).Select(Period).Should().BeEquivalentTo("Inloop 2026-03 2026-05", "Soos 2026-03-01 2026-05-31", "Jaar 2026 2026");
    }

    [Fact]
    public async Task B04_headings_below_and_beside_empty_cells_are_found()
    {
        (await ImportAsync("B04/in.xlsx", "wijk")).Well();
        (await KeysAsync("Agency")).Should().Equal("agency:x:ggd");
    }

    [Fact]
    public async Task B04b_a_sheet_with_an_empty_first_row_is_not_left_out()
    {
        (await ImportAsync("B04b/in.xlsx", "wijk")).Well();
        (await KeysAsync("Agency")).Should().Equal("agency:x:ggd");
        (await KeysAsync("TargetGroup")).Should().Equal("targetgroup:x:oud");
    }

    [Fact]
    public async Task B06_a_composed_and_a_decomposed_letter_are_one_key_or_told()
    {
        var told = Words((await ImportAsync("B06", "wijk")).Well());
        var cafes = (await KeysAsync("Agency")).Count(key => key.Contains("Zon"));
        if (cafes == 2) told.Should().Contain("Café Zon").And.Contain("nearly the same");
        told.Should().Contain("GGD").And.Contain("ggd");
        cafes.Should().BeInRange(1, 2);
    }

    [Fact]
    public async Task B06b_names_that_differ_by_an_accent_are_told() =>
        Words((await ImportAsync("B06b", "wijk")).Well()).Should().Contain("Stichting Café Lans").And.Contain("Stichting Cafe Lans");

    [Fact]
    public async Task B08_what_names_an_area_that_ended_counts_where_it_went()
    {
        (await ImportAsync("B08", "wijk")).Well();
        var overlap = Words((await AnalyseAsync("GM1966", "2019-06-01")).Well());
        overlap.Should().Contain("Jongeren in Het Hogeland: 3 organisations");
        Words((await AnalyseAsync("Bedum", "2019-06-01")).Refusal()).Should().Contain("Bedum").And.Contain("2018");
    }

    [Fact]
    public async Task B09b_two_tables_read_two_sheets_of_one_workbook()
    {
        (await ImportAsync("B09b/kumu.xlsx", SharedData.Cases("B09b/mapping.json"), null)).Well();
        (await NodesAsync("Agency")).Should().HaveCount(2);
        (await RelationsAsync("COLLABORATES")).Should().ContainSingle().Which["attributes"]!["level"]!.GetValue<int>().Should().Be(3);
    }

    [Fact]
    public async Task B10_a_list_is_walked_or_refused_by_name_and_never_an_id()
    {
        var refused = await ImportAsync("B10/360.json", SharedData.Cases("B10/mapping.json"), null);
        refused.ExitCode.Should().Be(1);
        Words(refused.Output).Should().Contain("recipientOrganization").And.Contain("each");
        Directory.Exists(Data).Should().BeFalse("nothing was written");

        (await ImportAsync("B10/360.json", "360giving")).Well();
        (await RelationsAsync("RUNS")).Select(Ends).Should().Equal("agency:x:GB-1 measure:x:v-1");
        (await NodesAsync("Agency")).Select(Name).Should().BeEquivalentTo("Groen", "Fonds");
    }

    [Fact]
    public async Task B10_places_in_lists_in_lists_are_areas()
    {
        (await ImportAsync("B10/services.json", "hsds-json")).Well();
        (await NodesAsync("Area")).Select(Name).Should().BeEquivalentTo("1012AB", "1013AB");
    }

    [Fact]
    public async Task B12_a_whole_number_with_decimals_is_that_number()
    {
        (await ImportAsync("B12", SharedData.Cases("B12/mapping.json"), null)).Well();
        (await RelationsAsync("COLLABORATES")).Select(tie => tie["attributes"]!["level"]!.GetValue<int>()).Should().BeEquivalentTo([3, 1]);
    }

    [Fact]
    public async Task B14_a_directory_of_HSDS_3_says_who_runs_what_and_where()
    {
        (await ImportAsync("B14", "hsds")).Well();
        ((await NodesAsync("Agency")).Length, (await NodesAsync("Measure")).Length, (await RelationsAsync("RUNS")).Length).Should().Be((2, 2, 2));
        var of = (await RelationsAsync("OF")).Where(relation => To(relation) == "measure:x:s1").Select(From).ToHashSet();
        (await RelationsAsync("IN")).Where(relation => of.Contains(From(relation))).Select(To).Should().BeEquivalentTo("area:x:1093AB", "area:x:1094AB");
        (await RelationsAsync("IN_DOMAIN")).Select(Ends).Should().Equal("measure:x:s1 domain:x:t1");
    }

    [Theory]
    [InlineData("check")]
    [InlineData("import")]
    public async Task B15_a_key_that_no_store_can_hold_refuses_its_row(string command)
    {
        var ended = await WijkCommand.RunAsync(command, SharedData.Cases("B15"), "--mapping", "wijk", "--namespace", "x", "--data", Data, "-l", "en");
        ended.ExitCode.Should().Be(1);
        Words(ended.Output).Should().Contain("Agency.csv row 2").And.Contain("at most 8000 are allowed");
        Directory.Exists(Data).Should().BeFalse("nothing was begun");
    }

    [Fact]
    public async Task B18_dates_as_people_write_them_are_read_or_refused_with_a_date_that_is_read()
    {
        var ended = await ImportAsync("B18", "wijk", "x", "--skip-refused");
        ended.Well().Should().NotContain("m4 ");
        (await NodesAsync("Measure")).Select(Period).Should().Contain("Inloop 2026-03-01 2026-05-31").And.Contain("x 2026-03 2026-05").And.Contain("y 2026-03-01 2026-05-31");
    }

    [Fact]
    public async Task B19_three_spellings_of_a_postal_code_are_told_or_one()
    {
        var told = Words((await WijkCommand.RunAsync("check", SharedData.Cases("B19"), "--mapping", "wijk", "--namespace", "x", "--data", Data, "-l", "en")).Well());
        told.Should().Contain("1012 AB").And.Contain("1012AB").And.Contain("1012ab");
    }

    [Fact]
    public async Task R01_a_merged_cell_is_blank_below_and_its_row_refused()
    {
        var ended = await ImportAsync("R01/in.xlsx", "wijk");
        ended.ExitCode.Should().Be(1);
        Words(ended.Output).Should().Contain("in.xlsx [COLLABORATES] row 3");
    }

    [Fact]
    public async Task R02_a_first_line_that_names_the_separator_is_obeyed()
    {
        (await ImportAsync("R02", "wijk")).Well();
        (await NodesAsync("Agency")).Select(Name).Should().BeEquivalentTo("GGD", "De Pomp");
    }

    [Fact]
    public async Task R03_a_workbook_in_strict_form_is_read()
    {
        (await ImportAsync("R03/in.xlsx", "wijk")).Well();
        (await NodesAsync("Agency")).Select(Name).Should().Equal("GGD");
    }

    [Fact]
    public async Task R04_a_Dutch_date_format_is_a_date()
    {
        (await ImportAsync("R04/in.xlsx", "wijk")).Well();
        (await NodesAsync("Measure")).Select(Period).Should().BeEquivalentTo("Inloop 2026-03-01 2026-05-31", "Soos 2026-03-01 2026-05-31", "Bus 2026-03-01 2026-05-31");
    }

    [Fact]
    public async Task R05_a_name_that_two_areas_have_asks_which()
    {
        (await ImportAsync("R05", "wijk")).Well();
        Words((await WijkCommand.RunAsync("analyse", "overlap", "--area", "Centrum", "--data", Data, "-l", "en")).Refusal()).Should().Contain("area:x:BU03630001").And.Contain("area:x:BU05990001");
    }

    [Fact]
    public async Task R06_a_code_of_two_editions_is_the_area_of_the_day_that_is_asked()
    {
        (await ImportAsync("R06", "wijk")).Well();
        Words((await WijkCommand.RunAsync("analyse", "overlap", "--area", "WK036301", "--data", Data, "-l", "en")).Refusal()).Should().Contain("area:x:WK036301-2015 (Oude wijk, 2015 – 2021), area:x:WK036301-2022 (Nieuwe wijk, 2022 – …)");
        Words((await AnalyseAsync("WK036301", "2018-06-01")).Well()).Should().Contain("Jongeren in Oude wijk").And.NotContain("Nieuwe wijk");
        Words((await AnalyseAsync("WK036301", "2024-06-01")).Well()).Should().Contain("Jongeren in Nieuwe wijk").And.NotContain("Oude wijk");
    }

    private Task<Ended> ImportAsync(string name, string mapping, string? ns = "x", params string[] more) =>
        WijkCommand.RunAsync(["import", SharedData.Cases(name), "--mapping", mapping, .. ns is null ? Array.Empty<string>() : ["--namespace", ns], .. more, "--data", Data, "-l", "en"]);

    private Task<Ended> AnalyseAsync(string area, string day) => WijkCommand.RunAsync("analyse", "overlap", "--area", area, "--as-of", day, "--data", Data, "-l", "en");

    private async Task<JsonNode[]> NodesAsync(string kind) => await RecordsAsync("nodes", kind);

    private async Task<JsonNode[]> RelationsAsync(string kind) => await RecordsAsync("relations", kind);

    private async Task<JsonNode[]> RecordsAsync(string list, string kind) =>
        [.. JsonNode.Parse((await WijkCommand.RunAsync("export", "--data", Data)).Well())![list]!.AsArray().Where(record => (string?)record!["kind"] == kind)!];

    private async Task<IEnumerable<string>> KeysAsync(string kind) => (await NodesAsync(kind)).Select(node => (string)node["key"]!);

    private static string Name(JsonNode node) => (string)node["attributes"]!["name"]!;

    private static string From(JsonNode relation) => (string)relation["from"]!;

    private static string To(JsonNode relation) => (string)relation["to"]!;

    private static string Ends(JsonNode relation) => $"{From(relation)} {To(relation)}";

    private static string Period(JsonNode node) => $"{Name(node)} {node["validFrom"]} {node["validTo"]}";

    /// <summary>The words of a report, without the lines and blanks of its tables.</summary>
    private static string Words(string report) => string.Join(' ', report.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("^[BR][0-9]{2}b?(?=_)")]
    private static partial Regex CaseName();
}
