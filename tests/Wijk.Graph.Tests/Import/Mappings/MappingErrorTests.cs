using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Model;

namespace Wijk.Graph.Tests.Import.Mappings;

public class MappingErrorTests
{
    [Theory]
    [InlineData("""[{ "table": "x" }]""", "mapping mini, $.rules[0].table: \"x\" is not a table of this mapping; tables are t.*")]
    [InlineData("""[{ "tabel": "t" }]""", "mapping mini, $.rules[0]: 'table' is missing; add it.")]
    [InlineData("""[{ "table": "t", "node": {} }]""", "mapping mini, $.rules[0]: 'node' is not known here; known are *Did you mean 'nodes'?")]
    [InlineData("""[{ "table": "t", "nodes": { "a": { "kind": "Agancy", "id": "x" } } }]""", "mapping mini, $.rules[0].nodes.a.kind: \"Agancy\" is not a kind of node. Did you mean 'Agency'?*")]
    [InlineData("""[{ "table": "t", "nodes": { "a": { "kind": "Targeting", "id": "x" } } }]""", "*$.rules[0].nodes.a.kind: \"Targeting\" is made under targetings*")]
    [InlineData("""[{ "table": "t", "nodes": { "a": { "kind": "Agency", "id": "x", "attributes": { "naam": "x" } } } }]""", "*$.rules[0].nodes.a.attributes.naam:*'naam', which Agency does not have*Did you mean 'name'?")]
    [InlineData("""[{ "table": "t", "nodes": { "a": { "kind": "Agency", "id": "{id" } } }]""", "*$.rules[0].nodes.a.id:*has a { without a name and } after it*")]
    [InlineData("""[{ "table": "t", "nodes": { "a": { "kind": "Agency", "id": 3 } } }]""", "*$.rules[0].nodes.a.id: 3 must be a text*")]
    [InlineData("""[{ "table": "t", "nodes": { "a": { "kind": "Agency", "id": { "of": "{id}", "match": "(" } } } }]""", "*.id.match:*is not a regular expression*")]
    [InlineData("""[{ "table": "t", "nodes": { "a": { "kind": "Agency", "id": { "of": "{id}", "match": "x" } } } }]""", "*.id.match:*has no group named value*")]
    [InlineData("""[{ "table": "t", "nodes": { "a": { "kind": "Agency", "id": { "of": "{id}", "map": "x" } } } }]""", "*.id.map:*is not a map of this mapping*")]
    [InlineData("""[{ "table": "t", "nodes": { "a": { "kind": "Agency", "id": { "of": "{id}", "number": "french" } } } }]""", "*.id.number: \"french\" must be one of dutch, point.*")]
    [InlineData("""[{ "table": "t", "when": [{ "of": "{id}" }] }]""", "*$.rules[0].when[0]:*asks nothing*")]
    [InlineData("""[{ "table": "t", "relations": [{ "kind": "RUNS", "from": "a", "to": "b" }] }]""", "*$.rules[0].relations[0].from: \"a\" names no node made before it*")]
    [InlineData("""[{ "table": "t", "relations": [{ "kind": "RUN", "from": "a", "to": "b" }] }]""", "*\"RUN\" is not a kind of relation. Did you mean 'RUNS'?*")]
    [InlineData("""[{ "table": "t", "targetings": [{ "of": "a" }] }]""", "*$.rules[0].targetings[0]:*says neither for whom nor where*")]
    [InlineData("""[{ "table": "t", "words": { "of": "{id}", "list": "x", "as": "y" } }]""", "*$.rules[0].words.list:*is not a word list*")]
    [InlineData("""[{ "table": "t", "let": { "id": "{id}" } }]""", "*$.rules[0].let.id:*uses 'id' to explain 'id'*")]
    [InlineData("""[{ "table": "t", }, ]]""", "mapping mini, line 1: this is not valid JSON*")]
    public void A_wrong_mapping_says_where_and_what_is_right(string rules, string message) =>
        FluentActions.Invoking(() => MiniMapping.Of(rules)).Should().Throw<MappingException>().WithMessage(message);

    [Fact]
    public void An_unknown_mapping_is_refused_with_those_there_are() =>
        FluentActions.Invoking(() => MappingLibrary.Find("amsterdam-subsidie")).Should().Throw<MappingException>()
            .WithMessage("*there is no mapping and no file of this name; mappings are 360giving, *, wijk. Did you mean 'amsterdam-subsidies'?*");

    [Fact]
    public void A_mapping_in_a_file_is_found()
    {
        using var files = new Formats.TempFiles();
        var path = files.Write("own.json", MiniMapping.Of($$"""[{ "table": "t", "nodes": { "a": {{MiniMapping.Agency}} } }]""").Text);
        MappingLibrary.Find(path).Name.Should().Be("mini");
    }

    [Fact]
    public void A_wrong_mapping_says_so_in_Dutch_as_well() =>
        FluentActions.Invoking(() => MiniMapping.Of("""[{ "table": "tt" }]""")).Should().Throw<MappingException>()
            .Which.Why.Nl.Should().Be("vertaling mini, $.rules[0].table: \"tt\" is geen tabel van deze vertaling; tabellen zijn t. Bedoelt u 't'?");

    [Fact]
    public void A_warning_is_written_in_both_languages()
    {
        const string rule = """{ "table": "t", "nodes": { "a": AGENCY }, "warnings": [{ "message": MESSAGE, "counted": true }] }""";
        var rules = $"[{rule.Replace("AGENCY", MiniMapping.Agency, StringComparison.Ordinal)}]";
        var both = rules.Replace("MESSAGE", """{ "nl": "let op.", "en": "mind this." }""", StringComparison.Ordinal);
        MiniMapping.Run(MiniMapping.Of(both), ("t.csv", "id,name\n1,A\n2,B\n")).Warnings.Single().Line.Should().Be(new Words(
            "t.csv rij 2: 2 rijen, waarvan dit de eerste is: let op.", "t.csv row 2: 2 rows, this being the first: mind this."));
        var one = rules.Replace("MESSAGE", "\"mind this.\"", StringComparison.Ordinal);
        FluentActions.Invoking(() => MiniMapping.Of(one)).Should().Throw<MappingException>().WithMessage("*.warnings[0].message: * must be an object*");
    }
}
