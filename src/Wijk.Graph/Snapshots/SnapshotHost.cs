using System.Collections.Immutable;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.Graph.Snapshots;

/// <summary>Holds the newest snapshot of a store, and notices what other processes commit as well.</summary>
/// <remarks>
/// Readers never wait: a new snapshot is published by one swap, and a reader who holds an older one keeps it. Whatever was committed since the last look
/// is read from the log at once, and one snapshot is made of it. While the store cannot be read the last
/// snapshot stays, <see cref="Fault"/> says why, and the host goes on looking. Safe for several threads.
/// </remarks>
public sealed class SnapshotHost : IAsyncDisposable
{
    // The version is one small record. A store that takes longer than this to give it is as good as away.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly IGraphStore store;
    private readonly TimeProvider clock;
    private readonly TimeSpan poll;
    private readonly SnapshotReader reader;
    private readonly CancellationTokenSource stop = new();
    private readonly SnapshotWaiters waiters = new();
    private TaskCompletionSource wake = NewSignal();
    private volatile GraphSnapshot? current;
    private volatile SnapshotFault? fault;
    private DateTimeOffset lookedAt;
    private int buildCount;
    private Task watching = Task.CompletedTask;

    /// <summary>A host that follows a store, which it does not close.</summary>
    /// <param name="store">The store.</param>
    /// <param name="clock">The clock it goes by.</param>
    /// <param name="options">How it follows; null for the usual.</param>
    public SnapshotHost(IGraphStore store, TimeProvider clock, SnapshotOptions? options = null)
    {
        options ??= new();
        (this.store, this.clock, poll, reader) = (store, clock, options.Poll, new(store, options.Slice));
    }

    /// <summary>Whether there is a snapshot to answer from.</summary>
    public bool HasSnapshot => current is not null;

    /// <summary>The newest snapshot that was published.</summary>
    /// <exception cref="InvalidOperationException"><see cref="StartAsync"/> has not ended.</exception>
    public GraphSnapshot Current => current ?? throw new InvalidOperationException("There is no snapshot yet: StartAsync makes the first one.");

    /// <summary>Why <see cref="Current"/> may be old; null while the store can be read.</summary>
    public SnapshotFault? Fault => fault;

    /// <summary>For how long changes may be missing from <see cref="Current"/>; zero while the store can be read.</summary>
    public TimeSpan Age => fault is { } missed ? clock.GetUtcNow() - missed.Since : TimeSpan.Zero;

    /// <summary>Records that do not stand in the store as they are served: somebody edited it outside Wijk.</summary>
    public ImmutableArray<RecordWarning> Warnings => reader.Warnings;

    /// <summary>How many snapshots were published: one for each burst of commits elsewhere, and one for each commit here.</summary>
    public int BuildCount => buildCount;

    /// <summary>How many of those were made by reading everything, and not only what changed.</summary>
    public int FullReadCount => reader.FullReadCount;

