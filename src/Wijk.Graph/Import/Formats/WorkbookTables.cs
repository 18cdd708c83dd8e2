using System.Globalization;
using MiniExcelLibs;

namespace Wijk.Graph.Import.Formats;

/// <summary>Reads a workbook: each sheet with a heading row is a table.</summary>
internal static class WorkbookTables
{
    /// <summary>The sheets that have headings, in order.</summary>
    /// <exception cref="ImportFileException">The file is not a workbook, or a heading occurs twice.</exception>
    public static IReadOnlyList<SourceTable> Read(string file, byte[] bytes)
    {
        try
        {
            var filled = WorkbookParts.Filled(file, bytes);
            using var stream = new MemoryStream(filled, writable: false);
            return [.. MiniExcel.GetSheetNames(stream).Select(sheet => Sheet(file, filled, sheet)).Where(table => table.Columns.Count > 0)];
        }
        catch (Exception fault) when (fault is InvalidDataException or System.Xml.XmlException or InvalidOperationException or NotSupportedException
            or KeyNotFoundException or NullReferenceException)
        {
            throw new ImportFileException(file, 0, new(
                $"het bestand is geen werkboek dat te lezen is ({fault.Message}); sla het opnieuw op als .xlsx, of als CSV.",
                $"the file cannot be read as a workbook ({fault.Message}); save it again as .xlsx, or as CSV."), fault);
        }
    }

    private static SourceTable Sheet(string file, byte[] bytes, string sheet)
    {
        var place = $"{file} [{sheet}]";
        using var stream = new MemoryStream(bytes, writable: false);
        // Row by row: between the filled rows of a sheet there may be many empty ones.
        var rows = stream.Query(useHeaderRow: false, sheetName: sheet, excelType: ExcelType.XLSX)
            .Cast<IDictionary<string, object?>>().Index()
            .Where(row => row.Index == 0 || row.Item.Values.Any(value => value is not null))
            .Select(row => (row.Index, Values: row.Item.Values.Select(TextOf).ToArray())).ToList();
        var headings = rows.FirstOrDefault().Values ?? [];
        var count = headings.Length;
        while (count > 0 && headings[count - 1].Length == 0) count--;
        return new(place, "", headings[..count], [.. rows.Skip(1)
            .Where(row => row.Values.Any(value => value.Length > 0)).Select(row => Row(row.Values, count, new(place, row.Index + 1)))]);
    }

    private static SourceRow Row(string[] values, int count, RowPlace place)
    {
        if (values.Skip(count).FirstOrDefault(value => value.Length > 0) is { } stray)
        {
            return new([], place, new(stray, new(
                "deze waarde staat in een kolom zonder kop; geef de kolom een kop of maak de cel leeg.",
                "this value is in a column without a heading; give the column a heading or clear the cell.")));
        }

        Array.Resize(ref values, count);
        return new([.. values.Select(value => value ?? "")], place);
    }

    private static string TextOf(object? cell) => cell switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        // Through decimal, so that no number is written with an exponent.
        double number when Math.Abs(number) < 1e15 => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        DateTime day when day.TimeOfDay == TimeSpan.Zero => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture)!.Trim(),
    };
}
