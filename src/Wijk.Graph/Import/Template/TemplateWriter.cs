using System.Data;
using System.Text;
using MiniExcelLibs;
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
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())) throw new TemplateExistsException(folder);
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
        if (!string.Equals(Path.GetExtension(file), ".xlsx", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"'{file}' does not end in .xlsx; a workbook must.", nameof(file));
        if (File.Exists(file) || Directory.Exists(file)) throw new TemplateExistsException(file);
        var sheets = new Dictionary<string, object> { [TemplateMapping.Explanation] = GuideTable() };
        foreach (var sheet in TemplateSheet.All) sheets.Add(sheet.Name, Table(sheet.Columns.Select(column => column.Name)));
        await MiniExcel.SaveAsAsync(file, sheets, cancellationToken: cancellation);
    }

    private static DataTable GuideTable()
    {
        var table = Table(TemplateGuide.Headings);
        foreach (var row in TemplateGuide.Rows()) table.Rows.Add([.. row]);
        return table;
    }

    private static DataTable Table(IEnumerable<string> headings)
    {
        var table = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        foreach (var heading in headings) table.Columns.Add(heading, typeof(string));
        return table;
    }
}
