using Microsoft.Extensions.Time.Testing;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Sqlite;
using Wijk.Testing;
using static Wijk.Graph.Tests.Stores.Records;

namespace Wijk.Graph.Tests.Snapshots;

public sealed class SnapshotFollowingTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Later_versions_come_by_what_changed_alone()
    {
        await using var store = await OpenAsync("a");
        var history = new RandomHistory(11);
        await using var host = new SnapshotHost(store, new FakeTimeProvider(Noon));
        await host.StartAsync(Cancel);
        for (var round = 1; round <= 12; round++)
        {
            await store.CommitAsync(Changes($"{round}", history.Next(10)), Cancel);
            await host.WaitForAsync(round, Cancel);
            MustHold(host.Current, history.Contents);
        }

        (host.BuildCount, host.FullReadCount).Should().Be((13, 1));
    }

    [Fact]
    public async Task Several_commits_between_two_looks_are_one_delta()
    {
        await using var store = await OpenAsync("a");
        var clock = new FakeTimeProvider(Noon);
        await using var host = new SnapshotHost(store, clock);
        await host.StartAsync(Cancel);
        var (agency, measure) = (Agency("a"), Measure("m"));
        await store.CommitAsync(Changes("1", Puts(agency, measure, Runs(agency, measure))), Cancel);
        await store.CommitAsync(Changes("2", Change.Remove(Runs(agency, measure).Key), Change.Remove(measure.Key)), Cancel);
        await store.CommitAsync(Changes("3", Puts(measure)), Cancel);
        await host.WaitForAsync(3, Cancel);
        (host.Current.NodeCount, host.Current.RelationCount, host.BuildCount, host.FullReadCount).Should().Be((2, 0, 2, 1));
    }

    [Fact]
    public async Task What_was_committed_here_is_shown_without_reading_it_back()
    {
        await using var store = await OpenAsync("a");
        var history = new RandomHistory(5);
        await using var host = new SnapshotHost(store, new FakeTimeProvider(Noon));
        await host.StartAsync(Cancel);
        for (var round = 1; round <= 12; round++)
        {
            var (before, changeSet) = (host.Current, Changes($"{round}", history.Next(10)));
            await store.CommitAsync(changeSet, Cancel);
            host.Show(before, new(round, changeSet.RecordedAt), changeSet.Changes);
            MustHold(host.Current, history.Contents);
        }

        (await store.ReadVersionAsync(Cancel)).Should().Be(host.Current.Version, "the next look must find nothing new");
    }

    [Fact]
    public async Task What_was_committed_here_before_something_newer_is_not_shown_over_it()
    {
        await using var store = await OpenAsync("a");
        await using var host = new SnapshotHost(store, new FakeTimeProvider(Noon));
        await host.StartAsync(Cancel);
        var before = host.Current;
        await store.CommitAsync(Changes("1", Puts(Agency("a"))), Cancel);
        await store.CommitAsync(Changes("2", Puts(Agency("b"))), Cancel);
        await host.WaitForAsync(2, Cancel);
        host.Show(before, new(1, Noon), Puts(Agency("a")));
        (host.Current.Version.Number, host.Current.NodeCount).Should().Be((2, 2));
    }

    [Fact]
    public async Task Versions_never_go_back_while_others_write_between_what_is_committed_here()
    {
        await using var store = await OpenAsync("a");
        await using var host = new SnapshotHost(store, TimeProvider.System, new() { Poll = TimeSpan.FromMilliseconds(50) });
        await host.StartAsync(Cancel);
        using var done = new CancellationTokenSource();
        var watching = Task.Run(() =>
        {
            for (var last = 0L; !done.IsCancellationRequested;)
            {
                var now = host.Current.Version.Number;
                now.Should().BeGreaterThanOrEqualTo(last);
                last = now;
            }
        }, Cancel);

        await Task.WhenAll(HereAsync(), ElsewhereAsync());
        await host.LookAsync(Cancel);
        await done.CancelAsync();
        await watching;
        MustHold(host.Current, await store.ReadContentsAsync(Cancel));
        host.FullReadCount.Should().Be(1);

        async Task HereAsync()
        {
            for (var number = 0; number < 100; number++)
            {
                var before = await host.LookAsync(Cancel);
                var changeSet = Changes($"here {number}", Puts(Agency($"h{number}"))) with { ExpectedVersion = before.Version.Number };
                try
                {
                    var result = await store.CommitAsync(changeSet, Cancel);
                    host.Show(before, new(result.Version, changeSet.RecordedAt), changeSet.Changes);
                    host.Current.Version.Number.Should().BeGreaterThanOrEqualTo(result.Version);
                }
                catch (VersionConflictException)
                {
                    // The other was first.
                }
            }
        }

        async Task ElsewhereAsync()
        {
            for (var number = 0; number < 100; number++)
            {
                await store.CommitAsync(Changes($"elsewhere {number}", Puts(Agency($"e{number}"))), Cancel);
                await Task.Delay(number % 7, Cancel);
            }
        }
    }

    [Fact]
    public async Task The_store_is_looked_at_as_often_as_was_asked()
    {
        await using var store = await OpenAsync("a");
        var clock = new FakeTimeProvider(Noon);
        await using var host = new SnapshotHost(store, clock, new() { Poll = TimeSpan.FromSeconds(30) });
        await host.StartAsync(Cancel);
        await store.CommitAsync(Changes("1", Puts(Agency("a"))), Cancel);
        clock.Advance(TimeSpan.FromSeconds(29));
        host.Current.Version.Number.Should().Be(0);
        clock.Advance(TimeSpan.FromSeconds(1));
        await UntilAsync(() => host.Current.Version.Number == 1);
    }

    [Theory]
    [InlineData(49)]
    [InlineData(60_001)]
    public void Looking_too_often_or_too_rarely_is_refused(int milliseconds) =>
        FluentActions.Invoking(() => new SnapshotOptions { Poll = TimeSpan.FromMilliseconds(milliseconds) })
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("*50 to 60000 ms*");

    [Fact]
    public async Task A_log_with_a_gap_or_a_delta_as_large_as_the_graph_makes_it_read_everything()
    {
        await using var store = await OpenAsync("a");
        await using var host = new SnapshotHost(store, new FakeTimeProvider(Noon));
        await host.StartAsync(Cancel);
        await store.LoadAsync(new(new(7, Noon), [Agency("a")], []), [], null, Cancel);
        await host.WaitForAsync(7, Cancel);
        (host.Current.NodeCount, host.FullReadCount).Should().Be((1, 2), "the log does not say how it came to version 7");

        await store.CommitAsync(Changes("8", Puts([.. Enumerable.Range(0, 1_001).Select(number => Agency($"{number}"))])), Cancel);
        await host.WaitForAsync(8, Cancel);
        host.FullReadCount.Should().Be(3, "more changed than there was");
        await store.CommitAsync(Changes("9", Puts([.. Enumerable.Range(0, 1_000).Select(number => Agency($"{number}", "B"))])), Cancel);
        await host.WaitForAsync(9, Cancel);
        host.FullReadCount.Should().Be(3, "a thousand changes are followed in any graph");
    }

    [Fact]
    public async Task A_backup_that_was_put_back_is_read_in_full_even_at_the_same_version()
    {
        var store = new InterruptibleStore(await OpenAsync("a"));
        await store.CommitAsync(Changes("1", Puts(Agency("a"))), Cancel);
        await store.CommitAsync(Changes("2", Puts(Agency("b"))), Cancel);
        var clock = new FakeTimeProvider(Noon);
        await using var host = new SnapshotHost(store, clock);
        await host.StartAsync(Cancel);

        await PutBackAsync("same number", new(2, Noon.AddDays(1)), Agency("c"));
        await PutBackAsync("lower number", new(1, Noon), Agency("d"));
        host.FullReadCount.Should().Be(3);

        // A higher version whose log does not fit what is held.
        var other = await OpenAsync("higher");
        await other.LoadAsync(new(new(1, Noon), [Measure("m")], []), [], null, Cancel);
        await other.CommitAsync(Changes("2", Puts(Agency("e"), Runs(Agency("e"), Measure("m")))), Cancel);
        store.Behind = other;
        await UntilAsync(clock, () => host.Current.Version.Number == 2);
        (host.Current.NodeCount, host.FullReadCount).Should().Be((2, 4));
        await store.DisposeAsync();

        async Task PutBackAsync(string place, GraphVersion version, Node node)
        {
            var backup = await OpenAsync(place);
            await backup.LoadAsync(new(version, [node], []), [], null, Cancel);
            await store.Behind.DisposeAsync();
            store.Behind = backup;
            await UntilAsync(clock, () => host.Current.Version == version);
            host.Current.Node(0).Should().Be(node);
        }
    }

    [Fact]
    public async Task Who_waits_while_the_store_is_away_is_told_so_at_once()
    {
        await using var store = new InterruptibleStore(await OpenAsync("a"));
        await using var host = new SnapshotHost(store, new FakeTimeProvider(Noon));
        await host.StartAsync(Cancel);
        store.IsAvailable = false;
        (await host.Awaiting(h => h.WaitForAsync(1, Cancel)).Should().ThrowAsync<StoreUnavailableException>()).Which.Why.En.Should().Contain("cut the connection");
        host.Fault.Should().NotBeNull();
        store.IsAvailable = true;
        await store.CommitAsync(Changes("1", Puts(Agency("a"))), Cancel);
        (await host.WaitForAsync(1, Cancel)).NodeCount.Should().Be(1);
        host.Fault.Should().BeNull();
    }

    [Fact]
    public async Task Who_looks_sees_what_was_committed_before_without_waiting_for_the_clock()
    {
        await using var store = new InterruptibleStore(await OpenAsync("a"));
        await using var other = await OpenAsync("a");
        await using var host = new SnapshotHost(store, new FakeTimeProvider(Noon));
        await host.StartAsync(Cancel);
        (await host.LookAsync(Cancel)).Version.Number.Should().Be(0, "nothing was committed");
        for (var version = 1; version <= 20; version++)
        {
            await other.CommitAsync(Changes($"{version}", Puts(Agency($"{version}"))), Cancel);
            (await host.LookAsync(Cancel)).Version.Number.Should().Be(version);
        }

        store.IsAvailable = false;
        (await host.Awaiting(h => h.LookAsync(Cancel)).Should().ThrowAsync<StoreUnavailableException>()).Which.Why.En.Should().Contain("cut the connection");
        store.IsAvailable = true;
        (await host.LookAsync(Cancel)).Should().BeSameAs(host.Current);
    }

    private async Task<IGraphStore> OpenAsync(string place) => await SqliteStore.OpenAsync(folder.File(place), Cancel);

    private static void MustHold(GraphSnapshot snapshot, GraphContents contents)
    {
        Enumerable.Range(0, snapshot.NodeCount).Select(snapshot.Node).Should().Equal(contents.Nodes);
        Enumerable.Range(0, snapshot.RelationCount).Select(snapshot.Relation).Should().BeEquivalentTo(contents.Relations);
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo()) await Task.Delay(5, Cancel);
    }

    private static Task UntilAsync(FakeTimeProvider clock, Func<bool> isSo) => UntilAsync(() =>
    {
        clock.Advance(TimeSpan.FromMilliseconds(250));
        return isSo();
    });
}
