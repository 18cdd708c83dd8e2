using Wijk.Graph.Findings.Register;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Questions.Register;

public sealed class RegisterTests(SampleServer server) : IClassFixture<SampleServer>
{
    [Fact]
    public async Task The_answer_is_that_of_the_finding()
    {
        var expected = server.Ask(new RegisterQuestion());
        var answer = (await server.DataAsync($$"""
            { register(asOf: "{{SampleServer.AsOf}}") { reason { nl en } nextStep { en } arms { arm count askedCount existCount share } differenceLow misses { totalCount } entries(first: 100) { totalCount edges { node { text givenOn arm type } } } evidence(first: 100) { totalCount edges { node { id } } } } }
            """))["register"]!;
        (answer["reason"]!["nl"]!.GetValue<string>(), answer["reason"]!["en"]!.GetValue<string>()).Should().Be((expected.Reason.Nl, expected.Reason.En));
        answer["arms"]!.AsArray().Select(arm => (arm!["count"]!.GetValue<int>(), arm["askedCount"]!.GetValue<int>(), arm["existCount"]!.GetValue<int>()))
            .Should().Equal(expected.Arms.Select(arm => (arm.Count, arm.Asked.Count, arm.Asked.Successes)));
        answer["misses"]!["totalCount"]!.GetValue<int>().Should().Be(2);
        SampleServer.Nodes(answer["entries"]).Should().HaveCount(21);
        await server.EvidenceMustResolveAsync(answer["evidence"]!);
    }

    [Fact]
    public async Task What_is_given_out_of_a_plan_is_kept_once_and_stands_in_the_register()
    {
        await using var own = await TestServer.StartWithAsync(await Cities.VoorbeeldwijkAsync());
        var plans = (await own.DataAsync("{ defragment { plans(first: 1) { edges { node { id } } } } }"))["defragment"]!["plans"]!;
        var id = SampleServer.Nodes(plans).Single()["id"]!.GetValue<string>();
        var mutation = $$"""mutation { keepAdvice(plan: "{{id}}", types: [LINK, TABLE, ASK_LIST], givenOn: "2026-06-01") { wasApplied errors { message { en } } keys query { register { entries(first: 1) { totalCount } } } } }""";
        var kept = (await own.DataAsync(mutation))["keepAdvice"]!;
        kept["errors"]!.AsArray().Should().BeEmpty();
        kept["wasApplied"]!.GetValue<bool>().Should().BeTrue();
        var count = kept["query"]!["register"]!["entries"]!["totalCount"]!.GetValue<int>();
        count.Should().BeGreaterThan(22, "a table and links are added to the 21 of the sample");
        (await own.DataAsync(mutation))["keepAdvice"]!["wasApplied"]!.GetValue<bool>().Should().BeFalse("the same of one plan on one day is kept once");
    }

    [Theory]
    [InlineData("plan: \"nergens\", types: [LINK]", "plan: ")]
    [InlineData("plan: \"plan:defragment:->5>->1>nergens\", types: [LINK]", "plan: ")]
    public async Task A_plan_that_is_not_there_is_an_error(string arguments, string why)
    {
        var error = (await server.AskAsync($"mutation {{ keepAdvice({arguments}) {{ wasApplied }} }}"))["errors"]!.AsArray().Should().ContainSingle().Subject!;
        error["extensions"]!["why"]!["en"]!.GetValue<string>().Should().StartWith(why);
    }
}
