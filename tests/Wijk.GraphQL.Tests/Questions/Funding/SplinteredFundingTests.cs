using System.Text.Json.Nodes;
using Wijk.Graph.Findings.Funding;

namespace Wijk.GraphQL.Tests.Questions.Funding;

public sealed class SplinteredFundingTests(SampleServer server) : IClassFixture<SampleServer>
{
    private const string Day = $"asOf: \"{SampleServer.AsOf}\"";

    [Fact]
    public async Task The_answer_is_that_of_the_finding()
    {
        var expected = server.Ask(new SplinteredFundingQuestion());
        var answer = (await server.DataAsync($$"""
            { splinteredFunding({{Day}}) {
              year currency hoursSaved severalFundersProjectCount reason { nl en } nextStep { nl en }
              figures { potCount applicationCount refusedCount accountingCount smallPotCount oneOffShare granted largest effectivePots }
              recipients { askedCount paidCount severalFundersCount onePotCount threeOrMorePotsCount mostPots { key } initiativeCount }
              largestGrant { amount funder { key } runners { key } }
              metrics { name definition { nl en } formula citation version }
            } }
            """))["splinteredFunding"]!;
        (Int(answer["year"]), Int(answer["severalFundersProjectCount"]), Text(answer["currency"]), Text(answer["reason"]!["nl"]), Text(answer["nextStep"]!["en"]))
            .Should().Be((2026, 1, "EUR", expected.Reason.Nl, expected.NextStep.En));
        var figures = answer["figures"]!;
        (Int(figures["potCount"]), Int(figures["applicationCount"]), Int(figures["refusedCount"]), Int(figures["accountingCount"]), Int(figures["smallPotCount"]), figures["granted"]!.GetValue<decimal>())
            .Should().Be((expected.Figures.PotCount, expected.Figures.ApplicationCount, expected.Figures.RefusedCount, expected.Figures.AccountingCount, expected.Figures.SmallPotCount, expected.Figures.Granted));
        figures["effectivePots"]!.GetValue<double>().Should().Be(expected.Figures.EffectivePots);
        Int(answer["recipients"]!["paidCount"]).Should().Be(expected.Recipients.PaidCount);
        Text(answer["recipients"]!["mostPots"]!["key"]).Should().Be("agency:voorbeeldwijk:welzijn");
        answer["largestGrant"]!["amount"]!.GetValue<decimal>().Should().Be(48_000);
        answer["metrics"]!.AsArray().Select(metric => Text(metric!["name"])).Should().Equal(FundingMetrics.All.Select(metric => metric.Name));
    }

    [Theory]
    [InlineData("projects", "id title reason { nl } pots(first: 50) { totalCount edges { node { funder { key } scheme { key form applyBy access } amount isSmall accountingCount } } } oneDoor { hoursNow hoursIfOne hoursSaved }")]
    [InlineData("runners", "id runner { key } splitProjectCount reason { nl } figures { potCount } pots(first: 50) { totalCount }")]
    [InlineData("areas", "id area { key } agencyCount initiativeCount splitProjectCount figures { potCount granted }")]
    [InlineData("candidates", "id titles difference ownWords reason { nl }")]
    [InlineData("paidApart", "id titleWords granted reason { nl }")]
    public async Task Walking_through_a_list_gives_each_once_and_each_is_found_again_by_its_id(string list, string fields)
    {
        var one = await server.WalkAsync($"splinteredFunding({Day})", list, fields, 1);
        var many = await server.WalkAsync($"splinteredFunding({Day})", list, fields, 50);
        one.Select(item => item.ToJsonString()).Should().Equal(many.Select(item => item.ToJsonString()));
        foreach (var id in many.Select(item => Text(item["id"])))
            Text((await server.DataAsync("query($id: ID!) { node(id: $id) { id } }", new { id }))["node"]!["id"]).Should().Be(id);
    }

    [Fact]
    public async Task One_door_shows_forms_and_deadlines_and_another_assumption_changes_the_hours()
    {
        var answer = (await server.DataAsync($$"""
            { splinteredFunding({{Day}}, runner: "Welzijn Voorbeeldwijk", hoursPerApplication: 20, hoursPerAccount: 5) {
              runners { edges { node {
                oneDoor { hoursNow hoursIfOne hoursSaved }
                pots { edges { node { funder { key } scheme { form applyBy access } amount } } }
                evidence(first: 50) { totalCount edges { node { id } } }
              } } }
            } }
            """))["splinteredFunding"]!;
        var runner = SampleServer.Nodes(answer["runners"]).Single();
        (Int(runner["oneDoor"]!["hoursNow"]), Int(runner["oneDoor"]!["hoursIfOne"]), Int(runner["oneDoor"]!["hoursSaved"])).Should().Be((100, 50, 50));
        var largest = SampleServer.Nodes(runner["pots"]).First();
        (Text(largest["scheme"]!["form"]), Text(largest["scheme"]!["applyBy"]), Text(largest["scheme"]!["access"]))
            .Should().Be(("https://voorbeeldstad.example/meedoen", "2026-09-01", "COUNTER"));
        await server.EvidenceMustResolveAsync(runner["evidence"]!);
    }

    [Fact]
    public async Task What_the_whole_answer_rests_on_can_be_asked_for()
    {
        var answer = await server.DataAsync($"{{ splinteredFunding({Day}) {{ evidence(first: 100) {{ totalCount edges {{ node {{ id }} }} }} }} }}");
        await server.EvidenceMustResolveAsync(answer["splinteredFunding"]!["evidence"]!);
    }

    [Theory]
    [InlineData("smallPercent: 101", "smallPercent: ")]
    [InlineData("hoursPerAccount: -1", "hoursPerAccount: ")]
    [InlineData("area: \"Nergenshuizen\"", "area: ")]
    public async Task A_value_that_cannot_be_used_is_named(string argument, string named)
    {
        var answer = await server.AskAsync($"{{ splinteredFunding({argument}) {{ year }} }}");
        answer["errors"]!.AsArray().Should().ContainSingle().Which!["message"]!.GetValue<string>().Should().StartWith(named);
    }

    private static int Int(JsonNode? value) => value!.GetValue<int>();

    private static string Text(JsonNode? value) => value!.GetValue<string>();
}
