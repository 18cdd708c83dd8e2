using Wijk.Graph.Export;
using Wijk.Graph.Import;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Sqlite;
using Wijk.Testing;
using static Wijk.Graph.Tests.Stores.Records;

namespace Wijk.Graph.Tests.Export;

public sealed class BackupTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_restored_store_holds_contents_log_version_and_times()
    {
        await using var store = await OpenAsync("a");
        var (nodes, relations) = new RandomGraph(11).Graph(40, 80);
        await store.CommitAsync(Changes("1", Puts(nodes)) with { RecordedAt = Noon.AddDays(-1) }, Cancel);
        await store.CommitAsync(Changes("2", Puts(relations)), Cancel);
        await store.CommitAsync(Changes("3", Change.Remove(relations[0].Key)), Cancel);
        (await Backup.BackupAsync(store, folder.File("b"), null, Cancel)).Number.Should().Be(3);

        await using var copy = await OpenAsync("copy");
        (await Backup.RestoreAsync(folder.File("b"), copy, Cancel)).Should().Be(new GraphVersion(3, Noon));

        var (contents, copied) = (await store.ReadContentsAsync(Cancel), await copy.ReadContentsAsync(Cancel));
        copied.Version.Should().Be(contents.Version);
        copied.Nodes.Should().Equal(contents.Nodes);
        copied.Relations.Should().Equal(contents.Relations);
        await Backup.BackupAsync(copy, folder.File("again"), null, Cancel);
        (await File.ReadAllBytesAsync(folder.File("again"), Cancel)).Should().Equal(await File.ReadAllBytesAsync(folder.File("b"), Cancel));
    }

    [Fact]
    public async Task A_store_that_was_made_from_an_export_keeps_its_version_without_the_log_before_it()
    {
        await using var store = await OpenAsync("a");
        await store.LoadAsync(new(new(41, Noon), [Agency("a")], []), [], null, Cancel);
        await Backup.BackupAsync(store, folder.File("b"), null, Cancel);
        await store.CommitAsync(Changes("next", Puts(Agency("b"))), Cancel);
        await Backup.BackupAsync(store, folder.File("c"), null, Cancel);

        await using var first = await OpenAsync("first");
        (await Backup.RestoreAsync(folder.File("b"), first, Cancel)).Number.Should().Be(41);
        await using var second = await OpenAsync("second");
        (await Backup.RestoreAsync(folder.File("c"), second, Cancel)).Number.Should().Be(42);
        (await second.ReadLogAsync(0, Cancel).ToListAsync(Cancel)).Select(entry => entry.Id).Should().Equal("next");
    }

    [Fact]
    public async Task A_backup_of_a_store_that_others_write_to_is_one_version()
    {
        await using var store = await OpenAsync("a");
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(
            async () =>
            {
                for (var number = 1; !stop.IsCancellationRequested; number++)
                    await store.CommitAsync(Changes($"{number}", Puts(Agency($"a{number}"), Agency($"b{number}"))), CancellationToken.None);
            },
            Cancel);
        for (var time = 0; time < 5; time++)
        {
            var version = await Backup.BackupAsync(store, folder.File("b"), null, Cancel);
            await using var copy = await OpenAsync($"copy{time}");
            await Backup.RestoreAsync(folder.File("b"), copy, Cancel);
            (await copy.ReadContentsAsync(Cancel)).Nodes.Should().HaveCount((int)version.Number * 2);
            (await copy.ReadLogAsync(0, Cancel).CountAsync(Cancel)).Should().Be((int)version.Number);
        }

        await stop.CancelAsync();
        await writing;
    }

    [Fact]
    public async Task A_backup_that_is_stopped_leaves_the_old_one_and_no_half_file()
    {
        await using var store = await OpenAsync("a");
        await store.CommitAsync(Changes("1", Puts(Enumerable.Range(0, 100).Select(number => Agency($"{number}")))), Cancel);
        await Backup.BackupAsync(store, folder.File("b"), null, Cancel);
        var old = await File.ReadAllBytesAsync(folder.File("b"), Cancel);

        await store.Awaiting(s => Backup.BackupAsync(s, folder.File("b"), new StopAfter(50), Cancel)).Should().ThrowAsync<OperationCanceledException>();
        (await File.ReadAllBytesAsync(folder.File("b"), Cancel)).Should().Equal(old);
        File.Exists(folder.File("b.part")).Should().BeFalse();
    }

    [Fact]
    public async Task A_backup_that_is_cut_off_or_damaged_is_refused_before_anything_is_written()
    {
        await using var store = await OpenAsync("a");
        await store.CommitAsync(Changes("1", Puts(Agency("a"))), Cancel);
        await Backup.BackupAsync(store, folder.File("b"), null, Cancel);
        var whole = await File.ReadAllBytesAsync(folder.File("b"), Cancel);
        await using var copy = await OpenAsync("copy");

        // After the last bracket of the JSON stand only gzip's own end, checksum and length: without those nothing is lost.
        const int gzipEnd = 24;
        for (var length = 0; length < whole.Length - gzipEnd; length += 2) await RefusesAsync(whole[..length], $"it is cut off at {length} of {whole.Length}");

        const int gzipHead = 10;
        for (var place = gzipHead; place < whole.Length; place += 2)
            await RefusesAsync([.. whole[..place], (byte)(whole[place] ^ 4), .. whole[(place + 1)..]], $"a bit is wrong at {place} of {whole.Length}");
        (await copy.ReadVersionAsync(Cancel)).Number.Should().Be(0);

        async Task RefusesAsync(byte[] bytes, string because)
        {
            await File.WriteAllBytesAsync(folder.File("cut"), bytes, Cancel);
            await copy.Awaiting(c => Backup.RestoreAsync(folder.File("cut"), c, Cancel))
                .Should().ThrowAsync<WijkJsonException>(because).WithMessage("cut: *Choose a backup*");
        }
    }

    [Fact]
    public async Task A_file_that_is_no_backup_and_a_place_that_cannot_be_written_are_named()
    {
        await using var store = await OpenAsync("a");
        await File.WriteAllTextAsync(folder.File("text"), "no backup at all", Cancel);
        await store.Awaiting(s => Backup.RestoreAsync(folder.File("text"), s, Cancel)).Should().ThrowAsync<WijkJsonException>().WithMessage("text: it is damaged, or not a backup*");
        await store.Awaiting(s => Backup.BackupAsync(s, folder.File("absent/b"), null, Cancel)).Should().ThrowAsync<FileNotWrittenException>().WithMessage("'*b' cannot be written*");
    }

    [Fact]
    public async Task Only_an_empty_store_is_restored()
    {
        await using var store = await OpenAsync("a");
        await store.CommitAsync(Changes("1", Puts(Agency("a"))), Cancel);
        await Backup.BackupAsync(store, folder.File("b"), null, Cancel);
        await store.Awaiting(s => Backup.RestoreAsync(folder.File("b"), s, Cancel)).Should().ThrowAsync<StoreNotEmptyException>();
    }

    private async Task<SqliteStore> OpenAsync(string place) => await SqliteStore.OpenAsync(folder.File(place), Cancel);

    private sealed class StopAfter(long records) : IProgress<long>
    {
        public void Report(long value)
        {
            if (value > records) throw new OperationCanceledException();
        }
    }
}
