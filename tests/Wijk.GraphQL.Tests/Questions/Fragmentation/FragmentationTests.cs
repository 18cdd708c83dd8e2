using System.Text.Json.Nodes;
using Wijk.Graph.Findings.Fragmentation;

namespace Wijk.GraphQL.Tests.Questions.Fragmentation;

public sealed class FragmentationTests(SampleServer server) : IClassFixture<SampleServer>
{
    private const string Day = $"asOf: \"{SampleServer.AsOf}\"";

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task The_answer_is_that_of_the_finding(int level)
    {
        var expected = server.Ask(new FragmentationQuestion { Level = level });
        var answer = (await server.DataAsync($$"""
            { fragmentation(level: {{level}}, {{Day}}) { f distanceWeightedF memberCount askedPairCount tieCount contradictingPairCount reason { nl en } nextStep { nl en }
              coverage { known total } components(first: 100) { edges { node { size members(first: 100) { edges { node { id } } } } } } bridges(first: 100) { edges { node { a { id } b { id } cutOffCount } } }
              articulationPoints(first: 100) { edges { node { member { id } cutOffCount } } } personBridges(first: 100) { edges { node { professional { id } cutOff { totalCount } } } }
              betweenness(first: 100) { edges { node { member { id } value } } } isolatedInitiatives(first: 100) { edges { node { initiative { id } wasAsked } } } silos { index pValue } } }
            """))["fragmentation"]!;
        answer["f"]!.GetValue<double>().Should().Be(expected.Fragmentation);
        answer["distanceWeightedF"]!.GetValue<double>().Should().Be(expected.DistanceWeightedFragmentation(TestContext.Current.CancellationToken));
        (answer["memberCount"]!.GetValue<int>(), answer["askedPairCount"]!.GetValue<long>(), answer["tieCount"]!.GetValue<int>(), answer["contradictingPairCount"]!.GetValue<int>())
            .Should().Be((expected.Members.Length, expected.AskedPairCount, expected.TieCount, expected.ContradictingPairCount));
        (answer["reason"]!["nl"]!.GetValue<string>(), answer["reason"]!["en"]!.GetValue<string>()).Should().Be((expected.Reason.Nl, expected.Reason.En));
        answer["coverage"]!.AsArray().Should().OnlyContain(item => item!["known"]!.GetValue<long>() <= item["total"]!.GetValue<long>());
        SampleServer.Nodes(answer["components"]).Select(part => string.Join(' ', SampleServer.Nodes(part["members"]).Select(SampleServer.KeyOf)))
            .Should().Equal(expected.Components.Select(part => string.Join(' ', part.Select(Key))));
        SampleServer.Nodes(answer["bridges"]).Select(bridge => (Id(bridge["a"]), Id(bridge["b"]), bridge["cutOffCount"]!.GetValue<int>()))
            .Should().Equal(expected.Bridges.Select(bridge => (Key(bridge.A), Key(bridge.B), bridge.CutOffCount)));
        SampleServer.Nodes(answer["articulationPoints"]).Select(point => (Id(point["member"]), point["cutOffCount"]!.GetValue<int>()))
            .Should().Equal(expected.ArticulationPoints.Select(point => (Key(point.Actor), point.CutOffCount)));
        SampleServer.Nodes(answer["personBridges"]).Select(bridge => (Id(bridge["professional"]), bridge["cutOff"]!["totalCount"]!.GetValue<int>()))
            .Should().Equal(expected.PersonBridges.Select(bridge => (Key(bridge.Person), bridge.CutOff.Length)));
        SampleServer.Nodes(answer["betweenness"]).Select(value => (Id(value["member"]), value["value"]!.GetValue<double>()))
            .Should().Equal(expected.Betweenness(TestContext.Current.CancellationToken).Take(100).Select(value => (Key(value.Actor), value.Value)));
        SampleServer.Nodes(answer["isolatedInitiatives"]).Select(isolated => (Id(isolated["initiative"]), isolated["wasAsked"]!.GetValue<bool>()))
            .Should().Equal(expected.IsolatedInitiatives.Select(isolated => (Key(isolated.Initiative), isolated.WasAsked)));
        answer["silos"]?["index"]?.GetValue<double>().Should().Be(expected.Silos!.Index);
    }

    [Theory]
    [InlineData("""area: "Nergenshuizen" """, "area: ", "'Nergenshuizen'")]
    [InlineData("level: 6", "level", "between 1 and 5")]
    public async Task What_cannot_be_answered_is_refused_by_name(string argument, string name, string told)
    {
        var answer = await server.AskAsync($"{{ fragmentation({argument}) {{ f }} }}");
        answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().Should().Be("INVALID_ARGUMENT");
        answer["errors"]![0]!["message"]!.GetValue<string>().Should().ContainEquivalentOf(name).And.Contain(told);
    }

    private static string Id(JsonNode? node) => SampleServer.KeyOf(node);

    private string Key(int node) => server.Then.Node(node).Key;
}
