using Wijk.Graph.Import.Mappings;

namespace Wijk.Graph.Tests.Import.Mappings;

/// <summary>A part that is done for each of several things in one row.</summary>
public class EachTests
{
    [Fact]
    public void A_cell_is_split_at_each_separator_and_every_text_counts_once() =>
        Agencies("""{ "of": "{who}", "split": [";", "|", "\n"], "as": "one" }""", "who\n\"A; B|C\nB ;; a\"\n").Should().Equal("A", "B", "C", "a");

    [Fact]
    public void A_list_of_texts_in_json_keeps_what_stands_in_it() =>
        AgenciesOfJson("""{ "of": "{who}", "as": "one" }""", "{one}", """[{"who":["A|B","C"]},{"who":"D"},{"who":null},{"who":[]}]""").Should().Equal("A|B", "C", "D");

    [Fact]
    public void The_objects_of_a_list_in_json_are_walked_also_inside_one_another() =>
        AgenciesOfJson("""{ "of": "{place.people}", "as": "one" }""", "{one.org.name}",
            """[{"places":[{"people":[{"org":{"name":"A"}},{"org":{"name":"B"}}]},{"people":[]},{"people":{"org":{"name":"C"}}}]}]""",
            """{ "of": "{places}", "as": "place" }""").Should().Equal("A", "B", "C");

    [Fact]
    public void An_object_is_one_item_and_with_entries_one_for_each_of_its_names()
    {
        const string Json = """[{"by":{"x":{"name":"A"},"y":{"name":"B"}}}]""";
        AgenciesOfJson("""{ "of": "{by}", "as": "one" }""", "{one.x.name}", Json).Should().Equal("A");
        AgenciesOfJson("""{ "of": "{by}", "as": "one", "entries": true }""", "{one.key}-{one.name}", Json).Should().Equal("x-A", "y-B");
    }

    [Fact]
    public void One_item_of_a_list_is_named_by_its_number()
    {
        var mapping = MiniMapping.Of("""[{ "table": "t", "nodes": { "a": { "kind": "Agency", "id": "{who.2.name}", "attributes": { "name": "{who.2.name}" } } } }]""",
            """{ "t": { "files": ["t.json"] } }""");
        MiniMapping.Run(mapping, ("t.json", """[{"who":[{"name":"A"},{"name":"B"}]}]""")).Nodes.Single().Record.Name.Should().Be("B");
    }

    [Theory]
    [InlineData("{who}")]
    [InlineData("Initiative, {who}")]
    public void A_list_of_objects_is_never_a_text(string id)
    {
        var mapping = MiniMapping.Of($$"""[{ "table": "t", "nodes": { "a": { "kind": "Agency", "id": "{{id}}", "attributes": { "name": "x" } } } }]""",
            """{ "t": { "files": ["t.json"] } }""");
        var records = MiniMapping.Run(mapping, ("t.json", """[{"who":[{"id":"1"}]},{"who":["2"]}]"""));
        records.Refused.Single().ToString().Should().StartWith("t.json row 1: 'who': who is a list of objects and no text; walk it with each");
        records.Nodes.Should().ContainSingle();
    }

    [Fact]
    public void A_name_inside_a_list_is_refused_with_the_list_it_is_in()
    {
        var mapping = MiniMapping.Of("""[{ "table": "t", "nodes": { "a": { "kind": "Agency", "id": "{who.name}", "attributes": { "name": "x" } } } }]""",
            """{ "t": { "files": ["t.json"] } }""");
        FluentActions.Invoking(() => MiniMapping.Run(mapping, ("t.json", """[{"who":[{"name":"A"}]}]"""))).Should()
            .Throw<Graph.Import.Formats.ImportFileException>().WithMessage("*no column 'who.name'*'who' is a list: walk it with each*");
    }

