using System.Collections.Concurrent;
using Wijk.Graph.Model;
using Wijk.GraphQL.Telemetry;

namespace Wijk.GraphQL.Execution;

/// <summary>Computes what takes long, a few at once, each on a thread of its own; the others wait their turn, so that short queries never do.</summary>
/// <remarks>
/// What is asked for twice at once is computed once. Whoever leaves frees a place: a computation is stopped when nobody waits for it any more.
/// Safe for several threads.
/// </remarks>
/// <param name="limits">How many are computed at once, and how many may wait.</param>
internal sealed class AnalysisQueue(Limits limits) : IDisposable
{
    private readonly SemaphoreSlim places = new(limits.Analyses);
    private readonly ConcurrentDictionary<object, Computation> computations = new();
    private int waitingCount;

    /// <summary>How many wait their turn.</summary>
    public int WaitingCount => Volatile.Read(ref waitingCount);

    /// <summary>How many are computed now.</summary>
    public int RunningCount => limits.Analyses - places.CurrentCount;

    /// <summary>Computes something, or waits for whoever is doing so.</summary>
    /// <param name="key">What is computed; equal keys give the same.</param>
    /// <param name="compute">Computes it.</param>
    /// <param name="cancellationToken">This caller no longer wants it.</param>
    /// <exception cref="ExplainedError">Too many wait already.</exception>
    public async Task<T> RunAsync<T>(object key, Func<CancellationToken, T> compute, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var computation = computations.GetOrAdd(key, _ => new(one => ComputeAsync(key, stop => compute(stop), one)));
            if (!computation.TryJoin()) continue;
            try
            {
                return (T)await computation.Result.WaitAsync(cancellationToken);
            }
            finally
            {
                computation.Leave();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => places.Dispose();

    private async Task<object> ComputeAsync(object key, Func<CancellationToken, object?> compute, Computation computation)
    {
        using var followed = Measurements.Follow("Analysis");
        try
        {
            await EnterAsync(computation.Stop);
            try
            {
                return (await Task.Factory.StartNew(() => compute(computation.Stop), computation.Stop, TaskCreationOptions.LongRunning, TaskScheduler.Default))!;
            }
            finally
            {
                places.Release();
            }
        }
        finally
        {
            computations.TryRemove(new(key, computation));
            computation.Dispose();
        }
    }

    private async Task EnterAsync(CancellationToken stop)
    {
        if (places.Wait(0, CancellationToken.None)) return;
        if (Interlocked.Increment(ref waitingCount) is var count && count > limits.WaitingAnalyses)
        {
            Interlocked.Decrement(ref waitingCount);
            throw new ExplainedError(ErrorCode.TooBusy, ErrorCode.TooBusy.Meaning + new Words(
                $" Er mogen er {limits.WaitingAnalyses} wachten (waitingAnalyses). Probeer het straks nog eens.",
                $" {limits.WaitingAnalyses} may wait (waitingAnalyses). Try again later."));
        }

        try
        {
            await places.WaitAsync(stop);
        }
        finally
        {
            Interlocked.Decrement(ref waitingCount);
        }
    }

    // One computation, and how many wait for it. It may end before they have left.
    private sealed class Computation : IDisposable
    {
        private readonly CancellationTokenSource stop = new();
        private readonly Lock gate = new();
        private readonly Lazy<Task<object>> result;
        private int callerCount;
        private bool isLeft, isOver;

        public Computation(Func<Computation, Task<object>> compute)
        {
            Stop = stop.Token;
            result = new(() => compute(this));
        }

        public CancellationToken Stop { get; }

        public Task<object> Result => result.Value;

        public bool TryJoin()
        {
            lock (gate)
            {
                if (!isLeft) callerCount++;
                return !isLeft;
            }
        }

        public void Leave()
        {
            lock (gate)
            {
                isLeft = --callerCount == 0;
                if (isLeft && !isOver) stop.Cancel();
            }
        }

        public void Dispose()
        {
            lock (gate)
            {
                isOver = true;
                stop.Dispose();
            }
        }
    }
}
