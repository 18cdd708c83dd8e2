namespace Wijk.Graph.Tests.Import.Mappings;

public class ExpressionTests
{
    [Theory]
    [InlineData("\"{a}\"", "x  y", "x y")]
    [InlineData("\"{a}, {b}\"", "x,z", "x, z")]
    [InlineData("\"{a}, {b}\"", "x,", null)] // blank as soon as one of its columns is
    [InlineData("""{ "first": ["{b}", "{a}"] }""", "x,", "x")]
    [InlineData("""{ "of": "{a}", "take": 2 }""", "NA04,", "NA")]
    [InlineData("""{ "of": "{a}", "take": 9 }""", "NA04,", "NA04")]
    [InlineData("""{ "of": "{a}", "match": "^stadsdeel (?<value>.+)$" }""", "stadsdeel Nieuw-West,", "Nieuw-West")]
    [InlineData("""{ "of": "{a}", "match": "^stadsdeel (?<value>.+)$", "else": "{b}" }""", "Wonen,city", "city")]
    [InlineData("""{ "of": "{a}", "map": { "Een maal": "once" } }""", "Een  maal,", "once")]
    [InlineData("""{ "of": "{a}", "map": { "x": "once" }, "else": "other" }""", "y,", "other")]
    [InlineData("""{ "of": "{a}", "number": "dutch" }""", "€ 15.000,", "15000")]
    [InlineData("""{ "of": "{a}", "number": "dutch" }""", "\"1.234,56\",", "1234.56")]
    [InlineData("""{ "of": "{a}", "number": "dutch" }""", "\"-12,5\",", "-12.5")]
    [InlineData("""{ "of": "{a}", "number": "dutch", "times": 1000 }""", "\"0,456\",", "456.000")]
    [InlineData("""{ "of": "{a}", "number": "point" }""", "10358.00,", "10358.00")]
    [InlineData("""{ "of": "{a}", "number": "point" }""", "\"$1,234.5\",", "1234.5")]
    public void A_value_becomes(string expression, string row, string? expected) =>
        MiniMapping.Value(expression, $"a,b\n{row}{(row.Contains(',', StringComparison.Ordinal) ? "" : ",")}\n").Should().Be(expected);

    [Fact]
    public void A_hash_is_the_start_of_the_sha_256_of_its_parts() => // printf 'x\037y' | sha256sum
        MiniMapping.Value("""{ "hash": ["{a}", "{b}"] }""", "a,b\nx,y\n").Should().Be("adbbc83fffe5c8ca4ebdb1c5071be05f");

    [Fact]
    public void Lines_are_kept_where_the_mapping_says_so() =>
        MiniMapping.Value("""{ "of": "{a}", "keepLines": true }""", "a\n\" one\n\n two \"\n").Should().Be("one\n\n two");

    [Fact]
    public void A_placeholder_is_blank_only_where_the_mapping_names_it()
    {
        MiniMapping.Value("\"{a}\"", "a\nNA\n").Should().Be("NA");
        var mapping = MiniMapping.Of($"[{{ \"table\": \"t\", \"nodes\": {{ \"a\": {MiniMapping.Agency.Replace("\"{id}\"", "\"{id}\", \"optional\": true")} }} }}]",
            """{ "t": { "files": ["t.csv"], "placeholders": ["NA"] } }""");
        MiniMapping.Run(mapping, ("t.csv", "id,name\nNA,x\n1,y\n")).Nodes.Select(node => node.Record.Name).Should().Equal("y");
    }

    [Theory]
    [InlineData("""{ "of": "{a}", "map": { "x": "once" } }""", "y", "t.csv row 2: 'y': the mapping knows only x here*")]
    [InlineData("""{ "of": "{a}", "number": "dutch" }""", "10358.00", "t.csv row 2: '10358.00': this is not a Dutch number*\"point\"*")]
    [InlineData("""{ "of": "{a}", "number": "point" }""", "\"1.234,56\"", "t.csv row 2: '1.234,56': this is not a number*\"dutch\"*")]
    [InlineData("""{ "of": "{a}", "number": "point" }""", "many", "t.csv row 2: 'many': this is not a number*")]
    [InlineData("""{ "of": "{a}", "match": "^(?<value>(x+x+)+)y$" }""", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "t.csv row 2: *took more than a second*")]
    public void An_impossible_value_refuses_the_row(string expression, string value, string message) =>
        MiniMapping.Refusal(expression, $"a\n{value}\n").ToString().Should().Match(message);
}
