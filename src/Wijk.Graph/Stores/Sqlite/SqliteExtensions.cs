using Microsoft.Data.Sqlite;

namespace Wijk.Graph.Stores.Sqlite;

/// <summary>Short forms for statements and values.</summary>
internal static class SqliteExtensions
{
    /// <summary>Runs statements that return nothing.</summary>
    public static void Execute(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The first value of the first row; null when there is no row or the value is NULL.</summary>
    public static object? Scalar(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = connection.Statement(sql, parameters);
        return command.ExecuteScalar() is var value and not DBNull ? value : null;
    }

    /// <summary>A transaction that writes, once no other writer is busy; waits for that until it is cancelled.</summary>
    public static SqliteTransaction BeginWrite(this SqliteConnection connection, CancellationToken cancellationToken)
    {
        // SQLite itself waits without looking at a token, so it waits a moment at a time; the provider counts in whole seconds.
        var (usual, moment) = (connection.DefaultTimeout, 1);
        connection.Execute("PRAGMA busy_timeout = 100;");
        connection.DefaultTimeout = moment;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                var transaction = connection.BeginTransaction(deferred: false);
                connection.DefaultTimeout = usual;
                return transaction;
            }
            catch (SqliteException problem) when (problem.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
            {
                // Another writer is busy.
            }
        }
    }

    /// <summary>A statement with its parameters.</summary>
    public static SqliteCommand Statement(
        this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        return command;
    }

    /// <summary>A statement that is run many times, with parameters $1, $2 and so on.</summary>
    public static SqliteCommand Prepared(this SqliteConnection connection, string sql, int parameterCount)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var number = 1; number <= parameterCount; number++) command.Parameters.Add(new SqliteParameter { ParameterName = $"${number}" });
        return command;
    }

    /// <summary>Gives a prepared statement its values; null becomes NULL.</summary>
    public static SqliteCommand With(this SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    /// <summary>A text, or null.</summary>
    public static string? TextAt(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>A time kept in milliseconds.</summary>
    public static DateTimeOffset TimeAt(this SqliteDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}
