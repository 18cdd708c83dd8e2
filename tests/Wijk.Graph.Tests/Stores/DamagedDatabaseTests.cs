using System.Text;
using Microsoft.Data.Sqlite;
using Wijk.Graph.Export;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Sqlite;
using Wijk.Testing;
using static Wijk.Graph.Tests.Stores.Records;

namespace Wijk.Graph.Tests.Stores;

public sealed class DamagedDatabaseTests : IDisposable
{
    private const int PageBytes = 4096;
    private const byte TableLeaf = 0x0D, IndexLeaf = 0x0A;
    private const string Key = "agency:n:777";

    private static readonly int Flips = LongRun.Portion(60, of: 1_000);

    private readonly TempFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Database => Path.Combine(folder.File("data"), SqliteStore.FileName);

    private StorePlace Place => StorePlace.Folder(folder.File("data"));

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("the header", "database", "file is not a database")]
    [InlineData("a page of nodes", "database", "database disk image is malformed")]
    [InlineData("a page of an index", "integrity", "sqlite_autoindex_node_1")]
    [InlineData("a record", "records", $"node '{Key}'")]
    [InlineData("a record in the log", "log", $"version 1 of the log: '{Key}'")]
    public async Task The_doctor_finds_one_flipped_byte(string place, string subject, string words)
    {
        await FillAsync();
        (await Place.DiagnoseAsync(TimeProvider.System, null, Cancel)).Should().NotContain(found => found.Level == DiagnosisLevel.Wrong);
        var bytes = await File.ReadAllBytesAsync(Database, Cancel);
        bytes[At(place, bytes)] ^= 0x10;
        await File.WriteAllBytesAsync(Database, bytes, Cancel);

        var found = await Place.DiagnoseAsync(TimeProvider.System, null, Cancel);
        found.Should().Contain(
            one => one.Subject == subject && one.Level == DiagnosisLevel.Wrong && one.Found.En.Contains(words) && one.NextStep!.En.Contains("backup"),
            string.Join('\n', found));
    }

    [Fact]
    public async Task The_doctor_finds_a_row_that_an_index_misses()
    {
        await FillAsync();
        var root = Run("SELECT rootpage FROM sqlite_schema WHERE name = 'relation_from'");
        Run("PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'relation_from'");
        Run("UPDATE relation SET from_id = to_id");
        Run($"PRAGMA writable_schema = ON; INSERT INTO sqlite_schema VALUES ('index', 'relation_from', 'relation', {root}, 'CREATE INDEX relation_from ON relation (from_id)')");

        Run("PRAGMA quick_check").Should().Be("ok", "a quick check does not look for it");
        (await Place.DiagnoseAsync(TimeProvider.System, null, Cancel)).Single(found => found.Subject == "integrity").Should()
            .Match<Diagnosis>(found => found.Level == DiagnosisLevel.Wrong && found.Found.En.Contains("missing from index relation_from"));
    }

    [Fact]
    public async Task The_doctor_finds_a_relation_whose_node_is_gone_and_a_version_that_the_log_does_not_know()
    {
        await FillAsync();
        Run("PRAGMA foreign_keys = OFF; DELETE FROM node WHERE key = 'measure:n:m'; UPDATE graph SET version = 9");
        var found = (await Place.DiagnoseAsync(TimeProvider.System, null, Cancel)).Where(found => found.Level == DiagnosisLevel.Wrong).ToDictionary(found => found.Subject, found => found.Found.En);
        found.Keys.Should().Equal("references", "version", "records");
        found["references"].Should().Contain("relation ").And.Contain("-> node");
        found["version"].Should().Be("Graph: version 9, and the log goes up to version 1.");
        found["records"].Should().Contain("to: that node is not there.");
    }

    [Theory]
    [InlineData("UPDATE node SET attributes = '{' WHERE key = 'agency:n:777'", $"node '{Key}'")]
    [InlineData("UPDATE node SET valid_from = 'soon' WHERE key = 'agency:n:777'", $"node '{Key}'")]
    [InlineData("UPDATE node SET kind = 'Castle' WHERE key = 'agency:n:777'", $"node '{Key}': kind: 'Castle'")]
    [InlineData("UPDATE node SET recorded_at = 9223372036854775807 WHERE key = 'agency:n:777'", $"node '{Key}'")]
    [InlineData("UPDATE node SET inference = '[1]' WHERE key = 'agency:n:777'", $"node '{Key}'")]
    [InlineData("PRAGMA foreign_keys = OFF; UPDATE relation SET from_id = 99999999", "relation 'RUNS")]
    [InlineData("UPDATE change SET record = '{' WHERE key = 'agency:n:777'", $"version 1 of the log: '{Key}'")]
    [InlineData("UPDATE change SET record = '[]' WHERE key = 'agency:n:777'", $"version 1 of the log: '{Key}'")]
    [InlineData("UPDATE change SET record = replace(record, 'n:777', 'n:778') WHERE key = 'agency:n:777'", $"version 1 of the log: '{Key}': key: the record holds 'agency:n:778'.")]
    [InlineData("UPDATE change_set SET recorded_at = 9223372036854775807", "version in the log '1'")]
    [InlineData("DELETE FROM graph", "the table 'graph': version: it is missing.")]
    public async Task Verify_and_backup_name_a_record_that_cannot_be_read(string edit, string words)
    {
        await FillAsync();
        Run(edit);
        var sentence = $"'{Database}' holds a record that cannot be read ({words}*restore a backup.";
        await Place.Awaiting(place => place.VerifyAsync(Cancel)).Should().ThrowAsync<StoreException>().WithMessage(sentence);
        await this.Awaiting(_ => BackupAsync()).Should().ThrowAsync<StoreException>().WithMessage(sentence);
        File.Exists(folder.File("backup")).Should().BeFalse();
    }

    [Fact]
    public async Task Verify_lists_a_relation_that_stands_twice()
    {
        await FillAsync();
        Run("INSERT INTO relation SELECT NULL, key || 'x', kind, from_id, to_id, valid_from, valid_to, visibility, source, recorded_at, inference, attributes FROM relation LIMIT 1");
        (await Place.VerifyAsync(Cancel)).Findings.Should().ContainSingle().Which.Message.En.Should().Be("Stands there twice, and a key belongs to one record.");
    }

    [Fact]
    public async Task Whatever_byte_is_flipped_everything_is_answered_in_words()
    {
        await FillAsync();
        var whole = await File.ReadAllBytesAsync(Database, Cancel);
        var random = new Random(17);
        for (var flip = 0; flip < Flips; flip++)
        {
            var bytes = whole.ToArray();
            // Half of them in the first pages, with the header and the schema.
            var at = random.Next(flip % 2 == 0 ? 2 * PageBytes : bytes.Length);
            bytes[at] ^= (byte)(1 << random.Next(8));
            foreach (var file in Directory.EnumerateFiles(folder.File("data"))) File.Delete(file);
            await File.WriteAllBytesAsync(Database, bytes, Cancel);
            await AnswersInWordsAsync($"flip {flip} at {at}");
        }
    }

    private async Task AnswersInWordsAsync(string flip)
    {
        Func<Task>[] questions = [() => Place.DiagnoseAsync(TimeProvider.System, null, Cancel), () => Place.VerifyAsync(Cancel), BackupAsync];
        foreach (var question in questions)
        {
            try
            {
                await question();
            }
            catch (Exception problem) when (problem is not ExplainedException)
            {
                Assert.Fail($"{flip}: {problem}");
            }
            catch (ExplainedException)
            {
                // In words.
            }
        }
    }

    private async Task BackupAsync()
    {
        await using var store = await Place.OpenExistingAsync(Cancel);
        await Backup.BackupAsync(store, folder.File("backup"), null, Cancel);
    }

    private async Task FillAsync()
    {
        await using (var store = await Place.OpenAsync(Cancel))
        {
            var agencies = Enumerable.Range(0, 1_000).Select(number => Agency($"{number}")).ToArray();
            await store.CommitAsync(Changes("1", Puts([.. agencies, Measure("m"), Runs(agencies[0], Measure("m"))])), Cancel);
        }

        // So that no page holds what stood there before, which nobody reads.
        Run("VACUUM");
    }

    private static int At(string place, byte[] file) => place switch
    {
        "the header" => 3,
        "a page of nodes" => Find(file, TableLeaf, "{") / PageBytes * PageBytes,
        "a page of an index" => Find(file, IndexLeaf, ""),
        "a record" => Find(file, TableLeaf, "{"),
        _ => Find(file, IndexLeaf, "{"),
    };

    // The key stands in the node, in the index of keys, and in the log, where its record follows at once.
    private static int Find(byte[] file, byte page, string next)
    {
        var key = Encoding.UTF8.GetBytes(Key);
        for (var at = 0; ; at++)
        {
            var found = file.AsSpan(at).IndexOf(key);
            Assert.True(found >= 0, $"{Key} was not found");
            at += found;
            var after = at + key.Length;
            var isRecord = file[after] == '{';
            if (file[at / PageBytes * PageBytes] != page || (page == IndexLeaf && isRecord != (next == "{"))) continue;
            return next.Length == 0 ? at + 8 : after + file.AsSpan(after).IndexOf("{\""u8);
        }
    }

    private object? Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        return connection.Scalar(sql);
    }
}
