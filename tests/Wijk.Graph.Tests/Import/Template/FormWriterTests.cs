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
}
