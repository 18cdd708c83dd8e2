using System.Net;

namespace Wijk.GraphQL.Tests.Execution;

/// <summary>While long computations fill all places, short queries are answered; and whoever waits too long, or leaves, holds nothing.</summary>
public sealed class HeavyQuestionTests : IAsyncLifetime
{
    private const string Heavy = "{ clusters { tieCount } }", Light = "{ agencies(first: 5) { totalCount } }";

    private readonly ManualResetEventSlim gate = new();
    private TestServer server = null!;
    private Task<int> held = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.StartAsync(settings: ["--Limits:Analyses", "1", "--Limits:WaitingAnalyses", "2"]);
        held = server.Analyses.RunAsync("held", stop =>
        {
            gate.Wait(stop);
            return 1;
        }, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        gate.Set();
        await held;
        await server.DisposeAsync();
        gate.Dispose();
    }

    [Fact]
    public async Task Short_queries_do_not_wait_behind_long_computations()
    {
        var heavy = server.AskAsync(Heavy);
        await WaitingAsync(1);
        (await server.DataAsync(Light))["agencies"].Should().NotBeNull();
        gate.Set();
        (await heavy)["data"]!["clusters"]!["tieCount"].Should().NotBeNull();
        await server.DataAsync(Heavy);
        (server.Analyses.RunningCount, server.Analyses.WaitingCount).Should().Be((0, 0), "what was computed is there for the next");
    }

    [Fact]
    public async Task Whoever_waits_too_long_is_told_so()
    {
        var asked = server.SendAsync(HttpMethod.Post, "/graphql", $$"""{"query":"{{Heavy}}"}""");
        await WaitingAsync(1);
        server.Clock.Advance(TimeSpan.FromSeconds(31));
        var (status, _, body) = await asked;
        (status, (string)body!["errors"]![0]!["extensions"]!["code"]!).Should().Be((503, "DEADLINE_EXCEEDED"));
        ((string)body["errors"]![0]!["message"]!).Should().Contain("after 30 seconds");
        await WaitingAsync(0);
    }

    [Fact]
    public async Task Whoever_leaves_frees_the_place()
    {
        using var leaves = new CancellationTokenSource();
        var asked = server.Client.PostAsync("/graphql", new StringContent($$"""{"query":"{{Heavy}}"}""", null, "application/json"), leaves.Token);
        await WaitingAsync(1);
        await leaves.CancelAsync();
        await FluentActions.Awaiting(() => asked).Should().ThrowAsync<OperationCanceledException>();
        await WaitingAsync(0);
    }

    [Fact]
    public async Task Who_comes_when_too_many_wait_is_told_to_come_later_and_equal_questions_wait_as_one()
    {
        var waiting = Enumerable.Range(0, 6).Select(place => server.AskAsync($"{{ clusters(seed: {place % 2}) {{ tieCount }} }}")).ToArray();
        await WaitingAsync(2);
        var (status, _, body) = await server.SendAsync(HttpMethod.Post, "/graphql", """{"query":"{ clusters(seed: 9) { tieCount } graph { version } }"}""");
        (status, (string)body!["errors"]![0]!["extensions"]!["code"]!).Should().Be(((int)HttpStatusCode.OK, "TOO_BUSY"));
        body["data"]!["graph"]!["version"].Should().NotBeNull("only the field that had to wait is empty");
        gate.Set();
        (await Task.WhenAll(waiting)).Should().OnlyContain(answer => answer["errors"] == null);
    }

    private async Task WaitingAsync(int count)
    {
        while (server.Analyses.WaitingCount != count) await Task.Delay(5, Cancel);
    }
}
