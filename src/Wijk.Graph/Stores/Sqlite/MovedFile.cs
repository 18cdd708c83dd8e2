using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Wijk.Graph.Stores.Sqlite;

/// <summary>Asks SQLite whether the file of a connection is still the one at its path.</summary>
internal static class MovedFile
{
    // SQLITE_FCNTL_HAS_MOVED, see https://www.sqlite.org/c3ref/c_fcntl_begin_atomic_write.html; the provider has no method for it.
    private const int HasMoved = 20;

    /// <summary>Whether the file was removed, renamed or replaced since it was opened.</summary>
    /// <returns>False, too, where the system cannot tell: Windows, where a file that is open can be neither removed nor replaced.</returns>
    public static bool IsMoved(SqliteConnection connection) =>
        FileControl(connection.Handle!, IntPtr.Zero, HasMoved, out var isMoved) == raw.SQLITE_OK && isMoved != 0;

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern int FileControl(sqlite3 database, IntPtr schema, int operation, out int answer);
}
