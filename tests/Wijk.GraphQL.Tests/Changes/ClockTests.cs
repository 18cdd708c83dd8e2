namespace Wijk.GraphQL.Tests.Changes;

public sealed class ClockTests
{
    [Fact]
    public async Task A_clock_that_was_set_back_loses_nothing_and_does_nothing_twice()
    {
        await using var server = await TestServer.StartAsync();
        var start = server.Clock.GetUtcNow();
        TimeSpan[] clocks = [TimeSpan.Zero, TimeSpan.FromDays(-400), TimeSpan.FromDays(-1), TimeSpan.FromDays(400), TimeSpan.FromDays(-400)];
        for (var round = 0; round < clocks.Length; round++)
        {
            server.Clock.AdjustTime(start + clocks[round]);
            for (var time = 0; time < 2; time++)
            {
                var answer = await server.ApplyAsync([Named(round)], $"round {round}");
                (answer["version"]!.GetValue<long>(), answer["wasApplied"]!.GetValue<bool>(), answer["errors"]!.AsArray().Count).Should().Be((2 + round, time == 0, 0));
            }
        }

        var log = await server.Store.ReadLogAsync(0, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        log.Select(entry => entry.Version.Number).Should().Equal(1, 2, 3, 4, 5, 6);
        log.Skip(1).Select(entry => entry.Version.RecordedAt - start).Should().Equal(clocks, "the log says what the clock said");
        (await server.DataAsync("""{ agency(key: "agency:t:ggd") { name } graph { version } }""")).ToJsonString()
            .Should().Be("""{"agency":{"name":"Name 4"},"graph":{"version":6}}""");
    }

    private static object Named(int round) => new { putNode = new { key = "agency:t:ggd", attributes = new { name = $"Name {round}" } } };
}
