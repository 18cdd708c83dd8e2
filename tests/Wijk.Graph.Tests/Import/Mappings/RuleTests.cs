using Wijk.Graph.Import;
using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Model;

namespace Wijk.Graph.Tests.Import.Mappings;

public class RuleTests
{
    private static readonly string Agencies = $"[{{ \"table\": \"t\", \"nodes\": {{ \"a\": {MiniMapping.Agency} }} }}]";

    [Fact]
    public void Rows_that_agree_make_one_record() =>
        MiniMapping.Run(MiniMapping.Of(Agencies), ("t.csv", "id,name\n a  b ,X\na b, X\n")).Nodes.Select(node => node.Record.Key).Should().Equal("agency:n:a b");

    [Fact]
    public void One_key_with_two_contents_is_refused_with_both_places()
    {
        var records = MiniMapping.Run(MiniMapping.Of(Agencies), ("t.csv", "id,name\n1,X\n1,Y\n"));
        records.Nodes.Single().Record.Name.Should().Be("X");
        records.Refused.Single().ToString().Should().Be(
            "t.csv row 3: 'agency:n:1': this key has other contents in t.csv row 2: name is 'Y' here and 'X' there. Make them equal, or give one of them another id.");
    }

    [Fact]
    public void Where_the_mapping_keeps_the_first_the_first_value_found_counts()
    {
        var mapping = MiniMapping.Of(
            """[{ "table": "t", "nodes": { "a": { "kind": "Agency", "id": "{id}", "keepFirst": ["website"], "attributes": { "name": "{name}", "website": "{w}" } } } }]""");
        var records = MiniMapping.Run(mapping, ("t.csv", "id,name,w\n1,X,\n1,X,a.nl\n1,X,b.nl\n"));
        records.Refused.Should().BeEmpty();
        records.Nodes.Single().Record.Attributes.Text("website").Should().Be("a.nl");
    }

    [Fact]
    public void A_reference_to_nothing_is_refused_and_so_is_what_leans_on_that_row()
    {
        var mapping = MiniMapping.Of("""
            [{ "table": "t", "nodes": {
                "a": { "kind": "Agency", "id": "{id}", "attributes": { "name": "{id}" } },
                "b": { "kind": "Agency", "use": "refer", "id": "{parent}", "optional": true } },
               "relations": [{ "kind": "PART_OF", "from": "a", "to": "b" }] }]
            """);
        var records = MiniMapping.Run(mapping, ("t.csv", "id,parent\n1,\n2,1\n3,9\n4,3\n"));
        records.Refused.Select(refusal => refusal.Place.Row).Should().Equal(4, 5);
        records.Refused[0].ToString().Should().StartWith("t.csv row 4: '9': there is no agency with this id in the files ('agency:n:9')");
        records.Nodes.Select(node => node.Record.Key).Should().Equal("agency:n:1", "agency:n:2");
        records.Relations.Single().Record.Key.Should().Be("part_of:n:agency%3An%3A2>agency%3An%3A1");
    }

    [Fact]
    public void A_ragged_row_is_refused_and_the_others_are_read()
    {
        var records = MiniMapping.Run(MiniMapping.Of(Agencies), ("t.csv", "id,name\n1,X\n2\n3,Z\n"));
        records.Files.Single().RowCount.Should().Be(3);
        records.Nodes.Should().HaveCount(2);
        records.Refused.Single().Place.Row.Should().Be(3);
    }

    [Theory]
    [InlineData("refuse", 1, "t.csv row 3: '9': there is no row of u with this key")]
    [InlineData("skip", 2, null)]
    [InlineData("blank", 2, null)]
    public void A_join_that_finds_nothing_does_what_the_mapping_says(string missing, int agencies, string? refusal)
    {
        var mapping = MiniMapping.Of($$"""
            [{ "table": "t", "nodes": { "a": {{MiniMapping.Agency}} },
               "parts": [{ "join": [{ "table": "u", "on": { "key": "{ref}" }, "missing": "{{missing}}" }],
                           "nodes": { "d": { "kind": "Domain", "id": { "first": ["{u.value}", "none"] }, "attributes": { "name": { "first": ["{u.value}", "none"] } } } },
                           "relations": [{ "kind": "IN_DOMAIN", "from": "a", "to": "d" }] }] }]
            """, """{ "t": { "files": ["t.csv"] }, "u": { "files": ["u.json"] } }""");
        var records = MiniMapping.Run(mapping, ("t.csv", "id,name,ref\n1,X,a\n2,Y,9\n"), ("u.json", """{"a":["p","q"]}"""));
        records.Nodes.Count(node => node.Record.Kind == NodeKind.Agency).Should().Be(agencies);
        records.Nodes.Where(node => node.Record.Kind == NodeKind.Domain).Select(node => node.Record.Name)
            .Should().Equal(missing == "blank" ? ["p", "q", "none"] : new[] { "p", "q" });
        records.Refused.Select(row => row.ToString()[..Math.Min(refusal?.Length ?? 0, row.ToString().Length)]).Should().Equal(refusal is null ? [] : new[] { refusal });
    }

