using MiniExcelLibs;
using Wijk.Graph.Import.Formats;
using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Tests.Import.Formats;

namespace Wijk.Graph.Tests.Import.Mappings;

/// <summary>Which table of a mapping reads which file, sheet or part, and which column a name stands for.</summary>
public class TableChoiceTests
{
    private const string Pairs = """
        [{ "table": "who", "nodes": { "a": { "kind": "Agency", "id": "{Label}", "attributes": { "name": "{Label}" } } } },
         { "table": "ties", "nodes": { "a": { "kind": "Agency", "use": "refer", "id": "{From}" }, "b": { "kind": "Agency", "use": "refer", "id": "{To}" } },
           "relations": [{ "kind": "COLLABORATES", "from": "a", "to": "b", "attributes": { "level": "{Strength}" } }] }]
        """;

    [Theory]
    [InlineData("""{ "who": { "files": ["map.xlsx"], "path": "Elements" }, "ties": { "files": ["map.xlsx"], "path": "Connections" } }""")]
    [InlineData("""{ "who": { "files": ["x.xlsx"], "path": ["Elementen", "elements"] }, "ties": { "files": ["y.xlsx"], "path": "Connections" } }""")]
    [InlineData("""{ "who": { "files": ["x.xlsx"] }, "ties": { "files": ["y.xlsx"] } }""")]
    public void Two_tables_read_two_sheets_of_one_workbook_by_name_or_by_headings(string tables)
    {
        using var files = new TempFiles();
        var path = Path.Combine(files.Folder, "map.xlsx");
        MiniExcel.SaveAs(path, new Dictionary<string, object>
        {
            ["Elements"] = new[] { new { Label = "GGD" }, new { Label = "De Pomp" } },
            ["Connections"] = new[] { new { From = "GGD", To = "De Pomp", Strength = 3 } },
        });
        var records = MappingRunner.Run(MiniMapping.Of(Pairs, tables), [path], null, default, null, default);
        records.Nodes.Should().HaveCount(2);
        records.Relations.Single().Record.Attributes.Integer("level").Should().Be(3);
        records.Files.Select(file => file.File).Should().Equal("map.xlsx [Elements]", "map.xlsx [Connections]");
    }

    [Fact]
    public void Two_tables_read_two_parts_of_one_json_file_and_one_that_is_optional_may_be_absent()
    {
        const string Tables = """{ "who": { "files": ["*.json"], "path": "elements" }, "ties": { "files": ["*.json"], "path": ["links", "connections"], "optional": true } }""";
        var whole = MiniMapping.Run(MiniMapping.Of(Pairs, Tables), ("a.json", """{"elements":[{"Label":"A"},{"Label":"B"}],"connections":[{"From":"A","To":"B","Strength":1}]}"""));
        (whole.Nodes.Count, whole.Relations.Count).Should().Be((2, 1));
        var half = MiniMapping.Run(MiniMapping.Of(Pairs, Tables), ("a.json", """{"elements":[{"Label":"A"}]}"""));
        (half.Nodes.Count, half.Relations.Count).Should().Be((1, 0));
    }

    [Fact]
    public void A_column_may_have_any_of_several_headings_the_best_first()
    {
        var mapping = MiniMapping.Of("""[{ "table": "t", "nodes": { "a": { "kind": "Agency", "id": "{who}", "attributes": { "name": "{who}" } } } }]""",
            """{ "t": { "files": ["t.csv"], "headings": { "who": ["Organisatie", "*naam*"] } } }""");
        Named("ORGANISATIE,Naam\nA,B\n").Should().Be("A");
        Named("x,Volledige  náám (verplicht)\nA,B\n").Should().Be("B");
        FluentActions.Invoking(() => Named("x,y\nA,B\n")).Should().Throw<ImportFileException>().WithMessage("*no column 'who'*");

        string Named(string csv) => MiniMapping.Run(mapping, ("t.csv", csv)).Nodes.Single().Record.Name;
    }

    [Fact]
    public void Without_headings_the_first_row_is_a_row_like_the_others()
    {
        var mapping = MiniMapping.Of("""[{ "table": "t", "nodes": { "a": { "kind": "Agency", "id": "{$2}", "attributes": { "name": "{$1}" } } } }]""",
            """{ "t": { "files": ["t.csv"], "headings": false } }""");
        MiniMapping.Run(mapping, ("t.csv", "A,A\nB,C\n")).Nodes.Select(node => (node.Record.Name, node.Record.Key, node.Place.Row))
            .Should().Equal(("A", "agency:n:A", 1), ("B", "agency:n:C", 2));
    }

