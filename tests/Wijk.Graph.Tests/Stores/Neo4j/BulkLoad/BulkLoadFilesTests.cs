using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Wijk.Graph.Export;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Neo4j;
using Wijk.Graph.Stores.Sqlite;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Stores.Neo4j.BulkLoad;

[Collection(OwnNeo4j.Name)]
public sealed class BulkLoadFilesTests(OwnNeo4j own) : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_folder_that_holds_something_is_refused_and_left_alone()
    {
        await using var store = await FilledAsync();
        await File.WriteAllTextAsync(folder.File("mine.txt"), "mine", TestContext.Current.CancellationToken);
        var write = () => BulkLoadFiles.WriteAsync(store, folder.Path, progress: null, default);
        (await write.Should().ThrowAsync<StoreException>()).Which.Why.En.Should().Contain(folder.Path).And.Contain("already holds files");
        Directory.GetFiles(folder.Path).Should().ContainSingle(file => file.EndsWith("mine.txt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_cancelled_leaves_nothing_behind()
    {
        await using var store = await FilledAsync();
        using var cancel = new CancellationTokenSource();
        var progress = new Now(_ => cancel.Cancel());
        var write = () => BulkLoadFiles.WriteAsync(store, folder.File("out"), progress, cancel.Token);
        await write.Should().ThrowAsync<OperationCanceledException>();
        Directory.GetFileSystemEntries(folder.File("out")).Should().BeEmpty();
    }

    [Fact]
    public async Task The_arguments_name_every_file()
    {
        await using var store = await FilledAsync();
        await BulkLoadFiles.WriteAsync(store, folder.File("out"), progress: null, default);
        var arguments = await File.ReadAllTextAsync(folder.File("out/import.args"), TestContext.Current.CancellationToken);
        foreach (var file in Directory.GetFiles(folder.File("out"), "*.csv")) arguments.Should().Contain("=" + Path.GetFileName(file) + "\n");
    }

    [Fact]
    public async Task A_list_whose_texts_hold_the_delimiter_gets_another_one()
    {
        var area = new Node("area:n:a", NodeKind.Area)
        {
            Source = "s",
            RecordedAt = DateTimeOffset.UnixEpoch,
            Attributes = AttributeSet.Of(("name", "a"), ("aliases", ImmutableArray.Create("x\u001Fy", "z"))),
        };
        await using var store = await SqliteStore.OpenAsync(folder.File("data"), default);
        await store.LoadAsync(new(new(1, DateTimeOffset.UnixEpoch), [area], []), [], progress: null, default);
        await BulkLoadFiles.WriteAsync(store, folder.File("out"), progress: null, default);
        (await File.ReadAllTextAsync(folder.File("out/import.args"), TestContext.Current.CancellationToken)).Should().Contain("--array-delimiter=U+001E\n");
        (await File.ReadAllTextAsync(folder.File("out/Area.csv"), TestContext.Current.CancellationToken)).Should().Contain("\"x\u001Fy\u001Ez\"");
    }

    [Fact]
    public async Task Neo4j_loads_every_record_and_the_log_exactly()
    {
        await using var store = await FilledAsync();
        var contents = await store.ReadContentsAsync(default);
        await BulkLoadFiles.WriteAsync(store, folder.File("out"), progress: null, default);

        var server = await own.RunningAsync();
        await server.StopAsync();
        var (exitCode, output) = await server.RunAdminInAsync(
            folder.File("out"), "database", "import", "full", "neo4j", "--overwrite-destination=true", "@import.args");
        exitCode.Should().Be(0, output);
        await server.StartAgainAsync();

        var settings = server.Settings();
        await using var opened = await Neo4jStore.OpenAsync(settings, TimeProvider.System, default);

        var nodes = await server.QueryAsync("MATCH (n:WijkNode) RETURN n.key, labels(n), properties(n)");
        nodes.Should().HaveCount(contents.Nodes.Count);
        var byKey = nodes.ToDictionary(row => row[0].GetString()!, StringComparer.Ordinal);
        foreach (var node in contents.Nodes)
        {
            byKey[node.Key][1].EnumerateArray().Select(label => label.GetString()).Order(StringComparer.Ordinal)
                .Should().Equal(new[] { Vocabulary.Of(node.Kind).Name, "WijkNode" }.Order(StringComparer.Ordinal));
            ShouldHold(byKey[node.Key][2], node);
        }

        var relations = await server.QueryAsync("MATCH (a)-[r]->(b) RETURN r.key, type(r), a.key, b.key, properties(r)");
        relations.Should().HaveCount(contents.Relations.Count);
        var relationByKey = relations.ToDictionary(row => row[0].GetString()!, StringComparer.Ordinal);
        foreach (var relation in contents.Relations)
        {
            var row = relationByKey[relation.Key];
            (row[1].GetString(), row[2].GetString(), row[3].GetString()).Should().Be((Vocabulary.Of(relation.Kind).Name, relation.From, relation.To));
            ShouldHold(row[4], relation);
        }

        (await server.QueryAsync("MATCH (list:WijkShortList) RETURN count(*)"))[0][0].GetInt64().Should().Be(0);
        await LogShouldBeThatOfAsync(server, store);

        // And Wijk opens it as if it had always been there.
        (await ExportOfAsync(opened)).Should().Be(await ExportOfAsync(store));
        foreach (var (found, expected) in (await LogOfAsync(opened)).Zip(await LogOfAsync(store)))
        {
            (found.Version, found.Id, found.Source).Should().Be((expected.Version, expected.Id, expected.Source));
            found.Changes.Should().Equal(expected.Changes);
        }

        (await LogOfAsync(opened)).Should().HaveCount(4);
        (await opened.ReadRemovalsAsync(default)).Should().BeEquivalentTo(await store.ReadRemovalsAsync(default));
    }

    private static async Task LogShouldBeThatOfAsync(Neo4jServer server, SqliteStore store)
    {
        var version = await store.ReadVersionAsync(default);
        (await server.QueryAsync("MATCH (g:WijkGraph {name: 'graph'}) RETURN g.version, g.recordedAt.epochMillis")).Should().ContainSingle()
            .Which.ToString().Should().Be($"[{version.Number},{version.RecordedAt.ToUnixTimeMilliseconds()}]");
        await foreach (var changeSet in store.ReadLogAsync(0, default))
        {
            var head = (await server.QueryAsync(
                "MATCH (s:WijkChangeSet {version: $version}) RETURN s.id, s.source, s.recordedAt.epochMillis, s.changeCount, s.log",
                new { version = changeSet.Version.Number })).Should().ContainSingle().Which;
            (head[0].GetString(), head[1].GetString(), head[2].GetInt64(), head[3].GetInt64()).Should().Be(
                (changeSet.Id, changeSet.Source, changeSet.Version.RecordedAt.ToUnixTimeMilliseconds(), changeSet.Changes.Length));
            var pages = await server.QueryAsync("MATCH (p:WijkLogPage {log: $log}) RETURN p.number, p.changes ORDER BY p.number", new { log = head[4].GetString() });
            pages.Select(page => page[0].GetInt64()).Should().Equal(Enumerable.Range(0, pages.Length).Select(number => (long)number));
            pages.SelectMany(page => LogPages.Read(page[1].GetString()!)).Should().Equal(changeSet.Changes);
        }

        var removed = await server.QueryAsync("MATCH (t:WijkRemoved) RETURN t.key, t.source");
        removed.ToDictionary(row => row[0].GetString()!, row => row[1].GetString()!).Should().NotBeEmpty().And.BeEquivalentTo(await store.ReadRemovalsAsync(default));
    }

    private static void ShouldHold(JsonElement properties, GraphRecord record)
    {
        var expected = RecordProperties.Of(record).Append(("key", record.Key)).ToDictionary(property => property.Item1, property => property.Item2);
        properties.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal)
            .Should().Equal(expected.Keys.Append("recordedAt").Order(StringComparer.Ordinal));
        DateTimeOffset.Parse(properties.GetProperty("recordedAt").GetString()!, null).Should().Be(record.RecordedAt);
        foreach (var (name, value) in expected)
        {
            var found = properties.GetProperty(name);
            switch (value)
            {
                case string text: found.GetString().Should().Be(text); break;
                case long number: found.GetInt64().Should().Be(number); break;
                case double number: found.GetDouble().Should().Be(number); break;
                case bool flag: found.GetBoolean().Should().Be(flag); break;
                case ImmutableArray<string> texts: found.EnumerateArray().Select(text => text.GetString()).Should().Equal(texts); break;
                default: throw new InvalidOperationException($"{name} is a {value.GetType()}.");
            }
        }
    }

    private static async Task<string> ExportOfAsync(IGraphStore store)
    {
        using var stream = new MemoryStream();
        await JsonExport.WriteAsync(stream, await store.ReadContentsAsync(default), default);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static async Task<List<LoggedChangeSet>> LogOfAsync(IGraphStore store)
    {
        var log = new List<LoggedChangeSet>();
        await foreach (var changeSet in store.ReadLogAsync(0, default)) log.Add(changeSet);
        return log;
    }

    private async Task<SqliteStore> FilledAsync()
    {
        var store = await SqliteStore.OpenAsync(folder.File("data"), default);
        var random = new RandomGraph(20261123);
        for (var version = 1; version <= 3; version++)
        {
            var (nodes, relations) = random.Graph(nodeCount: 400, relationCount: 500);
            var changes = nodes.Select(Change.Put).Concat(relations.Select(Change.Put)).ToImmutableArray();
            await store.CommitAsync(new() { Id = $"set \"{version}\",\n", Source = "s", RecordedAt = random.Time(), Changes = changes }, CancellationToken.None);
        }

        var gone = (await store.ReadContentsAsync(default)).Relations.Take(5).Select(relation => Change.Remove(relation.Key)).ToImmutableArray();
        await store.CommitAsync(new() { Id = "removal", Source = "who removed", RecordedAt = random.Time(), Changes = gone }, CancellationToken.None);
        return store;
    }

    private sealed class Now(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
