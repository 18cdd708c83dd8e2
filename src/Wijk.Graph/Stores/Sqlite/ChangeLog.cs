using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Sqlite;

/// <summary>The tables change_set and change: every committed change set, whole.</summary>
internal static class ChangeLog
{
    /// <summary>The version that a change set made; null when it was never committed.</summary>
    public static long? VersionOf(SqliteConnection connection, string id) =>
        (long?)connection.Scalar("SELECT version FROM change_set WHERE id = $id", ("$id", id));

    /// <summary>Adds change sets.</summary>
    public static void Write(SqliteConnection connection, IEnumerable<LoggedChangeSet> changeSets, CancellationToken cancellationToken)
    {
        using var putChangeSet = connection.Prepared("INSERT INTO change_set (version, id, source, recorded_at) VALUES ($1, $2, $3, $4)", 4);
        using var putChange = connection.Prepared("INSERT INTO change (version, position, key, record) VALUES ($1, $2, $3, $4)", 4);
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, RecordJson.WriterOptions);
        foreach (var changeSet in changeSets)
        {
            var version = changeSet.Version.Number;
            putChangeSet.With(version, changeSet.Id, changeSet.Source, changeSet.Version.RecordedAt.ToUnixTimeMilliseconds()).ExecuteNonQuery();
            for (var position = 0; position < changeSet.Changes.Length; position++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var change = changeSet.Changes[position];
                putChange.With(version, position, change.Key, JsonOf(change.Record)).ExecuteNonQuery();
            }
        }

        string? JsonOf(GraphRecord? record)
        {
            if (record is null) return null;
            buffer.ResetWrittenCount();
            json.Reset();
            RecordJson.Write(json, record);
            json.Flush();
            return Encoding.UTF8.GetString(buffer.WrittenSpan);
        }
    }

    /// <summary>The first change set after a version; null when there is none.</summary>
    public static LoggedChangeSet? ReadNext(SqliteConnection connection, long afterVersion, CancellationToken cancellationToken)
    {
        using var transaction = connection.BeginTransaction(deferred: true);
        using var head = connection.Statement(
            "SELECT version, id, source, recorded_at FROM change_set WHERE version > $after ORDER BY version LIMIT 1", ("$after", afterVersion));
        return Read(connection, head, cancellationToken);
    }

    /// <summary>The newest change set whose id starts with a text; null when there is none.</summary>
    public static LoggedChangeSet? Find(SqliteConnection connection, string idPrefix, CancellationToken cancellationToken)
    {
        using var transaction = connection.BeginTransaction(deferred: true);
        // U+10FFFF is greater than any character an id holds, and a range is what the index of ids can seek.
        using var head = connection.Statement(
            "SELECT version, id, source, recorded_at FROM change_set WHERE id >= $prefix AND id < $prefix || char(0x10FFFF) ORDER BY version DESC LIMIT 1",
            ("$prefix", idPrefix));
        return Read(connection, head, cancellationToken);
    }

    /// <summary>Reads every change that was ever made, for whoever wants to know that it can be.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="onRead">Called before each with how many were read.</param>
    /// <returns>Those that cannot be read.</returns>
    public static IEnumerable<UnreadableRecordException> FindUnreadable(SqliteConnection connection, Action<long> onRead)
    {
        using var command = connection.Statement("SELECT key, record, version FROM change ORDER BY version, position");
        using var row = command.ExecuteReader();
        for (var read = 0L; row.Read(); read++)
        {
            onRead(read);
            UnreadableRecordException? unreadable = null;
            try
            {
                ChangeAt(row, row.GetValue(2));
            }
            catch (UnreadableRecordException problem)
            {
                unreadable = problem;
            }

            if (unreadable is not null) yield return unreadable;
        }
    }

    /// <summary>The source that removed a record, by key, of those that were not brought back.</summary>
    public static IReadOnlyDictionary<string, string> ReadRemovals(SqliteConnection connection)
    {
        using var command = connection.Statement(
            """
            SELECT change.key, change_set.source FROM change JOIN change_set USING (version)
            WHERE record IS NULL AND NOT EXISTS (SELECT 1 FROM node WHERE node.key = change.key)
                AND NOT EXISTS (SELECT 1 FROM relation WHERE relation.key = change.key)
            ORDER BY version
            """);
        using var row = command.ExecuteReader();
        var removedBy = new Dictionary<string, string>(StringComparer.Ordinal);
        while (row.Read()) removedBy[row.GetString(0)] = row.GetString(1);
        return removedBy;
    }

    /// <summary>What pruning would take of before a moment.</summary>
    public static LogPruning Weigh(SqliteConnection connection, DateTimeOffset before)
    {
        using var moment = connection.BeginTransaction(deferred: true);
        var upTo = (long)connection.Scalar(
            "SELECT coalesce((SELECT min(version) - 1 FROM change_set WHERE recorded_at >= $before), (SELECT version FROM graph))",
            ("$before", before.ToUnixTimeMilliseconds()))!;
        var count = (long)connection.Scalar("SELECT count(*) FROM change WHERE version <= $upTo", ("$upTo", upTo))!;
        return new(upTo, count, count - (long)connection.Scalar("SELECT count(DISTINCT key) FROM change WHERE version <= $upTo", ("$upTo", upTo))!);
    }

    /// <summary>Takes away each change up to a version that a later one up to there replaced.</summary>
    public static void Prune(SqliteConnection connection, long upTo)
    {
        using var command = connection.Statement(
            """
            DELETE FROM change WHERE version <= $upTo
                AND (key, version) NOT IN (SELECT key, max(version) FROM change WHERE version <= $upTo GROUP BY key)
            """,
            ("$upTo", upTo));
        command.ExecuteNonQuery();
    }

    private static LoggedChangeSet? Read(SqliteConnection connection, SqliteCommand headCommand, CancellationToken cancellationToken)
    {
        using var head = headCommand.ExecuteReader();
        if (!head.Read()) return null;

        var (version, id, source) = HeadAt(head);
        using var changesCommand = connection.Statement(
            "SELECT key, record FROM change WHERE version = $version ORDER BY position", ("$version", version.Number));
        using var row = changesCommand.ExecuteReader();
        var changes = ImmutableArray.CreateBuilder<Change>();
        while (row.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            changes.Add(ChangeAt(row, version.Number));
        }

        return new(version, id, source, changes.DrainToImmutable());
    }

    private static (GraphVersion Version, string Id, string Source) HeadAt(SqliteDataReader head)
    {
        try
        {
            return (new(head.GetInt64(0), head.TimeAt(3)), head.GetString(1), head.GetString(2));
        }
        catch (Exception problem) when (UnreadableRecordException.IsAboutRecord(problem))
        {
            throw new UnreadableRecordException(new("versie in het logboek", "version in the log"), head, 0, problem);
        }
    }

    private static Change ChangeAt(SqliteDataReader row, object version)
    {
        try
        {
            if (row.IsDBNull(1)) return Change.Remove(row.GetString(0));
            using var document = JsonDocument.Parse(row.GetFieldValue<byte[]>(1));
            var change = Change.Put(RecordJson.Read(document.RootElement));
            return change.Key == row.GetString(0) ? change : throw JsonMembers.Broken(
                "key", new($"in het record staat '{TextRules.Shown(change.Key)}'.", $"the record holds '{TextRules.Shown(change.Key)}'."));
        }
        catch (Exception problem) when (UnreadableRecordException.IsAboutRecord(problem))
        {
            throw new UnreadableRecordException(new($"versie {version} van het logboek:", $"version {version} of the log:"), row, 0, problem);
        }
    }
}
