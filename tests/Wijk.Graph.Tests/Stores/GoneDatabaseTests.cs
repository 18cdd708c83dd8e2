using Microsoft.Data.Sqlite;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Sqlite;
using Wijk.Testing;
using static Wijk.Graph.Tests.Stores.Records;

namespace Wijk.Graph.Tests.Stores;

public sealed class GoneDatabaseTests : IDisposable
{
    private readonly TempFolder folder = new();

    public GoneDatabaseTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows removes no file that is open.");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Data => folder.File("data");

    private string Database => Path.Combine(Data, SqliteStore.FileName);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("the folder is removed")]
    [InlineData("the folder is removed and made again")]
    [InlineData("the database is removed")]
    [InlineData("the write-ahead log is removed")]
    [InlineData("the shared memory is removed")]
    [InlineData("the write-ahead log and the shared memory are removed")]
    [InlineData("the write-ahead log is another's")]
    [InlineData("the database is emptied")]
    [InlineData("another database is written over it")]
    [InlineData("another program's database is written over it")]
    [InlineData("an older copy is written over it")]
    [InlineData("another database takes its place")]
    [InlineData("another folder takes its place")]
    public async Task Nothing_is_confirmed_that_is_not_in_the_file_at_the_path(string fault)
    {
        await using (var other = await SqliteStore.OpenAsync(folder.File("other"), Cancel)) await other.CommitAsync(Changes("other", Puts(Agency("other"))), Cancel);
        await using var store = await SqliteStore.OpenAsync(Data, Cancel);
        File.Copy(Database, folder.File("older.db"));
        await store.CommitAsync(Changes("1", Puts(Agency("a"))), Cancel);
        Checkpoint();
        await store.CommitAsync(Changes("more", Puts(Agency("more"))), Cancel);
        Make(fault);
        var before = Files();

        var refused = await store.Awaiting(s => s.CommitAsync(Changes("2", Puts(Agency("b"))), Cancel)).Should().ThrowAsync<StoreGoneException>();
        refused.Which.Why.En.Should().Be($"'{Database}' was removed or replaced while Wijk was using it, so nothing can be saved. "
            + "Stop Wijk, put the folder back or restore a backup to an empty folder, and start Wijk again.");
        refused.Which.Why.Nl.Should().Contain("is weggehaald of vervangen").And.Contain("zet een reservekopie terug");
        await store.Awaiting(s => s.CommitLargeAsync(Changes("3", Puts(Agency("c"))), null, Cancel)).Should().ThrowAsync<StoreGoneException>();
        await store.Awaiting(s => s.ReadVersionAsync(Cancel)).Should().ThrowAsync<StoreGoneException>();
        // What stands in a log that was taken away is saved in the database, which is still ours.
        if (!fault.StartsWith("the write-ahead log", StringComparison.Ordinal) || !fault.EndsWith("removed", StringComparison.Ordinal))
            Files().Should().Equal(before, "what stands there now is somebody else's");
    }

    [Fact]
    public async Task What_was_written_over_the_database_is_left_as_it_is_also_at_the_end()
    {
        await using (await SqliteStore.OpenAsync(folder.File("other"), Cancel))
        {
        }

        var other = await File.ReadAllBytesAsync(Path.Combine(folder.File("other"), SqliteStore.FileName), Cancel);
        await using (var store = await SqliteStore.OpenAsync(Data, Cancel))
        {
            await store.CommitAsync(Changes("1", Puts(Agency("a"))), Cancel);
            Make("another database is written over it");
            await store.Awaiting(s => s.ReadVersionAsync(Cancel)).Should().ThrowAsync<StoreGoneException>();
        }

        (await File.ReadAllBytesAsync(Database, Cancel)).Should().Equal(other);
    }

    [Fact]
    public async Task A_copy_of_what_the_file_holds_now_loses_nothing()
    {
        await using (var store = await SqliteStore.OpenAsync(Data, Cancel))
        {
            for (var number = 1; number <= 20; number++)
            {
                await store.CommitAsync(Changes($"{number}", Puts(Agency($"{number}"))), Cancel);
                File.Copy(Database, folder.File("copy.db"), overwrite: true);
                File.Copy(folder.File("copy.db"), Database, overwrite: true);
                if (number % 7 == 0) Checkpoint();
            }
        }

        await using var again = await SqliteStore.OpenAsync(Data, Cancel);
        (await again.ReadContentsAsync(Cancel)).Nodes.Should().HaveCount(20);
    }

    [Fact]
    public async Task What_was_confirmed_is_there_when_the_log_was_removed_and_the_process_is_killed_after_that()
    {
        await using var store = await SqliteStore.OpenAsync(Data, Cancel);
        for (var number = 1; number <= 30; number++) await store.CommitAsync(Changes($"{number}", Puts(Agency($"{number}"))), Cancel);
        Make("the write-ahead log and the shared memory are removed");
        await store.Awaiting(s => s.ReadVersionAsync(Cancel)).Should().ThrowAsync<StoreGoneException>();

        // As after a kill: the file alone, without what the process would write when it closes.
        Directory.CreateDirectory(folder.File("left"));
        File.Copy(Database, Path.Combine(folder.File("left"), SqliteStore.FileName));
        await using var left = await SqliteStore.OpenAsync(folder.File("left"), Cancel);
        (await left.ReadContentsAsync(Cancel)).Nodes.Should().HaveCount(30);
        (await left.ReadVersionAsync(Cancel)).Number.Should().Be(30);
    }

    [Fact]
    public async Task The_mark_stands_on_its_page_once_whatever_is_written()
    {
        await using var store = await SqliteStore.OpenAsync(Data, Cancel);
        for (var number = 1; number <= 300; number++) await store.CommitAsync(Changes($"{number}", Puts(Agency($"{number % 7}", $"Name {number}"))), Cancel);
        await store.PruneLogAsync(200, null, Cancel);
        Checkpoint();
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        var mark = DatabaseMark.Read(connection);
        var file = (await File.ReadAllBytesAsync(Database, Cancel)).AsSpan();
        file.Count(mark.AsSpan(0, DatabaseMark.NameLength)).Should().Be(1);
        DatabaseMark.FindCount(file, mark.AsSpan(0, DatabaseMark.NameLength)).Should().Be(301);
    }

    [Fact]
    public async Task A_Wijk_whose_database_a_newer_one_brought_up_to_date_says_so()
    {
        await using var store = await SqliteStore.OpenAsync(Data, Cancel);
        await store.CommitAsync(Changes("1", Puts(Agency("a"))), Cancel);
        using (var newer = new SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            newer.Open();
            newer.Execute($"PRAGMA user_version = {Migrations.Shipped.Count + 1}; ALTER TABLE node RENAME TO record;");
        }

        foreach (var ask in (Func<Task>[])[() => store.ReadContentsAsync(Cancel), () => store.ReadVersionAsync(Cancel), () => store.CommitAsync(Changes("2", Puts(Agency("b"))), Cancel)])
        {
            (await ask.Should().ThrowAsync<StoreTooNewException>()).Which.Why.En.Should().Be(
                $"'{Database}' was made by a newer Wijk (schema {Migrations.Shipped.Count + 1}; this Wijk knows {Migrations.Shipped.Count}): use that one, "
                    + "or bring the graph over with its 'export' or 'copy'.");
        }
    }

    [Fact]
    public async Task Work_that_ends_after_the_file_is_gone_is_not_confirmed()
    {
        using var database = new SqliteDatabase(folder.File("wijk.db"));
        await database.OpenAsync(connection => Migrations.Apply(connection, database.Path, Migrations.Shipped), Cancel);
        await database.Awaiting(d => d.RunAsync(
            connection =>
            {
                using var transaction = connection.BeginTransaction(deferred: false);
                connection.Execute("UPDATE graph SET version = 7");
                File.Move(database.Path, folder.File("moved.db"));
                transaction.Commit();
                return true;
            },
            Cancel)).Should().ThrowAsync<StoreGoneException>();
    }

    [Fact]
    public async Task A_folder_that_is_put_back_is_written_again()
    {
        await using var store = await SqliteStore.OpenAsync(Data, Cancel);
        await store.CommitAsync(Changes("1", Puts(Agency("a"))), Cancel);
        Directory.Move(Data, folder.File("away"));
        await store.Awaiting(s => s.CommitAsync(Changes("2", Puts(Agency("b"))), Cancel)).Should().ThrowAsync<StoreGoneException>();
        Directory.Move(folder.File("away"), Data);
        (await store.CommitAsync(Changes("2", Puts(Agency("b"))), Cancel)).Should().Be(new CommitResult(2, WasApplied: true));
        (await store.ReadContentsAsync(Cancel)).Nodes.Select(node => node.Key).Should().Equal("agency:n:a", "agency:n:b");
    }

    [Fact]
    public async Task A_host_tells_a_store_that_is_gone_from_one_that_is_away()
    {
        await using var store = await SqliteStore.OpenAsync(Data, Cancel);
        await using var host = new SnapshotHost(store, TimeProvider.System);
        await host.StartAsync(Cancel);
        Directory.Move(Data, folder.File("away"));
        await host.Awaiting(h => h.LookAsync(Cancel)).Should().ThrowAsync<StoreUnavailableException>().WithMessage("*was removed or replaced*");
        host.Fault!.IsGone.Should().BeTrue();
        Directory.Move(folder.File("away"), Data);
        await host.LookAsync(Cancel);
        host.Fault.Should().BeNull();
    }

    private void Make(string fault)
    {
        switch (fault)
        {
            case "the folder is removed": Directory.Delete(Data, recursive: true); break;
            case "the folder is removed and made again":
                Directory.Delete(Data, recursive: true);
                Directory.CreateDirectory(Data);
                break;
            case "the database is removed": File.Delete(Database); break;
            case "the write-ahead log is removed": File.Delete($"{Database}-wal"); break;
            case "the shared memory is removed": File.Delete($"{Database}-shm"); break;
            case "the write-ahead log and the shared memory are removed":
                File.Delete($"{Database}-wal");
                File.Delete($"{Database}-shm");
                break;
            case "the write-ahead log is another's":
                File.Delete($"{Database}-wal");
                File.WriteAllBytes($"{Database}-wal", []);
                break;
            case "the database is emptied": File.WriteAllBytes(Database, []); break;
            case "another database is written over it": File.Copy(Path.Combine(folder.File("other"), SqliteStore.FileName), Database, overwrite: true); break;
            case "another program's database is written over it":
                using (var theirs = new SqliteConnection($"Data Source={folder.File("theirs.db")};Pooling=False"))
                {
                    theirs.Open();
                    theirs.Execute("CREATE TABLE theirs (x); INSERT INTO theirs SELECT randomblob(100000);");
                }

                File.Copy(folder.File("theirs.db"), Database, overwrite: true);
                break;
            case "an older copy is written over it": File.Copy(folder.File("older.db"), Database, overwrite: true); break;
            case "another database takes its place": File.Move(Path.Combine(folder.File("other"), SqliteStore.FileName), Database, overwrite: true); break;
            case "another folder takes its place":
                Directory.Move(Data, folder.File("away"));
                Directory.Move(folder.File("other"), Data);
                break;
            default: throw new ArgumentOutOfRangeException(nameof(fault));
        }
    }

    // As SQLite does now and then: the log is folded into the database.
    private void Checkpoint()
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        connection.Execute("PRAGMA wal_checkpoint(PASSIVE);");
    }

    private Dictionary<string, string> Files() => !Directory.Exists(Data) ? [] : Directory.EnumerateFiles(Data)
        .ToDictionary(file => file, file => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))));
}