    [Fact]
    public void The_name_of_a_file_and_a_sheet_and_the_row_are_values()
    {
        MiniMapping.Value("\"{$file} {$row}\"", "x\na\n").Should().Be("t 2");
        MiniMapping.Value("""{ "of": "{$file}", "match": "^(?<value>.)" }""", "x\na\n").Should().Be("t");
        MiniMapping.Value("""{ "first": ["{$sheet}", "none"] }""", "x\na\n").Should().Be("none");
    }

    [Theory]
    [InlineData("a,A", true)]
    [InlineData("a, b", false)]
    public void Two_columns_are_compared_case_aside(string values, bool same) =>
        Conditioned($$"""{ "of": "{x}", "isSameAs": "{y}" }""", values).Should().Be(same).And.Be(!Conditioned($$"""{ "of": "{x}", "isNotSameAs": "{y}" }""", values));

    [Theory]
    [InlineData("3,2.5", true)]
    [InlineData("2,10", false)]
    [InlineData("x,1", false)]
    public void Two_numbers_are_compared(string values, bool above) => Conditioned("""{ "of": "{x}", "above": "{y}" }""", values).Should().Be(above);

    [Theory]
    [InlineData("2025/09/01 10:22:13 AM GMT+2", "dayFirst", "2025-09-01")]
    [InlineData("1-9-2025 10:22", "dayFirst", "2025-09-01")]
    [InlineData("9/1/2025", "monthFirst", "2025-09-01")]
    [InlineData("31/12/2025", "dayFirst", "2025-12-31")]
    public void The_day_of_a_moment_is_read_in_the_order_the_mapping_says(string written, string order, string day) =>
        MiniMapping.Value($$"""{ "of": "{x}", "date": "{{order}}" }""", $"x\n{written}\n").Should().Be(day);

    [Fact]
    public void A_moment_that_is_no_day_is_refused() =>
        MiniMapping.Refusal("""{ "of": "{x}", "date": "dayFirst" }""", "x\n31-2-2025\n").ToString().Should().StartWith("t.csv row 2: '31-2-2025': this is not a date");

    [Fact]
    public void A_row_is_refused_for_a_reason_of_the_mapping()
    {
        var mapping = MiniMapping.Of("""
            [{ "table": "t", "nodes": { "a": { "kind": "Agency", "id": "{x}", "attributes": { "name": "{x}" } } },
               "warnings": [{ "when": [{ "of": "{x}", "is": "no" }], "value": "{x}", "message": { "nl": "niet", "en": "not that" }, "refuse": true }] }]
            """);
        var records = MiniMapping.Run(mapping, ("t.csv", "x\nyes\nno\n"));
        records.Nodes.Single().Record.Name.Should().Be("yes");
        records.Refused.Single().ToString().Should().Be("t.csv row 3: 'no': not that");
    }

    [Fact]
    public void The_key_of_a_node_is_a_value()
    {
        var mapping = MiniMapping.Of("""
            [{ "table": "t", "nodes": { "i": { "kind": "Inquiry", "id": "{x}", "attributes": { "name": "{x}" } },
               "a": { "kind": "Agency", "id": "{x}", "attributes": { "name": "{x}", "description": { "key": "i" } } } } }]
            """);
        MiniMapping.Run(mapping, ("t.csv", "x\nround one\n")).Nodes.Select(node => node.Record.Attributes.Text("description")).Should().Contain("inquiry:n:round one");
    }

    [Fact]
    public void Patterns_that_are_slow_on_every_row_stop_the_file_and_say_where()
    {
        // Each value takes long and not a second, so no bound for one value stops them.
        var time = new PatternTime(TimeSpan.FromMilliseconds(100));
        var pattern = new System.Text.RegularExpressions.Regex("^(a+)+$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromMilliseconds(20));
        for (var row = 0; row < 20 && !time.IsUp; row++)
        {
            time.BeginRow("t.csv");
            FluentActions.Invoking(() => time.IsMatch(pattern, new string('a', 40) + "!")).Should().Throw<System.Text.RegularExpressions.RegexMatchTimeoutException>();
        }

        time.IsUp.Should().BeTrue();
        FluentActions.Invoking(() => time.IsMatch(new("b"), "b")).Should().Throw<System.Text.RegularExpressions.RegexMatchTimeoutException>("nothing more is looked for in this file");
        time.BeginRow("u.csv");
        time.IsMatch(new("b"), "b").Should().BeTrue("another file has time of its own");
    }

    private static bool Conditioned(string condition, string values)
    {
        var mapping = MiniMapping.Of($$"""[{ "table": "t", "when": [{{condition}}], "nodes": { "a": { "kind": "Agency", "id": "x", "attributes": { "name": "x" } } } }]""");
        return MiniMapping.Run(mapping, ("t.csv", $"x,y\n{values}\n")).Nodes.Count == 1;
    }
}
