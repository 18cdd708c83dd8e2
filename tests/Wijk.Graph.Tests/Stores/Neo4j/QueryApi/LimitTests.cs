using Microsoft.Extensions.Time.Testing;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Neo4j;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Stores.Neo4j.QueryApi;

/// <summary>Where the client stops reading: too much, too long, or told to.</summary>
public sealed class LimitTests
{
    private static readonly RawResponse Whole = RawResponse.Of(202, Cypher.Committed);
    private static readonly Fault Ok = Fault.Answer(Whole);

    [Fact]
    public async Task An_answer_without_end_stops_at_the_limit()
    {
        await using var server = new FaultyServer(Fault.Endless);
        using var client = Cypher.Client(server, limits: new() { Bytes = 1 << 20 });
        (await client.Awaiting(it => it.ReadAsync(Cypher.Of("R"), null, default)).Should().ThrowAsync<AnswerTooLargeException>()).Which.Limit.Should().Be(1 << 20);
        await server.ClientGone.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await client.Awaiting(it => it.WriteAsync(Cypher.Of("W"), null, default)).Should().ThrowAsync<AnswerTooLargeException>();
    }

    [Fact]
    public async Task Too_many_rows_are_refused()
    {
        await using var server = new FaultyServer(Ok);
        using var client = Cypher.Client(server, limits: new() { Rows = 1 });
        await client.Awaiting(it => it.ReadAsync(Cypher.Of("R"), null, default)).Should().ThrowAsync<AnswerTooLargeException>();
    }

    [Fact]
    public async Task A_silent_server_is_given_up_and_its_connection_closed()
    {
        var clock = new FakeTimeProvider();
        await using var server = new FaultyServer(Fault.Silence, Ok);
        using var client = Cypher.Client(server, clock, new() { SilenceTimeout = TimeSpan.FromSeconds(7) });
        var reading = client.ReadAsync(Cypher.Of("R"), null, default);
        await SentAsync(server);
        clock.Advance(TimeSpan.FromSeconds(8));
        (await reading.Awaiting(it => it).Should().ThrowAsync<StoreUnavailableException>()).WithMessage("*sent nothing for 7 s*");
        await server.ClientGone.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        server.Requests.Should().HaveCount(2).And.Subject.Last().Should().Contain("TERMINATE TRANSACTIONS", "the server may still be at work on it");
    }

    [Fact]
    public async Task One_byte_a_second_meets_the_deadline()
    {
        var clock = new FakeTimeProvider();
        await using var server = new FaultyServer(Fault.Drip(Whole, TimeSpan.FromSeconds(1), clock), Ok);
        using var client = Cypher.Client(server, clock, new() { Deadline = TimeSpan.FromSeconds(60) });
        var reading = client.ReadAsync(Cypher.Of("R"), null, default);
        for (var second = 0; second < 10_000 && !reading.IsCompleted; second++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        (await reading.Awaiting(it => it).Should().ThrowAsync<StoreUnavailableException>()).WithMessage("*had not finished 'test' after 60 s*");
    }

    [Fact]
    public async Task Cancelling_closes_the_connection_at_once()
    {
        await using var server = new FaultyServer(Fault.Silence, Ok);
        using var client = Cypher.Client(server, new FakeTimeProvider());
        using var cancel = new CancellationTokenSource();
        var reading = client.ReadAsync(Cypher.Of("R"), null, cancel.Token);
        await SentAsync(server);
        await cancel.CancelAsync();
        (await reading.Awaiting(it => it).Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(cancel.Token);
        await server.ClientGone.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_before_a_repeat()
    {
        var clock = new FakeTimeProvider();
        await using var server = new FaultyServer(Fault.Page(503));
        using var client = Cypher.Client(server, clock);
        using var cancel = new CancellationTokenSource();
        var reading = client.ReadAsync(Cypher.Of("R"), null, cancel.Token);
        await SentAsync(server);
        await cancel.CancelAsync();
        await reading.Awaiting(it => it).Should().ThrowAsync<OperationCanceledException>();
    }

    private static async Task SentAsync(FaultyServer server)
    {
        while (server.RequestCount == 0) await Task.Delay(1, TestContext.Current.CancellationToken);
    }
}
