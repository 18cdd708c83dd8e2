using MiniExcelLibs;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Overlap;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Commands;

/// <summary>The page of one combination in the terminal, and pages and tables in files.</summary>
public sealed class OverlapFormsTests(FilledFolders folders, SampleServer sample) : IClassFixture<SampleServer>, IDisposable
{
    private readonly TempFolder folder = new();

    private OverlapCell Cell => sample.Ask(new OverlapQuestion()).Cells[0];

    private string Key => AnswerKeys.OfCell(Cell);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("nl", "Wie er zijn", "Wat u kunt doen")]
    [InlineData("en", "Who is there", "What you can do")]
    public async Task One_combination_is_a_page_of_text_with_everybody_by_name(string language, string who, string next)
    {
        var text = (await AnalyseAsync("--cell", Key, "-l", language)).Well();
        text.Should().Contain(who).And.Contain(next).And.EndWith(Key);
        foreach (var listed in Cell.List)
        {
            text.Should().Contain(Cell.View.Graph.Node(listed.Agency).Name);
            foreach (var role in listed.Contacts) text.Should().Contain(role);
            foreach (var work in listed.Works) text.Should().Contain(Cell.View.Graph.Node(work.Measure).Name);
        }
    }

    [Fact]
    public async Task The_key_that_is_printed_below_a_combination_finds_it_whatever_else_is_asked()
    {
        var printed = (await AnalyseAsync("--lens", "both")).Well().Split('\n').Where(line => line.StartsWith("cell:", StringComparison.Ordinal)).ToArray();
        printed.Should().NotBeEmpty();
        foreach (var key in printed) (await AnalyseAsync("--cell", key)).Well().Should().EndWith(key);
        (await AnalyseAsync("--cell", printed[0] + "@" + SampleServer.AsOf)).Well().Should().EndWith(printed[0]);
    }

    [Theory]
    [InlineData("nl", "<html lang=\"nl\">")]
    [InlineData("en", "<html lang=\"en\">")]
    public async Task A_page_in_a_file_needs_nothing_beside_it_and_has_no_script(string language, string start)
    {
        var file = folder.File("page.html");
        (await AnalyseAsync("--cell", Key, "--format", "html", "-l", language, "--out", file)).Well();
        var html = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        html.Should().Contain(start).And.Contain("@page").And.NotContain("<script").And.NotContain("<link rel=\"stylesheet\"").And.NotContain("href=\"/");
        html.Should().EndWith("</html>", "it is whole");
        (await AnalyseAsync("--cell", Key, "--format", "html", "-l", language)).Well().Should().Be(html, "the screen gets the same");
    }

    [Fact]
    public async Task The_whole_list_is_a_page_too() =>
        (await AnalyseAsync("--format", "html", "--first", "3")).Well().Should().Contain("<table").And.Contain(">In woorden<").And.NotContain("<form");

    [Fact]
    public async Task A_table_has_a_row_for_each_activity_of_all_combinations_or_of_one()
    {
        var answer = sample.Ask(new OverlapQuestion());
        var rows = (await AnalyseAsync("--format", "csv", "--as-of", SampleServer.AsOf)).Well().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        rows.Should().HaveCount(1 + answer.Cells.Sum(Activities));
        rows[0].Should().Contain("combinatie;organisatie;maatregel;domeinen;betaald door;regelingen;van;tot en met;vraag naar;");

        var file = folder.File("list.xlsx");
        (await AnalyseAsync("--cell", Key, "--format", "xlsx", "--out", file, "-l", "en")).Well();
        var read = MiniExcel.Query(file, useHeaderRow: true).Cast<IDictionary<string, object>>().ToArray();
        read.Should().HaveCount(Activities(Cell));
        read.Select(row => row["organisation"]).Distinct().Should().BeEquivalentTo(Cell.List.Select(listed => Cell.View.Graph.Node(listed.Agency).Name));
        read.Select(row => row["key of the combination"]).Distinct().Should().Equal(Key);
    }

    [Theory]
    [InlineData("cell:overlap:nothing", "is geen sleutel van een combinatie", "is not the key of a combination")]
    [InlineData("agency:voorbeeldwijk:school", "is geen sleutel van een combinatie", "is not the key of a combination")]
    [InlineData("cell:overlap:group>top>a>->b", "geen twee organisaties", "no two organisations")]
    public async Task A_key_that_finds_nothing_is_refused_with_what_to_do(string key, string dutch, string english)
    {
        var file = folder.File("none.html");
        (await AnalyseAsync("--cell", key, "--format", "html", "--out", file)).Refusal().Should().Contain(dutch).And.Contain("overzicht van overlap");
        (await AnalyseAsync("--cell", key, "-l", "en")).Refusal().Should().Contain(english);
        File.Exists(file).Should().BeFalse("nothing is half-written");
    }

    [Fact]
    public async Task Forms_that_do_not_go_together_are_refused_in_plain_words()
    {
        (await AnalyseAsync("--format", "xlsx")).Refusal().Should().Contain("--out");
        (await AnalyseAsync("--out", folder.File("a.txt"))).Refusal().Should().Contain("--format");
        (await AnalyseAsync("--json", "--cell", Key)).Refusal().Should().Contain("--json");
        (await AnalyseAsync("--format", "csv", "--out", folder.File("no/such/folder/a.csv"))).ExitCode.Should().Be(1);
    }

    private static int Activities(OverlapCell cell) => cell.List.Sum(listed => listed.Works.Sum(work => work.Periods.Length));

    private async Task<Ended> AnalyseAsync(params string[] arguments) =>
        await WijkCommand.RunAsync(["analyse", "overlap", .. arguments, "--data", await folders.SampleAsync()]);
}
