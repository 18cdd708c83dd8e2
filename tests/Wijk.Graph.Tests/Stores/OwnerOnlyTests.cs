using Wijk.Graph.Export;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Sqlite;
using Wijk.Testing;
using static Wijk.Graph.Tests.Stores.Records;

namespace Wijk.Graph.Tests.Stores;

public sealed class OwnerOnlyTests : IDisposable
{
    private const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TempFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_Wijk_writes_is_for_its_owner_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        await using var store = await SqliteStore.OpenAsync(folder.File("data"), Cancel);
        await store.CommitAsync(Changes("1", Puts(Agency("a"))), Cancel);
        await Backup.BackupAsync(store, folder.File("backup"), null, Cancel);
        await BulkLoadFiles.WriteAsync(store, folder.File("bulk"), null, Cancel);

        Mode(folder.File("data")).Should().Be(File | UnixFileMode.UserExecute);
        Mode(folder.File("bulk")).Should().Be(File | UnixFileMode.UserExecute);
        Directory.GetFiles(folder.File("data")).Select(Path.GetFileName).Should().BeEquivalentTo("wijk.db", "wijk.db-wal", "wijk.db-shm");
        Directory.GetFiles(folder.File("data")).Append(folder.File("backup")).Append(Path.Combine(folder.File("bulk"), "Agency.csv"))
            .Should().AllSatisfy(file => Mode(file).Should().Be(File, file));
    }

    [Fact]
    public async Task A_folder_and_a_database_that_are_there_keep_the_mode_that_somebody_gave_them()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        await (await SqliteStore.OpenAsync(folder.File("data"), Cancel)).DisposeAsync();
        foreach (var path in (string[])[folder.File("data"), folder.File("data/wijk.db")]) SetMode(path, Mode(path) | UnixFileMode.GroupRead);
        await (await SqliteStore.OpenAsync(folder.File("data"), Cancel)).DisposeAsync();
        Mode(folder.File("data")).Should().HaveFlag(UnixFileMode.GroupRead);
        Mode(folder.File("data/wijk.db")).Should().HaveFlag(UnixFileMode.GroupRead);
    }

    private static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? default : System.IO.File.GetUnixFileMode(path);

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows()) System.IO.File.SetUnixFileMode(path, mode);
    }
}
