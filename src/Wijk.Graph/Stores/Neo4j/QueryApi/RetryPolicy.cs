namespace Wijk.Graph.Stores.Neo4j.QueryApi;

/// <summary>When a call is made again, as Neo4j's drivers do: after 1 s, then twice as long each time, give or take a fifth, for some time in all.</summary>
/// <param name="total">How long after the first failure a repeat may still start.</param>
/// <param name="jitter">Spreads the callers of a server that comes back.</param>
internal struct RetryPolicy(TimeSpan total, Random jitter)
{
    private const double First = 1, Growth = 2, Jitter = 0.2;

    private double nextSeconds = First;

    /// <summary>How long to wait before the next try; null when the time is up.</summary>
    /// <param name="sinceFirstFailure">The time since the first failure of this call.</param>
    public TimeSpan? Next(TimeSpan sinceFirstFailure)
    {
        var left = total - sinceFirstFailure;
        if (left <= TimeSpan.Zero) return null;
        var wait = TimeSpan.FromSeconds(nextSeconds * (1 - Jitter + 2 * Jitter * jitter.NextDouble()));
        nextSeconds *= Growth;
        return wait < left ? wait : left;
    }

    /// <summary>Whether the server calls an error transient: the same request may succeed when it is sent again.</summary>
    /// <remarks>The two exceptions are those of Neo4j's drivers: a transaction that somebody ended on purpose.</remarks>
    public static bool IsTransient(string code) =>
        code.StartsWith("Neo.TransientError.", StringComparison.Ordinal)
        && code is not ("Neo.TransientError.Transaction.Terminated" or "Neo.TransientError.Transaction.LockClientStopped");
}
