using System.Text;
using Wijk.Graph.Import.Formats;

namespace Wijk.Graph.Tests.Import.Formats;

public class JsonTests
{
    [Fact]
    public void An_array_of_objects_is_a_table_and_numbers_stay_as_written()
    {
        var table = Read("""[{"id":1,"amount":10358.00},{"id":"b","tags":["x","y"],"at":{"city":"Utrecht"},"gone":null}]""");
        table.Columns.Should().Equal("id", "amount", "tags", "at.city", "gone");
        table.Rows.Select(row => string.Join(',', row.Values)).Should().Equal("1,10358.00,,,", "b,,x|y,Utrecht,");
        table.Rows.Select(row => row.Place.Row).Should().Equal(1, 2);
    }

    [Fact]
    public void A_map_gives_a_row_for_each_value()
    {
        var table = Read("""{"a":["1","2"],"b":"3","c":{"name":"x"},"d":[]}""");
        table.Columns.Should().Equal("key", "value", "name");
        table.Rows.Select(row => string.Join(',', row.Values)).Should().Equal("a,1,", "a,2,", "b,3,", "c,,x");
    }

    [Fact]
    public void A_path_leads_to_a_part_of_an_object()
    {
        var table = Read("""{"meta":1,"result":{"records":[{"id":7}]}}""", "result.records");
        table.File.Should().Be("a.json [result.records]");
        table.Rows.Single().Values.Should().Equal("7");
        FluentActions.Invoking(() => Read("""{"result":{}}""", "result.rows")).Should().Throw<ImportFileException>()
            .WithMessage("a.json: there is no 'rows' on the path 'result.rows'*");
    }

    [Theory]
    [InlineData("[{\"id\":1},\n{\"id\":}]", "a.json row 2: the file is not valid JSON*")]
    [InlineData("[{\"id\":1,\"id\":2}]", "a.json*the file is not valid JSON*")]
    [InlineData("\"text\"", "a.json: there is a String here*")]
    public void Broken_json_is_refused_with_its_line(string text, string message) =>
        FluentActions.Invoking(() => Read(text)).Should().Throw<ImportFileException>().WithMessage(message);

    [Fact]
    public void A_broken_line_of_ndjson_is_marked_and_the_others_are_read()
    {
        var table = TableReader.Read(new("a.ndjson", Encoding.UTF8.GetBytes("{\"id\":1}\n\n{\"id\":\n[1]\n{\"id\":2}")))[0];
        table.Rows.Select(row => row.Place.Row).Should().Equal(1, 3, 4, 5);
        table.Rows.Select(row => row.Fault is null).Should().Equal(true, false, false, true);
    }

    [Fact]
    public void An_endless_value_is_marked()
    {
        var table = Read($"[{{\"id\":\"{new string('x', TextBytes.LongestLine + 1)}\"}},{{\"id\":1}}]");
        table.Rows.Select(row => row.Fault is null).Should().Equal(false, true);
    }

    private static SourceTable Read(string text, string? path = null) => TableReader.Read(new("a.json", Encoding.UTF8.GetBytes(text)), null, path)[0];
}
