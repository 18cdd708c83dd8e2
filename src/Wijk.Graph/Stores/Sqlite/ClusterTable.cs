using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Sqlite;

/// <summary>The table clusters: what was found at the versions in which it changed.</summary>
internal static class ClusterTable
{
    /// <summary>Those of after a version, oldest first; what cannot be read is left out.</summary>
    public static ImmutableArray<KeptClusters> Read(SqliteConnection connection, long afterVersion)
    {
        using var command = connection.Statement("SELECT version, day, clusters FROM clusters WHERE version > $after ORDER BY version", ("$after", afterVersion));
        using var row = command.ExecuteReader();
        var kept = ImmutableArray.CreateBuilder<KeptClusters>();
        while (row.Read())
        {
            if (ClustersJson.Read(row.GetInt64(0), row.GetString(1), row.GetString(2)) is { } clusters) kept.Add(clusters);
        }

        return kept.ToImmutable();
    }

    /// <summary>Keeps those of a version, unless that version has some, and lets go of the oldest.</summary>
    public static void Write(SqliteConnection connection, KeptClusters clusters, CancellationToken cancellationToken)
    {
        using var transaction = connection.BeginWrite(cancellationToken);
        using var put = connection.Statement(
            "INSERT OR IGNORE INTO clusters (version, day, clusters) VALUES ($version, $day, $clusters)",
            ("$version", clusters.Version), ("$day", clusters.Day.ToString("O", null)), ("$clusters", ClustersJson.Write(clusters)));
        put.ExecuteNonQuery();
        using var drop = connection.Statement(
            "DELETE FROM clusters WHERE version NOT IN (SELECT version FROM clusters ORDER BY version DESC LIMIT $most)", ("$most", KeptClusters.MostKept));
        drop.ExecuteNonQuery();
        DatabaseMark.Count(connection);
        transaction.Commit();
    }
}
