using System.Text;
using Wijk.Graph.Import.Formats;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Template;

/// <summary>There is something already where a template would be written, and nothing is overwritten.</summary>
public sealed class TemplateExistsException(string path)
    : ExplainedException(new(
        $"{path}: daar staat al iets en er wordt niets overschreven; noem een nieuw bestand, of een map die nieuw of leeg is.",
        $"{path}: something is there already and nothing is overwritten; name a new file, or a folder that is new or empty."));

/// <summary>Writes an empty template with the explanation of its sheets.</summary>
public static class TemplateWriter
{
    // Dutch Excel puts each value in its own cell when there are semicolons and a byte order mark; Wijk reads commas as well.
    private const char Separator = ';';
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>Writes a CSV file for each sheet and a README.</summary>
    /// <param name="folder">A folder that is empty or does not exist.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <exception cref="TemplateExistsException">There is a file of that name, or the folder holds something.</exception>
    public static async Task WriteFolderAsync(string folder, CancellationToken cancellation = default)
    {
        RefuseFolder(folder);
        Directory.CreateDirectory(folder);
        foreach (var sheet in TemplateSheet.All)
        {
            var headings = string.Join(Separator, sheet.Columns.Select(column => column.Name)) + "\r\n";
            await File.WriteAllTextAsync(Path.Combine(folder, sheet.Name + ".csv"), headings, WithMark, cancellation);
        }

        await File.WriteAllTextAsync(Path.Combine(folder, TemplateMapping.Explanation + ".md"), TemplateGuide.Markdown(), cancellation);
    }

    /// <summary>Writes one workbook: the explanation, then a sheet for each kind.</summary>
    /// <param name="file">A file that does not exist, ending in <c>.xlsx</c>.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <exception cref="ArgumentException">The name does not end in <c>.xlsx</c>.</exception>
    /// <exception cref="TemplateExistsException">There is something of that name.</exception>
    public static async Task WriteWorkbookAsync(string file, CancellationToken cancellation = default)
    {
        RefuseWorkbook(file);
        var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
        await using (stream.ConfigureAwait(false))
        {
            var guide = new SheetToWrite(
                TemplateMapping.Explanation, [.. TemplateGuide.Headings.Select(heading => new SheetColumn(heading) { Width = 24 })], [.. TemplateGuide.Rows()])
            { IsExplanation = true };
            await WorkbookWriter.WriteAsync(stream, [guide, .. TemplateSheet.All.Select(Sheet)], TemplateMapping.FormLists.En, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Refuses a name that is no workbook's, or is taken.</summary>
    internal static void RefuseWorkbook(string file)
    {
        if (!string.Equals(Path.GetExtension(file), ".xlsx", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"'{file}' does not end in .xlsx; a workbook must.", nameof(file));
        if (File.Exists(file) || Directory.Exists(file)) throw new TemplateExistsException(file);
    }

    /// <summary>Refuses a folder that holds something.</summary>
    internal static void RefuseFolder(string folder)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())) throw new TemplateExistsException(folder);
    }

    private static SheetToWrite Sheet(TemplateSheet sheet) => new(
        sheet.Name,
        [.. sheet.Columns.Select(column => new SheetColumn(column.Name)
        {
            Prompt = $"{column.Label.Nl} / {column.Label.En}: {column.Description.Nl} / {column.Description.En}",
            Choices = column.Attribute is { Type: AttributeType.Choice } closed ? [.. closed.ChoiceLabels.Select(choice => choice.Label.Nl == choice.Label.En ? choice.Label.Nl : $"{choice.Label.Nl} / {choice.Label.En}")] : [],
        })],
        []);
}