    [Fact]
    public void Equal_relations_are_numbered()
    {
        var mapping = MiniMapping.Of("""
            [{ "table": "t", "nodes": {
                 "a": { "kind": "Agency", "id": "{f}", "attributes": { "name": "{f}" } },
                 "m": { "kind": "Measure", "id": "{m}", "attributes": { "name": "{m}" } } },
               "relations": [{ "kind": "FUNDS", "from": "a", "to": "m", "numbered": "ordinal", "attributes": { "year": "{y}", "amount": "{x}" } }] }]
            """);
        var records = MiniMapping.Run(mapping, ("t.csv", "f,m,y,x\nA,M,2016,1\nA,M,2016,2\nA,M,2017,3\n"));
        records.Relations.Select(grant => grant.Record.Attributes.Integer("ordinal")).Should().Equal(1, 2, 1);
    }

    [Theory]
    [InlineData("2016-02-30", "'2016-02-30': validFrom must be a date that exists")]
    [InlineData("gisteren", "'gisteren': validFrom must be a date that exists")]
    public void An_impossible_date_refuses_the_row(string date, string message)
    {
        var mapping = MiniMapping.Of("""[{ "table": "t", "nodes": { "a": { "kind": "Agency", "id": "{id}", "attributes": { "name": "{id}" }, "validFrom": "{d}" } } }]""");
        MiniMapping.Run(mapping, ("t.csv", $"id,d\n1,{date}\n")).Refused.Single().ToString().Should().Contain(message);
    }

    [Fact]
    public void A_value_outside_the_vocabulary_refuses_the_row_with_what_is_allowed()
    {
        var mapping = MiniMapping.Of("""[{ "table": "t", "nodes": { "a": { "kind": "Agency", "id": "{id}", "attributes": { "name": "{id}", "type": "{type}" } } } }]""");
        MiniMapping.Run(mapping, ("t.csv", "id,type\n1,polise\n")).Refused.Single().ToString()
            .Should().Be("t.csv row 2: 'polise': type must be one of municipality, district, housing association, welfare, care, school, police, "
                + "knowledge institute, fund, company, unknown. Did you mean 'police'?");
    }

    [Fact]
    public void A_file_without_a_column_the_mapping_uses_is_refused_before_any_row() =>
        FluentActions.Invoking(() => MiniMapping.Run(MiniMapping.Of(Agencies), ("t.csv", "id,naam\n1,X\n")))
            .Should().Throw<Wijk.Graph.Import.Formats.ImportFileException>()
            .WithMessage("t.csv: there is no column 'name', which the mapping uses for its table 't'; columns are id, naam. Did you mean 'naam'?*");

    [Fact]
    public void A_text_that_looks_like_code_stays_a_text()
    {
        var name = "'); MATCH (n) DETACH DELETE n; -- {id} %3A";
        MiniMapping.Run(MiniMapping.Of(Agencies), ("t.csv", $"id,name\n1,{name}\n")).Nodes.Single().Record.Name.Should().Be(name);
    }

    [Fact]
    public void Reading_stops_when_it_is_cancelled()
    {
        using var files = new Formats.TempFiles();
        files.Write("t.csv", "id,name\n1,X\n");
        FluentActions.Invoking(() => MappingRunner.Run(MiniMapping.Of(Agencies), [files.Folder], null, default, null, new(canceled: true)))
            .Should().Throw<OperationCanceledException>();
    }

    [Fact]
    public void A_row_that_a_mapping_makes_nothing_of_is_counted_and_never_lost_in_silence()
    {
        var mapping = MiniMapping.Of($$"""[{ "table": "t", "when": [{ "of": "{name}", "isNot": "X" }], "nodes": { "a": {{MiniMapping.Agency}} } }]""");
        var records = MiniMapping.Run(mapping, ("t.csv", "id,name\n1,X\n2,Y\n3,X\n"));
        records.Nodes.Should().ContainSingle();
        records.Warnings.Single().Message.En.Should().StartWith("The mapping makes nothing of 2 rows, the first being t.csv row 2; ");
        records.Rows.Should().Be(new RowTally(3, 1, 0, 2));
    }
}
