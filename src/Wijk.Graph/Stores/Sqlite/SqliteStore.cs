using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Sqlite;

/// <summary>Keeps the graph in one SQLite file, <c>wijk.db</c>, in a data folder.</summary>
/// <remarks>
/// Write-ahead log with synchronous FULL: what was committed survives a crash and a power cut, and readers never wait for a writer. Several
/// threads and processes may use one folder; writers take turns. Times are kept to the millisecond.
/// </remarks>
public sealed class SqliteStore : IGraphStore
{
    /// <summary>The name of the database in the data folder.</summary>
    public const string FileName = "wijk.db";

    // What a small change needs in the write-ahead log, with some to spare.
    private const long LeastSpace = 1 << 20;

    private readonly SqliteDatabase database;

    private SqliteStore(SqliteDatabase database) => (this.database, Scenarios) = (database, new ScenarioShelf(database));

    /// <summary>The full path of the database.</summary>
    public string Path => database.Path;

    /// <summary>Whether a data folder is absent or holds nothing at all: only then may it be filled unasked.</summary>
    /// <exception cref="StoreUnavailableException">The folder cannot be read, or is a file.</exception>
    public static bool HoldsNothing(string folder)
    {
        try
        {
            if (File.Exists(folder)) throw NotAFolder(folder, null);
            return !Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw NotAFolder(folder, problem);
        }
    }

    /// <summary>Whether a folder holds a database of this store.</summary>
    public static bool IsIn(string folder) => File.Exists(System.IO.Path.Combine(folder, FileName));

    /// <summary>Opens the database of a folder; makes the folder and the database where they are absent, and brings an older one up to date.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be opened or written, is not a database of Wijk, or a file of it is missing.</exception>
    /// <exception cref="StoreTooNewException">A newer Wijk made it.</exception>
    public static async Task<SqliteStore> OpenAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            OwnerOnly.CreateFolder(folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw NotAFolder(folder, problem);
        }

