using Wijk.Graph.Model;

namespace Wijk.Graph.Snapshots;

/// <summary>Why the snapshot may be old: the store cannot be read.</summary>
/// <param name="Since">From when on changes may be missing: when the first look that failed began, in UTC.</param>
/// <param name="Message">What the store said last.</param>
/// <param name="IsGone">Whether the store does not come back by itself: it was removed or replaced.</param>
public sealed record SnapshotFault(DateTimeOffset Since, Words Message, bool IsGone = false);
