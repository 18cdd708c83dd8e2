using Wijk.Graph.Export;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.Graph.Tests.Stores.Neo4j;

/// <summary>What the graph must be at each version: the log played from the start, apart from any store.</summary>
internal sealed class Replay
{
    private readonly SortedDictionary<string, GraphRecord> records = new(StringComparer.Ordinal);
    private GraphVersion version = new(0, DateTimeOffset.UnixEpoch);

    /// <summary>The contents so far.</summary>
    public GraphContents Contents => new(version, [.. records.Values.OfType<Node>()], [.. records.Values.OfType<Relation>()]);

    /// <summary>Plays a change set.</summary>
    public void Play(LoggedChangeSet changeSet)
    {
        foreach (var change in changeSet.Changes)
        {
            if (change.Record is { } record) records[change.Key] = record;
            else records.Remove(change.Key);
        }

        version = changeSet.Version;
    }

    /// <summary>The contents after a whole log.</summary>
    public static GraphContents Of(IEnumerable<LoggedChangeSet> log)
    {
        var replay = new Replay();
        foreach (var changeSet in log) replay.Play(changeSet);
        return replay.Contents;
    }

    /// <summary>The bytes of an export: equal graphs give equal bytes.</summary>
    public static async Task<byte[]> ExportAsync(GraphContents contents)
    {
        using var stream = new MemoryStream();
        await JsonExport.WriteAsync(stream, contents, CancellationToken.None);
        return stream.ToArray();
    }
}
