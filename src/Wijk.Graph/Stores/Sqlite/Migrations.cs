using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Wijk.Graph.Stores.Sqlite;

/// <summary>One step of the database's form.</summary>
/// <param name="Number">The schema version it leads to; the first is 1.</param>
/// <param name="Sql">Its statements.</param>
internal readonly record struct Migration(int Number, string Sql);

/// <summary>Brings a database to the newest form, step by step, or says why that cannot be.</summary>
internal static class Migrations
{
    /// <summary>"Wijk" in ASCII: tells our file from any other SQLite file.</summary>
    public const long ApplicationId = 0x57696A6B;

    /// <summary>The steps that come with this Wijk, from <c>Migrations/V001__name.sql</c> on.</summary>
    public static IReadOnlyList<Migration> Shipped { get; } = ReadShipped();

    /// <summary>Applies the steps a database has not had yet; each is one transaction.</summary>
    /// <exception cref="StoreTooNewException">The database has had a step that is not among them.</exception>
    /// <exception cref="StoreUnavailableException">The database is not one of ours.</exception>
    public static void Apply(SqliteConnection connection, string path, IReadOnlyList<Migration> migrations)
    {
        if (IsNewest(connection, path, migrations)) return;

        // The form of the file can only be changed outside a transaction.
        connection.Execute("PRAGMA journal_mode = WAL;");
        foreach (var migration in migrations)
        {
            // Another process may open the same new folder at the same moment, so each step looks again when it has the lock.
            using var transaction = connection.BeginTransaction(deferred: false);
            if (Check(connection, path, migrations) >= migration.Number) continue;
            connection.Execute(migration.Sql);
            connection.Execute(string.Create(
                CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {migration.Number};"));
            transaction.Commit();
        }
    }

    private static bool IsNewest(SqliteConnection connection, string path, IReadOnlyList<Migration> migrations)
    {
        // One moment for all that is looked at: another process may be making the same new database.
        using var moment = connection.BeginTransaction(deferred: true);
        return Check(connection, path, migrations) == migrations.Count;
    }

    private static long Check(SqliteConnection connection, string path, IReadOnlyList<Migration> migrations)
    {
        var found = (long)connection.Scalar("PRAGMA user_version")!;
        var isOurs = (long)connection.Scalar("PRAGMA application_id")! == ApplicationId;
        var isEmpty = (long)connection.Scalar("SELECT count(*) FROM sqlite_schema")! == 0;
        if (!isOurs && !(isEmpty && found == 0))
        {
            throw new StoreUnavailableException(new(
                $"'{path}' is een database van een ander programma; kies een andere map voor de gegevens.",
                $"'{path}' is a database of another program; choose another data folder."));
        }

        if (found > migrations.Count) throw new StoreTooNewException($"'{path}'", found, migrations.Count);
        return found;
    }

    private static Migration[] ReadShipped()
    {
        var assembly = typeof(Migrations).Assembly;
        var names = assembly.GetManifestResourceNames().Where(name => name.StartsWith("Sqlite.V", StringComparison.Ordinal));
        return [.. names.Order(StringComparer.Ordinal).Select((name, place) =>
        {
            using var text = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return new Migration(place + 1, text.ReadToEnd());
        })];
    }
}
