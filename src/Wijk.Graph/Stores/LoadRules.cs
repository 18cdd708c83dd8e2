using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores;

/// <summary>What contents and log must keep to before they fill an empty store, whichever store it is.</summary>
public static class LoadRules
{
    /// <summary>Checks records and versions.</summary>
    /// <exception cref="ChangesRefusedException">A record breaks the vocabulary, refers to nothing or has the key of another.</exception>
    /// <exception cref="ArgumentException">There are records but no version, or the log is not an unbroken row that ends in the version.</exception>
    public static void Check(GraphContents contents, IReadOnlyList<LoggedChangeSet> log)
    {
        CheckVersions(contents, log);
        var refused = Refused(contents.Nodes, contents.Relations);
        if (!refused.IsEmpty) throw new ChangesRefusedException(refused);
    }

    /// <summary>The records that cannot be loaded; their places count the nodes first and then the relations.</summary>
    public static ImmutableArray<RefusedChange> Refused(IReadOnlyList<Node> nodes, IReadOnlyList<Relation> relations)
    {
        ImmutableArray<Change> changes = [.. nodes.Select(Change.Put), .. relations.Select(Change.Put)];
        var all = new ChangeSet { Id = "load", Source = "load", RecordedAt = DateTimeOffset.UnixEpoch, Changes = changes };
        return ChangeRules.Check(all, new HashSet<string>(), _ => []);
    }

    /// <summary>Checks that a graph with records has a version, and that the log is an unbroken row that ends in it.</summary>
    /// <exception cref="ArgumentException">That is not so.</exception>
    public static void CheckVersions(GraphContents contents, IReadOnlyList<LoggedChangeSet> log)
    {
        if (WhyVersionsFail(contents, log) is { } why) throw new ArgumentException(why.En);
    }

    /// <summary>Why the versions do not belong together; null when they do.</summary>
    internal static Words? WhyVersionsFail(GraphContents contents, IReadOnlyList<LoggedChangeSet> log)
    {
        var version = contents.Version.Number;
        if (version < 0 || (version == 0 && contents.Nodes.Count + log.Count > 0))
        {
            return new(
                $"Gegevens met iets erin zijn versie 1 of hoger, niet {version}.",
                $"A graph that holds something is at version 1 or higher, not at {version}.");
        }

        for (var i = 0; i < log.Count; i++)
        {
            var (found, expected) = (log[i].Version.Number, version - log.Count + 1 + i);
            if (found != expected || expected < 1)
            {
                return new(
                    $"In het logboek staat versie {found} waar {expected} hoort; het moet zonder gat eindigen op versie {version}.",
                    $"The log has version {found} where {expected} belongs; it must end in version {version} without a gap.");
            }
        }

        return null;
    }
}
