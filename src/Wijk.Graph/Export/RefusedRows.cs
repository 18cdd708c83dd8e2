using System.Globalization;
using CsvHelper;
using Wijk.Graph.Import;
using Wijk.Graph.Import.Formats;
using Wijk.Graph.Model;

namespace Wijk.Graph.Export;

/// <summary>Where refused rows cannot be written to.</summary>
public sealed class RefusedRowsException(string target, Words why) : ExplainedException(new Words(target, target) + ": " + why);

/// <summary>Gives refused rows back in the form they came in, each with the reason, to be mended and read again.</summary>
public static class RefusedRows
{
    private static readonly CsvWriterOptions AsTheyCame = new() { Separator = ';', NewLine = "\r\n", WriteByteOrderMark = true };

    /// <summary>Writes them.</summary>
    /// <param name="target">A workbook (<c>.xlsx</c>) with a sheet for each table, a CSV file for the rows of one table, or else a folder with a CSV file for each.</param>
    /// <param name="mapped">What the files hold.</param>
    /// <param name="refused">Why rows were refused.</param>
    /// <param name="language">The language of the reasons.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>How many rows were written; when none, no file is made.</returns>
    /// <exception cref="RefusedRowsException">Rows of several tables do not fit one CSV file.</exception>
    /// <exception cref="FileNotWrittenException">The file cannot be written.</exception>
    public static async Task<int> WriteAsync(string target, MappedRecords mapped, IEnumerable<RowRemark> refused, Language language, CancellationToken cancellationToken)
    {
        var reasons = refused.ToLookup(remark => remark.Place);
        var tables = mapped.Tables.Select(table => Table(table, reasons, language)).Where(table => table.Rows.Count > 0).ToArray();
        if (tables.Length == 0) return 0;
        switch (Path.GetExtension(target).ToLowerInvariant())
        {
            case ".xlsx":
                await WholeFile.WriteAsync(target, stream => WorkbookWriter.WriteAsync(stream, tables, "", cancellationToken)).ConfigureAwait(false);
                break;
            case ".csv" when tables is [var only]:
                await WholeFile.WriteAsync(target, stream => WriteCsvAsync(stream, only, cancellationToken)).ConfigureAwait(false);
                break;
            case ".csv":
                throw new RefusedRowsException(target, new(
                    $"er zijn rijen geweigerd van {tables.Length} tabellen, en een CSV-bestand heeft er één; noem een .xlsx-bestand of een map.",
                    $"rows of {tables.Length} tables were refused, and a CSV file holds one; name an .xlsx file or a folder."));
            default:
                Directory.CreateDirectory(target);
                foreach (var table in tables)
                    await WholeFile.WriteAsync(Path.Combine(target, table.Name + ".csv"), stream => WriteCsvAsync(stream, table, cancellationToken)).ConfigureAwait(false);
                break;
        }

        return tables.Sum(table => table.Rows.Count);
    }

    private static SheetToWrite Table(SourceTable table, ILookup<RowPlace, RowRemark> reasons, Language language)
    {
        int[] kept = [.. Enumerable.Range(0, table.WrittenColumns.Count).Where(column => !ReasonColumn.Is(table.WrittenColumns[column]))];
        var rows = table.Rows.Where(row => reasons.Contains(row.Place)).Select(row => (IReadOnlyList<object?>)[
            .. kept.Select(column => ValueOf(row, column)),
            string.Join(" | ", reasons[row.Place].Select(remark => ((remark.Value.Length == 0 ? "" : $"'{TextRules.Shown(remark.Value)}': ") + remark.Message).In(language)).Distinct()),
        ]).ToArray();
        return new(
            NameOf(table.File),
            [.. kept.Select(column => new SheetColumn(table.WrittenColumns[column])), new SheetColumn(ReasonColumn.Heading.In(language)) { Width = 80 }],
            rows);
    }

    private static object? ValueOf(SourceRow row, int column)
    {
        if (column >= row.Values.Length) return "";
        return row.IsNumber(column) && decimal.TryParse(row.Values[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : row.Values[column];
    }

    // "form.xlsx [Activiteiten]" is the sheet Activiteiten; "Agency.csv" the table Agency.
    private static string NameOf(string file) => file.EndsWith(']') && file.IndexOf(" [", StringComparison.Ordinal) is > 0 and var at
        ? file[(at + 2)..^1] : Path.GetFileNameWithoutExtension(file);

    private static async Task WriteCsvAsync(Stream stream, SheetToWrite table, CancellationToken cancellationToken)
    {
        var csv = CsvWriter.Create(stream, AsTheyCame, leaveOpen: true);
        await using (csv.ConfigureAwait(false))
        {
            foreach (var row in table.Rows.Prepend([.. table.Columns.Select(column => column.Heading)]))
            {
                foreach (var value in row) csv.WriteField(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
                await csv.EndRecordAsync(cancellationToken).ConfigureAwait(false);
            }

            await csv.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
