using Microsoft.Data.Sqlite;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Sqlite;

/// <summary>The file: opens connections to it, each set up the same way, and says in one sentence why it cannot be used.</summary>
/// <remarks>
/// One connection is kept as a <see cref="DatabaseWitness"/> of which file it is, and before and after all work it is asked whether that file is still at its path.
/// </remarks>
internal sealed class SqliteDatabase : IDisposable
{
    // Long enough for an import by another process to end.
    private const int BusyMilliseconds = 30_000;

    // An import writes to five indexes in random order; with SQLite's own 2 MB their pages would be read and written again and again.
    private const int CacheKibibytes = 65_536;

    private readonly string connectionString;
    private DatabaseWitness? witness;

    public SqliteDatabase(string path)
    {
        Path = path;
        connectionString = ConnectionString(SqliteOpenMode.ReadWrite, isPooled: true);
    }

    /// <summary>The full path of the database.</summary>
    public string Path { get; }

    /// <summary>How many bytes the disk has left for it; null when that cannot be known.</summary>
    public long? FreeBytes
    {
        get
        {
            try
            {
                return new DriveInfo(Path).AvailableFreeSpace;
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
            {
                return null;
            }
        }
    }

    /// <summary>Opens the file, and makes it where it is absent; from then on it must stay the file at its path.</summary>
    /// <param name="prepare">Brings it to the newest form.</param>
    /// <param name="cancellationToken">Stops it before it begins.</param>
    /// <exception cref="StoreUnavailableException">The file cannot be opened, read or written.</exception>
    public Task OpenAsync(Action<SqliteConnection> prepare, CancellationToken cancellationToken) => GuardAsync(
        () =>
        {
            var connection = new SqliteConnection(ConnectionString(SqliteOpenMode.ReadWriteCreate, isPooled: false));
            try
            {
                var isNew = !File.Exists(Path);
                SetUp(connection);
                // While it is still empty; SQLite gives the files beside it the same mode.
                if (isNew) OwnerOnly.Keep(Path);
                prepare(connection);
                witness = new(connection, Path);
            }
            finally
            {
                if (witness is null) connection.Dispose();
            }

            return true;
        },
        cancellationToken);

    /// <summary>Does work on a connection of its own, off the caller's thread.</summary>
    /// <exception cref="StoreGoneException">The file is no longer at its path, or holds something else; what the work wrote is not confirmed.</exception>
    /// <exception cref="StoreTooNewException">A newer Wijk brought it up to date meanwhile.</exception>
    /// <exception cref="StoreUnavailableException">The file cannot be opened, read or written.</exception>
    public Task<T> RunAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken) => GuardAsync(
        () =>
        {
            RefuseGone();
            using var connection = new SqliteConnection(connectionString);
            SetUp(connection);
            RefuseNewer(connection);
            var result = work(connection);
            RefuseGone();
            return result;
        },
        cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
        witness?.Dispose();
    }

    private static void SetUp(SqliteConnection connection)
    {
        connection.Open();
        connection.Execute($"PRAGMA busy_timeout = {BusyMilliseconds}; PRAGMA synchronous = FULL; PRAGMA cache_size = -{CacheKibibytes};");
    }

    private string ConnectionString(SqliteOpenMode mode, bool isPooled) => new SqliteConnectionStringBuilder
    {
        DataSource = Path,
        Mode = mode,
        Pooling = isPooled,
        ForeignKeys = true,
        DefaultTimeout = BusyMilliseconds / 1000,
    }.ToString();

    private Task<T> GuardAsync<T>(Func<T> work, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            try
            {
                return work();
            }
            catch (SqliteException problem)
            {
                RefuseGone();
                throw Unavailable(problem);
            }
            catch (UnreadableRecordException problem)
            {
                throw new StoreUnavailableException(
                    new Words($"In '{Path}' staat een record dat niet te lezen is (", $"'{Path}' holds a record that cannot be read (")
                    + problem.Why
                    + new Words("); zet een reservekopie terug.", "); restore a backup."),
                    problem);
            }
        },
        cancellationToken);

    private void RefuseGone()
    {
        if (witness?.IsGone() == true) throw new StoreGoneException($"'{Path}'");
    }

    // Its tables may no longer be what this Wijk takes them for.
    private void RefuseNewer(SqliteConnection connection)
    {
        if (witness is not null && (long)connection.Scalar("PRAGMA user_version")! is var found && found > witness.Schema)
            throw new StoreTooNewException($"'{Path}'", found, witness.Schema);
    }

    private StoreUnavailableException Unavailable(SqliteException problem) => new($"'{Path}' " + WhyUnavailable(problem), problem);

    private static Words WhyUnavailable(SqliteException problem) => problem.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_NOTADB => new(
            "is geen database; kies een andere map voor de gegevens of zet een reservekopie terug.",
            "is not a database; choose another data folder or restore a backup."),
        SQLitePCL.raw.SQLITE_CORRUPT => new("is beschadigd; zet een reservekopie terug.", "is damaged; restore a backup."),
        SQLitePCL.raw.SQLITE_CANTOPEN => new(
            "kan niet worden geopend; kies een map die u mag lezen en waarin u mag schrijven.",
            "cannot be opened; choose a data folder that this user may read and write."),
        SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_PERM => new(
            "kan niet worden geschreven; kies een map waarin u mag schrijven.",
            "cannot be written; choose a data folder that this user may write."),
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => new(
            $"is al meer dan {BusyMilliseconds / 1000} seconden in gebruik bij een ander programma; wacht tot dat klaar is en probeer het opnieuw.",
            $"is in use by another program for more than {BusyMilliseconds / 1000} seconds; wait until it is done and try again."),
        SQLitePCL.raw.SQLITE_FULL => new(
            "kan niet groeien, de schijf is vol; maak ruimte en probeer het opnieuw.",
            "cannot grow, the disk is full; make room and try again."),
        _ => new(
            $"kan niet worden gebruikt: {problem.Message} Controleer de schijf of zet een reservekopie terug.",
            $"cannot be used: {problem.Message} Check the disk or restore a backup."),
    };
}
