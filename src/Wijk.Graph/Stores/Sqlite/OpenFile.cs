using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Wijk.Graph.Stores.Sqlite;

/// <summary>The file that a connection has open, past SQLite's own memory and log.</summary>
/// <remarks>
/// It must be read through SQLite's own handle: when a process closes any other handle of a file, POSIX takes away all locks that the process holds on it
/// (https://www.sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_).
/// </remarks>
internal static class OpenFile
{
    // See https://www.sqlite.org/c3ref/c_fcntl_begin_atomic_write.html; the provider has no method for these.
    private const int FilePointer = 7, HasMoved = 20;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int ReadMethod(IntPtr file, [Out] byte[] buffer, int count, long offset);

    /// <summary>Whether the file was removed, renamed or replaced since it was opened.</summary>
    /// <returns>False, too, where the system cannot tell: Windows, where a file that is open can be neither removed nor replaced.</returns>
    public static bool IsMoved(SqliteConnection connection) =>
        FileControl(connection.Handle!, IntPtr.Zero, HasMoved, out int isMoved) == raw.SQLITE_OK && isMoved != 0;

    /// <summary>Fills a buffer with what stands in the file now, with zeros after its end.</summary>
    /// <returns>False when it cannot be read.</returns>
    public static bool Read(SqliteConnection connection, byte[] buffer, long offset)
    {
        if (FileControl(connection.Handle!, IntPtr.Zero, FilePointer, out IntPtr file) != raw.SQLITE_OK || file == IntPtr.Zero) return false;
        // A sqlite3_file begins with its sqlite3_io_methods: a version, xClose, xRead (https://www.sqlite.org/c3ref/io_methods.html).
        var methods = Marshal.ReadIntPtr(file);
        var read = Marshal.GetDelegateForFunctionPointer<ReadMethod>(Marshal.ReadIntPtr(methods, 2 * IntPtr.Size));
        return read(file, buffer, buffer.Length, offset) is raw.SQLITE_OK or raw.SQLITE_IOERR_SHORT_READ;
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern int FileControl(sqlite3 database, IntPtr schema, int operation, out int answer);

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern int FileControl(sqlite3 database, IntPtr schema, int operation, out IntPtr answer);
}