    /// <summary>Makes the first snapshot, and from then on follows the store.</summary>
    /// <exception cref="StoreException">The store cannot be read, or the slice names an area that is not there.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        TryPublish(null, await reader.ReadAllAsync(cancellationToken).ConfigureAwait(false));
        watching = WatchAsync(stop.Token);
    }

    /// <summary>Shows what this process has just committed, without reading it back from the store.</summary>
    /// <param name="before">The snapshot that was the newest when it was committed.</param>
    /// <param name="version">The version right after it, which the commit made.</param>
    /// <param name="changes">All that the commit did.</param>
    /// <remarks>Does nothing when something newer is shown already, or when only the store can tell: then the next look shows it.</remarks>
    public void Show(GraphSnapshot before, GraphVersion version, IEnumerable<Change> changes)
    {
        // What belongs to a slice, and how that changes, is followed in one place.
        if (before.Slice is not null || before != current || version.Number != before.Version.Number + 1) return;
        try
        {
            TryPublish(before, before.With(version, changes));
        }
        catch (MisfitException)
        {
            // The store was put back meanwhile, and holds something else.
        }
    }

    /// <summary>Waits until a version is visible, and looks at once; it waits for a version that is never committed until it is cancelled.</summary>
    /// <returns>The newest snapshot, of that version or a later one.</returns>
    /// <exception cref="StoreUnavailableException">The store could not be read when it was looked at.</exception>
    /// <exception cref="ObjectDisposedException">The host was closed meanwhile.</exception>
    public Task<GraphSnapshot> WaitForAsync(long version, CancellationToken cancellationToken)
    {
        if (Current.Version.Number >= version) return Task.FromResult(Current);
        var waiting = waiters.ForVersionAsync(version, cancellationToken);
        // The look that follows also reports what was published since the line above.
        Wake();
        return waiting;
    }

    /// <summary>Looks at the store now, and gives the newest snapshot, which holds at least all that was committed before this call.</summary>
    /// <exception cref="StoreUnavailableException">The store could not be read.</exception>
    /// <exception cref="ObjectDisposedException">The host was closed meanwhile.</exception>
    public Task<GraphSnapshot> LookAsync(CancellationToken cancellationToken)
    {
        var looked = waiters.ForLookAsync(cancellationToken);
        Wake();
        return looked;
    }

    /// <summary>Stops following the store, which stays open; <see cref="Current"/> stays as it is.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        await watching.ConfigureAwait(false);
        waiters.Close(new ObjectDisposedException(nameof(SnapshotHost)));
    }

    private async Task WatchAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            // The signal is renewed before looking: whoever asks during a look gets another one.
            var signal = Volatile.Read(ref wake);
            await signal.Task.WaitAsync(poll, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (signal.Task.IsCompleted) Volatile.Write(ref wake, NewSignal());
            await FollowAsync(stopping).ConfigureAwait(false);
        }
    }

    private async Task FollowAsync(CancellationToken stopping)
    {
        // Those who ask from now on may know of a commit that this look no longer sees.
        var asked = waiters.TakeForLook();
        try
        {
            while (!await TryFollowAsync(stopping).ConfigureAwait(false))
            {
                // Something that was committed here was shown meanwhile.
            }

            fault = null;
            waiters.Tell(Current);
            foreach (var asker in asked) asker.TrySetResult(Current);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            GiveUp(asked, new ObjectDisposedException(nameof(SnapshotHost)));
        }
        catch (Exception problem)
        {
            GiveUp(asked, Miss(problem));
        }
    }

    private async Task<bool> TryFollowAsync(CancellationToken stopping)
    {
        lookedAt = clock.GetUtcNow();
        var before = Current;
        var version = await ReadVersionAsync(stopping).ConfigureAwait(false);
        // Any difference counts: a folder that was restored from a backup may be at a lower version.
        return version == before.Version
            || TryPublish(before, await WatchedAsync(reader.FollowAsync(before, version, stopping), stopping).ConfigureAwait(false));
    }

    // Reading a lot takes time, and the store may go away meanwhile: that is noticed as soon as at any other time.
    private async Task<GraphSnapshot> WatchedAsync(Task<GraphSnapshot> reading, CancellationToken stopping)
    {
        while (await Task.WhenAny(reading, Task.Delay(Patience, clock, stopping)).ConfigureAwait(false) != reading && !stopping.IsCancellationRequested)
        {
            try
            {
                await ReadVersionAsync(stopping).ConfigureAwait(false);
            }
            catch (Exception problem) when (!stopping.IsCancellationRequested)
            {
                Miss(problem);
            }
        }

        return await reading.ConfigureAwait(false);
    }

    // Whatever it is, the server must go on answering from what it has; only those who wait for something newer must know at once.
    private StoreUnavailableException Miss(Exception problem)
    {
        var why = WhyOf(problem);
        fault = new(fault?.Since ?? lookedAt, why, problem is StoreGoneException);
        var missed = new StoreUnavailableException(why, problem);
        waiters.GiveUp(missed);
        return missed;
    }

    private async Task<GraphVersion> ReadVersionAsync(CancellationToken stopping)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, patience.Token);
        return await store.ReadVersionAsync(either.Token).ConfigureAwait(false);
    }

    private static Words WhyOf(Exception problem) => problem switch
    {
        ExplainedException explained => explained.Why,
        OperationCanceledException => new(
            $"De opslag gaf binnen {Patience.TotalSeconds:0} seconden geen antwoord; kijk of hij draait.",
            $"The store did not answer within {Patience.TotalSeconds:0} seconds; check that it is running."),
        _ => new(
            $"De opslag kan niet worden gelezen: {problem.Message} Kijk of hij draait.",
            $"The store cannot be read: {problem.Message} Check that it is running."),
    };

    private static void GiveUp(TaskCompletionSource<GraphSnapshot>[] asked, Exception why)
    {
        foreach (var asker in asked) asker.TrySetException(why);
    }

    // False when another snapshot took the place of the one that this was made of.
    private bool TryPublish(GraphSnapshot? before, GraphSnapshot snapshot)
    {
        if (Interlocked.CompareExchange(ref current, snapshot, before) != before) return false;
        Interlocked.Increment(ref buildCount);
        waiters.Tell(snapshot);
        return true;
    }

    private void Wake() => Volatile.Read(ref wake).TrySetResult();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
