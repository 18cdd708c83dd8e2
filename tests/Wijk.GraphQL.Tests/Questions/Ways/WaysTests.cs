using Wijk.Graph.Findings.Ways;

namespace Wijk.GraphQL.Tests.Questions.Ways;

public sealed class WaysTests(SampleServer server) : IClassFixture<SampleServer>
{
    private const string Day = $"asOf: \"{SampleServer.AsOf}\"";

    [Fact]
    public async Task The_answer_is_that_of_the_finding()
    {
        var expected = server.Ask(new WaysQuestion());
        var answer = (await server.DataAsync($"{{ ways({Day}) {{ initiativeCount foundCount reason {{ nl en }} nextStep {{ nl en }} }} }}"))["ways"]!;
        (answer["initiativeCount"]!.GetValue<int>(), answer["foundCount"]!.GetValue<int>()).Should().Be((expected.InitiativeCount, expected.Initiatives.Length));
        (answer["reason"]!["nl"]!.GetValue<string>(), answer["reason"]!["en"]!.GetValue<string>()).Should().Be((expected.Reason.Nl, expected.Reason.En));
        (answer["nextStep"]!["nl"]!.GetValue<string>(), answer["nextStep"]!["en"]!.GetValue<string>()).Should().Be((expected.NextStep.Nl, expected.NextStep.En));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    public async Task Walking_through_the_initiatives_gives_each_once_in_order(int size)
    {
        var expected = server.Ask(new WaysQuestion()).Initiatives;
        var found = await server.WalkAsync($"ways({Day})", "initiatives",
            "initiative { key } isAlone wasAsked ways { nodes { key } stepCount } toAsk(first: 100) { edges { node { key } } } reason { nl }", size);
        found.Select(one => (one["initiative"]!["key"]!.GetValue<string>(), one["isAlone"]!.GetValue<bool>(), one["wasAsked"]!.GetValue<bool>(), one["reason"]!["nl"]!.GetValue<string>()))
            .Should().Equal(expected.Select(one => (Key(one.Initiative), one.IsAlone, one.WasAsked, one.Reason.Nl)));
        found.Select(one => string.Join('|', one["ways"]!.AsArray().Select(way => $"{way!["stepCount"]} {string.Join(' ', way["nodes"]!.AsArray().Select(node => node!["key"]))}")))
            .Should().Equal(expected.Select(one => string.Join('|', one.Ways.Select(way => $"{way.StepCount} {string.Join(' ', way.Nodes.Select(Key))}"))));
        found.Select(one => string.Join(' ', SampleServer.Nodes(one["toAsk"]).Select(node => node["key"])))
            .Should().Equal(expected.Select(one => string.Join(' ', one.ToAsk.Select(Key).Order(StringComparer.Ordinal))));
    }

    [Fact]
    public async Task Of_an_initiative_that_is_asked_for_the_ways_are_there_with_evidence_that_resolves()
    {
        var ways = server.Then.NumbersOf(Graph.Model.NodeKind.Initiative).Select(number => server.Ask(new WaysQuestion { Initiative = Key(number) }).Initiatives.Single())
            .First(one => one.Ways.Length > 0);
        var answer = (await server.DataAsync($$"""
            { ways({{Day}}, initiative: "{{Key(ways.Initiative)}}") { initiatives(first: 2) { totalCount edges { node { id ways { stepCount evidence } } } } } }
            """))["ways"]!["initiatives"]!;
        var found = SampleServer.Nodes(answer).Single();
        found["ways"]!.AsArray().Should().HaveCount(ways.Ways.Length);
        foreach (var key in found["ways"]!.AsArray().SelectMany(way => way!["evidence"]!.AsArray()))
        {
            (await server.DataAsync($"{{ node(id: {key!.ToJsonString()}) {{ ... on Relation {{ key }} }} }}"))["node"]!["key"]!.GetValue<string>()
                .Should().Be(key.GetValue<string>());
        }

        (await server.DataAsync($$"""{ node(id: {{found["id"]!.ToJsonString()}}) { id ... on InitiativeWays { ways { stepCount } } } }"""))["node"]!["ways"]!.AsArray()
            .Should().HaveCount(ways.Ways.Length, "what was found can be asked for again by its id");
    }

    [Fact]
    public async Task An_area_that_is_not_there_is_an_error_and_an_initiative_that_is_not_there_is_an_answer()
    {
        var answer = await server.AskAsync("""{ nowhere: ways(area: "Nergenshuizen") { foundCount } nobody: ways(initiative: "initiative:nergens:niets") { foundCount reason { en } } }""");
        answer["errors"]!.AsArray().Should().ContainSingle().Which!["extensions"]!["code"]!.GetValue<string>().Should().Be("INVALID_ARGUMENT");
        answer["data"]!["nowhere"].Should().BeNull();
        answer["data"]!["nobody"]!["reason"]!["en"]!.GetValue<string>().Should().StartWith("We know no initiative with the key 'initiative:nergens:niets' here.");
    }

    private string Key(int number) => server.Then.Node(number).Key;
}
