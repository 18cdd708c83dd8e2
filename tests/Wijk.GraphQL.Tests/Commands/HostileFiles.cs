using System.Diagnostics;
using System.IO.Compression;
using System.Text;

namespace Wijk.GraphQL.Tests.Commands;

/// <summary>Files that nobody sends with good intent, made by code: each is small on disk or no file at all.</summary>
internal static class HostileFiles
{
    private const string Sheet = """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData>""";

    private const string Headings = """<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="B1" t="inlineStr"><is><t>name</t></is></c></row>""";

    private const string Agency = """<row r="2"><c r="A2" t="inlineStr"><is><t>a</t></is></c><c r="B2" t="inlineStr"><is><r><t>An </t></r><r><t>agency</t></r><rPh sb="0" eb="1"><t>spoken</t></rPh></is></c></row>""";

    private const string End = "</sheetData></worksheet>";

    /// <summary>A million rows that hold nothing, most with a million styles and no value, and a size that takes in all there could be.</summary>
    public static void MillionEmptyRows(string file) => Workbook(file, write =>
    {
        write(Sheet + Headings + Agency);
        for (var row = 3; row <= 1_048_576; row++) write($"""<row r="{row}" s="1" customFormat="1"><c r="A{row}" s="1"/></row>""");
        write(End);
    });

    /// <summary>One cell of 400 MB.</summary>
    public static void EndlessCell(string file) => Workbook(file, write =>
    {
        write(Sheet + Headings + """<row r="2"><c r="A2" t="inlineStr"><is><t>a</t></is></c><c r="B2" t="inlineStr"><is><t>""");
        Repeat(write, new string('x', 1 << 20), 400);
        write("</t></is></c></row>" + End);
    });

    /// <summary>One cell of 400 MB in runs of 1 kB.</summary>
    public static void EndlessRuns(string file) => Workbook(file, write =>
    {
        write(Sheet + Headings + """<row r="2"><c r="A2" t="inlineStr"><is><t>a</t></is></c><c r="B2" t="inlineStr"><is>""");
        Repeat(write, $"<r><t>{new string('x', 1 << 10)}</t></r>", 400 << 10);
        write("</is></c></row>" + End);
    });

    /// <summary>One cell of 400 MB in which tags are only text.</summary>
    public static void EndlessCData(string file) => Workbook(file, write =>
    {
        write(Sheet + Headings + """<row r="2"><c r="A2" t="inlineStr"><is><t><![CDATA[""");
        Repeat(write, string.Concat(Enumerable.Repeat("<x>", 1 << 18)), 530);
        write("]]></t></is></c></row>" + End);
    });

    /// <summary>An attribute of 400 MB.</summary>
    public static void EndlessAttribute(string file) => Workbook(file, write =>
    {
        write(Sheet + "<row r=\"1\" x=\"");
        Repeat(write, new string('x', 1 << 20), 400);
        write("\"></row>" + End);
    });

    /// <summary>A value in the first cell and one in the last that a sheet can have.</summary>
    public static void FirstAndLastCell(string file) => Workbook(file, write =>
        write(Sheet + Headings + Agency + """<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>""" + End));

    /// <summary>More than 1 GB, unpacked.</summary>
    public static void ZipBomb(string file) => Workbook(file, write =>
    {
        write(Sheet);
        Repeat(write, string.Concat(Enumerable.Repeat("<row/>", 1 << 16)), 2_800);
        write(End);
    });

    /// <summary>A table of a million columns.</summary>
    public static void MillionColumns(string file) => File.WriteAllText(
        file, string.Join(',', Enumerable.Range(0, 1_000_000).Select(column => $"c{column}")) + "\n" + new string(',', 999_999) + "\n");

    /// <summary>A row of ten million values, after one that is well.</summary>
    public static void MillionValues(string file) => File.WriteAllText(file, "id,name\na,A\n" + new string(',', 10_000_000) + "\n");

    /// <summary>A thousand rows that each name a thousand columns of their own.</summary>
    public static void MillionNames(string file) => File.WriteAllText(
        file,
        "[" + string.Join(",\n", Enumerable.Range(0, 1_000).Select(row => "{" + string.Join(',', Enumerable.Range(0, 1_000).Select(name => $"\"n{row}-{name}\":1")) + "}")) + "]");

    /// <summary>A pipe that nobody writes to.</summary>
    public static void Pipe(string file)
    {
        using var make = Process.Start("mkfifo", [file]);
        make.WaitForExit();
    }

    /// <summary>A link to a device that never ends.</summary>
    public static void Zeros(string file) => File.CreateSymbolicLink(file, "/dev/zero");

    private static void Repeat(Action<string> write, string text, int times)
    {
        for (var time = 0; time < times; time++) write(text);
    }

    private static void Workbook(string file, Action<Action<string>> sheet)
    {
        using var zip = ZipFile.Open(file, ZipArchiveMode.Create);
        Part("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>""");
        Part("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Part("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Agency" sheetId="1" r:id="r1"/></sheets></workbook>""");
        Part("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
        using var part = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        sheet(part.Write);

        void Part(string name, string xml)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(xml);
        }
    }
}
