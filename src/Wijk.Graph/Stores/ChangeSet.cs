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

/// <summary>One record written or removed.</summary>
/// <param name="Key">The key of the record.</param>
/// <param name="Record">What it becomes; null to remove it.</param>
public sealed record Change(string Key, GraphRecord? Record)
{
    /// <summary>The order of changes in the log: by key, ordinal.</summary>
    public static Comparison<Change> ByKey { get; } = static (a, b) => string.CompareOrdinal(a.Key, b.Key);

    /// <summary>Adds the record, or replaces what has its key.</summary>
    public static Change Put(GraphRecord record) => new(record.Key, record);

    /// <summary>Removes the record with this key.</summary>
    public static Change Remove(string key) => new(key, null);
}

/// <summary>What a commit did.</summary>
/// <param name="Version">The version in which the effect is visible.</param>
/// <param name="WasApplied">False when the change set had been committed before, or says nothing that does not stand there already.</param>
public readonly record struct CommitResult(long Version, bool WasApplied);

/// <summary>A committed change set, as the log holds it.</summary>
/// <param name="Version">The version it made.</param>
/// <param name="Id">Its id.</param>
/// <param name="Source">Who made it.</param>
/// <param name="Changes">What it changed, ordered by key.</param>
public sealed record LoggedChangeSet(GraphVersion Version, string Id, string Source, ImmutableArray<Change> Changes);
