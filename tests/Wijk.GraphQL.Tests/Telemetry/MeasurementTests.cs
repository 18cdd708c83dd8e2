using System.Collections.Concurrent;
using System.Diagnostics;
using Wijk.GraphQL.Execution;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Telemetry;

/// <summary>What a server measures of itself is what happened, and nothing that somebody sent is in it.</summary>
public sealed class MeasurementTests
{
    private const string Secret = "zwanenbloem";

    [Fact]
    public async Task Each_request_is_counted_by_its_outcome_and_each_operation_by_its_cost()
    {
        await using var server = await TestServer.StartAsync(settings: ["--Limits:Cost", "1000"]);
        using var readings = new MeterReadings(server);
        await server.AskAsync("{ graph { version } }");
        await server.AskAsync("{ agencies(first: 10) { edges { node { name } } } }");
        await server.AskAsync("{ nowhere }");
        await server.AskAsync("{ graph");
        await server.AskAsync("query($ids: [ID!]!) { nodes(ids: $ids) { a: id b: id c: id d: id e: id f: id g: id h: id i: id j: id k: id } }", new { ids = Enumerable.Range(0, 100) });
        await server.SendAsync(HttpMethod.Put, "/graphql", "{}");
        await server.SendAsync(HttpMethod.Get, "/health/live");
        await UntilAsync(() => readings.Outcomes.Length == 6);
        readings.Outcomes.Should().BeEquivalentTo("ANSWERED", "ANSWERED", "INVALID_DOCUMENT", "SYNTAX_ERROR", "TOO_COSTLY", "METHOD_NOT_ALLOWED");
        readings.Costs[..2].Should().Equal(2, 8);
        readings.Costs[^1].Should().BeGreaterThan(1_000);
    }

    [Fact]
    public async Task A_client_that_leaves_is_counted_as_such()
    {
        await using var server = await TestServer.StartAsync();
        using var readings = new MeterReadings(server);
        using (var place = new OccupiedPlaces(server))
        {
            using var leaving = new CancellationTokenSource();
            var asking = server.Client.PostAsync("/graphql", new StringContent("""{"query":"{ clusters { asOf } }"}""", null, "application/json"), leaving.Token);
            await UntilAsync(() => readings.Now("wijk.analyses.waiting") == 1);
            await leaving.CancelAsync();
            await FluentActions.Awaiting(() => asking).Should().ThrowAsync<OperationCanceledException>();
            await UntilAsync(() => readings.Outcomes.Length == 1);
        }

        readings.Outcomes.Should().Equal("CLIENT_LEFT");
    }

    [Fact]
    public async Task Analyses_that_run_and_wait_can_be_seen()
    {
        await using var server = await TestServer.StartAsync();
        using var readings = new MeterReadings(server);
        (readings.Now("wijk.analyses.running"), readings.Now("wijk.analyses.waiting")).Should().Be((0, 0));
        Task waiting;
        using (var places = new OccupiedPlaces(server))
        {
            waiting = server.Analyses.RunAsync("one more", _ => true, TestContext.Current.CancellationToken);
            (readings.Now("wijk.analyses.running"), readings.Now("wijk.analyses.waiting")).Should().Be((new Limits().Analyses, 1));
        }

        await waiting;
        await UntilAsync(() => readings.Now("wijk.analyses.running") == 0);
        readings.Now("wijk.analyses.waiting").Should().Be(0);
    }

    [Fact]
    public async Task The_graph_that_is_shown_has_a_version_and_an_age_that_grows_while_the_store_is_away()
    {
        await using var server = await TestServer.StartAsync();
        using var readings = new MeterReadings(server);
        (readings.Now("wijk.graph.version"), readings.Now("wijk.graph.age")).Should().Be((1, 0));
        server.Store.IsAvailable = false;
        await UntilAsync(() => readings.Now("wijk.graph.age") > 0);
        var before = readings.Now("wijk.graph.age");
        await UntilAsync(() => readings.Now("wijk.graph.age") > before);
        server.Store.IsAvailable = true;
        await UntilAsync(() => readings.Now("wijk.graph.age") == 0);
        await server.ApplyAsync([new { putNode = new { key = "agency:t:ggd", attributes = new { website = "https://ggd.example" } } }]);
        await UntilAsync(() => readings.Now("wijk.graph.version") == 2);
    }

