using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Sqlite;

/// <summary>The files that make up the database of a data folder, looked at without opening it.</summary>
internal static class DatabaseFiles
{
    private const string Log = SqliteStore.FileName + "-wal";
    private const string Shared = SqliteStore.FileName + "-shm";

    /// <summary>Which file was taken away, and what to do about it; null when none can be missed.</summary>
    /// <remarks>
    /// SQLite itself would throw the write-ahead log of an empty database away, and open one without its log as if nothing were lost. It makes the log
    /// before the shared file and removes it after, so the shared file alone means that somebody took the log.
    /// </remarks>
    public static Words? WhatIsMissing(string folder)
    {
        var (database, log, shared) = (InfoOf(folder, SqliteStore.FileName), InfoOf(folder, Log), InfoOf(folder, Shared));
        if (!database.Exists && (log.Exists || shared.Exists))
        {
            var left = log.Exists ? Log : Shared;
            return Found(folder, new($"staat {left}, maar geen {SqliteStore.FileName}", $"there is {left}, but no {SqliteStore.FileName}"), SqliteStore.FileName);
        }

        if (database is { Exists: true, Length: 0 } && log is { Exists: true, Length: > 0 })
            return Found(folder, new($"is {SqliteStore.FileName} leeg, en {Log} niet", $"{SqliteStore.FileName} is empty, and {Log} is not"), SqliteStore.FileName);

        return database.Exists && shared.Exists && !log.Exists
            ? Found(folder, new($"staat {SqliteStore.FileName} zonder {Log}, waar de laatste wijzigingen in stonden", $"there is {SqliteStore.FileName} without {Log}, which held the last changes"), Log)
            : null;
    }

    private static FileInfo InfoOf(string folder, string name) => new(Path.Combine(folder, name));

    private static Words Found(string folder, Words what, string missing) =>
        new Words($"In '{folder}' ", $"In '{folder}' ") + what + new Words(
            $"; er is niets geopend of veranderd. Zet het {missing} terug dat erbij hoort, of zet een reservekopie terug in een lege map met 'restore'.",
            $"; nothing was opened or changed. Put back the {missing} that belongs to it, or put a backup back in an empty folder with 'restore'.");
}
