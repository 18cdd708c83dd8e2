using System.Text;
using Wijk.Graph.Import.Formats;

namespace Wijk.Graph.Tests.Import.Formats;

public class CsvTests
{
    [Theory]
    [InlineData("a,b\n1,2;x\n", "1|2;x")]
    [InlineData("a;b\n1;2,5\n", "1|2,5")]
    [InlineData("a\tb\n1\t2,5;6\n", "1|2,5;6")]
    [InlineData("\"a, first\";b\n1;2\n", "1|2")] // the comma stands inside quotes
    [InlineData("a;b\r\n1;\"x \"\"y\"\"\"\r\n", "1|x \"y\"")]
    public void The_separator_is_found_in_the_heading_line(string text, string values) =>
        string.Join('|', Read(text).Rows.Single().Values).Should().Be(values);

    [Fact]
    public void A_row_is_placed_at_the_line_it_starts_on()
    {
        var rows = Read("a,b\r\n1,\"one\r\n\r\ntwo\"\r\n\r\n2,x\r\n").Rows.ToArray();
        rows.Select(row => row.Place.Row).Should().Equal(2, 6);
        rows[0].Values[1].Should().Be("one\r\n\r\ntwo");
        rows[0].Place.ToString().Should().Be("a.csv row 2");
    }

    [Theory]
    [InlineData("1\n", "the row has 1 values and the heading line has 2*")]
    [InlineData("1,2,3\n", "the row has 3 values and the heading line has 2*")]
    [InlineData("1,x\"y\"\n", "there is a quote inside a value*")]
    [InlineData("1,\"x\" y\n", "text follows a closing quote*")]
    [InlineData("1,\"x\n3,4\n", "a quote opens a text here and nothing closes it*")]
    public void A_row_that_is_not_whole_is_marked_with_its_line(string broken, string message)
    {
        var row = Read("a,b\n1,2\n" + broken).Rows.Skip(1).First();
        row.Place.Row.Should().Be(3);
        row.Fault!.Message.En.Should().Match(message);
    }

    [Fact]
    public void Rows_after_a_ragged_row_are_read() =>
        Read("a,b\n1\n2,3\n").Rows.Select(row => row.Fault is null).Should().Equal(false, true);

    [Fact]
    public void Empty_columns_at_the_end_do_no_harm() =>
        Read("a,b,,\n1,2,,\n3,4\n").Rows.Select(row => string.Join('|', row.Values)).Should().Equal("1|2", "3|4");

    [Fact]
    public void Two_columns_with_one_heading_are_refused() =>
        FluentActions.Invoking(() => Read("id,naam, id \n1,2,3\n")).Should().Throw<ImportFileException>()
            .WithMessage("a.csv row 1: two columns are headed 'id'; give each column a heading of its own.");

    [Fact]
    public void An_endless_line_is_refused_with_its_number()
    {
        var bytes = new byte[TextBytes.LongestLine + 100];
        Array.Fill(bytes, (byte)'x');
        "a,b\n"u8.CopyTo(bytes);
        foreach (var name in new[] { "a.csv", "a.ndjson" })
        {
            FluentActions.Invoking(() => TableReader.Read(new(name, bytes))).Should().Throw<ImportFileException>()
                .WithMessage($"{name} row 2: the line is longer than 16 MB*");
        }
    }

    [Fact]
    public void A_quote_that_is_never_closed_spoils_one_row_of_a_large_file()
    {
        var text = "a,b\n1,2\n3,\"" + string.Concat(Enumerable.Repeat("xxxxxxxxxxxxxxx\n", TextBytes.LongestLine / 12));
        Read(text).Rows.Select(row => (row.Place.Row, row.Fault is null)).Should().Equal((2, true), (3, false));
    }

    [Fact]
    public void A_tsv_has_tabs_whatever_its_headings_hold() =>
        string.Join('|', TableReader.Read(new("a.tsv", "a,b,c\td\n1\t2,5\n"u8.ToArray()))[0].Rows.Single().Values).Should().Be("1|2,5");

    [Fact]
    public void Headings_without_rows_make_an_empty_table() => Read("a,b\n").Rows.Should().BeEmpty();

    [Fact]
    public void A_formula_is_only_text() => Read("a\n\"=HYPERLINK(\"\"x\"\")\"\n").Rows.Single().Values.Should().Equal("=HYPERLINK(\"x\")");

    private static SourceTable Read(string text) => TableReader.Read(new("a.csv", Encoding.UTF8.GetBytes(text)))[0];
}