        if (DatabaseFiles.WhatIsMissing(folder) is { } missing) throw new StoreUnavailableException(missing);
        var database = new SqliteDatabase(System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, FileName)));
        await database.OpenAsync(connection => Migrations.Apply(connection, database.Path, Migrations.Shipped), cancellationToken).ConfigureAwait(false);
        return new(database);
    }

    /// <inheritdoc/>
    public WriteQueue Queue { get; } = new();

    /// <inheritdoc/>
    public IScenarioShelf Scenarios { get; }

    /// <inheritdoc/>
    public Words? WriteObstacle => database.FreeBytes is < LeastSpace and var free
        ? new(
            $"De schijf van '{Path}' is vol ({free >> 10} kB vrij), dus er kan niets worden opgeslagen; maak ruimte.",
            $"The disk of '{Path}' is full ({free >> 10} kB free), so nothing can be saved; make room.")
        : null;

    /// <inheritdoc/>
    public Task<GraphVersion> ReadVersionAsync(CancellationToken cancellationToken) =>
        database.RunAsync(ContentsReader.ReadVersion, cancellationToken);

    /// <inheritdoc/>
    public Task<GraphContents> ReadContentsAsync(CancellationToken cancellationToken) =>
        database.RunAsync(connection => ContentsReader.Read(connection, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async Task<GraphContents> ReadSliceAsync(GraphSlice slice, CancellationToken cancellationToken) =>
        slice.Of(await ReadContentsAsync(cancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public async Task<CommitResult> CommitAsync(ChangeSet changeSet, WriteDeadline deadline)
    {
        try
        {
            using var turn = await Queue.EnterAsync(deadline).ConfigureAwait(false);
            deadline.WaitsFor = new($"'{Path}' is in gebruik bij een ander programma.", $"'{Path}' is in use by another program.");
            return await CommitAsync(changeSet, deadline.Send, deadline.Token).ConfigureAwait(false);
        }
        catch (StoreUnavailableException full) when (full.InnerException is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_FULL })
        {
            // It was sent, and the disk had no room for the frame that makes it count.
            deadline.NothingDone();
            throw;
        }
        catch (OperationCanceledException late) when (deadline.HasPassed)
        {
            throw deadline.GiveUp(inner: late);
        }
    }

    /// <inheritdoc/>
    public async Task<CommitResult> CommitLargeAsync(ChangeSet changeSet, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var result = await CommitAsync(changeSet, send: null, cancellationToken).ConfigureAwait(false);
        progress?.Report(changeSet.Changes.Length);
        return result;
    }

    /// <inheritdoc/>
    public Task<LoggedChangeSet?> FindChangeSetAsync(string idPrefix, CancellationToken cancellationToken) =>
        database.RunAsync(connection => ChangeLog.Find(connection, idPrefix, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, string>> ReadRemovalsAsync(CancellationToken cancellationToken) =>
        database.RunAsync(ChangeLog.ReadRemovals, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<LoggedChangeSet> ReadLogAsync(
        long afterVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A transaction for each change set: a slow reader must not keep the write-ahead log from being folded in.
        var read = afterVersion;
        while (await database.RunAsync(connection => ChangeLog.ReadNext(connection, read, cancellationToken), cancellationToken)
            .ConfigureAwait(false) is { } changeSet)
        {
            read = changeSet.Version.Number;
            yield return changeSet;
        }
    }

    /// <inheritdoc/>
    public Task<LogPruning> WeighLogAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        database.RunAsync(connection => ChangeLog.Weigh(connection, before), cancellationToken);

    /// <inheritdoc/>
    public Task PruneLogAsync(long upTo, IProgress<long>? progress, CancellationToken cancellationToken) => database.RunAsync(
        connection =>
        {
            using var transaction = connection.BeginWrite(cancellationToken);
            ChangeLog.Prune(connection, upTo);
            DatabaseMark.Count(connection);
            transaction.Commit();
            progress?.Report(upTo);
            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<KeptClusters>> ReadClustersAsync(long afterVersion, CancellationToken cancellationToken) =>
        database.RunAsync(connection => ClusterTable.Read(connection, afterVersion), cancellationToken);

    /// <inheritdoc/>
    public Task KeepClustersAsync(KeptClusters clusters, CancellationToken cancellationToken) => database.RunAsync(
        connection =>
        {
            ClusterTable.Write(connection, clusters, cancellationToken);
            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task LoadAsync(
        GraphContents contents, IReadOnlyList<LoggedChangeSet> log, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        LoadRules.Check(contents, log);
        return database.RunAsync(
            connection =>
            {
                using var transaction = connection.BeginTransaction(deferred: false);
                var version = ContentsReader.ReadVersion(connection).Number;
                if (version != 0) throw new StoreNotEmptyException($"'{Path}'", version);
                using (var writer = new RecordWriter(connection))
                    writer.Write([.. contents.Nodes.Select(Change.Put), .. contents.Relations.Select(Change.Put)], cancellationToken);
                ChangeLog.Write(connection, log, cancellationToken);
                WriteVersion(connection, contents.Version);
                transaction.Commit();
                progress?.Report(contents.Nodes.Count + contents.Relations.Count + log.Sum(changeSet => (long)changeSet.Changes.Length));
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        database.Dispose();
        Queue.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<CommitResult> CommitAsync(ChangeSet changeSet, Action? send, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(changeSet.Id);
        ArgumentException.ThrowIfNullOrWhiteSpace(changeSet.Source);
        return database.RunAsync(connection => Commit(connection, changeSet, send, cancellationToken), cancellationToken);
    }

    private static CommitResult Commit(SqliteConnection connection, ChangeSet changeSet, Action? send, CancellationToken cancellationToken)
    {
        using var transaction = connection.BeginWrite(cancellationToken);
        if (ChangeLog.VersionOf(connection, changeSet.Id) is { } earlier) return new(earlier, WasApplied: false);
        var current = ContentsReader.ReadVersion(connection).Number;
        if (changeSet.ExpectedVersion is { } expected && expected != current) throw new VersionConflictException(expected, current);

        var existing = Existing(connection, ChangeRules.KeysToLookUp(changeSet));
        var refused = ChangeRules.Check(changeSet, existing, key => RelationsOf(connection, key));
        if (!refused.IsEmpty) throw new ChangesRefusedException(refused);
        var contents = new ContentsReader(connection, cancellationToken);
        if (!changeSet.Changes.IsEmpty && changeSet.Changes.All(change => change.Record is { } record && contents.Holds(record))) return new(current, WasApplied: false);

        ImmutableArray<Change> inOrder = changeSet.Changes.Sort(Change.ByKey);
        var version = new GraphVersion(current + 1, changeSet.RecordedAt);
        using (var writer = new RecordWriter(connection)) writer.Write(inOrder, cancellationToken);
        ChangeLog.Write(connection, [new(version, changeSet.Id, changeSet.Source, inOrder)], cancellationToken);
        WriteVersion(connection, version);
        send?.Invoke();
        transaction.Commit();
        return new(version.Number, WasApplied: true);
    }

    private static HashSet<string> Existing(SqliteConnection connection, IEnumerable<string> keys)
    {
        using var find = connection.Prepared("SELECT 1 FROM node WHERE key = $1 UNION ALL SELECT 1 FROM relation WHERE key = $1", 1);
        return keys.Where(key => find.With(key).ExecuteScalar() is not null).ToHashSet(StringComparer.Ordinal);
    }

    private static List<string> RelationsOf(SqliteConnection connection, string node)
    {
        using var command = connection.Statement(
            """
            SELECT key FROM relation WHERE from_id = (SELECT id FROM node WHERE key = $node)
            UNION SELECT key FROM relation WHERE to_id = (SELECT id FROM node WHERE key = $node)
            """,
            ("$node", node));
        using var row = command.ExecuteReader();
        var keys = new List<string>();
        while (row.Read()) keys.Add(row.GetString(0));
        return keys;
    }

    private static void WriteVersion(SqliteConnection connection, GraphVersion version)
    {
        using var command = connection.Statement(
            "UPDATE graph SET version = $version, recorded_at = $at",
            ("$version", version.Number),
            ("$at", version.RecordedAt.ToUnixTimeMilliseconds()));
        command.ExecuteNonQuery();
        DatabaseMark.Count(connection);
    }

    private static StoreUnavailableException NotAFolder(string folder, Exception? problem) =>
        new(
            new Words($"De map '{folder}' kan niet worden gebruikt: ", $"The data folder '{folder}' cannot be used: ")
                + (problem?.Message ?? new Words("het is een bestand.", "it is a file."))
                + new Words(" Kies een map waarin u mag schrijven.", " Choose a folder that this user may write."),
            problem);
}
