using System.Text.Json.Nodes;
using Wijk.Graph.Findings.Defragment;

namespace Wijk.GraphQL.Tests.Questions.Defragment;

public sealed class DefragmentTests(SampleServer server) : IClassFixture<SampleServer>
{
    private const string Day = $"asOf: \"{SampleServer.AsOf}\"";

    [Fact]
    public async Task The_answer_is_that_of_the_finding()
    {
        var expected = server.Ask(new DefragmentQuestion());
        var answer = (await server.DataAsync($$"""
            { defragment({{Day}}) {
              reason { nl en } nextStep { nl en }
              plans(first: 50) { totalCount edges { node {
                title { nl } reason { en }
                table { seats { who { nl } brings { en } organisation { key } sides isMember } sideCount overlapCount tieCount organisationCount isProven alternatives { seats { who { nl } } } }
                links { gain effort wasAsked a { key } b { key } introducers { key } }
                before { distanceWeightedFragmentation coordination { coordinated } } after { distanceWeightedFragmentation coordination { coordinated } }
              } } }
            } }
            """))["defragment"]!;
        Text(answer["reason"]!["nl"]).Should().Be(expected.Reason.Nl);
        var plans = SampleServer.Nodes(answer["plans"]).ToArray();
        plans.Select(plan => Text(plan["title"]!["nl"])).Should().Equal(expected.Plans.Select(plan => plan.Title.Nl));
        foreach (var (plan, told) in expected.Plans.Zip(plans))
        {
            told["table"]!["seats"]!.AsArray().Select(seat => Text(seat!["who"]!["nl"])).Should().Equal(plan.Table.Seats.Select(seat => TableWords.NameOf(plan.View, seat).Nl));
            told["links"]!.AsArray().Select(link => link!["gain"]!.GetValue<double>()).Should().Equal(plan.Links.Links.Select(link => link.Gain));
            told["after"]!["distanceWeightedFragmentation"]?.GetValue<double>().Should().Be(plan.Links.After.DistanceWeightedFragmentation);
        }
    }

    [Fact]
    public async Task Walking_through_the_plans_gives_each_once_and_each_is_found_again_by_its_id()
    {
        var one = await server.WalkAsync($"defragment({Day})", "plans", "id title { nl }", 1);
        var many = await server.WalkAsync($"defragment({Day})", "plans", "id title { nl }", 50);
        many.Should().HaveCountGreaterThan(2);
        one.Select(item => item.ToJsonString()).Should().Equal(many.Select(item => item.ToJsonString()));
        foreach (var id in many.Select(item => Text(item["id"])))
            Text((await server.DataAsync("query($id: ID!) { node(id: $id) { id } }", new { id }))["node"]!["id"]).Should().Be(id);
    }

    [Fact]
    public async Task An_overlap_that_a_plan_resolves_is_found_by_its_id_and_the_evidence_is_there()
    {
        var answer = (await server.DataAsync($"{{ defragment({Day}) {{ plans(first: 1) {{ edges {{ node {{ overlaps evidence(first: 50) {{ totalCount edges {{ node {{ id }} }} }} }} }} }} }} }}"))["defragment"]!;
        var plan = SampleServer.Nodes(answer["plans"]).Single();
        var id = Text(plan["overlaps"]!.AsArray().Should().ContainSingle().Subject);
        Text((await server.DataAsync("query($id: ID!) { node(id: $id) { ... on OverlapCell { group { name } } } }", new { id }))["node"]!["group"]!["name"]).Should().Be("Ouderen");
        await server.EvidenceMustResolveAsync(plan["evidence"]!);
    }

    [Theory]
    [InlineData("seats: 2", "seats: ")]
    [InlineData("seats: 9", "seats: ")]
    [InlineData("area: \"Nergenshuizen\"", "area: ")]
    public async Task A_value_that_cannot_be_used_is_named(string argument, string named)
    {
        var answer = await server.AskAsync($"{{ defragment({argument}) {{ seats }} }}");
        answer["errors"]!.AsArray().Should().ContainSingle().Which!["message"]!.GetValue<string>().Should().StartWith(named);
    }

    private static string Text(JsonNode? value) => value!.GetValue<string>();
}
