using Microsoft.Data.Sqlite;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Sqlite;

/// <summary>The file: opens connections to it, each set up the same way, and says in one sentence why it cannot be used.</summary>
internal sealed class SqliteDatabase
{
    // Long enough for an import by another process to end.
    private const int BusyMilliseconds = 30_000;

    // An import writes to five indexes in random order; with SQLite's own 2 MB their pages would be read and written again and again.
    private const int CacheKibibytes = 65_536;

    private readonly string connectionString;

    public SqliteDatabase(string path)
    {
        Path = path;
        connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            ForeignKeys = true,
            DefaultTimeout = BusyMilliseconds / 1000,
        }.ToString();
    }

    /// <summary>The full path of the database.</summary>
    public string Path { get; }

    /// <summary>Does work on a connection of its own, off the caller's thread.</summary>
    /// <exception cref="StoreUnavailableException">The file cannot be opened, read or written.</exception>
    public Task<T> RunAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            try
            {
                using var connection = new SqliteConnection(connectionString);
                connection.Open();
                connection.Execute(
                    $"PRAGMA busy_timeout = {BusyMilliseconds}; PRAGMA synchronous = FULL; PRAGMA cache_size = -{CacheKibibytes};");
                return work(connection);
            }
            catch (SqliteException problem)
            {
                throw Unavailable(problem);
            }
            catch (RecordFormatException problem)
            {
                throw new StoreUnavailableException(
                    new(
                        $"'{Path}' bevat een record dat niet te lezen is ({problem.Message}); zet een reservekopie terug.",
                        $"'{Path}' holds a record that cannot be read ({problem.Message}); restore a backup."),
                    problem);
            }
        },
        cancellationToken);

    /// <summary>Closes the connections that are kept for reuse.</summary>
    public void Close()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private StoreUnavailableException Unavailable(SqliteException problem) => new(
        problem.SqliteErrorCode switch
        {
            SQLitePCL.raw.SQLITE_NOTADB => new Words(
                $"'{Path}' is geen database; kies een andere map of zet een reservekopie terug.",
                $"'{Path}' is no database; choose another data folder or restore a backup."),
            SQLitePCL.raw.SQLITE_CORRUPT => new(
                $"'{Path}' is beschadigd; zet een reservekopie terug.",
                $"'{Path}' is damaged; restore a backup."),
            SQLitePCL.raw.SQLITE_CANTOPEN => new(
                $"'{Path}' kan niet worden geopend; kies een map waarin deze gebruiker mag lezen en schrijven.",
                $"'{Path}' cannot be opened; choose a data folder that this user may read and write."),
            SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_PERM => new(
                $"In '{Path}' kan niet worden geschreven; kies een map waarin deze gebruiker mag schrijven.",
                $"'{Path}' cannot be written; choose a data folder that this user may write."),
            SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => new(
                $"'{Path}' is al meer dan {BusyMilliseconds / 1000} seconden in gebruik bij een ander programma; wacht tot dat klaar is en probeer het opnieuw.",
                $"'{Path}' is in use by another program for more than {BusyMilliseconds / 1000} seconds; wait until it is done and try again."),
            SQLitePCL.raw.SQLITE_FULL => new(
                $"'{Path}' kan niet groeien, de schijf is vol; maak ruimte en probeer het opnieuw.",
                $"'{Path}' cannot grow, the disk is full; make room and try again."),
            _ => new(
                $"'{Path}' kan niet worden gebruikt: {problem.Message} Controleer de schijf of zet een reservekopie terug.",
                $"'{Path}' cannot be used: {problem.Message} Check the disk or restore a backup."),
        },
        problem);
}
