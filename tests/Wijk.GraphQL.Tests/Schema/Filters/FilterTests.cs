using CsCheck;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.GraphQL.Schema.Filters;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Schema.Filters;

public sealed class FilterTests(SampleServer server) : IClassFixture<SampleServer>
{
    // A filter as it is written, and whether it should keep an agency.
    private static readonly (string Text, Func<Node, bool> Keeps)[] Conditions =
    [
        ("""name: {contains: "DE"}""", node => node.Name.Contains("de", StringComparison.OrdinalIgnoreCase)),
        ("""name: {contains: "a", in: ["nobody"]}""", _ => false),
        ("""type: {in: [HOUSING_ASSOCIATION, WELFARE]}""", node => node.Attributes.Text("type") is "housingAssociation" or "welfare"),
        ("""type: {in: []}""", _ => false),
        ("""type: {}""", _ => true),
        ("""type: null""", _ => true),
        ("""period: {from: "2020-01-01", to: "2026-01-01"}""", node => node.Period.First <= new DateOnly(2026, 1, 1) && node.Period.Last >= new DateOnly(2020, 1, 1)),
        ("""source: {equals: "Voorbeeldwijk"}""", node => node.Origin == "voorbeeldwijk"),
        ("""isStub: false""", node => !node.IsStub),
        ("""website: {contains: "."}""", node => node.Attributes.Text("website")?.Contains('.') == true),
        ("""aliases: {contains: "e"}""", node => node.Attributes["aliases"] is IEnumerable<string> all && all.Any(alias => alias.Contains('e', StringComparison.OrdinalIgnoreCase))),
        ("""or: []""", _ => false),
        ("""and: []""", _ => true),
    ];

    private static readonly Gen<(string Text, Func<Node, bool> Keeps)> Filters = Gen.Recursive<(string Text, Func<Node, bool> Keeps)>((depth, inner) => depth == 3
        ? Gen.Int[0, Conditions.Length - 1].Select(place => Conditions[place])
        : Gen.OneOf(
            Gen.Int[0, Conditions.Length - 1].Select(place => Conditions[place]),
            inner.Select(one => ($"not: {{{one.Text}}}", (Func<Node, bool>)(node => !one.Keeps(node)))),
            Gen.Select(inner, inner, Gen.Bool).Select((a, b, all) => ($"{(all ? "and" : "or")}: [{{{a.Text}}}, {{{b.Text}}}]",
                (Func<Node, bool>)(node => all ? a.Keeps(node) && b.Keeps(node) : a.Keeps(node) || b.Keeps(node))))));

    [Fact]
    public Task A_filter_keeps_exactly_what_its_conditions_say() => Filters.SampleAsync(async filter =>
    {
        var expected = server.Whole.NumbersOf(NodeKind.Agency).Select(server.Whole.Node).Where(filter.Keeps).Select(node => node.Key);
        var data = await server.DataAsync($"{{ agencies(first: 100, filter: {{{filter.Text}}}) {{ totalCount edges {{ node {{ key }} }} }} }}");
        SampleServer.Nodes(data["agencies"]).Select(node => (string)node["key"]!).Should().Equal(expected, filter.Text);
    }, seed: "0000KOIPe982", iter: 60, threads: 1);

    [Theory]
    [InlineData("areas", """code: {in: ["PB"]}""")]
    [InlineData("measures", "budget: {from: 1, to: 50000}")]
    [InlineData("measures", """fundingEnd: {to: "2026-12-31"}""")]
    [InlineData("domains", "catchAll: false")]
    public async Task Every_sort_of_value_has_its_condition(string list, string filter)
    {
        var all = await server.DataAsync($"{{ {list} {{ totalCount }} kept: {list}(filter: {{{filter}}}) {{ totalCount }} other: {list}(filter: {{not: {{{filter}}}}}) {{ totalCount }} }}");
        ((int)all["kept"]!["totalCount"]! + (int)all["other"]!["totalCount"]!).Should().Be((int)all[list]!["totalCount"]!);
    }

    [Fact]
    public async Task Trying_a_node_allocates_nothing()
    {
        var view = GraphView.Of(await Cities.VoorbeeldwijkAsync());
        var filter = NodeFilter.Of(new Dictionary<string, object?>
        {
            ["or"] = new object[]
            {
                new Dictionary<string, object?> { ["name"] = new Dictionary<string, object?> { ["contains"] = "q" } },
                new Dictionary<string, object?> { ["website"] = new Dictionary<string, object?> { ["contains"] = "q" } },
                new Dictionary<string, object?> { ["type"] = new Dictionary<string, object?> { ["in"] = new[] { "care" } } },
                new Dictionary<string, object?> { ["period"] = new Dictionary<string, object?> { ["from"] = new DateOnly(2020, 1, 1) } },
            },
        }, view, Vocabulary.Of(NodeKind.Agency))!;
        var nodes = view.Graph.NumbersOf(NodeKind.Agency).ToArray();
        var kept = nodes.Count(filter); // What is made once for all.
        var before = GC.GetAllocatedBytesForCurrentThread();
        var again = 0;
        foreach (var node in nodes) again += filter(node) ? 1 : 0;
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(nodes.Length, "not a byte a node");
        again.Should().Be(kept);
    }
}
