using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores;

/// <summary>Something a store could not do; its message is one clear sentence for the person at the keyboard.</summary>
public abstract class StoreException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Another writer was first.</summary>
public sealed class VersionConflictException(long expected, long actual) : StoreException(
    $"The graph is at version {actual}, not at version {expected} that the change was made against; read it again and repeat the change.")
{
    /// <summary>The version the change set was made against.</summary>
    public long Expected { get; } = expected;

    /// <summary>The version the store is at.</summary>
    public long Actual { get; } = actual;
}

/// <summary>One change that was refused.</summary>
/// <param name="Index">Its place in the change set, from 0.</param>
/// <param name="Key">The key of the record.</param>
/// <param name="Problem">What is wrong with it.</param>
public sealed record RefusedChange(int Index, string Key, Problem Problem);

/// <summary>Changes break the vocabulary or refer to nothing; nothing was written.</summary>
public sealed class ChangesRefusedException(ImmutableArray<RefusedChange> refused) : StoreException(
    $"{refused.Length} changes were refused, nothing was written. The first: '{refused[0].Key}': {refused[0].Problem.Message}")
{
    /// <summary>All that were refused, in the order of the change set.</summary>
    public ImmutableArray<RefusedChange> Refused { get; } = refused;
}

/// <summary>A store that must be empty holds something.</summary>
public sealed class StoreNotEmptyException(string place, long version) : StoreException(
    $"{place} already holds a graph (version {version}); nothing was written: choose an empty one.");

/// <summary>The database was made by a newer Wijk.</summary>
public sealed class StoreTooNewException(string place, long found, long known) : StoreException(
    $"{place} was made by a newer Wijk (schema {found}, this one knows {known}); install that version to open it.");

/// <summary>The database cannot be opened, read or written.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : StoreException(message, inner);
