using System.Diagnostics;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Wijk.Graph.Import;
using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Import.Template;
using Wijk.Graph.Model;
using Wijk.Graph.Tests.Import.Formats;

namespace Wijk.Graph.Tests.Import.Template;

public class FormWriterTests
{
    [Theory]
    [InlineData(Language.Nl, "Activiteiten|Contacten|Organisaties|Gebieden|Uitleg|Lijsten")]
    [InlineData(Language.En, "Activities|Ties|Organisations|Areas|Explanation|Lists")]
    public async Task The_workbook_is_valid_and_has_lists_explanations_and_an_example(Language language, string sheets)
    {
        using var files = new TempFiles();
        var file = Path.Combine(files.Folder, "form.xlsx");
        await FormWriter.WriteWorkbookAsync(file, language, TestContext.Current.CancellationToken);
        using var workbook = SpreadsheetDocument.Open(file, isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(workbook, TestContext.Current.CancellationToken).Select(error => error.Description).Should().BeEmpty();
        var parts = workbook.WorkbookPart!;
        parts.Workbook!.Sheets!.Elements<Sheet>().Select(sheet => sheet.Name!.Value).Should().Equal(sheets.Split('|'));

        var first = (WorksheetPart)parts.GetPartById(parts.Workbook.Sheets.Elements<Sheet>().First().Id!.Value!);
        var validations = first.Worksheet!.Descendants<DataValidation>().ToArray();
        validations.Should().HaveCount(FormSheet.Activities.Columns.Length, "every column explains itself");
        validations.Count(validation => validation.Type!.Value == DataValidationValues.List).Should().Be(FormSheet.Activities.Columns.Count(column => column.Choices.Length > 0));

        // What can be chosen is read back as the value that it stands for.
        var lists = (WorksheetPart)parts.GetPartById(parts.Workbook.Sheets.Elements<Sheet>().Last().Id!.Value!);
        lists.Worksheet!.InnerText.Should().Contain(language == Language.Nl ? "woningcorporatie / housing association" : "housing association / woningcorporatie");
        var read = MappingRunner.Run(MappingLibrary.Detect([file]), [file], null, DateTimeOffset.UnixEpoch, null, default);
        (read.Nodes.Count, read.Refused.Count, read.Rows).Should().Be((0, 0, new RowTally(4, 0, 0, 4)));
    }

    [Fact]
    public async Task The_whole_template_is_valid_too()
    {
        using var files = new TempFiles();
        var file = Path.Combine(files.Folder, "all.xlsx");
        await TemplateWriter.WriteWorkbookAsync(file, TestContext.Current.CancellationToken);
        using var workbook = SpreadsheetDocument.Open(file, isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(workbook, TestContext.Current.CancellationToken).Select(error => error.Description).Should().BeEmpty();
    }

    [Theory]
    [InlineData(Language.Nl, "Voorbeeld: Stichting De Linde")]
    [InlineData(Language.En, "Example: The Linden Foundation")]
    public async Task The_example_is_a_row_that_would_be_read(Language language, string example)
    {
        using var files = new TempFiles();
        var folder = Path.Combine(files.Folder, "form");
        await FormWriter.WriteFolderAsync(folder, language, TestContext.Current.CancellationToken);
        foreach (var file in Directory.GetFiles(folder, "*.csv"))
        {
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            text.Should().Contain(example[..example.IndexOf(':', StringComparison.Ordinal)]);
            await File.WriteAllTextAsync(file, text.Replace("Voorbeeld: ", "", StringComparison.Ordinal).Replace("Example: ", "", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        }

        var read = MappingRunner.Run(MappingLibrary.Detect([folder]), [folder], null, DateTimeOffset.UnixEpoch, null, default);
        (read.Refused.Count, read.Rows).Should().Be((0, new RowTally(4, 4, 0, 0)));
        read.Relations.Select(relation => relation.Record.Kind).Should().Contain([RelationKind.Runs, RelationKind.Funds, RelationKind.Collaborates, RelationKind.InDomain, RelationKind.For, RelationKind.In, RelationKind.PartOf]);
    }

    [Fact]
    public async Task LibreOffice_opens_the_form_and_what_it_saves_is_read_the_same()
    {
        Assert.SkipUnless(Libre() is not null, "LibreOffice (libreoffice) is not on the path.");
        using var files = new TempFiles();
        var (file, saved) = (Path.Combine(files.Folder, "form.xlsx"), Path.Combine(files.Folder, "saved"));
        await FormWriter.WriteWorkbookAsync(file, Language.Nl, TestContext.Current.CancellationToken);
        Filled(file);
        using var office = Process.Start(new ProcessStartInfo(Libre()!, ["--headless", $"-env:UserInstallation=file://{files.Folder}/profile", "--convert-to", "xlsx", "--outdir", saved, file])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (said, failed) = (office.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), office.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await office.WaitForExitAsync(TestContext.Current.CancellationToken);
        var copy = Path.Combine(saved, "form.xlsx");
        File.Exists(copy).Should().BeTrue(await said + await failed);
        var (mine, theirs) = (Read(file), Read(copy));
        mine.Nodes.Should().HaveCount(6);
        theirs.Nodes.Select(node => node.Record).Should().Equal(mine.Nodes.Select(node => node.Record));
        theirs.Relations.Select(relation => relation.Record.Key).Should().Equal(mine.Relations.Select(relation => relation.Record.Key));
        using var workbook = SpreadsheetDocument.Open(copy, isEditable: false);
        workbook.WorkbookPart!.WorksheetParts.Sum(sheet => sheet.Worksheet!.Descendants<DataValidation>().Count()).Should().BeGreaterThan(15, "the lists to choose from are kept");
    }

    private static MappedRecords Read(string file) => MappingRunner.Run(MappingLibrary.Find("wijk"), [file], null, DateTimeOffset.UnixEpoch, null, default);

    private static string? Libre() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { "libreoffice", "soffice" }.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    // One activity, with a number, a date and a choice, in the row below the example.
    private static void Filled(string file)
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
