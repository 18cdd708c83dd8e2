using System.Text;
using MiniExcelLibs;
using Wijk.Graph.Export;

namespace Wijk.Graph.Tests.Export;

public sealed class TableFileTests
{
    private static readonly string[] Headings = ["name", "text"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+31 20 123")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("=HYPERLINK(\"http://example.org\";\"click\")")]
    public async Task A_text_that_a_spreadsheet_would_run_is_written_as_text(string text)
    {
        using var csv = new MemoryStream();
        await TableFile.WriteCsvAsync(csv, Headings, [["a", text]], Cancel);
        var field = Encoding.UTF8.GetString(csv.ToArray()).Split("\r\n")[1]["a;".Length..].Trim('"');
        field.Should().StartWith("'");

        using var workbook = new MemoryStream();
        await TableFile.WriteWorkbookAsync(workbook, Headings, [["a", text]], Cancel);
        using var zip = new System.IO.Compression.ZipArchive(workbook);
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        (await sheet.ReadToEndAsync(Cancel)).Should().NotContain("<x:f").And.NotContain("<f");
    }

    [Fact]
    public async Task What_is_written_is_read_back_with_quotes_semicolons_lines_and_all_letters()
    {
        string[] row = ["Zorg; \"en\" welzijn", "een\ntwee, ë 你"];
        using var csv = new MemoryStream();
        await TableFile.WriteCsvAsync(csv, Headings, [row], Cancel);
        Encoding.UTF8.GetString(csv.ToArray()).Should().Be("\uFEFFname;text\r\n\"Zorg; \"\"en\"\" welzijn\";\"een\ntwee, ë 你\"\r\n");

        using var workbook = new MemoryStream();
        await TableFile.WriteWorkbookAsync(workbook, Headings, [row], Cancel);
        workbook.Position = 0;
        var read = workbook.Query(useHeaderRow: true).Cast<IDictionary<string, object>>().Should().ContainSingle().Which;
        read.Should().Equal(new Dictionary<string, object> { ["name"] = row[0], ["text"] = row[1] });
    }

    [Fact]
    public async Task A_table_without_rows_has_its_headings()
    {
        using var csv = new MemoryStream();
        await TableFile.WriteCsvAsync(csv, Headings, [], Cancel);
        Encoding.UTF8.GetString(csv.ToArray()).Should().Be("\uFEFFname;text\r\n");
    }
}
