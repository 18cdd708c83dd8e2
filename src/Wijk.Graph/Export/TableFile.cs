using System.Data;
using System.Globalization;
using CsvHelper;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;

namespace Wijk.Graph.Export;

/// <summary>Writes a table for a spreadsheet. No text in it is ever run as a formula.</summary>
public static class TableFile
{
    // Dutch Excel puts each value in its own cell when there are semicolons and a byte order mark. A text that a spreadsheet would run gets a quote before it.
    private static readonly CsvWriterOptions ForSpreadsheets = new()
    {
        Separator = ';',
        NewLine = "\r\n",
        WriteByteOrderMark = true,
        Injection = CsvInjection.Escape,
    };

    /// <summary>Writes CSV, with semicolons and a byte order mark; the stream stays open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="headings">The first row.</param>
    /// <param name="rows">The others, as long as the first.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task WriteCsvAsync(Stream stream, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows, CancellationToken cancellationToken)
    {
        var csv = CsvWriter.Create(stream, ForSpreadsheets, leaveOpen: true);
        await using (csv.ConfigureAwait(false))
        {
            foreach (var row in rows.Prepend(headings))
            {
                foreach (var text in row) csv.WriteField(text);
                await csv.EndRecordAsync(cancellationToken).ConfigureAwait(false);
            }

            await csv.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes a workbook with one sheet, all of it text; the stream stays open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="headings">The first row.</param>
    /// <param name="rows">The others, as long as the first.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Task WriteWorkbookAsync(Stream stream, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows, CancellationToken cancellationToken)
    {
        return MiniExcel.SaveAsAsync(stream, Table(headings, rows), cancellationToken: cancellationToken);
    }

    /// <summary>Writes a workbook with several sheets, all of it text, with columns as wide as they need to be; the stream stays open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="sheets">The sheets: their names, their columns with a width in characters, and their rows, as long as the columns.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Task WriteWorkbookAsync(
        Stream stream, IReadOnlyList<(string Name, IReadOnlyList<(string Heading, int Width)> Columns, IEnumerable<IReadOnlyList<string>> Rows)> sheets, CancellationToken cancellationToken)
    {
        var tables = sheets.ToDictionary(sheet => sheet.Name, sheet => (object)Table([.. sheet.Columns.Select(column => column.Heading)], sheet.Rows));
        var widths = sheets.SelectMany(sheet => sheet.Columns).DistinctBy(column => column.Heading).Select(column => new DynamicExcelColumn(column.Heading) { Width = column.Width });
        return MiniExcel.SaveAsAsync(stream, tables, configuration: new OpenXmlConfiguration { DynamicColumns = [.. widths] }, cancellationToken: cancellationToken);
    }

    private static DataTable Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        foreach (var heading in headings) table.Columns.Add(heading, typeof(string));
        foreach (var row in rows) table.Rows.Add([.. row]);
        return table;
    }
}
