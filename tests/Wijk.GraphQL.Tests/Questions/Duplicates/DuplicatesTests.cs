using Wijk.Graph.Findings.Duplicates;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Questions.Duplicates;

public sealed class DuplicatesTests
{
    [Fact]
    public async Task The_answer_is_that_of_the_finding_and_each_pair_is_found_again_by_its_id()
    {
        var graph = TwoCities();
        var expected = new DuplicatesQuestion { AsOf = new(2026, 6, 1) }.Ask(GraphView.Of(graph.Snapshot()), Asking.Today);
        expected.Pairs.Should().HaveCount(3);
        await using var server = await TestServer.StartWithAsync(graph.Snapshot());
        var answer = (await server.DataAsync("""
            { duplicates(asOf: "2026-06-01") { reason { nl } nameCount commonNameCount pairs(first: 10) { totalCount edges { node { id reason { nl en } for against a { ... on Item { name } } b { ... on Item { name } } } } } evidence(first: 10) { totalCount } } }
            """))["duplicates"]!;
        answer["reason"]!["nl"]!.GetValue<string>().Should().Be(expected.Reason.Nl);
        answer["evidence"]!["totalCount"]!.GetValue<int>().Should().Be(expected.Evidence.Count());
        var pairs = SampleServer.Nodes(answer["pairs"]).ToArray();
        pairs.Select(pair => pair["reason"]!["en"]!.GetValue<string>()).Should().Equal(expected.Pairs.Select(pair => pair.Reason.En));
        pairs[0]["for"]!.AsArray().Select(sign => sign!.GetValue<string>()).Should().Equal("SAME_WEBSITE", "NAME_IN_OTHER_FORM");
        foreach (var pair in pairs)
        {
            var found = await server.DataAsync($$"""{ node(id: "{{pair["id"]!.GetValue<string>()}}") { ... on DuplicatePair { reason { nl } } } }""");
            found["node"]!["reason"]!["nl"]!.GetValue<string>().Should().Be(pair["reason"]!["nl"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task Only_the_kinds_that_are_asked_for_are_compared()
    {
        await using var server = await TestServer.StartWithAsync(TwoCities().Snapshot());
        var answer = (await server.DataAsync("{ duplicates(kinds: [DOMAIN, TARGET_GROUP]) { nameCount pairs(first: 10) { totalCount } } }"))["duplicates"]!;
        answer["pairs"]!["totalCount"]!.GetValue<int>().Should().Be(1);
        answer["nameCount"]!.GetValue<int>().Should().Be(2);
    }

    private static GraphBuilder TwoCities()
    {
        var graph = new GraphBuilder();
        graph.Node(NodeKind.Agency, "Stichting De Linde", ("website", "https://www.linde.nl"));
        graph.Node(NodeKind.Agency, "de linde", ("website", "linde.nl/"));
        graph.Agency("Buurthuis De Esdoorn");
        graph.Agency("Buurthuis De Esdorn");
        graph.Node(NodeKind.TargetGroup, "Jongeren 12+");
        graph.Node(NodeKind.TargetGroup, "jongeren 12+");
        return graph;
    }
}
