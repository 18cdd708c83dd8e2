using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>Puts what the log last said in the place of records that cannot be read.</summary>
internal static class LastLogged
{
    /// <summary>Contents in which each unreadable record stands as it was last logged, or not at all, with a warning.</summary>
    /// <param name="contents">What could be read.</param>
    /// <param name="unreadable">What could not; a record may be named more than once.</param>
    /// <param name="log">The log.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<GraphContents> FillAsync(
        GraphContents contents, IReadOnlyCollection<UnreadableRecord> unreadable, LogReader log, CancellationToken cancellationToken)
    {
        if (unreadable.Count == 0) return contents;
        var wanted = unreadable.Select(record => record.Key).ToHashSet(StringComparer.Ordinal);
        var trace = new LogTrace(wanted);
        await foreach (var changeSet in log.ReadAsync(afterVersion: 0, cancellationToken).ConfigureAwait(false))
        {
            if (changeSet.Version.Number > contents.Version.Number) break;
            trace.Add(changeSet);
        }

        var logged = wanted.Where(trace.Present.Contains).Select(trace.Newest).OfType<GraphRecord>().ToArray();
        var nodes = ContentsDelta.Apply(contents, contents.Version, logged.OfType<Node>().Select(Change.Put));
        var keys = nodes.Nodes.Select(node => node.Key).ToHashSet(StringComparer.Ordinal);
        Relation[] relations = [.. logged.OfType<Relation>().Where(HasEnds)];
        var served = logged.OfType<Node>().Concat<GraphRecord>(relations).Select(record => record.Key).ToHashSet(StringComparer.Ordinal);
        var filled = ContentsDelta.Apply(nodes, nodes.Version, relations.Select(Change.Put));
        return filled with
        {
            Relations = [.. filled.Relations.Where(HasEnds)],
            Warnings = [.. unreadable.DistinctBy(record => record.Key).OrderBy(record => record.Key, StringComparer.Ordinal)
                .Select(record => new RecordWarning(record.Key, WarningOf(record, served.Contains(record.Key))))],
        };

        bool HasEnds(Relation relation) => keys.Contains(relation.From) && keys.Contains(relation.To);
    }

    private static Words WarningOf(UnreadableRecord record, bool isServed)
    {
        var key = TextRules.Shown(record.Key);
        return new Words($"'{key}' is in Neo4j buiten Wijk om veranderd en niet te lezen: ", $"'{key}' was changed in Neo4j outside Wijk and cannot be read: ")
            + record.Problem.Message
            + (isServed
                ? new Words(" Wijk toont het zoals het laatst is vastgelegd.", " Wijk serves it as it was last logged.")
                : new Words(" Wijk laat het weg: het logboek heeft het niet.", " Wijk leaves it out: the log does not have it."))
            + new Words(" Zie 'verify'.", " See 'verify'.");
    }
}
