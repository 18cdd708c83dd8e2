using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores;

/// <summary>Tells the changes of a log that later ones replaced from those that are the last word on their key.</summary>
internal sealed class ReplacedChanges
{
    private readonly Dictionary<string, long> lastVersions = new(StringComparer.Ordinal);

    /// <summary>How many changes there were.</summary>
    public long Count { get; private set; }

    /// <summary>How many of them a later one replaced.</summary>
    public long ReplacedCount => Count - lastVersions.Count;

    /// <summary>Adds a change set; they come oldest first.</summary>
    public void Add(LoggedChangeSet changeSet)
    {
        Count += changeSet.Changes.Length;
        foreach (var change in changeSet.Changes) lastVersions[change.Key] = changeSet.Version.Number;
    }

    /// <summary>The changes of a change set that was added that none replaced.</summary>
    public ImmutableArray<Change> Kept(LoggedChangeSet changeSet) =>
        changeSet.Changes.RemoveAll(change => lastVersions[change.Key] > changeSet.Version.Number);
}
