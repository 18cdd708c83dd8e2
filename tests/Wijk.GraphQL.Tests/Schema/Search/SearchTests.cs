using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.GraphQL.Tests.Schema.Search;

public class SearchTests
{
    [Theory]
    [InlineData("Café  Één\t", "cafe een")]
    [InlineData("ĲSBREKER Straße œuvre Łódź", "ijsbreker strasse oeuvre lodz")]
    [InlineData("e\u0301tude", "etude")] // A letter and a combining accent.
    [InlineData("Đường Ștefan", "duong stefan")]
    [InlineData("ΑΘΗΝΑ", "αθηνα")]
    public void Folding_takes_case_accents_and_blanks_away(string text, string folded) => TextFolding.Fold(text).Should().Be(folded);

    [Fact]
    public async Task Exact_comes_first_then_prefix_then_word_start_then_inside_then_key()
    {
        await using var server = await TestServer.StartAsync(Named(("e", "Verjong"), ("d", "De Jongerenraad"), ("c", "Jongeren Oost"), ("b", "jóng"), ("a", "Jongleren"), ("f", "Ander")));
        var data = await server.DataAsync("""{ search(text: "JONG") { totalCount edges { match node { id } } } }""");
        data["search"]!["edges"]!.AsArray().Select(edge => $"{edge!["match"]} {edge["node"]!["id"]}").Should().Equal(
            "EXACT agency:t:b", "PREFIX agency:t:a", "PREFIX agency:t:c", "WORD_START agency:t:d", "INSIDE agency:t:e");
    }

    [Fact]
    public async Task Aliases_are_found_and_a_node_comes_once_with_its_best_match()
    {
        var changes = Named(("a", "Huis van de Wijk"));
        var node = (Node)changes.Changes[0].Record!;
        await using var server = await TestServer.StartAsync(changes with
        {
            Changes = [Change.Put(node with { Attributes = node.Attributes.With("aliases", System.Collections.Immutable.ImmutableArray.Create("HVDW", "wijk")) })],
        });
        (await server.DataAsync("""{ search(text: "hvdw") { totalCount } }"""))["search"]!["totalCount"]!.GetValue<int>().Should().Be(1);
        var edges = (await server.DataAsync("""{ search(text: "wijk") { edges { match } } }"""))["search"]!["edges"]!.AsArray();
        edges.Single()!["match"]!.GetValue<string>().Should().Be("EXACT");
    }

    [Fact]
    public async Task Kinds_limit_the_search_and_pages_continue_it()
    {
        await using var server = await TestServer.StartAsync();
        var all = await server.DataAsync("""{ search(text: "r", first: 1, filter: {kind: {in: [MEASURE, AREA]}}) { totalCount edges { cursor node { id kind } } } }""");
        // Contain an r: Reclassering op straat (prefix) and Dapperbuurt (inside); the agency Réclassering is of another kind.
        all["search"]!["totalCount"]!.GetValue<int>().Should().Be(2);
        var edge = all["search"]!["edges"]![0]!;
        edge["node"]!["id"]!.GetValue<string>().Should().Be("measure:t:m3");
        var next = await server.DataAsync("""query($c: String) { search(text: "r", after: $c, filter: {kind: {in: [MEASURE, AREA]}}) { edges { node { id } } } }""", new { c = edge["cursor"] });
        next["search"]!["edges"]!.AsArray().Single()!["node"]!["id"]!.GetValue<string>().Should().Be("area:t:dapper");
    }

    [Fact]
    public async Task Nothing_to_look_for_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        (await server.AskAsync("""{ search(text: " ") { totalCount } }"""))["errors"]![0]!["message"]!.GetValue<string>().Should().Contain("nothing to look for");
    }

    private static ChangeSet Named(params (string Id, string Name)[] agencies) => SmallNeighbourhood.ChangeSet with
    {
        Changes = [.. agencies.Select(agency => Change.Put(new Node($"agency:t:{agency.Id}", NodeKind.Agency)
        {
            Source = "t",
            RecordedAt = SmallNeighbourhood.Recorded,
            Attributes = AttributeSet.Of(("name", agency.Name)),
        }))],
    };
}
