namespace Wijk.Graph.Stores;

/// <summary>A scenario that somebody saved: bookkeeping beside the graph, in no version and no log of it.</summary>
public sealed record SavedScenario
{
    /// <summary>What it is found and shared by; unique in the store.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>When it was first saved, in UTC, to the millisecond.</summary>
    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>What is asked, as JSON; the store does not look into it.</summary>
    public required string Content { get; init; }
}

/// <summary>Where a store keeps saved scenarios. Saving and removing makes no version.</summary>
/// <remarks>They are few: what is read is all of them. Safe for use by several threads and processes at once.</remarks>
public interface IScenarioShelf
{
    /// <summary>All of them, the newest first; of one moment by id.</summary>
    Task<IReadOnlyList<SavedScenario>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>The one with an id; null when there is none.</summary>
    Task<SavedScenario?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Saves one, unless its id is there already: then that one stays as it is.</summary>
    /// <returns>The one that is there then.</returns>
    Task<SavedScenario> SaveAsync(SavedScenario scenario, CancellationToken cancellationToken);

    /// <summary>Takes one away.</summary>
    /// <returns>Whether it was there.</returns>
    Task<bool> RemoveAsync(string id, CancellationToken cancellationToken);
}
