using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Wijk.Graph.Tests.Stores.Neo4j.QueryApi;

/// <summary>A clock on which every short wait is over at once, and is remembered; silences and deadlines, which are longer, stand still.</summary>
internal sealed class SkippingClock : FakeTimeProvider
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(40);

    private readonly ConcurrentQueue<TimeSpan> waits = new();

    /// <summary>The waits in their order.</summary>
    public IReadOnlyCollection<TimeSpan> Waits => waits;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime < LongestWait)
        {
            waits.Enqueue(dueTime);
            Task.Run(() => Advance(dueTime));
        }

        return timer;
    }
}
