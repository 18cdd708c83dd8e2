using System.Globalization;
using MiniExcelLibs;

namespace Wijk.Graph.Import.Formats;

/// <summary>Reads a workbook: each sheet that holds something.</summary>
internal static class WorkbookTables
{
    /// <summary>The sheets that hold something, in order.</summary>
    /// <exception cref="ImportFileException">The file is not a workbook.</exception>
    public static IReadOnlyList<SheetGrid> Read(string file, byte[] bytes)
    {
        try
        {
            var filled = WorkbookParts.Filled(file, bytes);
            using var stream = new MemoryStream(filled, writable: false);
            return [.. MiniExcel.GetSheetNames(stream).Select(sheet => Sheet(file, filled, sheet)).Where(sheet => sheet.Rows.Count > 0)];
        }
        catch (Exception fault) when (fault is InvalidDataException or System.Xml.XmlException or InvalidOperationException or NotSupportedException
            or KeyNotFoundException or NullReferenceException or FormatException or ArgumentException or IndexOutOfRangeException)
        {
            throw new ImportFileException(file, 0, new(
                $"het bestand is geen werkboek dat te lezen is ({fault.Message}); sla het opnieuw op als .xlsx, of als CSV.",
                $"the file cannot be read as a workbook ({fault.Message}); save it again as .xlsx, or as CSV."), fault);
        }
    }

    private static SheetGrid Sheet(string file, byte[] bytes, string sheet)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        // Row by row: between the filled rows of a sheet there may be many empty ones.
        return new($"{file} [{sheet}]", [.. stream.Query(useHeaderRow: false, sheetName: sheet, excelType: ExcelType.XLSX)
            .Cast<IDictionary<string, object?>>().Index()
            .Where(row => row.Item.Values.Any(value => value is not null))
            .Select(row => Row(row.Index + 1, row.Item.Values))
            .Where(row => row.Values.Any(value => value.Length > 0))]);
    }

    private static SheetRow Row(int number, ICollection<object?> cells)
    {
        var (values, numbers, column) = (new string[cells.Count], 0UL, 0);
        foreach (var cell in cells)
        {
            if (cell is double) numbers |= SourceRow.NumberAt(column);
            values[column++] = TextOf(cell);
        }

        return new(number, values, numbers);
    }

    private static string TextOf(object? cell) => cell switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        // Through decimal, so that no number is written with an exponent.
        double number when Math.Abs(number) < 1e15 => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture)!.Trim(),
    };
}
