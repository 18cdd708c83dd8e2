using Wijk.Graph.Findings.Scenarios;

namespace Wijk.GraphQL.Tests.Questions.Scenarios;

public sealed class ScenarioTests(SampleServer server) : IClassFixture<SampleServer>
{
    private const string Key = "voorbeeldwijk:";

    [Fact]
    public async Task The_answer_is_that_of_the_finding()
    {
        var expected = server.Ask(new ScenarioQuestion { Leave = ["wijkverbinder"], Stop = [$"measure:{Key}kookclub-2025"], Merge = [new($"measure:{Key}valpreventie", $"measure:{Key}woonbezoek")] });
        var answer = (await server.DataAsync($$"""
            {
              scenario(asOf: "{{SampleServer.AsOf}}", leave: ["wijkverbinder"], stop: ["measure:{{Key}}kookclub-2025"], merge: [{ first: "measure:{{Key}}valpreventie", second: "measure:{{Key}}woonbezoek" }]) {
                reason { nl en } nextStep { nl } title { en } problems { en }
                before { offeredCount fragmentation } after { offeredCount fragmentation }
                withoutOffer { totalCount } cutOff { members { key } restCount } stopping { edges { node { key } } } backUps { knownCount }
              }
            }
            """))["scenario"]!;
        (answer["reason"]!["nl"]!.GetValue<string>(), answer["reason"]!["en"]!.GetValue<string>()).Should().Be((expected.Reason.Nl, expected.Reason.En));
        answer["nextStep"]!["nl"]!.GetValue<string>().Should().Be(expected.NextStep.Nl);
        answer["title"]!["en"]!.GetValue<string>().Should().Be("‘Kookclub Samen aan Tafel Twee’ stops and ‘Thuis zolang het kan’ becomes part of ‘Niet meer van de trap’ and wijkverbinder leaves");
        answer["problems"]!.AsArray().Should().BeEmpty();
        answer["after"]!["fragmentation"]!.GetValue<double>().Should().Be(expected.Effect!.After.Fragmentation);
        answer["before"]!["offeredCount"]!.GetValue<int>().Should().Be(answer["after"]!["offeredCount"]!.GetValue<int>() + 1);
        answer["cutOff"]!.AsArray().Should().ContainSingle().Which!["members"]!.AsArray().Should().HaveCount(7);
        SampleServer.Nodes(answer["stopping"]).Should().ContainSingle();
        answer["backUps"]!.AsArray().Should().HaveCount(expected.Effect.BackUps.Length);
    }

    [Fact]
    public async Task What_goes_can_be_asked_for_again_by_its_id()
    {
        var answer = await server.DataAsync($$"""{ scenario(asOf: "{{SampleServer.AsOf}}", stop: ["measure:{{Key}}eettafel"], unlink: [{ first: "agency:{{Key}}welzijn", second: "initiative:{{Key}}huiskamer" }]) { fewerOffers { edges { node { id } } } } }""");
        var found = SampleServer.Nodes(answer["scenario"]!["fewerOffers"]).Should().ContainSingle().Subject;
        var again = await server.DataAsync($$"""{ node(id: {{found["id"]!.ToJsonString()}}) { ... on OfferChange { group { key } reason { en } lost { edges { node { key } } } } } }""");
        again["node"]!["group"]!["key"]!.GetValue<string>().Should().Be($"targetgroup:{Key}ouderen");
        SampleServer.Nodes(again["node"]!["lost"]).Select(node => node["key"]!.GetValue<string>()).Should().Equal($"measure:{Key}eettafel");
    }

    [Fact]
    public async Task Without_changes_it_asks_for_some_and_gives_no_figures()
    {
        var answer = (await server.DataAsync("{ scenario { reason { en } before { offeredCount } memberCount withoutOffer { totalCount } } }"))["scenario"]!;
        answer["reason"]!["en"]!.GetValue<string>().Should().StartWith("Say what changes");
        answer["before"].Should().BeNull();
        answer["withoutOffer"]!["totalCount"]!.GetValue<int>().Should().Be(0);
    }
}
