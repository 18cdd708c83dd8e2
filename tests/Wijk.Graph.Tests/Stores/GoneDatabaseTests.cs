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
    [InlineData("another database takes its place")]
    [InlineData("another folder takes its place")]
    public async Task Nothing_is_confirmed_that_is_not_in_the_file_at_the_path(string fault)
    {
        await using (var other = await SqliteStore.OpenAsync(folder.File("other"), Cancel)) await other.CommitAsync(Changes("other", Puts(Agency("other"))), Cancel);
        await using var store = await SqliteStore.OpenAsync(Data, Cancel);
        await store.CommitAsync(Changes("1", Puts(Agency("a"))), Cancel);
        Make(fault);
        var before = Files();

        var refused = await store.Awaiting(s => s.CommitAsync(Changes("2", Puts(Agency("b"))), Cancel)).Should().ThrowAsync<StoreGoneException>();
        refused.Which.Why.En.Should().Be($"'{Database}' was removed or replaced while Wijk was using it, so nothing can be saved. "
            + "Stop Wijk, put the folder back or restore a backup to an empty folder, and start Wijk again.");
        refused.Which.Why.Nl.Should().Contain("is weggehaald of vervangen").And.Contain("zet een reservekopie terug");
        await store.Awaiting(s => s.CommitLargeAsync(Changes("3", Puts(Agency("c"))), null, Cancel)).Should().ThrowAsync<StoreGoneException>();
        await store.Awaiting(s => s.ReadVersionAsync(Cancel)).Should().ThrowAsync<StoreGoneException>();
        Files().Should().Equal(before, "what stands there now is somebody else's");
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
            case "another database takes its place": File.Move(Path.Combine(folder.File("other"), SqliteStore.FileName), Database, overwrite: true); break;
            case "another folder takes its place":
                Directory.Move(Data, folder.File("away"));
                Directory.Move(folder.File("other"), Data);
                break;
            default: throw new ArgumentOutOfRangeException(nameof(fault));
        }
    }

    private Dictionary<string, string> Files() => !Directory.Exists(Data) ? [] : Directory.EnumerateFiles(Data)
        .ToDictionary(file => file, file => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))));
}
