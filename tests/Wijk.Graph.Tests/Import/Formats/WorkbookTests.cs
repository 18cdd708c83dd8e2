using MiniExcelLibs;
using Wijk.Graph.Import.Formats;

namespace Wijk.Graph.Tests.Import.Formats;

public class WorkbookTests
{
    [Fact]
    public void Each_sheet_is_a_table_and_values_are_written_plainly()
    {
        var first = new[]
        {
            new Dictionary<string, object?> { ["id"] = "a", ["amount"] = 10358.5, ["day"] = new DateTime(2026, 5, 31), ["open"] = true },
            new Dictionary<string, object?> { ["id"] = null, ["amount"] = null, ["day"] = null, ["open"] = null },
            new Dictionary<string, object?> { ["id"] = "007", ["amount"] = 2016, ["day"] = null, ["open"] = null },
        };
        var tables = Read(new Dictionary<string, object> { ["Agency"] = first, ["Area"] = new[] { new { code = "NA" } } });
        tables.Select(table => table.File).Should().Equal("a.xlsx [Agency]", "a.xlsx [Area]");
        tables[0].Columns.Should().Equal("id", "amount", "day", "open");
        tables[0].Rows.Select(row => string.Join(',', row.Values)).Should().Equal("a,10358.5,2026-05-31,true", "007,2016,,");
        tables[0].Rows.Select(row => row.Place.Row).Should().Equal(2, 4);
    }

    [Fact]
    public void A_file_that_only_looks_like_a_workbook_is_refused() =>
        FluentActions.Invoking(() => TableReader.Read(new("a.xlsx", "id,naam\n1,2"u8.ToArray())))
            .Should().Throw<ImportFileException>().WithMessage("a.xlsx: the file cannot be read as a workbook*");

    private static IReadOnlyList<SourceTable> Read(object sheets)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(sheets);
        return TableReader.Read(new("a.xlsx", stream.ToArray()));
    }
}
