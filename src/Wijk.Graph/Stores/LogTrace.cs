using Wijk.Graph.Model;

namespace Wijk.Graph.Stores;

/// <summary>What the log says should be there: the keys it put and did not remove, and of some the record it last put.</summary>
/// <param name="wanted">The keys of which the newest record is kept; null when all are.</param>
/// <param name="underway">Keys that are just being written or removed, so that nothing is known of them; null when none are.</param>
internal sealed class LogTrace(IReadOnlySet<string>? wanted, IReadOnlySet<string>? underway = null)
{
    private readonly HashSet<string> present = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GraphRecord> newest = new(StringComparer.Ordinal);
    private long? firstVersion;

    /// <summary>Whether the log begins at version 1.</summary>
    public bool IsComplete => firstVersion == 1;

    /// <summary>The keys that were put and not removed.</summary>
    public IReadOnlySet<string> Present => present;

    /// <summary>The record last put under a key that was wanted; null when there is none.</summary>
    public GraphRecord? Newest(string key) => newest.GetValueOrDefault(key);

    /// <summary>Adds a change set; they come oldest first.</summary>
    public void Add(LoggedChangeSet changeSet)
    {
        firstVersion ??= changeSet.Version.Number;
        foreach (var (key, record) in changeSet.Changes)
        {
            if (record is null) present.Remove(key);
            else if (underway?.Contains(key) != true) present.Add(key);
            if (record is not null && wanted?.Contains(key) != false) newest[key] = record;
        }
    }
}