    [Fact]
    public void The_cells_of_a_matrix_are_one_part_and_blank_ones_are_left_out()
    {
        var mapping = MiniMapping.Of("""
            [{ "table": "t", "nodes": { "a": { "kind": "Agency", "id": "{org}", "attributes": { "name": "{org}" } } },
               "parts": [{ "each": { "columns": { "matching": "^With \\[(?<value>.+)\\]$" }, "as": "cell" },
                           "nodes": { "b": { "kind": "Agency", "id": "{cell.heading}", "attributes": { "name": "{cell.heading}" } } },
                           "relations": [{ "kind": "COLLABORATES", "from": "a", "to": "b", "attributes": { "level": "{cell.value}" } }] }] }]
            """);
        var records = MiniMapping.Run(mapping, ("t.csv", "org,With [B],With [C],Remark\nA,3,,x\nD,0,2,\n"));
        records.Refused.Should().BeEmpty();
        records.Relations.Select(relation => (relation.Record.From[^1], relation.Record.To[^1], relation.Record.Attributes.Integer("level")))
            .Should().BeEquivalentTo([('A', 'B', 3L), ('B', 'D', 0L), ('C', 'D', 2L)]);
    }

    [Fact]
    public void A_matrix_begins_at_a_column_and_leaves_others_out()
    {
        var mapping = MiniMapping.Of("""
            [{ "table": "t", "parts": [{ "each": { "columns": { "from": 2, "except": ["c"] }, "as": "cell" },
                "nodes": { "a": { "kind": "Agency", "id": "{$1}: {cell.heading}={cell}", "attributes": { "name": "{cell}" } } } }] }]
            """);
        MiniMapping.Run(mapping, ("t.csv", "a,b,c,d\n1,2,3,4\n")).Nodes.Select(node => node.Record.Key).Should().Equal("agency:n:1%3A b=2", "agency:n:1%3A d=4");
    }

    [Fact]
    public void Nothing_to_do_it_for_is_what_otherwise_is_for()
    {
        var mapping = MiniMapping.Of("""
            [{ "table": "t", "parts": [{ "each": { "of": "{who}", "split": ";", "as": "one" },
                "nodes": { "a": { "kind": "Agency", "id": "{one}", "attributes": { "name": "{one}" } } },
                "otherwise": { "warnings": [{ "message": { "nl": "niemand", "en": "nobody" } }] } }] }]
            """);
        MiniMapping.Run(mapping, ("t.csv", "who,x\nA,1\n ; ,2\n")).Warnings.Single().ToString().Should().Be("t.csv row 3: nobody");
    }

    [Theory]
    [InlineData("""{ "of": "{who} and more", "as": "one" }""", "*$.rules[0].parts[0].each.of*must be the name of one list*")]
    [InlineData("""{ "of": "{who}", "split": "", "as": "one" }""", "*each.split*at least one separator*")]
    [InlineData("""{ "columns": { "matching": "x" }, "as": "one" }""", "*has no group named value*")]
    [InlineData("""{ "of": "{who}" }""", "*'as' is missing*")]
    public void A_mistake_in_it_is_told_with_its_place(string each, string message) =>
        FluentActions.Invoking(() => Mapping(each, "{one}", "t.csv", null)).Should().Throw<MappingException>().WithMessage(message);

    private static string[] Agencies(string each, string csv) => Run(Mapping(each, "{one}", "t.csv", null), "t.csv", csv);

    private static string[] AgenciesOfJson(string each, string id, string json, string? around = null) => Run(Mapping(each, id, "t.json", around), "t.json", json);

    private static string[] Run(DeclaredMapping mapping, string file, string text)
    {
        var records = MiniMapping.Run(mapping, (file, text));
        records.Refused.Should().BeEmpty();
        return [.. records.Nodes.Select(node => node.Record.Name)];
    }

    private static DeclaredMapping Mapping(string each, string id, string file, string? around)
    {
        var part = $$"""{ "each": {{each}}, "nodes": { "a": { "kind": "Agency", "id": "{{id}}", "attributes": { "name": "{{id}}" } } } }""";
        if (around is not null) part = $$"""{ "each": {{around}}, "parts": [{{part}}] }""";
        return MiniMapping.Of($$"""[{ "table": "t", "parts": [{{part}}] }]""", $$"""{ "t": { "files": ["{{file}}"] } }""");
    }
}