    [Fact]
    public async Task An_analysis_is_part_of_the_request_that_asks_for_it_in_a_trace()
    {
        await using var server = await TestServer.StartAsync();
        var ended = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Wijk" or "Microsoft.AspNetCore" or "Test",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var source = new ActivitySource("Test");
        using var root = source.StartActivity("root")!;
        await server.DataAsync("{ clusters { asOf } }");
        Activity[] ours = [];
        await UntilAsync(() => (ours = [.. ended.Where(activity => activity.TraceId == root.TraceId && activity.Source.Name == "Wijk")]).Length == 2);
        ours.Select(activity => activity.OperationName).Should().BeEquivalentTo("Analysis", "Request");
        var request = ours.Single(activity => activity.OperationName == "Request");
        ours.Single(activity => activity.OperationName == "Analysis").ParentSpanId.Should().Be(request.SpanId);
        request.GetTagItem("wijk.outcome").Should().Be("ANSWERED");
        request.GetTagItem("wijk.cost").Should().BeOfType<double>();
    }

    [Fact]
    public async Task A_collector_gets_all_of_it_and_nothing_that_somebody_sent()
    {
        // OpenTelemetry's own guard of what is after the question mark can be switched off.
        const string unguarded = "--OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION";
        await using var collector = await Collector.StartAsync();
        await using (var server = await TestServer.StartAsync(settings: [.. collector.Settings, "--OTEL_SERVICE_NAME", "wijk-oost", unguarded, "true"]))
        {
            await server.DataAsync($"query {Secret} {{ nodes(ids: [\"{Secret}\"]) {{ {Secret}: id }} clusters {{ asOf }} }}");
            await server.AskAsync($"{{ {Secret} }}", new Dictionary<string, string> { [Secret] = Secret });
            await server.AskAsync($"{{ overlap(area: \"{Secret}\") {{ asOf }} }}");
            await server.SendAsync(HttpMethod.Get, $"/graphql?query={{graph{{{Secret}:version}}}}&operationName={Secret}");
            await server.SendAsync(HttpMethod.Post, "/graphql", $"{{\"query\":\"{Secret}", acceptLanguage: "nl");
        }

        var (metrics, traces) = (collector.At("/v1/metrics"), collector.At("/v1/traces"));
        metrics.Should().ContainAll("wijk.requests", "wijk.operation.cost", "wijk.analyses.running", "wijk.analyses.waiting", "wijk.graph.version", "wijk.graph.age")
            .And.ContainAll("ANSWERED", "INVALID_DOCUMENT", "INVALID_JSON", "http.server.request.duration", "http.server.active_requests")
            .And.ContainAll("dotnet.process.memory.working_set", "dotnet.gc.heap.total_allocated", "dotnet.gc.pause.time");
        traces.Should().ContainAll("Request", "Analysis", "wijk.outcome", "/graphql", "wijk-oost");
        (metrics + traces).Should().NotContain(Secret);
    }

    [Fact]
    public async Task Every_measurement_is_in_the_guide()
    {
        await using var server = await TestServer.StartAsync();
        using var readings = new MeterReadings(server);
        readings.Instruments.Should().HaveCount(6).And.OnlyContain(instrument => instrument.Description!.Length > 0);
        var guide = await File.ReadAllTextAsync(Path.Combine(SharedData.Root, "docs", "running.md"), TestContext.Current.CancellationToken);
        guide.Should().ContainAll(readings.Instruments.Select(instrument => $"| `{instrument.Name}` |"));
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        while (!holds()) await Task.Delay(5, TestContext.Current.CancellationToken);
    }

    // All places for analyses, taken until this is disposed of.
    private sealed class OccupiedPlaces : IDisposable
    {
        private readonly ManualResetEventSlim free = new();

        public OccupiedPlaces(TestServer server)
        {
            for (var place = 0; place < new Limits().Analyses; place++) _ = server.Analyses.RunAsync((this, place), Occupy, CancellationToken.None);
        }

        public void Dispose() => free.Set();

        private bool Occupy(CancellationToken stop)
        {
            free.Wait(stop);
            return true;
        }
    }
}
