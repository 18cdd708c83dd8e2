using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Wijk.Graph.Export;
using Wijk.Graph.Import;
using Wijk.Graph.Import.Formats;
using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Import.Template;
using Wijk.Graph.Model;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Export;

/// <summary>What is written for spreadsheet programs, opened by one and saved by it: nothing is lost on the way.</summary>
public sealed class LibreOfficeTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_form_and_each_export_that_it_opens_are_read_the_same_from_what_it_saves()
    {
        var form = folder.File("form.xlsx");
        await FormWriter.WriteWorkbookAsync(form, Language.Nl, Stop);
        Fill(form);
        var network = Network();
        await NetworkTableFiles.WriteFolderAsync(folder.File("csv"), network, Stop);
        await using (var stream = File.Create(folder.File("network.xlsx"))) await NetworkTableFiles.WriteWorkbookAsync(stream, network, Stop);
        string[] texts = [.. Directory.GetFiles(folder.File("csv")).Order(StringComparer.Ordinal)], tables = [folder.File("network.xlsx"), .. texts];
        await LibreOffice.SaveAsync(folder.Path, [form, folder.File("network.xlsx")], Stop);
        await LibreOffice.SaveAsync(folder.Path, texts, Stop);

        var (mine, theirs) = (Read(form), Read(Saved(form)));
        mine.Nodes.Should().HaveCount(6);
        MappingLibrary.Detect([Saved(form)]).Name.Should().Be("wijk");
        theirs.Nodes.Select(node => node.Record).Should().Equal(mine.Nodes.Select(node => node.Record));
        theirs.Relations.Select(relation => relation.Record.Key).Should().Equal(mine.Relations.Select(relation => relation.Record.Key));
        Content(Saved(form)).Split("<table:content-validation ").Should().HaveCountGreaterThan(15, "the lists to choose from are kept");

        foreach (var table in tables) Rows(Saved(table)).Should().Equal(Rows(table), table);
        tables.Sum(table => Rows(table).Length).Should().Be(2 * (network.Nodes.Count + network.Edges.Count), "each node and edge is in the workbook and in one of the files");
    }

    private string Saved(string file) => Path.Combine(folder.File("saved"), Path.ChangeExtension(Path.GetFileName(file), "ods"));

    private static string Content(string ods)
    {
        using var archive = ZipFile.OpenRead(ods);
        using var content = new StreamReader(archive.GetEntry("content.xml")!.Open());
        return content.ReadToEnd();
    }

    private static MappedRecords Read(string file) => MappingRunner.Run(MappingLibrary.Find("wijk"), [file], null, DateTimeOffset.UnixEpoch, null, default);

    private static string[] Rows(string file) => [.. TableReader.Read(SourceFile.Read(file)).SelectMany(table => table.Rows.Select(row => string.Join('|', table.Columns.Zip(row.Values, (column, value) => $"{column}={value}"))))];

    private static PublicNetwork Network()
    {
        var builder = new GraphBuilder();
        var (one, other) = (builder.Node(NodeKind.Agency, "GGD ‘Oost’; \"Zuid\", ë", ("type", "care")), builder.Node(NodeKind.Agency, "De Pomp"));
        builder.Relate(RelationKind.Collaborates, one, other, ("level", 3L));
        var measure = builder.Node(NodeKind.Measure, "=1+1", ("budget", 4500.5m), ("description", "twee\nregels"));
        builder.Relate(RelationKind.Runs, one, measure);
        builder.Relate(RelationKind.In, builder.Node(NodeKind.Barrier, "Wachten"), builder.Node(NodeKind.Area, "Noord", ("population", 1200L)));
        return PublicNetwork.Of(builder.Contents());
    }

    // One activity, with a number, a date and a choice, in the row below the example.
    private static void Fill(string file)
    {
        using var workbook = SpreadsheetDocument.Open(file, isEditable: true);
        var parts = workbook.WorkbookPart!;
        var sheet = ((WorksheetPart)parts.GetPartById(parts.Workbook!.Sheets!.Elements<Sheet>().First().Id!.Value!)).Worksheet!;
        string[] values = ["Stichting Zon", "Café", "ouderen", "Havenbuurt", "Welzijn", "sept 2025", "", "4500,50", "", "", "zorg / care"];
        var row = new Row { RowIndex = 3 };
        row.Append(values.Select((value, column) => new Cell { CellReference = $"{(char)('A' + column)}3", DataType = CellValues.InlineString, InlineString = new(new Text(value)) }));
        sheet.GetFirstChild<SheetData>()!.Append(row);
        sheet.Save();
    }
}
