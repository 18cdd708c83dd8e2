using System.Text;
using MiniExcelLibs;
using Wijk.Graph.Import.Formats;

namespace Wijk.Graph.Tests.Import.Formats;

/// <summary>Tables as people lay them out: with a title, empty rows and columns, and notes beside them.</summary>
public class LayoutTests
{
    private const string Title = "Overzicht Havenbuurt;;;\n;;;\nnaam;soort;;plaats\n;;;\nA;x;;Oost\nB;y;los;West\n";

    [Fact]
    public void A_title_and_empty_rows_and_columns_are_no_part_of_the_table()
    {
        var table = TableReader.Read(new("a.csv", Encoding.UTF8.GetBytes(Title)))[0];
        table.Columns.Should().Equal("naam", "soort", "", "plaats");
        table.HeadingRow.Should().Be(3);
        table.Rows.Select(row => (row.Place.Row, row.Values[0], row.Values[3])).Should().Equal((5, "A", "Oost"), (6, "B", "West"));
        table.SkippedCount.Should().Be(1, "the title is the only row above the headings that holds something");
        table.Notes.Select(note => note.ToString()).Should().Equal(
            "a.csv row 1: 'Overzicht Havenbuurt': this row above the headings (row 3) was skipped.",
            "a.csv row 6: 'los': this column has no heading and was not read (1 value); give it a heading if it belongs here.");
    }

    [Fact]
    public void A_workbook_may_have_them_too()
    {
        using var stream = new MemoryStream();
        var cells = Title.TrimEnd('\n').Split('\n').Select(line => line.Split(';').Index().ToDictionary(cell => $"{(char)('A' + cell.Index)}", cell => (object?)(cell.Item.Length == 0 ? null : cell.Item)));
        stream.SaveAs(cells, printHeader: false);
        var table = TableReader.Read(new("a.xlsx", stream.ToArray())).Single();
        table.HeadingRow.Should().Be(3);
        table.Rows.Select(row => (row.Place.Row, row.Values[0], row.Values[3])).Should().Equal((5, "A", "Oost"), (6, "B", "West"));
        table.Notes.Select(note => note.Place.Row).Should().Equal(1, 6);
    }

    [Fact]
    public void Headings_that_are_looked_for_are_found_under_a_title_that_is_as_wide()
    {
        var text = "Lijst;2026\nid;name\na;A\n";
        TableReader.Read(new("a.csv", Encoding.UTF8.GetBytes(text)), isHeading: heading => heading is "id" or "name")[0].Columns.Should().Equal("id", "name");
        TableReader.Read(new("a.csv", Encoding.UTF8.GetBytes(text)))[0].Columns.Should().Equal("Lijst", "2026");
    }

    [Theory]
    [InlineData("#REF!", true)]
    [InlineData("#N/B", true)]
    [InlineData("#WAARDE!", true)]
    [InlineData("#1", false)]
    [InlineData("#buurt", false)]
    public void An_error_of_a_spreadsheet_is_no_text(string value, bool isError) => ErrorCells.IsError(value).Should().Be(isError);
}
