namespace Wijk.Graph.Stores;

/// <summary>Where the writers of one process take turns: the only place where a write waits for others in its process.</summary>
/// <remarks>
/// A change can be worked out and committed in one turn: a write is known by its deadline, so that it does not wait again in the store. Without turns
/// writers would overtake each other in the database again and again.
/// </remarks>
public sealed class WriteQueue : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile WriteDeadline? holder;

    /// <summary>Waits for the turn of a write; when it has its turn already, that turn goes on.</summary>
    /// <returns>To be disposed when the write is done.</returns>
    /// <exception cref="OperationCanceledException">The deadline passed, or nobody wants the write any more.</exception>
    public async Task<IDisposable> EnterAsync(WriteDeadline deadline) =>
        await TryEnterAsync(deadline, Timeout.InfiniteTimeSpan).ConfigureAwait(false) ?? throw new OperationCanceledException(deadline.Token);

    /// <summary>Waits for the turn of a write, but not longer than a time.</summary>
    /// <returns>To be disposed when the write is done; null when it is not its turn yet.</returns>
    /// <inheritdoc cref="EnterAsync" path="/exception"/>
    public async Task<IDisposable?> TryEnterAsync(WriteDeadline deadline, TimeSpan time)
    {
        if (holder == deadline) return new Turn(null);
        if (!await turn.WaitAsync(time, deadline.Token).ConfigureAwait(false)) return null;
        holder = deadline;
        return new Turn(this);
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private sealed class Turn(WriteQueue? queue) : IDisposable
    {
        private WriteQueue? entered = queue;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref entered, null) is not { } left) return;
            left.holder = null;
            left.turn.Release();
        }
    }
}
