using System.IO.Compression;
using System.Text;
using Wijk.Graph.Import.Formats;

namespace Wijk.Graph.Tests.Import.Formats;

/// <summary>46082 is 1 March 2026 in the calendar that begins in 1900, and 44620 in the one of 1904.</summary>
public class WorkbookDateTests
{
    [Theory]
    [InlineData("yyyy-mm-dd", "2026-03-01")]
    [InlineData("[$-413]d mmmm yyyy;@", "2026-03-01")]
    [InlineData("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "2026-03-01")]
    [InlineData("d-mmm", "2026-03-01")]
    [InlineData("mmm-yy", "2026-03")]
    [InlineData("mmmm yyyy", "2026-03")]
    [InlineData("yyyy", "2026")]
    [InlineData("0.00", "46082")]
    [InlineData("General", "46082")]
    [InlineData("\"dag \"0", "46082")] // a text in quotes is no part of a date
    [InlineData("[Red]#,##0", "46082")]
    [InlineData("h:mm", "00:00:00")]
    [InlineData("dd-mm-yyyy hh:mm", "2026-03-01")]
    public void A_cell_says_what_its_format_shows(string format, string text) => Read("46082", format).Should().Be(text);

    [Fact]
    public void The_workbook_says_when_its_days_begin()
    {
        Read("44620", "yyyy-mm-dd", from1904: true).Should().Be("2026-03-01");
        Read("61", "yyyy-mm-dd").Should().Be("1900-03-01");
        Read("1", "yyyy-mm-dd").Should().Be("1900-01-01", "the 29th of February 1900 never was");
    }

    [Fact]
    public void A_time_of_the_day_is_kept() => Read("46082.75", "yyyy-mm-dd hh:mm").Should().Be("2026-03-01T18:00:00");

    [Fact]
    public void A_format_without_a_code_of_its_own_is_known_by_its_number() => Read("46082", null, numFmtId: 17).Should().Be("2026-03");

    private static string Read(string value, string? format, bool from1904 = false, int numFmtId = 164)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>""");
            Part("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Part("xl/workbook.xml", $"""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="{(from1904 ? 1 : 0)}"/><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>""");
            Part("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>""");
            var code = format is null ? "" : $"""<numFmts count="1"><numFmt numFmtId="164" formatCode="{System.Security.SecurityElement.Escape(format)}"/></numFmts>""";
            Part("xl/styles.xml", $"""<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{code}<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="{numFmtId}"/></cellXfs></styleSheet>""");
            Part("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>datum</t></is></c></row><row r="2"><c r="A2" s="1"><v>{value}</v></c></row></sheetData></worksheet>""");

            void Part(string name, string xml)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
                writer.Write(xml);
            }
        }

        return TableReader.Read(new("a.xlsx", stream.ToArray())).Single().Rows.Single().Values.Single();
    }
}
