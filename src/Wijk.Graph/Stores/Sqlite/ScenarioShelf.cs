using Microsoft.Data.Sqlite;

namespace Wijk.Graph.Stores.Sqlite;

/// <summary>Keeps saved scenarios in a table of their own.</summary>
internal sealed class ScenarioShelf(SqliteDatabase database) : IScenarioShelf
{
    private const string Columns = "SELECT id, name, saved_at, content FROM scenario ";

    /// <inheritdoc/>
    public Task<IReadOnlyList<SavedScenario>> ReadAsync(CancellationToken cancellationToken) => database.RunAsync<IReadOnlyList<SavedScenario>>(
        connection =>
        {
            using var command = connection.Statement(Columns + "ORDER BY saved_at DESC, id");
            using var row = command.ExecuteReader();
            var found = new List<SavedScenario>();
            while (row.Read()) found.Add(At(row));
            return found;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<SavedScenario?> FindAsync(string id, CancellationToken cancellationToken) => database.RunAsync(connection => Find(connection, id), cancellationToken);

    /// <inheritdoc/>
    public Task<SavedScenario> SaveAsync(SavedScenario scenario, CancellationToken cancellationToken) => WriteAsync(
        connection =>
        {
            using var command = connection.Statement(
                "INSERT INTO scenario (id, name, saved_at, content) VALUES ($id, $name, $at, $content) ON CONFLICT (id) DO NOTHING",
                ("$id", scenario.Id), ("$name", scenario.Name), ("$at", scenario.SavedAt.ToUnixTimeMilliseconds()), ("$content", scenario.Content));
            command.ExecuteNonQuery();
            return Find(connection, scenario.Id)!;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(string id, CancellationToken cancellationToken) => WriteAsync(
        connection =>
        {
            using var command = connection.Statement("DELETE FROM scenario WHERE id = $id", ("$id", id));
            return command.ExecuteNonQuery() > 0;
        },
        cancellationToken);

    private Task<T> WriteAsync<T>(Func<SqliteConnection, T> write, CancellationToken cancellationToken) => database.RunAsync(
        connection =>
        {
            using var transaction = connection.BeginWrite(cancellationToken);
            var result = write(connection);
            DatabaseMark.Count(connection);
            transaction.Commit();
            return result;
        },
        cancellationToken);

    private static SavedScenario? Find(SqliteConnection connection, string id)
    {
        using var command = connection.Statement(Columns + "WHERE id = $id", ("$id", id));
        using var row = command.ExecuteReader();
        return row.Read() ? At(row) : null;
    }

    private static SavedScenario At(SqliteDataReader row) => new() { Id = row.GetString(0), Name = row.GetString(1), SavedAt = row.TimeAt(2), Content = row.GetString(3) };
}
