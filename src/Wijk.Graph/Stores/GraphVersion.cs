namespace Wijk.Graph.Stores;

/// <summary>A version of the graph.</summary>
/// <param name="Number">0 for an empty store, then one higher with each committed change set.</param>
/// <param name="RecordedAt">When it was committed, in UTC; <see cref="DateTimeOffset.UnixEpoch"/> for version 0.</param>
public readonly record struct GraphVersion(long Number, DateTimeOffset RecordedAt);
