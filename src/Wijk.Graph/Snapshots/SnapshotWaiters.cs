namespace Wijk.Graph.Snapshots;

/// <summary>Those who wait for a newer snapshot: until a version is visible, or until the store has been looked at. Safe for several threads.</summary>
internal sealed class SnapshotWaiters
{
    private readonly Lock gate = new();
    private readonly List<(long Version, TaskCompletionSource<GraphSnapshot> Result)> forVersions = [];
    private readonly List<TaskCompletionSource<GraphSnapshot>> forLooks = [];
    private Exception? closed;

    /// <summary>Waits for a snapshot of a version or a later one.</summary>
    public async Task<GraphSnapshot> ForVersionAsync(long version, CancellationToken cancellationToken)
    {
        var result = NewResult();
        lock (gate)
        {
            ThrowIfClosed();
            forVersions.Add((version, result));
        }

        try
        {
            return await result.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            lock (gate) forVersions.RemoveAll(waiter => waiter.Result == result);
        }
    }

    /// <summary>Waits until the end of a look that has not begun yet.</summary>
    public Task<GraphSnapshot> ForLookAsync(CancellationToken cancellationToken)
    {
        var result = NewResult();
        lock (gate)
        {
            ThrowIfClosed();
            forLooks.Add(result);
        }

        return result.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Those who wait for the look that begins now.</summary>
    public TaskCompletionSource<GraphSnapshot>[] TakeForLook()
    {
        lock (gate)
        {
            TaskCompletionSource<GraphSnapshot>[] taken = [.. forLooks];
            forLooks.Clear();
            return taken;
        }
    }

    /// <summary>Gives those who wait for a version a snapshot that has it.</summary>
    public void Tell(GraphSnapshot snapshot)
    {
        lock (gate)
        {
            foreach (var (version, result) in forVersions)
            {
                if (snapshot.Version.Number >= version) result.TrySetResult(snapshot);
            }
        }
    }

    /// <summary>Lets all who wait know that it does not come.</summary>
    public void GiveUp(Exception why)
    {
        foreach (var waiter in TakeForLook()) waiter.TrySetException(why);
        lock (gate)
        {
            foreach (var (_, result) in forVersions) result.TrySetException(why);
            forVersions.Clear();
        }
    }

    /// <summary>Lets all who wait, now or later, know that nothing comes any more.</summary>
    public void Close(Exception why)
    {
        lock (gate) closed = why;
        GiveUp(why);
    }

    private void ThrowIfClosed()
    {
        if (closed is not null) throw closed;
    }

    private static TaskCompletionSource<GraphSnapshot> NewResult() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
