using Microsoft.Data.Sqlite;
using Microsoft.Win32.SafeHandles;

namespace Wijk.Graph.Stores.Sqlite;

/// <summary>Knows which files the database at a path consists of, and tells when they are no longer there or hold something else.</summary>
/// <remarks>
/// A file that is removed or replaced stays whole for whoever has it open, and one that is overwritten stays in SQLite's memory and log, so that SQLite would go
/// on writing where nobody will ever read. Safe for several threads.
/// </remarks>
internal sealed class DatabaseWitness : IDisposable
{
    private const int LogHeaderLength = 32;

    // Another process may just be writing what is looked at.
    private const int MostLooks = 5;
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(2);

    private readonly Lock looking = new();
    private readonly SqliteConnection connection;
    private readonly string path;
    private readonly SafeFileHandle? log;
    private readonly bool hasShared;
    private readonly byte[] name;
    private readonly byte[] page;
    private readonly long pageOffset;
    private ulong? seen;
    private bool isOverwritten;
    private bool isSaved;

    /// <summary>A witness of the database that a connection has open, brought up to date; it closes the connection.</summary>
    public DatabaseWitness(SqliteConnection connection, string path)
    {
        (this.connection, this.path) = (connection, path);
        Schema = (long)connection.Scalar("PRAGMA user_version")!;
        name = DatabaseMark.Read(connection)[..DatabaseMark.NameLength];
        page = new byte[(int)(long)connection.Scalar("PRAGMA page_size")!];
        pageOffset = ((long)connection.Scalar("SELECT rootpage FROM sqlite_schema WHERE name = 'mark'")! - 1) * page.Length;
        // There are file systems that cannot have a log; SQLite then goes without.
        (log, hasShared) = (OpenLog(), File.Exists($"{path}-shm"));
        // What was made just now may stand in the log alone.
        if (CountInFile() is null) connection.Execute("PRAGMA wal_checkpoint(PASSIVE);");
        seen = CountInFile();
    }

    /// <summary>The schema that the database had.</summary>
    public long Schema { get; }

    /// <summary>Whether the files are no longer the ones at their path, or hold another database or an older form of this one.</summary>
    public bool IsGone()
    {
        lock (looking)
        {
            if (isOverwritten || OpenFile.IsMoved(connection)) return true;
            isOverwritten = Holds(IsOther);
            if (isOverwritten || log is null) return isOverwritten;
            if (File.Exists($"{path}-wal")) return (hasShared && !File.Exists($"{path}-shm")) || Holds(IsOtherLog);
            SaveLog();
            return true;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // What stands there now is somebody else's, and the last to close would write our log into it.
        if (isOverwritten) SQLitePCL.raw.sqlite3_db_config(connection.Handle, SQLitePCL.raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _);
        log?.Dispose();
        connection.Dispose();
    }

    private static bool Holds(Func<bool> fault)
    {
        for (var look = 1; fault(); look++)
        {
            if (look == MostLooks) return true;
            Thread.Sleep(LookAgain);
        }

        return false;
    }

    // The file grows by what is folded in from the log, so that its count never goes back. As long as none was seen it may stand in the log alone.
    private bool IsOther()
    {
        var count = CountInFile();
        if (seen is { } before && (count is null || count < before)) return true;
        seen = count ?? seen;
        return false;
    }

    private ulong? CountInFile() => OpenFile.Read(connection, page, pageOffset) ? DatabaseMark.FindCount(page, name) : null;

    // The header has numbers that are drawn anew whenever SQLite makes or begins a log.
    private bool IsOtherLog()
    {
        using var there = OpenLog();
        if (there is null) return true;
        Span<byte> ours = stackalloc byte[LogHeaderLength], theirs = stackalloc byte[LogHeaderLength];
        var (length, other) = (RandomAccess.Read(log!, ours, 0), RandomAccess.Read(there, theirs, 0));
        return !ours[..length].SequenceEqual(theirs[..other]);
    }

    private SafeFileHandle? OpenLog()
    {
        try
        {
            return File.OpenHandle($"{path}-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    // Somebody took the log away while we have it open: what was confirmed and stands in it alone goes to the database, once.
    private void SaveLog()
    {
        if (isSaved) return;
        isSaved = true;
        try
        {
            connection.Execute("PRAGMA wal_checkpoint(FULL);");
        }
        catch (SqliteException)
        {
            // It is refused all the same.
        }
    }
}
