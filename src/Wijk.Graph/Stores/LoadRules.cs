using System.Collections.Immutable;

namespace Wijk.Graph.Stores;

/// <summary>What contents and log must keep to before they fill an empty store, whichever store it is.</summary>
public static class LoadRules
{
    /// <summary>Checks records and versions.</summary>
    /// <exception cref="ChangesRefusedException">A record breaks the vocabulary, refers to nothing or has the key of another.</exception>
    /// <exception cref="ArgumentException">There are records but no version, or the log is not an unbroken row that ends in the version.</exception>
    public static void Check(GraphContents contents, IReadOnlyList<LoggedChangeSet> log)
    {
        var version = contents.Version.Number;
        if (version < 0 || (version == 0 && contents.Nodes.Count + log.Count > 0))
            throw new ArgumentException($"A graph that holds something is at version 1 or higher, not at {version}.", nameof(contents));
        for (var i = 0; i < log.Count; i++)
        {
            var expected = version - log.Count + 1 + i;
            if (expected < 1 || log[i].Version.Number != expected)
                throw new ArgumentException($"The log has version {log[i].Version.Number} where {expected} belongs; it must end in version {version} without a gap.", nameof(log));
        }

        ImmutableArray<Change> changes = [.. contents.Nodes.Select(Change.Put), .. contents.Relations.Select(Change.Put)];
        var all = new ChangeSet { Id = "load", Source = "load", RecordedAt = contents.Version.RecordedAt, Changes = changes };
        var refused = ChangeRules.Check(all, new HashSet<string>(), _ => []);
        if (!refused.IsEmpty) throw new ChangesRefusedException(refused);
    }
}
