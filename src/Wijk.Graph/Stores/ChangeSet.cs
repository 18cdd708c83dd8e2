using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores;

/// <summary>Changes that are committed together or not at all.</summary>
public sealed record ChangeSet
{
    /// <summary>Identifies it: committing the same id again changes nothing.</summary>
    public required string Id { get; init; }

    /// <summary>Who makes the change: the namespace of an import, or a name given with a mutation.</summary>
    public required string Source { get; init; }

    /// <summary>When it is committed, in UTC, to the millisecond.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The version it was made against; null when any will do.</summary>
    public long? ExpectedVersion { get; init; }

    /// <summary>What changes; each key at most once.</summary>
    public required ImmutableArray<Change> Changes { get; init; }
}

/// <summary>What a commit did.</summary>
/// <param name="Version">The version in which the effect is visible.</param>
/// <param name="WasApplied">False when the change set had been committed before, or says nothing that does not stand there already.</param>
public readonly record struct CommitResult(long Version, bool WasApplied)
{
    /// <summary>What stands in the log and not in the store, since somebody edited the store while it was written; null when there is nothing.</summary>
    public IReadOnlyList<RecordWarning>? Skipped { get; init; }
}

/// <summary>A committed change set, as the log holds it.</summary>
/// <param name="Version">The version it made.</param>
/// <param name="Id">Its id.</param>
/// <param name="Source">Who made it.</param>
/// <param name="Changes">What it changed, ordered by key.</param>
public sealed record LoggedChangeSet(GraphVersion Version, string Id, string Source, ImmutableArray<Change> Changes);
