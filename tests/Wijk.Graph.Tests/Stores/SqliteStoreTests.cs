using Microsoft.Data.Sqlite;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Sqlite;
using Wijk.Testing;
using static Wijk.Graph.Tests.Stores.Records;

namespace Wijk.Graph.Tests.Stores;

public sealed class SqliteStoreTests : StoreContractTests, IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    protected override async Task<IGraphStore> OpenAsync(string place) => await SqliteStore.OpenAsync(folder.File(place), CancellationToken.None);

    [Fact]
    public async Task A_folder_that_is_absent_or_empty_holds_nothing()
    {
        SqliteStore.HoldsNothing(folder.File("absent")).Should().BeTrue();
        SqliteStore.HoldsNothing(folder.Path).Should().BeTrue();
        await using (await OpenAsync("used")) SqliteStore.HoldsNothing(folder.File("used")).Should().BeFalse();
    }

    [Fact]
    public async Task The_database_writes_ahead_and_waits_for_the_disk()
    {
        await using var store = await OpenAsync("a");
        Scalar("a", "PRAGMA journal_mode").Should().Be("wal");
        using var database = new SqliteDatabase(((SqliteStore)store).Path);
        (await database.RunAsync(connection => connection.Scalar("PRAGMA synchronous"), Cancel)).Should().Be(2L, "2 is FULL");
        (await database.RunAsync(connection => connection.Scalar("PRAGMA foreign_keys"), Cancel)).Should().Be(1L);
        Scalar("a", "PRAGMA user_version").Should().Be((long)Migrations.Shipped.Count);
        Scalar("a", "PRAGMA integrity_check").Should().Be("ok");
    }

    [Fact]
    public async Task A_database_of_a_newer_Wijk_is_refused_and_left_alone()
    {
        await using (await OpenAsync("a"))
        {
        }

        Scalar("a", "PRAGMA user_version = 99");
        var before = await File.ReadAllBytesAsync(folder.File("a/wijk.db"), Cancel);
        await this.Awaiting(_ => OpenAsync("a")).Should().ThrowAsync<StoreTooNewException>().WithMessage("*wijk.db' was made by a newer Wijk (schema 99*");
        (await File.ReadAllBytesAsync(folder.File("a/wijk.db"), Cancel)).Should().Equal(before);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        Directory.CreateDirectory(folder.File("a"));
        await File.WriteAllTextAsync(folder.File("a/wijk.db"), new string('x', 5000), Cancel);
        await this.Awaiting(_ => OpenAsync("a")).Should().ThrowAsync<StoreUnavailableException>().WithMessage("*wijk.db' is not a database;*");
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused_and_left_alone()
    {
        Directory.CreateDirectory(folder.File("a"));
        Scalar("a", "CREATE TABLE theirs (x)");
        await this.Awaiting(_ => OpenAsync("a")).Should().ThrowAsync<StoreUnavailableException>().WithMessage("*another program*");
        Scalar("a", "SELECT group_concat(name) FROM sqlite_schema").Should().Be("theirs");
    }

    [Fact]
    public async Task A_damaged_database_gives_one_clear_sentence()
    {
        await using (var store = await OpenAsync("a"))
            await store.CommitAsync(Changes("1", Puts(Enumerable.Range(0, 2000).Select(number => Agency($"{number}")))), Cancel);
        var bytes = await File.ReadAllBytesAsync(folder.File("a/wijk.db"), Cancel);
        bytes.AsSpan(8192).Fill(0xAB);
        await File.WriteAllBytesAsync(folder.File("a/wijk.db"), bytes, Cancel);

        (await this.Awaiting(_ => OpenAsync("a")).Should().ThrowAsync<StoreUnavailableException>().WithMessage("*is damaged; restore a backup.")).Which
            .Why.Nl.Should().EndWith("wijk.db' is beschadigd; zet een reservekopie terug.");
    }

    [Fact]
    public async Task A_file_in_place_of_the_folder_is_refused()
    {
        await File.WriteAllTextAsync(folder.File("file"), "", Cancel);
        (await this.Awaiting(_ => OpenAsync("file")).Should().ThrowAsync<StoreUnavailableException>().WithMessage("The data folder '*file' cannot be used*")).Which
            .Why.Nl.Should().Match("De map '*file' kan niet worden gebruikt: * Kies een map waarin u mag schrijven.");
        this.Invoking(_ => SqliteStore.HoldsNothing(folder.File("file"))).Should().Throw<StoreUnavailableException>().WithMessage("*it is a file*");
    }

    [Fact]
    public async Task A_folder_in_place_of_the_database_is_refused()
    {
        Directory.CreateDirectory(folder.File("a/wijk.db"));
        await this.Awaiting(_ => OpenAsync("a")).Should().ThrowAsync<StoreUnavailableException>().WithMessage("*wijk.db' cannot be opened;*");
    }

    [Fact]
    public async Task An_older_database_is_brought_up_to_date_once_and_keeps_what_it_holds()
    {
        await using (var store = await OpenAsync("a")) await store.CommitAsync(Changes("1", Puts(Agency("a"))), Cancel);
        Migration[] newer = [.. Migrations.Shipped, new(Migrations.Shipped.Count + 1, "ALTER TABLE node ADD COLUMN note TEXT DEFAULT 'new';")];
        using var database = new SqliteDatabase(folder.File("a/wijk.db"));
        for (var time = 0; time < 2; time++)
        {
            await database.RunAsync<object?>(connection =>
            {
                Migrations.Apply(connection, database.Path, newer);
                return null;
            },
            Cancel);
        }

        Scalar("a", "SELECT key || ' ' || note FROM node").Should().Be("agency:n:a new");
        Scalar("a", "PRAGMA user_version").Should().Be((long)newer.Length);
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_the_database_as_it_was()
    {
        await using (await OpenAsync("a"))
        {
        }

        Migration[] faulty = [.. Migrations.Shipped, new(Migrations.Shipped.Count + 1, "CREATE TABLE half (x); SELECT * FROM nowhere;")];
        using var database = new SqliteDatabase(folder.File("a/wijk.db"));
        await database.Awaiting(d => d.RunAsync<object?>(connection =>
        {
            Migrations.Apply(connection, d.Path, faulty);
            return null;
        },
        Cancel)).Should().ThrowAsync<StoreUnavailableException>().WithMessage("*nowhere*");
        Scalar("a", "SELECT count(*) FROM sqlite_schema WHERE name = 'half'").Should().Be(0L);
        Scalar("a", "PRAGMA user_version").Should().Be((long)Migrations.Shipped.Count);
    }

    [Fact]
    public async Task Many_may_open_a_new_folder_at_once()
    {
        for (var round = 0; round < 100; round++)
        {
            var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OpenAsync($"new {round}")));
            foreach (var store in stores) (await store.ReadVersionAsync(Cancel)).Number.Should().Be(0);
            foreach (var store in stores) await store.DisposeAsync();
        }
    }

    private object? Scalar(string place, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={folder.File($"{place}/wijk.db")};Pooling=False");
        connection.Open();
        return connection.Scalar(sql);
    }
}
