using System.Globalization;
using Microsoft.Data.Sqlite;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Sqlite;

/// <summary>Looks whether a data folder is well. It only reads: what is absent stays absent, and what is old stays old.</summary>
internal static class SqliteDoctor
{
    // Half of what a large import of a city writes; below it a write may fail in the middle, which costs the write and not the graph.
    private const long LittleSpace = 1L << 30;

    private const int MostNamed = 5;
    private const int ChangesBetweenLines = 100_000;

    private static readonly Words Restore = new("Zet een reservekopie terug met 'restore' in een lege map.", "Put a backup back with 'restore', in an empty folder.");

    /// <summary>What is found in a folder.</summary>
    public static Task<IReadOnlyList<Diagnosis>> LookAsync(string folder, IProgress<Words>? progress, CancellationToken cancellationToken) =>
        Task.Run<IReadOnlyList<Diagnosis>>(() => Look(folder, progress, cancellationToken), cancellationToken);

    private static List<Diagnosis> Look(string folder, IProgress<Words>? progress, CancellationToken cancellationToken)
    {
        var found = new List<Diagnosis>();
        try
        {
            if (SqliteStore.HoldsNothing(folder))
            {
                found.Add(Diagnosis.Attention(
                    "folder",
                    new($"Map '{folder}': er staat nog niets in.", $"Folder '{folder}': there is nothing in it yet."),
                    new("Start 'run' voor het voorbeeld, of lees gegevens in met 'import'.", "Start 'run' for the sample, or bring in data with 'import'.")));
                return found;
            }
        }
        catch (StoreException problem)
        {
            found.Add(Diagnosis.Wrong("folder", problem.Why, new("Kies een andere map met --data.", "Choose another folder with --data.")));
            return found;
        }

        if (DatabaseFiles.WhatIsMissing(folder) is { } missing)
        {
            found.Add(Diagnosis.Wrong("folder", missing));
            return found;
        }

        if (!SqliteStore.IsIn(folder))
        {
            found.Add(Diagnosis.Wrong(
                "folder",
                new($"Map '{folder}': er staan bestanden, maar geen {SqliteStore.FileName}.", $"Folder '{folder}': it holds files, but no {SqliteStore.FileName}."),
                new("Kies een lege map, of de map met de gegevens.", "Choose an empty folder, or the one with the data.")));
            return found;
        }

        found.Add(Writable(folder));
        found.Add(Space(folder));
        found.AddRange(Database(Path.Combine(folder, SqliteStore.FileName), progress, cancellationToken));
        return found;
    }

    private static Diagnosis Writable(string folder)
    {
        try
        {
            // The folder itself is tried, since SQLite also makes files beside the database.
            using var trial = new FileStream(
                Path.Combine(folder, $".wijk-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            return Diagnosis.Ok("folder", new($"Map '{folder}': is er en kan worden geschreven.", $"Folder '{folder}': is there and can be written."));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Diagnosis.Wrong(
                "folder",
                new($"Map '{folder}': kan niet worden geschreven ({problem.Message}).", $"Folder '{folder}': cannot be written ({problem.Message})."),
                new("Geef deze gebruiker schrijfrechten, of kies een andere map.", "Let this user write there, or choose another folder."));
        }
    }

    private static Diagnosis Space(string folder)
    {
        var free = new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
        var text = string.Create(CultureInfo.InvariantCulture, $"{free / (double)(1L << 30):0.0} GB");
        Words said = new($"Vrije ruimte op de schijf: {text}.", $"Free disk space: {text}.");
        return free >= LittleSpace
            ? Diagnosis.Ok("space", said)
            : Diagnosis.Attention("space", said, new("Maak ruimte: een grote import kan anders niet worden opgeslagen.", "Make room: a large import could not be stored."));
    }

    private static List<Diagnosis> Database(string path, IProgress<Words>? progress, CancellationToken cancellationToken)
    {
        var found = new List<Diagnosis>();
        try
        {
            using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            connection.Open();
            found.Add(Schema(connection, path));
            if (found[0].Level == DiagnosisLevel.Wrong) return found;
            var megabytes = new FileInfo(path).Length >> 20;
            progress?.Report(new($"het hele bestand nalezen ({megabytes} MB)", $"reading the whole file ({megabytes} MB)"));
            found.Add(Integrity(connection, path));
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new("verwijzingen nalopen", "following references"));
            found.Add(ForeignKeys(connection, path));
            found.Add(Version(connection));
            progress?.Report(new("records lezen", "reading records"));
            found.Add(Graph(connection, path, cancellationToken));
            found.Add(Log(connection, path, progress, cancellationToken));
        }
        catch (Exception problem) when (problem is SqliteException or UnreadableRecordException)
        {
            var why = (problem as UnreadableRecordException)?.Why ?? problem.Message;
            found.Add(Diagnosis.Wrong("database", $"Database '{path}': " + why, Restore));
        }

        return found;
    }

