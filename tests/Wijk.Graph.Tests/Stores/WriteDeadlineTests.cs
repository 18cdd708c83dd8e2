using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Neo4j;
using Wijk.Graph.Stores.Sqlite;
using Wijk.Graph.Tests.Stores.Neo4j.QueryApi;
using Wijk.Testing;
using static Wijk.Graph.Tests.Stores.Records;

namespace Wijk.Graph.Tests.Stores;

public sealed class WriteDeadlineTests : IDisposable
{
    private const string NothingThere = """
        {"data":{"fields":["version","applying","isAbandoned","earlierVersion","earlierLog","nodes","relations","relationsOfRemoved","returning"],
        "values":[[7,null,false,null,null,[],[],[],[]]]},"bookmarks":["FB:x"]}
        """;

    private readonly FakeTimeProvider clock = new();
    private readonly TempFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public void It_passes_after_30_seconds_and_says_what_the_write_waited_for()
    {
        using var deadline = new WriteDeadline(clock, Cancel) { WaitsFor = "Others came first." };
        clock.Advance(TimeSpan.FromSeconds(29));
        (deadline.HasPassed, deadline.Token.IsCancellationRequested).Should().Be((false, false));
        clock.Advance(TimeSpan.FromSeconds(1));
        (deadline.HasPassed, deadline.Token.IsCancellationRequested).Should().Be((true, true));
        var failed = deadline.GiveUp();
        failed.Outcome.Should().Be(WriteOutcome.NotMade);
        failed.Message.Should().Be("The change was not done after 30 seconds. Others came first. The change was not saved: make it again later.");
    }

    [Fact]
    public void What_was_given_up_before_it_was_sent_is_never_sent()
    {
        using var deadline = new WriteDeadline(clock, Cancel);
        deadline.GiveUp().Outcome.Should().Be(WriteOutcome.NotMade);
        deadline.Invoking(it => it.Send()).Should().Throw<OperationCanceledException>();
    }

    [Fact]
    public void What_was_sent_is_unknown_until_it_is_known_to_be_made_or_not()
    {
        using var deadline = new WriteDeadline(clock, Cancel);
        deadline.Send();
        deadline.GiveUp().Outcome.Should().Be(WriteOutcome.Unknown);
        deadline.NothingDone();
        deadline.Send();
        deadline.Made(12);
        var failed = deadline.GiveUp("The store went away.");
        failed.Outcome.Should().Be(WriteOutcome.Made);
        failed.Message.Should().StartWith("The store went away. The change was saved as version 12");
    }

    [Fact]
    public async Task Writers_take_turns_and_one_that_has_its_turn_does_not_wait_for_itself()
    {
        using var queue = new WriteQueue();
        using var one = new WriteDeadline(clock, Cancel);
        using var two = new WriteDeadline(clock, Cancel);
        var turn = await queue.EnterAsync(one);
        (await queue.EnterAsync(one)).Dispose();
        (await queue.TryEnterAsync(two, TimeSpan.Zero)).Should().BeNull("the first still has its turn");
        var waiting = queue.EnterAsync(two);
        turn.Dispose();
        (await waiting).Dispose();
        turn.Dispose();
        (await queue.TryEnterAsync(one, TimeSpan.Zero)).Should().NotBeNull();
        (await queue.TryEnterAsync(two, TimeSpan.Zero)).Should().BeNull("a turn that ended twice ended once");
    }

    [Fact]
    public async Task A_write_that_waits_too_long_for_another_program_was_not_made()
    {
        await using var store = await SqliteStore.OpenAsync(folder.Path, Cancel);
        await using var other = new SqliteConnection($"Data Source={store.Path};Pooling=False");
        await other.OpenAsync(Cancel);
        await using (var writing = other.BeginTransaction(deferred: false))
        {
            using var deadline = new WriteDeadline(TimeProvider.System, Cancel, TimeSpan.FromMilliseconds(50));
            var failed = (await store.Awaiting(it => it.CommitAsync(Changes("1", Puts(Agency("a"))), deadline)).Should().ThrowAsync<WriteFailedException>()).Which;
            failed.Outcome.Should().Be(WriteOutcome.NotMade);
            failed.Message.Should().Contain("in use by another program");
        }

        (await store.CommitAsync(Changes("1", Puts(Agency("a"))), Cancel)).Should().Be(new CommitResult(1, true));
    }

    [Fact]
    public async Task A_large_change_set_waits_without_a_deadline_and_can_be_cancelled()
    {
        await using var store = await SqliteStore.OpenAsync(folder.Path, Cancel);
        await using var other = new SqliteConnection($"Data Source={store.Path};Pooling=False");
        await other.OpenAsync(Cancel);
        await using var writing = other.BeginTransaction(deferred: false);
        using var stop = new CancellationTokenSource();
        var waiting = store.CommitLargeAsync(Changes("1", Puts(Agency("a"))), null, stop.Token);
        await stop.CancelAsync();
        await this.Awaiting(_ => waiting).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_server_that_goes_silent_after_it_was_sent_a_commit_leaves_the_outcome_unknown()
    {
        var failed = await CommitToAsync(Fault.Answer(202, NothingThere), Fault.Silence, Fault.Answer(202, Cypher.Committed));
        failed.Outcome.Should().Be(WriteOutcome.Unknown);
        failed.Message.Should().Contain("make it again with the same idempotencyKey or id");
    }

    [Fact]
    public async Task A_server_that_is_silent_before_it_was_sent_a_commit_has_made_nothing() =>
        (await CommitToAsync(Fault.Silence, Fault.Answer(202, Cypher.Committed))).Outcome.Should().Be(WriteOutcome.NotMade);

    [Fact]
    public async Task A_server_that_keeps_refusing_connections_is_named()
    {
        var failed = await CommitToAsync(Fault.CloseAfterReading);
        failed.Outcome.Should().Be(WriteOutcome.NotMade);
        failed.Message.Should().Contain("The connection to Neo4j at 127.0.0.1");
    }

    private static async Task<WriteFailedException> CommitToAsync(params Fault[] script)
    {
        await using var server = new FaultyServer(script);
        using var client = Cypher.Client(server, TimeProvider.System);
        using var queue = new WriteQueue();
        var commits = new Commits(client, new(client, TimeProvider.System), queue);
        using var deadline = new WriteDeadline(TimeProvider.System, Cancel, TimeSpan.FromMilliseconds(500));
        return (await commits.Awaiting(it => it.CommitAsync(Changes("1", Puts(Agency("a"))), deadline)).Should().ThrowAsync<WriteFailedException>()).Which;
    }
}
