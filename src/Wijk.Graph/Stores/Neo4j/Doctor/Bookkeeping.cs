using System.Collections.Immutable;
using System.Text.Json;
using Wijk.Graph.Model;
using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Graph.Stores.Neo4j.Doctor;

/// <summary>What Wijk keeps in a database beside the graph.</summary>
/// <param name="Version">The version of the graph; null when there is no graph of Wijk.</param>
/// <param name="HasNodes">Whether there is anything in the database.</param>
/// <param name="NodeCount">How many nodes Wijk manages.</param>
/// <param name="ApplyExpiresAt">Until when a large change set that is being applied is somebody's work; null when none is.</param>
/// <param name="ApplyFault">Why that change set could not go on; null when it was not stopped.</param>
/// <param name="StagedCount">How many nodes are staged for a large change set.</param>
/// <param name="Skipped">What change sets left out, since somebody edited the database while they were written.</param>
/// <param name="Applied">The migrations that were applied, in order.</param>
internal sealed record Bookkeeping(
    GraphVersion? Version,
    bool HasNodes,
    long NodeCount,
    DateTimeOffset? ApplyExpiresAt,
    Words? ApplyFault,
    long StagedCount,
    ImmutableArray<SkippedChanges> Skipped,
    ImmutableArray<AppliedMigration> Applied)
{
    /// <summary>Reads an answer to <c>doctor.cypher</c>.</summary>
    public static Bookkeeping Read(Answer answer) => new(
        IsNull(answer, "version") ? null : new(answer.Int64(0, "version"), TimeAt(answer, "recordedAt")!.Value),
        answer.Flag(0, "hasNodes"),
        answer.Int64(0, "nodes"),
        IsNull(answer, "applying") ? null : TimeAt(answer, "applyExpiresAt") ?? DateTimeOffset.UnixEpoch,
        Rows(answer, "applyFault").Select(words => words.GetString()!).ToArray() is [var nl, var en] ? new(nl, en) : null,
        answer.Int64(0, "staged"),
        [.. Rows(answer, "skipped").Select(row => new SkippedChanges(row[0].GetInt64(), [.. row[1].EnumerateArray().Select(key => key.GetString()!)]))],
        [.. Rows(answer, "migrations").Select(row => new AppliedMigration(row[0].GetInt32(), row[1].ToString(), row[2].ToString()))]);

    private static bool IsNull(Answer answer, string column) => answer.Value(0, column).TokenType == JsonTokenType.Null;

    private static DateTimeOffset? TimeAt(Answer answer, string column) =>
        IsNull(answer, column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(answer.Int64(0, column));

    private static JsonElement.ArrayEnumerator Rows(Answer answer, string column)
    {
        var reader = answer.Value(0, column);
        return JsonElement.ParseValue(ref reader).EnumerateArray();
    }
}

/// <summary>What a change set left out.</summary>
/// <param name="Version">The version it made.</param>
/// <param name="Keys">The keys of what it left out.</param>
internal sealed record SkippedChanges(long Version, ImmutableArray<string> Keys);

/// <summary>A migration that was applied.</summary>
internal sealed record AppliedMigration(int Number, string Name, string Checksum);