    private static Diagnosis Schema(SqliteConnection connection, string path)
    {
        if (new FileInfo(path).Length == 0)
        {
            return Diagnosis.Wrong(
                "database",
                new($"Database '{path}': is leeg, 0 bytes.", $"Database '{path}': is empty, 0 bytes."),
                new(
                    "Stond er iets in, zet dan een reservekopie terug met 'restore' in een lege map; lees anders gegevens in met 'import'.",
                    "If it held something, put a backup back with 'restore', in an empty folder; otherwise bring in data with 'import'."));
        }

        var (schema, known) = ((long)connection.Scalar("PRAGMA user_version")!, Migrations.Shipped.Count);
        if ((long)connection.Scalar("PRAGMA application_id")! != Migrations.ApplicationId)
        {
            return Diagnosis.Wrong(
                "database",
                new($"Database '{path}': is van een ander programma.", $"Database '{path}': is another program's."),
                new("Kies een andere map met --data.", "Choose another folder with --data."));
        }

        if (schema > known)
        {
            return Diagnosis.Wrong(
                "database",
                new StoreTooNewException($"'{path}'", schema, known).Why);
        }

        Words found = new($"Database '{path}': schema {schema} van {known}.", $"Database '{path}': schema {schema} of {known}.");
        return schema == known
            ? Diagnosis.Ok("database", found)
            : Diagnosis.Attention("database", found, new("De eerste opdracht die de map opent, werkt hem bij.", "The first command that opens the folder brings it up to date."));
    }

    private static Diagnosis Version(SqliteConnection connection)
    {
        var version = ContentsReader.ReadVersion(connection);
        if (connection.Scalar("SELECT max(version) FROM change_set") is long logged && logged != version.Number)
        {
            return Diagnosis.Wrong(
                "version",
                new($"Gegevens: versie {version.Number}, en het logboek gaat tot versie {logged}.", $"Graph: version {version.Number}, and the log goes up to version {logged}."),
                Restore);
        }

        return version.Number > 0
            ? Diagnosis.Ok("version", new($"Gegevens: versie {version.Number}, van {RecordJson.TimeText(version.RecordedAt)}.", $"Graph: version {version.Number}, of {RecordJson.TimeText(version.RecordedAt)}."))
            : Diagnosis.Attention(
                "version",
                new("Gegevens: er is nog niets opgeslagen.", "Graph: nothing was stored yet."),
                new("Lees gegevens in met 'import'.", "Bring in data with 'import'."));
    }

    // All of it, which also misses no row in an index; on a large database that takes a while.
    private static Diagnosis Integrity(SqliteConnection connection, string path)
    {
        var faults = Texts(connection, $"PRAGMA integrity_check({MostNamed})");
        return faults is [{ En: "ok" }]
            ? Diagnosis.Ok("integrity", new("Het bestand is heel.", "The file is whole."))
            : Diagnosis.Wrong("integrity", new Words($"'{path}' is beschadigd: ", $"'{path}' is damaged: ") + string.Join("; ", faults.Select(fault => fault.En)), Restore);
    }

    private static Diagnosis ForeignKeys(SqliteConnection connection, string path)
    {
        var faults = Texts(connection, "SELECT \"table\" || ' ' || ifnull(rowid, '') || ' -> ' || parent FROM pragma_foreign_key_check");
        return faults.Count == 0
            ? Diagnosis.Ok("references", new("Alles verwijst naar wat er is.", "All refers to what is there."))
            : Diagnosis.Wrong("references", Named(faults, new($"In '{path}' verwijst iets naar wat er niet is", $"In '{path}' something refers to what is not there")), Restore);
    }

    private static Diagnosis Graph(SqliteConnection connection, string path, CancellationToken cancellationToken)
    {
        try
        {
            var contents = ContentsReader.Read(connection, cancellationToken);
            return Diagnosis.Ok("records", new(
                $"Te lezen: {contents.Nodes.Count} knopen en {contents.Relations.Count} relaties.",
                $"Can be read: {contents.Nodes.Count} nodes and {contents.Relations.Count} relations."));
        }
        catch (UnreadableRecordException problem)
        {
            return Diagnosis.Wrong("records", new Words($"In '{path}' is niet te lezen: ", $"'{path}' holds what cannot be read: ") + problem.Why, Restore);
        }
    }

    private static Diagnosis Log(SqliteConnection connection, string path, IProgress<Words>? progress, CancellationToken cancellationToken)
    {
        var count = (long)connection.Scalar("SELECT count(*) FROM change")!;
        var unreadable = ChangeLog.FindUnreadable(connection, Tell).Select(problem => problem.Why).ToList();
        return unreadable.Count == 0
            ? Diagnosis.Ok("log", new($"Logboek: {count} wijzigingen, alle te lezen.", $"Log: {count} changes, all can be read."))
            : Diagnosis.Wrong("log", Named(unreadable, new($"In het logboek van '{path}' is niet te lezen", $"The log of '{path}' holds what cannot be read")), Restore);

        void Tell(long read)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (read % ChangesBetweenLines == 0) progress?.Report(new($"logboek lezen {read} / {count}", $"reading the log {read} / {count}"));
        }
    }

    private static Words Named(List<Words> faults, Words what)
    {
        var more = faults.Count > MostNamed ? ", …" : "";
        var named = faults.Take(MostNamed).ToArray();
        return what + $" ({faults.Count}): " + new Words(
            string.Join("; ", named.Select(fault => fault.Nl)) + more, string.Join("; ", named.Select(fault => fault.En)) + more);
    }

    private static List<Words> Texts(SqliteConnection connection, string sql)
    {
        using var command = connection.Statement(sql);
        using var row = command.ExecuteReader();
        var texts = new List<Words>();
        while (row.Read()) texts.Add(row.GetString(0));
        return texts;
    }
}
