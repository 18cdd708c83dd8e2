using Microsoft.Data.Sqlite;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Sqlite;

/// <summary>One record in the database cannot be read: it was damaged, or another program changed it.</summary>
/// <param name="where">Where it stands: in the graph, or in a version of the log.</param>
/// <param name="key">Its key.</param>
/// <param name="problem">What is wrong with it.</param>
internal sealed class UnreadableRecordException(Words where, string key, Exception problem) : ExplainedException(
    where + $" '{TextRules.Shown(key)}': " + ((problem as ExplainedException)?.Why ?? problem.Message), problem)
{
    /// <summary>A record whose key stands in a column of a row.</summary>
    public UnreadableRecordException(Words where, SqliteDataReader row, int keyColumn, Exception problem)
        : this(where, $"{row.GetValue(keyColumn)}", problem)
    {
    }

    /// <summary>Whether a failure is about the record at hand, whatever its reader stumbled over, and not about the file or the process.</summary>
    public static bool IsAboutRecord(Exception problem) => problem is not (SqliteException or OperationCanceledException or OutOfMemoryException);
}
