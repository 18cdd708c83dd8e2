using Microsoft.Extensions.Time.Testing;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Sqlite;
using Wijk.Testing;
using static Wijk.Graph.Tests.Stores.Records;

namespace Wijk.Graph.Tests.Snapshots;

public sealed class SnapshotHostTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task There_is_a_snapshot_from_the_start()
    {
        await using var store = await OpenAsync();
        await store.CommitAsync(Changes("1", Puts(Agency("a"))), Cancel);
        await using var host = new SnapshotHost(store, TimeProvider.System);
        host.Invoking(h => h.Current).Should().Throw<InvalidOperationException>();
        await host.StartAsync(Cancel);
        host.Current.Version.Should().Be(new GraphVersion(1, Noon));
        host.Fault.Should().BeNull();
    }

    [Fact]
    public async Task A_commit_through_another_store_is_seen_by_looking_again()
    {
        await using var store = await OpenAsync();
        await using var other = await OpenAsync();
        var clock = new FakeTimeProvider(Noon);
        await using var host = new SnapshotHost(store, clock);
        await host.StartAsync(Cancel);
        await other.CommitAsync(Changes("1", Puts(Agency("a"))), Cancel);
        await UntilAsync(clock, () => host.Current.Version.Number == 1);
        host.Current.NodeCount.Should().Be(1);
    }

    [Fact]
    public async Task Who_waits_for_a_version_gets_it_without_waiting_for_the_clock()
    {
        await using var store = await OpenAsync();
        await using var host = new SnapshotHost(store, new FakeTimeProvider(Noon));
        await host.StartAsync(Cancel);
        for (var version = 1; version <= 20; version++)
        {
            await store.CommitAsync(Changes($"{version}", Puts(Agency($"{version}"))), Cancel);
            (await host.WaitForAsync(version, Cancel)).Version.Number.Should().Be(version);
        }

        (await host.WaitForAsync(3, Cancel)).Should().BeSameAs(host.Current);
    }

    [Fact]
    public async Task A_version_that_does_not_come_is_waited_for_until_cancelled_or_closed()
    {
        await using var store = await OpenAsync();
        var host = new SnapshotHost(store, TimeProvider.System);
        await host.StartAsync(Cancel);
        using var cancelled = new CancellationTokenSource();
        var (first, second) = (host.WaitForAsync(9, cancelled.Token), host.WaitForAsync(9, Cancel));
        await cancelled.CancelAsync();
        await first.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>();
        await host.DisposeAsync();
        await second.Awaiting(task => task).Should().ThrowAsync<ObjectDisposedException>();
    }

    [Fact]
    public async Task A_burst_of_commits_makes_fewer_snapshots_than_commits()
    {
        await using var store = await OpenAsync();
        var clock = new FakeTimeProvider(Noon);
        await using var host = new SnapshotHost(store, clock);
        await host.StartAsync(Cancel);
        for (var number = 1; number <= 50; number++) await store.CommitAsync(Changes($"{number}", Puts(Agency($"{number}"))), Cancel);
        await UntilAsync(clock, () => host.Current.Version.Number == 50);
        host.BuildCount.Should().BeLessThanOrEqualTo(3, "no time passed during the burst");
    }

    [Fact]
    public async Task A_snapshot_that_a_reader_holds_never_changes()
    {
        await using var store = await OpenAsync();
        await using var host = new SnapshotHost(store, TimeProvider.System);
        await host.StartAsync(Cancel);
        var held = host.Current;
        await store.CommitAsync(Changes("1", Puts(Agency("a"))), Cancel);
        await host.WaitForAsync(1, Cancel);
        (held.Version.Number, held.NodeCount).Should().Be((0, 0));
        host.Current.Should().NotBeSameAs(held);
    }

    [Fact]
    public async Task While_the_store_fails_the_last_snapshot_stays_and_it_recovers_by_itself()
    {
        await using var store = await OpenAsync();
        await store.CommitAsync(Changes("1", Puts(Agency("a"))), Cancel);
        var clock = new FakeTimeProvider(Noon);
        await using var host = new SnapshotHost(store, clock);
        await host.StartAsync(Cancel);
        var snapshot = host.Current;
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows moves no file that is open.");
        File.Move(store.Path, store.Path + ".aside");

        await UntilAsync(clock, () => host.Fault is not null);
        var since = host.Fault!.Since;
        host.Fault.Message.En.Should().Contain("was removed or replaced");
        host.Fault.Message.Nl.Should().Contain("is weggehaald of vervangen");
        await UntilAsync(clock, () => clock.GetUtcNow() > since.AddSeconds(2));
        host.Fault!.Since.Should().Be(since);
        host.Current.Should().BeSameAs(snapshot);

        File.Move(store.Path + ".aside", store.Path);
        await UntilAsync(clock, () => host.Fault is null);
        host.Current.Version.Number.Should().Be(1);
    }

    private Task<SqliteStore> OpenAsync() => SqliteStore.OpenAsync(folder.Path, Cancel);

    private static async Task UntilAsync(FakeTimeProvider clock, Func<bool> isSo)
    {
        while (!isSo())
        {
            clock.Advance(TimeSpan.FromMilliseconds(250));
            await Task.Delay(5, Cancel);
        }
    }
}
