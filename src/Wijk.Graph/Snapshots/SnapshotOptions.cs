using Wijk.Graph.Stores;

namespace Wijk.Graph.Snapshots;

/// <summary>How a <see cref="SnapshotHost"/> follows its store.</summary>
public sealed record SnapshotOptions
{
    /// <summary>The shortest time between two looks that may be set, in milliseconds.</summary>
    public const int ShortestPoll = 50;

    /// <summary>The longest time between two looks that may be set, in milliseconds.</summary>
    public const int LongestPoll = 60_000;

    /// <summary>How long after a look the store is looked at again, from 50 ms to 60 s; 500 ms unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is shorter or longer than that.</exception>
    public TimeSpan Poll
    {
        get;
        init => field = value.TotalMilliseconds is >= ShortestPoll and <= LongestPoll ? value : throw new ArgumentOutOfRangeException(
            nameof(Poll), value, $"The time between two looks is {ShortestPoll} to {LongestPoll} ms.");
    } = TimeSpan.FromMilliseconds(500);

    /// <summary>The part of the graph to hold; null for all of it.</summary>
    public GraphSlice? Slice { get; init; }
}
